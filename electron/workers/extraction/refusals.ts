import { Refusal } from './extracted.ts'

/** Most bytes a file may have. */
export const largestFile = 256 * 1024 * 1024

export function emptyFile(): Refusal {
  return new Refusal('empty', 'The file is empty: there is no text in it.')
}

export function damaged(what: string, cause?: unknown): Refusal {
  return new Refusal('damaged', `The ${what} is damaged and cannot be read.`, cause)
}

export function encrypted(what: string): Refusal {
  return new Refusal(
    'encrypted',
    `The ${what} is locked with a password. Save a copy without the password and import that.`,
  )
}

/** A file whose content, small as it may be stored, is more than is ever a document. */
export function tooMuch(): Refusal {
  return new Refusal('too-large', 'The file holds more content than can be unpacked safely.')
}

const readable =
  'PDF, Word (.doc, .docx), OpenDocument (.odt, .ods, .odp), RTF, PowerPoint (.pptx), Excel (.xlsx), EPUB, web pages, e-mail (.eml, .msg, .mbox), zip archives, Markdown and plain text'

/** `what` is the kind of file with its article: `an Excel workbook`. */
export function unsupported(what: string): Refusal {
  return new Refusal('unknown-type', `This is ${what}; Chancery reads ${readable}.`)
}

/** Gives a Refusal back as it is, and anything else a parser threw as a damaged file. */
export function asRefusal(error: unknown, what: string): Refusal {
  return error instanceof Refusal ? error : damaged(what, error)
}
