/** The `count` first of `items` in the order of `compare`, sorted. Costs n log count, not n log n, for a page of a long list. */
export function firstInOrder<T>(items: readonly T[], count: number, compare: (a: T, b: T) => number): T[] {
  if (count * 8 >= items.length) return [...items].sort(compare).slice(0, count)
  const kept: T[] = []
  for (const item of items) {
    const worst = kept.at(-1)
    if (kept.length === count && worst !== undefined && compare(item, worst) >= 0) continue
    let low = 0
    let high = kept.length
    while (low < high) {
      const middle = (low + high) >> 1
      const other = kept[middle]
      if (other !== undefined && compare(item, other) < 0) high = middle
      else low = middle + 1
    }
    kept.splice(low, 0, item)
    if (kept.length > count) kept.pop()
  }
  return kept
}
