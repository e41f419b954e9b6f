import type { Language } from '../../electron/contract/vocabulary.ts'
import type { FoundMention } from '../../electron/engine/cataloguing/mention.ts'
import { readNames } from '../../electron/engine/cataloguing/names/read-names.ts'

/** The names in a text of one paragraph. */
export const namesIn = (text: string, language: Language = 'en'): FoundMention[] =>
  readNames({ text, passages: [{ start: 0, end: text.length, language }], issued: '2026-01-23' })

/** Each name as it is written, with its type and, where that says more, its value: `person Bourita = Nasser Bourita`. */
export const namedIn = (text: string, language: Language = 'en'): string[] =>
  namesIn(text, language).map(({ type, start, end, value }) => {
    const written = text.slice(start, end)
    return written === value ? `${type} ${written}` : `${type} ${written} = ${value}`
  })
