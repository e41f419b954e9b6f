import type { HappeningType } from '../../../electron/contract/agreements.schemas.ts'
import type { DocumentKind, Language } from '../../../electron/contract/vocabulary.ts'

/** The sentences of the reading copy. `count` and the like are put in where braces stand. */
export interface ReadingTexts {
  readonly kinds: Readonly<Record<DocumentKind, string>>
  readonly languages: Readonly<Record<Language, string>>
  readonly happenings: Readonly<Record<HappeningType, string>>
  readonly from: string
  readonly language: string
  readonly views: string
  readonly documents: string
  readonly agreements: string
  readonly timeline: string
  readonly check: string
  readonly search: string
  readonly searchHint: string
  readonly checkingPhrases: string
  readonly loadingIndex: string
  readonly found: string
  readonly notAllWords: string
  readonly filters: string
  readonly all: string
  readonly kind: string
  readonly writtenIn: string
  readonly year: string
  readonly tag: string
  readonly country: string
  readonly order: string
  readonly best: string
  readonly newest: string
  readonly oldest: string
  readonly more: string
  readonly noDate: string
  readonly close: string
  readonly print: string
  readonly original: string
  readonly plainText: string
  readonly noOriginal: string
  readonly reading: string
  readonly notThere: string
  readonly page: string
  readonly issued: string
  readonly issuer: string
  readonly place: string
  readonly reference: string
  readonly fixity: string
  readonly parties: string
  readonly signed: string
  readonly textOf: string
  readonly citedIn: string
  readonly noAgreements: string
  readonly noTimeline: string
  readonly checkIntroduction: string
  readonly checkChoose: string
  readonly checking: string
  readonly checkSound: string
  readonly checkUnsound: string
  readonly checkNone: string
  readonly checkFailed: string
  readonly changed: string
  readonly missing: string
  readonly unlisted: string
  readonly seal: string
  readonly sealMeaning: string
}
