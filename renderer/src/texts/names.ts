import type { TFunction } from 'i18next'
import { type DocumentKind, type Language, documentKinds, languages } from '../../../electron/contract/vocabulary.ts'

/** The name of a kind of document; a kind that is not known is shown as it is written. */
export function nameOfKind(kind: string, t: TFunction): string {
  return documentKinds.includes(kind as DocumentKind) ? t(`kinds.${kind as DocumentKind}`) : kind
}

/** The name of a language of the archive. */
export function nameOfLanguage(code: string, t: TFunction): string {
  return languages.includes(code as Language) ? t(`languages.${code as Language}`) : code
}
