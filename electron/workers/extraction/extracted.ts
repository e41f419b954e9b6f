import type { PageGrade, RefusalReason } from '../../contract/vocabulary.ts'

/** The bytes of one file and what was known of it before it was opened. */
export interface FileInput {
  /** The file's name without its folders; a hint only, content decides. */
  readonly name: string
  readonly bytes: Uint8Array
}

/** Characters of a text, as UTF-16 offsets; `end` is the first one after. */
export interface TextSpan {
  readonly start: number
  readonly end: number
}

export interface ExtractedPage {
  readonly text: string
  readonly grade: PageGrade
  /** Running headers, footers and page numbers within `text`, in order: they can be searched, and are no part of what it says. */
  readonly furniture?: readonly TextSpan[]
}

/** What a file says of itself in fields made for it. Empty and blank values are left out. Dates are EDTF days or months. */
export interface FileMetadata {
  readonly title?: string
  readonly author?: string
  /** The day on which the text says in its own metadata that it was issued or sent; not the day a program saved it. */
  readonly issued?: string
  readonly language?: string
  /** The field of the file from which `title` came, for the evidence: `html:title`, `eml:subject`, `docx:dc:title`. */
  readonly titleField?: string
  readonly issuedField?: string
  /** The address that a web page gives as its own (`link rel=canonical`, `og:url`): http or https, never followed. */
  readonly link?: string
}

export interface ExtractedText {
  /** A media type with the format's own name: `text/plain`, `application/pdf`. */
  readonly mediaType: string
  /** The file name ending under which the original is kept, without a dot: `txt`, `pdf`. */
  readonly extension: string
  /** For text formats, the encoding that was found: `utf-8`, `windows-1256`. */
  readonly encoding?: string
  /**
   * At least one page. Paragraphs are separated by a blank line (`\n\n`), lines by `\n`; there is no `\r`, no NUL, no lone
   * surrogate; text is in NFC and in logical order; cells of a table row are separated by a tab.
   */
  readonly pages: readonly ExtractedPage[]
  readonly metadata: FileMetadata
  /** Whether the file holds files of its own, which `membersOf` unpacks: a zip archive, a mailbox, a message with attachments. */
  readonly hasMembers?: boolean
}

/** One file out of a container, or why it stays inside. `name` is its path within the container: a label, never used as a path. */
export type Member =
  | { readonly kind: 'file'; readonly name: string; readonly bytes: Uint8Array; readonly modifiedAt?: number }
  | { readonly kind: 'refused'; readonly name: string; readonly reason: RefusalReason; readonly detail: string }

/** A file that holds nothing to catalogue, or that nobody can read. Thrown by extractors for every expected failure. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly reason: RefusalReason

  constructor(reason: RefusalReason, message: string, cause?: unknown) {
    super(message, { cause })
    this.reason = reason
  }
}
