/** A set of document numbers, a bit for each. */
export function packNumbers(numbers: readonly number[]): Uint8Array {
  const largest = numbers.reduce((most, number) => Math.max(most, number), 0)
  const bits = new Uint8Array((largest >>> 3) + 1)
  for (const number of numbers) bits[number >>> 3] = (bits[number >>> 3] ?? 0) | (1 << (number & 7))
  return bits
}

/** Whether a packed set has a number. */
export function holdsNumber(bits: Uint8Array, number: number): boolean {
  return ((bits[number >>> 3] ?? 0) & (1 << (number & 7))) !== 0
}
