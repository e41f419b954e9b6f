/** A text brought down to what its page and our text of it must share: letters and digits, one code unit after another. */
export interface Letters {
  readonly units: string
  /** For each unit, where the sign that it came from begins in the text (UTF-16). */
  readonly places: Int32Array
}

/** Spaces, punctuation, vowel signs, tatweel and signs without a shape: our text and the page differ in these. */
const dropped = /[^\p{L}\p{N}]|\u0640/gu

const known = new Map<string, string>()

/** The letters that a sign stands for: the shape of an Arabic letter is the letter, a ligature its parts, an accent nothing. */
function lettersOfSign(sign: string): string {
  let letters = known.get(sign)
  if (letters === undefined) {
    letters = sign.normalize('NFKD').replace(dropped, '')
    known.set(sign, letters)
  }
  return letters
}

/** The letters of a text, each with the place of its sign. */
export function lettersOf(text: string): Letters {
  const parts: string[] = []
  const places: number[] = []
  let at = 0
  for (const sign of text) {
    const letters = lettersOfSign(sign)
    if (letters !== '') {
      parts.push(letters)
      for (let unit = 0; unit < letters.length; unit++) places.push(at)
    }
    at += sign.length
  }
  return { units: parts.join(''), places: Int32Array.from(places) }
}

const rightToLeftLetter = /[\u0590-\u065f\u066a-\u06ef\u06fa-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u
const otherLetter = /\p{L}/u
const digit = /\p{Nd}/u

/** Whether a text has a letter that is read from the right. */
export function hasLetterFromRight(text: string): boolean {
  return rightToLeftLetter.test(text)
}

/** Which way a run of signs is read; digits run from the left in any line, and all other signs follow their neighbours. */
export type Direction = 'left' | 'right' | 'number' | 'neutral'

/** How the signs of a text are read, by the first kind of sign in it that decides: Arabic and Hebrew, other letters, digits. */
export function directionOf(text: string): Direction {
  if (rightToLeftLetter.test(text)) return 'left'
  if (otherLetter.test(text)) return 'right'
  return digit.test(text) ? 'number' : 'neutral'
}

/** Whether most letters of a text are read from the right. */
export function isMostlyFromRight(text: string): boolean {
  let balance = 0
  for (const sign of text) {
    if (rightToLeftLetter.test(sign)) balance++
    else if (otherLetter.test(sign)) balance--
  }
  return balance > 0
}
