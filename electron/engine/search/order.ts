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

/**
 * The `count` documents of the highest score, the highest first; equal ones in the order of `tie`. Most documents are passed over
 * without a call: their score is below those that are kept.
 */
export function highestScored(
  documents: readonly number[],
  scores: Float32Array | Uint32Array,
  count: number,
  tie: (a: number, b: number) => number,
): number[] {
  const compare = (a: number, b: number): number => (scores[b] ?? 0) - (scores[a] ?? 0) || tie(a, b)
  if (count * 8 >= documents.length) return firstInOrder(documents, count, compare)
  // Collected until there are twice as many as wanted, then cut to those: the least of them is what others must reach.
  let kept: number[] = []
  let least = -Infinity
  for (const document of documents) {
    if ((scores[document] ?? 0) < least) continue
    kept.push(document)
    if (kept.length < count * 2) continue
    kept = kept.sort(compare).slice(0, count)
    least = scores[kept[count - 1] ?? 0] ?? 0
  }
  return kept.sort(compare).slice(0, count)
}
