import { createContext, useContext } from 'react'
import { formatEdtf } from '../../../electron/contract/edtf-text.ts'
import { localeOf } from '../../src/texts/format.ts'
import { ar } from './ar.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'
import type { ReadingTexts } from './shape.ts'

export const pageLanguages = { en: 'English', fr: 'Français', ar: 'العربية' } as const
export type PageLanguage = keyof typeof pageLanguages

const all: Readonly<Record<PageLanguage, ReadingTexts>> = { en, fr, ar }

/** Everything that depends on the language of the page. */
export interface Words {
  readonly texts: ReadingTexts
  /** A sentence with what its braces stand for; numbers are written as the language writes them. */
  readonly say: (sentence: string, values: Readonly<Record<string, string | number>>) => string
  readonly number: (value: number) => string
  readonly percent: (share: number) => string
  readonly date: (edtf: string) => string
  readonly sort: (a: string, b: string) => number
}

/** The words of a language. */
export function wordsOf(language: PageLanguage): Words {
  const locale = localeOf(language)
  const numbers = new Intl.NumberFormat(locale)
  const percents = new Intl.NumberFormat(locale, { style: 'percent' })
  const number = (value: number): string => numbers.format(value)
  return {
    texts: all[language],
    say: (sentence, values) =>
      sentence.replace(/\{(\w+)\}/g, (_match, name: string) => {
        const value = values[name] ?? ''
        return typeof value === 'number' ? number(value) : value
      }),
    number,
    percent: (share) => percents.format(share),
    date: (edtf) => (edtf === '' ? all[language].noDate : formatEdtf(edtf, locale)),
    sort: new Intl.Collator(locale).compare,
  }
}

export const WordsContext = createContext<Words>(wordsOf('en'))
export const useWords = (): Words => useContext(WordsContext)

/** The language that the reader's browser asks for first among those of the page. */
export function preferredLanguage(): PageLanguage {
  for (const wanted of navigator.languages) {
    const found = wanted.slice(0, 2).toLowerCase()
    if (found in pageLanguages) return found as PageLanguage
  }
  return 'en'
}
