package compteur

// Total is the number of people who came in, all doors together.
func Total(doors []int) int {
	total := 0
	for _, n := range doors {
		total += n
	}
	return total
}
