import type { DescribedField, Evidence } from '../../contract/schemas.ts'
import type { DocumentKind, Language, PageGrade } from '../../contract/vocabulary.ts'
import type { IndexedWords } from '../language/indexed-words.ts'

/** What the rules made of a text: one value for each field, with the words or the field of the file that it came from. */
export interface Description {
  readonly title: string
  readonly kind: DocumentKind
  readonly language: Language
  /** EDTF, or empty. */
  readonly issued: string
  readonly issuer: string
  readonly place: string
  readonly reference: string
  readonly summary: string
  readonly evidence: Partial<Record<DescribedField, Evidence>>
}

/** A file read to the end: everything that a committed document needs but its bytes. Plain data, so that threads can hand it on. */
export interface AnalysedDocument {
  readonly mediaType: string
  readonly extension: string
  readonly pages: readonly { readonly text: string; readonly grade: PageGrade }[]
  readonly description: Description
  readonly words: IndexedWords
}
