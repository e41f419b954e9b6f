import { foldWord } from '../../language/fold.ts'
import { countryAliases, countryCodes, formerCountries, longFormPrefixes } from './country-names.ts'
import { arabicDemonyms, demonyms } from './demonyms.ts'
import { PhraseTable } from './phrase-table.ts'
import { readTokens } from './tokens.ts'

const namesOf = {
  en: new Intl.DisplayNames('en', { type: 'region', fallback: 'none' }),
  fr: new Intl.DisplayNames('fr', { type: 'region', fallback: 'none' }),
  ar: new Intl.DisplayNames('ar', { type: 'region', fallback: 'none' }),
}
const nameLanguages = ['en', 'fr', 'ar'] as const

/** Asked once for each country: a mention needs its name at once. */
const shortNames = {
  en: new Map<string, string>(),
  fr: new Map<string, string>(),
  ar: new Map<string, string>(),
}

const wordsOf = (name: string): string =>
  readTokens(name, 0, name.length)
    .map((token) => token.word)
    .join(' ')

const listed = (names: string | undefined): string[] =>
  (names ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')

/** Every name and adjective by its folded words. */
const codes = new Map<string, string>()
/** The names alone, as they stand in texts. */
export const countryNames = new PhraseTable<string>()
/** The adjectives and names of peoples alone, as they stand in texts. */
export const countryAdjectives = new PhraseTable<string>()

/** English words that are peoples with a capital only; all other adjectives are read in small letters too, as in French. */
const needCapital = new Set(['Polish', 'Finn', 'Dane', 'Turk', 'Swede', 'Pole', 'Thai', 'Lao'])

function addName(name: string, code: string): void {
  const key = wordsOf(name)
  if (!codes.has(key)) codes.set(key, code)
  countryNames.add(name, code)
}

function addAdjective(word: string, code: string): void {
  const key = wordsOf(word)
  if (!codes.has(key)) codes.set(key, code)
  countryAdjectives.add(needCapital.has(word) ? word : word.toLowerCase(), code)
}

function addLongForms(name: string, language: 'en' | 'fr' | 'ar', code: string): void {
  for (const prefix of longFormPrefixes[language]) addName(`${prefix} ${name}`, code)
}

const englishPlural = (word: string): string => (/(?:s|sh|ch|ese|man)$/.test(word) ? word : `${word}s`)

function frenchForms(written: string): string[] {
  const [masculine = '', given] = written.split('/')
  const regular = masculine.endsWith('e')
    ? masculine
    : /[eé]en$|ien$/.test(masculine)
      ? `${masculine}ne`
      : `${masculine}e`
  const feminine = given ?? regular
  return [masculine, masculine.endsWith('s') ? masculine : `${masculine}s`, feminine, `${feminine}s`]
}

/** The adjective that Arabic makes of a country's name: without article and feminine or foreign ending, with ي. */
function arabicNisba(name: string): string | undefined {
  if (name.includes(' ')) return undefined
  const stem = foldWord(name)
    .replace(/^ال/, '')
    .replace(/(?:يا|ا|ه)$/, '')
  return stem.length < 3 ? undefined : stem.replace(/ي?$/, 'ي')
}

/** The forms of an Arabic adjective in ي, with and without article; broken plurals take the article alone. */
function arabicForms(adjective: string): string[] {
  const stem = foldWord(adjective)
  const forms = stem.endsWith('ي')
    ? ['', 'ه', 'ين', 'ون', 'ان', 'ات', 'تين', 'تان'].map((ending) => stem + ending)
    : [stem]
  return [...forms, ...forms.map((form) => `ال${form}`)]
}

/** Names first: what names a country is no adjective of another (`تونس`, `Niger`). */
function fillNames(): void {
  for (const [code, names] of Object.entries(formerCountries))
    for (const [at, language] of nameLanguages.entries()) {
      const name = names[at] ?? code
      shortNames[language].set(code, name)
      addName(name, code)
      addLongForms(name, language, code)
    }
  for (const [code, aliases] of Object.entries(countryAliases))
    for (const alias of listed(aliases)) addName(alias, code)
  for (const code of countryCodes)
    for (const language of nameLanguages) {
      const name = namesOf[language].of(code)
      if (name === undefined) continue
      shortNames[language].set(code, name)
      addName(name, code)
      addLongForms(name, language, code)
    }
}

function fillAdjectives(): void {
  for (const [code, written] of Object.entries(demonyms)) {
    const [english, french] = written.split('|')
    for (const word of listed(english)) for (const form of [word, englishPlural(word)]) addAdjective(form, code)
    for (const word of listed(french)) for (const form of frenchForms(word)) addAdjective(form, code)
  }
  for (const [code, written] of Object.entries(arabicDemonyms))
    for (const word of listed(written)) for (const form of arabicForms(word)) addAdjective(form, code)
  for (const code of countryCodes) {
    const nisba = arabicNisba(namesOf.ar.of(code) ?? '')
    if (nisba !== undefined) for (const form of arabicForms(nisba)) addAdjective(form, code)
  }
}

let isFilled = false

/** Fills the tables of countries, once; the functions of this file do so by themselves. */
export function fillCountries(): void {
  if (isFilled) return
  isFilled = true
  fillNames()
  fillAdjectives()
}

const leadingArticle = /^(?:the|la|le|les|l) /
/** Arabic particles of one letter that are written together with the next word; لل is ل before the article. */
const arabicClitics = /^(?:[وف]?(?:لل|[بكل])|[وف])(?=\p{Script=Arabic}{3})/u

/**
 * The country (ISO 3166-1, two letters) that a name, a long form, an adjective or the name of a people stands for, in English, French
 * or Arabic; undefined for anything else. Case, accents, articles and Arabic clitics make no difference.
 */
export function countryOf(name: string): string | undefined {
  fillCountries()
  const words = wordsOf(name)
  const known = codes.get(words) ?? codes.get(words.replace(leadingArticle, ''))
  if (known !== undefined) return known
  const bare = words.replace(arabicClitics, '')
  if (bare === words) return undefined
  return codes.get(bare) ?? codes.get(`ال${bare}`)
}

/** The short name of a country in a language, as the reader's system gives it; undefined for what is no code of a country. */
export function countryName(code: string, language: 'en' | 'fr' | 'ar'): string | undefined {
  fillCountries()
  return shortNames[language].get(code)
}
