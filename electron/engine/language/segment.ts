import { foldWord } from './fold.ts'

/** A word of a text: where it stands (UTF-16 offsets) and its folded form. `joined` is set on the last part of a hyphenated pair. */
export interface Word {
  readonly start: number
  readonly end: number
  readonly exact: string
  /** Both parts of a hyphenated pair as one word: `cooperation` for the second part of `co-operation`. */
  readonly joined?: string
}

/**
 * Scripts written without spaces are cut into single characters; `U.N.` is one word; `2,500` is one number; everything else is
 * a run of letters, digits and marks. Tatweel (U+0640) belongs to the word that it stretches.
 */
const wordPattern =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|(?<![\p{L}\p{N}])\p{Lu}\.(?:\p{Lu}\.)+|\d{1,3}(?:[,\u00a0\u202f]\d{3})+(?![\p{L}\p{N}])|[\p{L}\p{N}][\p{L}\p{N}\p{M}\u0640\u200c\u200d]*/gu

/** Latin letters and digits up to U+024F, spelled out: the same words as `wordPattern` finds there, several times as fast. */
const latin =
  'A-Za-z0-9\\u00aa\\u00b2\\u00b3\\u00b5\\u00b9\\u00ba\\u00bc-\\u00be\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u024f'
const onlyLatin = /^[\u0000-\u024f\u2010-\u2027\u2030-\u205e]*$/
const latinPattern = new RegExp(
  `(?<![${latin}])\\p{Lu}\\.(?:\\p{Lu}\\.)+|\\d{1,3}(?:[,\\u00a0]\\d{3})+(?![${latin}])|[${latin}]+`,
  'gu',
)

const apostrophes = new Set(["'", '’', 'ʼ', '‘', '＇'])
const hyphens = new Set(['-', '\u2010', '\u2011', '\u00ad'])
/** French words that lose their vowel before another: what stands before the apostrophe says nothing by itself. */
const elided = new Set(['l', 'd', 'j', 'm', 't', 's', 'c', 'n', 'qu', 'jusqu', 'lorsqu', 'puisqu', 'quoiqu', 'aujourd'])

const foldCache = new Map<string, string>()
const foldCacheLimit = 200_000

function foldCached(raw: string): string {
  let folded = foldCache.get(raw)
  if (folded === undefined) {
    folded = foldWord(raw)
    if (foldCache.size >= foldCacheLimit) foldCache.clear()
    foldCache.set(raw, folded)
  }
  return folded
}

function isElision(text: string, folded: string, end: number): boolean {
  return apostrophes.has(text.charAt(end)) && elided.has(folded) && /\p{L}/u.test(text.charAt(end + 1))
}

function isPossessive(text: string, folded: string, start: number): boolean {
  return folded === 's' && apostrophes.has(text.charAt(start - 1)) && /\p{L}/u.test(text.charAt(start - 2))
}

/** `aujourd'hui` is one word although it is written like an elision. */
function isHui(text: string, start: number): boolean {
  return apostrophes.has(text.charAt(start - 1)) && text.slice(start - 8, start - 1).toLowerCase() === 'aujourd'
}

/** The words of a text in order. French elisions and the English possessive 's are left out; they are no words of their own. */
export function segmentWords(text: string): Word[] {
  const words: Word[] = []
  for (const match of text.matchAll(onlyLatin.test(text) ? latinPattern : wordPattern)) {
    const raw = match[0]
    const start = match.index
    const end = start + raw.length
    const exact = foldCached(raw)
    if (exact === '' || isElision(text, exact, end) || isPossessive(text, exact, start)) continue
    if (exact === 'hui' && isHui(text, start)) {
      words.push({ start: start - 8, end, exact: 'aujourdhui' })
      continue
    }
    const before = words.at(-1)
    const isPair = before?.end === start - 1 && hyphens.has(text.charAt(start - 1)) && before.joined === undefined
    words.push(isPair ? { start, end, exact, joined: before.exact + exact } : { start, end, exact })
  }
  return words
}
