import { fewestWords, mix, shingleAt, shingleLength, sketchSize } from './signature.rules.ts'

/**
 * Texts in one language are editions of each other when half of their runs of five words are the same. A changed word breaks five
 * runs: half are left when about one word in fifteen was changed, or a third of the text was taken out. Different texts of one
 * office share greetings and closing formulas, hardly ever more than a quarter.
 */
export const leastEditionLikeness = 0.5
/** Sketches may be wrong by three standard errors (0.19): pairs from here on are worth reading. */
export const leastEstimate = 0.3

/** What a translation has in common with its original: at least so many figures, and this share of all in both. */
export const leastTranslationLikeness = 0.6
export const leastCommonFigures = 4
/** Two texts of one day about one event, of different kinds, share its figures too: they must share nearly all of many. */
export const leastLikenessAcrossKinds = 0.8
export const leastCommonFiguresAcrossKinds = 8
/** As many are enough where the file names say the same but for the language. */
export const leastCommonFiguresByName = 2
/** English, French and Arabic say the same in 0.7 to 1.4 times as many words. */
const widestLengthRatio = 2

/** Whether a text is long enough for its words to say anything. */
export function isComparable(words: number): boolean {
  return words >= fewestWords
}

/** The place of the last minimum of a sketch's first quarter. */
const firstLook = sketchSize / 4 - 1

/** The share of equal minima in two sketches: an estimate of how alike the texts are. Sketches lie in arrays, one after another. */
export function estimateLikeness(first: Uint32Array, second: Uint32Array, firstAt = 0, secondAt = 0): number {
  let equal = 0
  for (let bin = 0; bin < sketchSize; bin++) {
    if (first[firstAt + bin] === second[secondAt + bin]) equal++
    // Nearly all pairs end here, after one line of memory; of texts of likeness 0.5 one pair in 65,000 does.
    else if (bin === firstLook && equal === 0) return 0
  }
  return equal / sketchSize
}

/** The different runs of five words of a text, given the hashes of its words. */
export function shinglesOf(hashes: readonly number[]): ReadonlySet<number> {
  const shingles = new Set<number>()
  for (let at = 0; at + shingleLength <= hashes.length; at++) shingles.add(shingleAt(hashes, at))
  return shingles
}

/** The share of what is in both of what is in either (Jaccard); 0 for two empty sets. */
export function shareInCommon(first: ReadonlySet<number>, second: ReadonlySet<number>): number {
  const [small, large] = first.size <= second.size ? [first, second] : [second, first]
  let common = 0
  for (const each of small) if (large.has(each)) common++
  return small.size === 0 ? 0 : common / (first.size + second.size - common)
}

/** Minima in a band, and bands in a sketch: texts of likeness 0.5 meet in a band two times in three, of 0.7 nearly always. */
export const bandWidth = 4
export const bands = sketchSize / bandWidth

/** The key of a band of a sketch, of 30 bits: sketches with an equal one are worth comparing. */
export function bandKey(sketches: Uint32Array, sketchAt: number, band: number): number {
  let key = band
  for (let step = 0; step < bandWidth; step++)
    key = mix(Math.imul(key, 31) ^ (sketches[sketchAt + band * bandWidth + step] ?? 0))
  return key >>> 2
}

/** Figures of a text that are kept in memory: those with the least hashes, so that those of two texts can be compared. */
export const keptFigures = 32

/** The least hashes of figures, in order. */
export function sketchFigures(figures: readonly string[]): number[] {
  const hashes = figures.map((figure) => {
    let hash = figure.length
    for (let at = 0; at < figure.length; at++) hash = Math.imul(hash, 31) + figure.charCodeAt(at)
    return mix(hash)
  })
  return [...new Set(hashes)].sort((a, b) => a - b).slice(0, keptFigures)
}

export interface FiguresInCommon {
  readonly common: number
  /** Exact for texts of up to 32 figures, else estimated from the 32 least hashes of both (bottom-k sketch). */
  readonly likeness: number
}

/** Compares the figures of two texts as `sketchFigures` gives them. */
export function compareFigures(first: ArrayLike<number>, second: ArrayLike<number>): FiguresInCommon {
  let common = 0
  let union = 0
  let at = 0
  let other = 0
  while (union < keptFigures && (at < first.length || other < second.length)) {
    const one = first[at] ?? Infinity
    const two = second[other] ?? Infinity
    if (one === two) common++
    if (one <= two) at++
    if (two <= one) other++
    union++
  }
  return { common, likeness: union === 0 ? 0 : common / union }
}

/** When a text was issued: the first and the last day that the date may mean (20260122), or 0 where there is none. */
export interface Issued {
  readonly from: number
  readonly to: number
}

/** Whether two dates of issue can be the same: one may say less than the other, and an absent one says nothing. */
export function canBeSameDate(first: Issued, second: Issued): boolean {
  return first.from === 0 || second.from === 0 || (first.from <= second.to && second.from <= first.to)
}

/** Whether both texts were issued on the same known day. */
export function isSameDay(first: Issued, second: Issued): boolean {
  return first.from !== 0 && first.from === first.to && first.from === second.from && first.to === second.to
}

/** Whether two texts may be one text in two languages, as far as their lengths say. */
export function areLengthsAlike(first: number, second: number): boolean {
  return Math.max(first, second) <= widestLengthRatio * Math.min(first, second)
}

export interface NameWithoutLanguage {
  /** The name in lower case without its extension and without the words for a language at its end. */
  readonly stem: string
  readonly namesLanguage: boolean
}

const extension = /\.[a-z0-9]{1,5}$/
const languageAtEnd =
  /[\s_.()-]+(?:en|eng|english|anglais|fr|fra|fre|french|francais|français|ar|ara|arabic|arabe|عربي|العربية)\)?$/u

/** A file's name without what says its language: `Accord_FR.pdf`, `accord-ar.docx` and `accord.en.txt` are all `accord`. */
export function nameWithoutLanguage(fileName: string): NameWithoutLanguage {
  const name = fileName.toLowerCase()
  // `accord.fr` and `accord.fr.txt` alike: what looks like an extension may be the language.
  const bare = languageAtEnd.test(name) ? name : name.replace(extension, '')
  const stem = bare.replace(languageAtEnd, '')
  return { stem, namesLanguage: stem !== bare && stem !== '' }
}
