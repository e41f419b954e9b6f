import { extractMailbox } from './containers/mbox-container.ts'
import { extractZip } from './containers/zip-container.ts'
import { extractDocx } from './docx-text.ts'
import { extractEml } from './eml-text.ts'
import { type ExtractedText, type FileInput, Refusal } from './extracted.ts'
import { detectKind, type FileKind } from './file-kind.ts'
import { extractHtml } from './html-text.ts'
import { extractMarkdown } from './markdown-text.ts'
import { extractDoc } from './legacy/doc-text.ts'
import { extractEpub } from './ooxml/epub-text.ts'
import { extractMsg } from './legacy/msg-text.ts'
import { extractPptx } from './ooxml/pptx-text.ts'
import { extractXlsx } from './ooxml/xlsx-text.ts'
import { extractOdp, extractOds } from './odf-text.ts'
import { extractOdt } from './odt-text.ts'
import { extractPdf } from './pdf-text.ts'
import { extractPlain } from './plain-text.ts'
import { asRefusal, largestFile } from './refusals.ts'
import { extractRtf } from './rtf-text.ts'

export interface ExtractOptions {
  /** Ends a long extraction between two pages; the reason of the signal is thrown then. */
  readonly signal?: AbortSignal
  /** Opens a file that is locked; a wrong one is answered like none, with a Refusal `encrypted`. */
  readonly password?: string
}

const kindNames: Readonly<Record<FileKind['kind'], string>> = {
  plain: 'text',
  markdown: 'Markdown text',
  html: 'web page',
  eml: 'e-mail message',
  pdf: 'PDF',
  rtf: 'RTF text',
  zip: 'zip archive',
  mbox: 'mailbox',
  doc: 'Word document',
  msg: 'Outlook message',
  pptx: 'presentation',
  xlsx: 'workbook',
  epub: 'e-book',
  docx: 'Word document',
  odt: 'OpenDocument text',
  odp: 'OpenDocument presentation',
  ods: 'OpenDocument spreadsheet',
}

async function extractKind(
  { bytes, name }: FileInput,
  kind: FileKind,
  options: ExtractOptions,
): Promise<ExtractedText> {
  switch (kind.kind) {
    case 'plain':
      return extractPlain(bytes)
    case 'markdown':
      return extractMarkdown(bytes)
    case 'html':
      return extractHtml(bytes)
    case 'eml':
      return extractEml(bytes)
    case 'pdf':
      return extractPdf(bytes, options)
    case 'rtf':
      return extractRtf(bytes)
    case 'zip':
      return extractZip(bytes, name)
    case 'mbox':
      return extractMailbox(bytes, name)
    case 'doc':
      return extractDoc(bytes)
    case 'msg':
      return extractMsg(bytes)
    case 'pptx':
      return extractPptx(kind.zip)
    case 'xlsx':
      return extractXlsx(kind.zip)
    case 'epub':
      return extractEpub(kind.zip)
    case 'docx':
      return extractDocx(kind.zip)
    case 'odt':
      return extractOdt(kind.zip)
    case 'odp':
      return extractOdp(kind.zip)
    case 'ods':
      return extractOds(kind.zip)
  }
}

/**
 * Gives the text of a file and what the file says of itself, page by page. The kind is told by content. Throws a Refusal, and
 * nothing else, when a file cannot be read or holds no text; throws the signal's reason when it was aborted.
 */
export async function extractText(input: FileInput, options: ExtractOptions = {}): Promise<ExtractedText> {
  const { signal } = options
  signal?.throwIfAborted()
  if (input.bytes.length > largestFile) {
    throw new Refusal('too-large', 'The file is larger than 256 MB, the most that Chancery reads.')
  }
  let what = 'file'
  try {
    const kind = await detectKind(input)
    what = kindNames[kind.kind]
    return await extractKind(input, kind, options)
  } catch (error) {
    signal?.throwIfAborted()
    throw asRefusal(error, what)
  }
}
