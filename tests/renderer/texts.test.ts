import { describe, expect, it } from 'vitest'
import { errorCodes } from '../../electron/contract/errors.ts'
import { noticeCodes } from '../../electron/contract/schemas.ts'
import { documentKinds, languages, refusalReasons } from '../../electron/contract/vocabulary.ts'
import { ar } from '../../renderer/src/texts/ar/index.ts'
import { en } from '../../renderer/src/texts/en/index.ts'
import { fr } from '../../renderer/src/texts/fr/index.ts'

const pluralEnding = /_(zero|one|two|few|many|other)$/
const others = [
  ['fr', fr],
  ['ar', ar],
] as const

function sentencesOf(texts: object, above = ''): ReadonlyMap<string, string> {
  const entries = Object.entries(texts).flatMap(([key, text]: [string, unknown]) =>
    typeof text === 'object' && text !== null
      ? [...sentencesOf(text, `${above}${key}.`)]
      : [[`${above}${key}`, String(text)] as const],
  )
  return new Map(entries)
}

function pluralsOf(sentences: ReadonlyMap<string, string>): readonly string[] {
  return [...sentences.keys()].filter((key) => key.endsWith('_one')).map((key) => key.replace(pluralEnding, ''))
}

/**
 * The keys that a language must have: the plain ones of English, and for the others its own plural forms, or one sentence
 * that is worded so that it holds for any number.
 */
function keysFor(language: string, sentences: ReadonlyMap<string, string>): readonly string[] {
  const english = sentencesOf(en)
  const plurals = pluralsOf(english)
  const plain = [...english.keys()].filter((key) => !plurals.includes(key.replace(pluralEnding, '')))
  const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories
  const formsOf = (key: string): readonly string[] =>
    sentences.has(key) ? [key] : categories.map((category) => `${key}_${category}`)
  return [...plain, ...plurals.flatMap(formsOf)].sort()
}

/** What a sentence takes in; a plural form may leave out the number that it stands for. */
function slotsOf(sentence: string): readonly string[] {
  const slots = Array.from(sentence.matchAll(/\{\{\s*([^\s,}]+)/gu), ([, slot = '']) => slot)
  return [...new Set(slots)].filter((slot) => slot !== 'count' && slot !== 'shown').sort()
}

describe('the texts of the page', () => {
  it('have a sentence for every code of the contract', () => {
    const english = sentencesOf(en)
    const codes = [
      ...errorCodes.map((code) => `errors.${code}`),
      ...noticeCodes.map((code) => `notices.${code}`),
      ...refusalReasons.map((reason) => `refusals.${reason}`),
      ...documentKinds.map((kind) => `kinds.${kind}`),
      ...languages.map((language) => `languages.${language}`),
    ]
    expect(codes.filter((key) => (english.get(key) ?? '') === '')).toEqual([])
  })

  it.each(others)('have the same keys in %s, with the plural forms of that language', (language, texts) => {
    const sentences = sentencesOf(texts)
    expect([...sentences.keys()].sort()).toEqual(keysFor(language, sentences))
  })

  it.each(others)('are nowhere empty in %s and take in the same facts', (_language, texts) => {
    const english = sentencesOf(en)
    const wrong = [...sentencesOf(texts)].filter(([key, sentence]) => {
      const same = english.get(key) ?? english.get(`${key.replace(pluralEnding, '')}_other`) ?? ''
      return sentence.trim() === '' || slotsOf(sentence).join() !== slotsOf(same).join()
    })
    expect(wrong).toEqual([])
  })
})
