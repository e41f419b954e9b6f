import { type Token, shape } from './tokens.ts'

/** One way to read an Arabic word: without the letters of other words that are written together with it. */
export interface ArabicForm {
  readonly word: string
  /** How many letters at its beginning belong to those. */
  readonly skip: number
  /** Its article lost its alif to the preposition ل, as in `للمغرب`. */
  readonly hasLostAlif: boolean
}

const conjunctions = new Set(['و', 'ف'])
const prepositions = new Set(['ب', 'ك', 'ل'])
const shortest = 3

function withoutPreposition(word: string, skip: number): ArabicForm | undefined {
  if (!prepositions.has(word.charAt(0)) || word.length <= shortest) return undefined
  if (word.startsWith('لل')) return { word: `ال${word.slice(2)}`, skip: skip + 1, hasLostAlif: true }
  return { word: word.slice(1), skip: skip + 1, hasLostAlif: false }
}

/** The readings of a folded Arabic word, the plainest first: `وبالرباط` is also `بالرباط` and `الرباط`. */
export function arabicForms(word: string): ArabicForm[] {
  const forms: ArabicForm[] = [{ word, skip: 0, hasLostAlif: false }]
  const first = word.charAt(0)
  if (word.length <= shortest) return forms
  const bare = withoutPreposition(word, 0)
  if (bare !== undefined) forms.push(bare)
  if (!conjunctions.has(first)) return forms
  forms.push({ word: word.slice(1), skip: 1, hasLostAlif: false })
  const barer = withoutPreposition(word.slice(1), 1)
  if (barer !== undefined) forms.push(barer)
  return forms
}

/** Whether a word is in Arabic letters. */
export function isArabic(token: Token | undefined): token is Token {
  return token?.shape === shape.arabic
}
