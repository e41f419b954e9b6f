import type { HappeningType } from './agreements.schemas.ts'
import type { DocumentRecord } from './documents.schemas.ts'

/**
 * What the reading copy in a package is given to read: the engine writes it, the page in the package takes it in. Documents are
 * named by their place in the package, counted from 0.
 */
export interface ReadingDocument {
  readonly id: string
  readonly title: string
  readonly kind: DocumentRecord['kind']
  readonly language: DocumentRecord['language']
  /** EDTF, or empty. */
  readonly issued: string
  readonly issuer: string
  readonly place: string
  readonly reference: string
  readonly summary: string
  readonly tags: readonly string[]
  /** Countries that the text names, by their English names. */
  readonly countries: readonly string[]
  /** Addresses from the package's root; empty for an original that is missing. */
  readonly original: string
  readonly text: string
  readonly sha256: string
}

export interface ReadingAgreement {
  readonly id: string
  readonly title: string
  readonly parties: readonly string[]
  readonly signed: string
  readonly links: readonly { readonly document: number; readonly role: 'carries' | 'cites'; readonly words: string }[]
}

export interface ReadingHappening {
  readonly type: HappeningType
  /** EDTF. */
  readonly value: string
  readonly document: number
  readonly words: string
}

export interface ReadingContents {
  readonly title: string
  readonly archive: string
  /** ISO 8601, a day. */
  readonly date: string
  readonly documents: number
  /** Documents in one file of texts, and in one of the index. */
  readonly textsInFile: number
  readonly indexedInFile: number
  readonly agreements: readonly ReadingAgreement[]
  readonly happenings: readonly ReadingHappening[]
}

/** What the files of a reading copy hold, by their names: `reading/texts-0003.js`. */
export interface ReadingFiles {
  readonly contents: ReadingContents
  readonly documents: readonly ReadingDocument[]
  /** Pages of each document. */
  readonly texts: readonly (readonly string[])[]
  /** A Lunr index over words as they are written, as Lunr serialises it; its references are documents. */
  readonly index: object
  /** The words of the index, apart by spaces, by the name of the stem that they share; without those that are their own stem. */
  readonly forms: Readonly<Record<string, string>>
}

/** The fields of the index: the title counts for more than the text. */
export const readingFields = [
  { name: 'title', boost: 3 },
  { name: 'text', boost: 1 },
] as const

/** The name of a file of the reading copy, from the package's root. */
export const readingFile = (kind: keyof ReadingFiles, number: number): string =>
  `reading/${kind}-${String(number).padStart(4, '0')}.js`
