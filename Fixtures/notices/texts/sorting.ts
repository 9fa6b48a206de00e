/**
 * Stable merge sort. Explicit mention of the type parameter is needed because
 * the algorithm decides at run time which comparator to use.
 */
export function mergeSort<T>(items: T[], compare: (a: T, b: T) => number): T[] {
  if (items.length < 2) return items;
  const middle = items.length >> 1;
  return merge(mergeSort(items.slice(0, middle), compare), mergeSort(items.slice(middle), compare), compare);
}
