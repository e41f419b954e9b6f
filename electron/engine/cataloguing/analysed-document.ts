import type { DescribedField, Evidence } from '../../contract/schemas.ts'
import type { DocumentKind, Language, PageGrade } from '../../contract/vocabulary.ts'
import type { TextSignature } from '../editions/signature.rules.ts'
import type { Facts } from './read-facts.ts'
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

export interface AnalysedPage {
  readonly text: string
  readonly grade: PageGrade
  /** Running headers and footers, as offsets into `text`. */
  readonly furniture?: readonly { readonly start: number; readonly end: number }[]
}

/** A file read to the end: everything that a committed document needs but its bytes. Plain data, so that threads can hand it on. */
export interface AnalysedDocument {
  readonly mediaType: string
  readonly extension: string
  readonly pages: readonly AnalysedPage[]
  readonly description: Description
  readonly facts: Facts
  readonly words: IndexedWords
  readonly signature: TextSignature
  /** Whether it holds files that can be unpacked. */
  readonly hasMembers: boolean
  /** The address that a web page gives as its own, or nothing. */
  readonly link: string
}
