import stemmers from 'snowball-stemmers'
import type { Language } from '../../contract/vocabulary.ts'
import { stemArabic } from './arabic-stem.ts'
import { type Lexeme, lexemeOfFolded, placeOf } from './lexicon.ts'

const english = stemmers.newStemmer('english')
const french = stemmers.newStemmer('french')
const latinLetters = /^[a-z]+$/
const arabicLetters = /^[\u0621-\u064A]+$/

function stemUncached(exact: string, language: Language): string {
  // Script decides before language: an Arabic release that names NATO in Latin letters is analysed as its reader would.
  if (arabicLetters.test(exact)) return stemArabic(exact)
  if (!latinLetters.test(exact)) return exact
  switch (language) {
    case 'en':
    case 'ar':
      return english.stem(exact)
    case 'fr':
      return french.stem(exact)
    case 'und':
      return exact
  }
}

/** The stem of a word in a language. Numbers, mixtures and scripts without a stemmer stand for themselves. */
export function stemOf(lexeme: Lexeme, language: Language): string {
  return (lexeme.stems[placeOf(language)] ??= stemUncached(lexeme.exact, language))
}

/** The stem of a folded word in a language. */
export function stemWord(exact: string, language: Language): string {
  return stemOf(lexemeOfFolded(exact), language)
}

/** Languages with endings to cut off that are written in Latin letters. */
const latinLanguages = ['en', 'fr'] as const

/** Under which name the forms of a word stand together in a language; `undefined` where words stand for themselves. */
export function stemName(exact: string, language: Language): string | undefined {
  if (arabicLetters.test(exact)) return `ar:${stemWord(exact, 'ar')}`
  if (!latinLetters.test(exact) || language === 'und') return undefined
  // As in `stemUncached`: Latin words in Arabic texts are read as English.
  return language === 'fr' ? `fr:${stemWord(exact, 'fr')}` : `en:${stemWord(exact, 'en')}`
}

/** Under which names a word is kept as a form of another. A word that is its own stem is found without. */
export function stemsToKeep(exact: string): string[] {
  const languages = arabicLetters.test(exact) ? (['ar'] as const) : latinLetters.test(exact) ? latinLanguages : []
  return languages.flatMap((language) => {
    const stem = stemWord(exact, language)
    return stem === exact ? [] : `${language}:${stem}`
  })
}

/** The stem in a name of `stemName`. */
export const stemOfName = (name: string): string => name.slice(3)
