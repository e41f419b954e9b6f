import { createHash } from 'node:crypto'

/** By what near-duplicates of a text are found. Plain data, small: it is kept for every document. */
export interface TextSignature {
  /** A hash of all words in order: equal for the same text in two formats. Empty where there are too few words to say so. */
  readonly textHash: string
  /** Words in the text. */
  readonly words: number
  /** `sketchSize` 32-bit minima, little-endian: the share of equal ones estimates how alike two texts are. */
  readonly shingles: Uint8Array
  /** Numbers that stand in the text, in any language the same, each once, at most `mostFigures`. */
  readonly figures: readonly string[]
}

/** Minima in a sketch, a power of two: with 64 the estimate is right within 0.06 or so. */
export const sketchSize = 64
/** Words in a shingle. */
export const shingleLength = 5
const mostFigures = 200
/** Shorter texts are alike by chance. */
export const fewestWords = 12

const empty = 0xffffffff

/** Spreads a hash over all 32 bits (the finaliser of MurmurHash3). */
export function mix(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}

/** The hash, of 32 bits, of the shingle that begins at a word. */
export function shingleAt(hashes: readonly number[], at: number): number {
  let shingle = 0
  for (let step = 0; step < shingleLength; step++) shingle = (Math.imul(shingle, 31) + (hashes[at + step] ?? 0)) | 0
  return mix(shingle)
}

/** A bin that no shingle fell into takes the next full one's value, shifted by its distance, so that empty bins never look alike. */
function fillEmptyBins(bins: Uint32Array): void {
  const full = bins.slice()
  for (let bin = 0; bin < sketchSize; bin++) {
    if (full[bin] !== empty) continue
    for (let step = 1; step < sketchSize; step++) {
      const value = full[(bin + step) % sketchSize] ?? empty
      if (value === empty) continue
      bins[bin] = mix(value + step)
      break
    }
  }
}

/**
 * A MinHash sketch of shingles by one permutation: each shingle falls into one of `sketchSize` bins, which keeps its least
 * (Li, Owen and Zhang, One Permutation Hashing, 2012), empty bins filled by rotation (Shrivastava and Li, 2014). One pass over
 * the words, where the plain method takes one for each minimum.
 */
function sketch(hashes: readonly number[]): Uint8Array {
  const bins = new Uint32Array(sketchSize).fill(empty)
  for (let at = 0; at + shingleLength <= hashes.length; at++) {
    const mixed = shingleAt(hashes, at)
    const bin = mixed & (sketchSize - 1)
    const rest = mixed >>> 6
    if (rest < (bins[bin] ?? empty)) bins[bin] = rest
  }
  if (hashes.length >= shingleLength) fillEmptyBins(bins)
  return new Uint8Array(bins.buffer)
}

/** Numbers of two digits and more, among words apart by spaces. Arabic writes its shortest words (`and`, `in`, `for`) onto them. */
const figurePattern = /(?<=(?<![^ ])[وفبل]?)\d{2,}(?![^ ])/g

/** The signature of a text, given its folded words apart by spaces and the hash of each. */
export function signText({
  exact,
  hashes,
}: {
  readonly exact: string
  readonly hashes: readonly number[]
}): TextSignature {
  const figures = new Set<string>()
  for (const [figure] of exact.matchAll(figurePattern)) if (figures.add(figure).size >= mostFigures) break
  return {
    textHash: hashes.length < fewestWords ? '' : createHash('sha256').update(exact).digest('hex').slice(0, 32),
    words: hashes.length,
    shingles: sketch(hashes),
    figures: [...figures],
  }
}
