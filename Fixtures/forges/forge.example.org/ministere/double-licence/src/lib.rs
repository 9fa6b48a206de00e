/// The check digits of a number: 97 less its remainder.
pub fn key(number: u64) -> u64 {
    97 - number % 97
}
