import { type ExtractedText, type FileMetadata, Refusal } from './extracted.ts'
import { isNoTitle, metadataOf } from './metadata.ts'
import { withFurniture } from './pdf-furniture.ts'
import { withStrayFailures } from './pdf-guard.ts'
import { type PdfItem, piecesOf } from './pdf-items.ts'
import { mayHaveNotes, notesOn } from './pdf-notes.ts'
import { hasPicture, openPdf, type PdfDocument, type PdfPage } from './pdf-open.ts'
import { type ReadPage, readPage } from './pdf-page.ts'
import { repairedPdf } from './pdf-repair.ts'
import { damaged } from './refusals.ts'

/** Milliseconds that may go into looking at what pages without text paint; pictures have to be unpacked for it. */
const pictureBudgetMs = 4_000

/** Most characters of one page that are kept: a page of a PDF keeps its number and is never cut into several. */
const longestPdfPage = 10_000_000

export interface PdfOptions {
  readonly signal?: AbortSignal | undefined
  /** Opens a locked file; the empty password is always tried. */
  readonly password?: string | undefined
}

async function readText(page: PdfPage, hasNotes: boolean): Promise<ReadPage> {
  const { items } = await page.getTextContent({ disableNormalization: true })
  const texts = items.filter((item): item is PdfItem & typeof item => 'str' in item)
  const { transform, height } = page.getViewport({ scale: 1 })
  const notes = hasNotes ? await notesOn(page) : []
  const read = readPage(piecesOf([...texts, ...notes], transform), height)
  return read.text.length > longestPdfPage ? { ...read, text: read.text.slice(0, longestPdfPage) } : read
}

const withoutText = (grade: 'image' | 'empty'): ReadPage => ({ text: '', grade, edges: [] })

interface PageReading {
  /** Undefined where the page could not be read. */
  readonly page: ReadPage | undefined
  readonly pictureMs: number
}

async function readOne(pdf: PdfDocument, number: number, hasNotes: boolean, budgetMs: number): Promise<PageReading> {
  try {
    const page = await pdf.getPage(number)
    try {
      const read = await readText(page, hasNotes)
      if (read.grade !== 'empty') return { page: read, pictureMs: 0 }
      // Unlooked at, a page without text is far more often a scan than blank.
      if (budgetMs <= 0) return { page: withoutText('image'), pictureMs: 0 }
      const began = performance.now()
      const isPicture = await hasPicture(page)
      return { page: withoutText(isPicture ? 'image' : 'empty'), pictureMs: performance.now() - began }
    } finally {
      page.cleanup()
    }
  } catch {
    return { page: undefined, pictureMs: 0 }
  }
}

interface DocumentReading {
  readonly pages: readonly ReadPage[]
  /** How many pages could not be read. */
  readonly unreadable: number
  readonly metadata: FileMetadata
}

async function readPages(pdf: PdfDocument, hasNotes: boolean, signal?: AbortSignal): Promise<DocumentReading> {
  const pages: ReadPage[] = []
  let budgetMs = pictureBudgetMs
  let unreadable = 0
  for (let number = 1; number <= pdf.numPages; number++) {
    signal?.throwIfAborted()
    const { page, pictureMs } = await readOne(pdf, number, hasNotes, budgetMs)
    budgetMs -= pictureMs
    if (page === undefined) unreadable++
    // A page that cannot be read keeps its number; like a picture, it holds what no search can see.
    pages.push(page ?? withoutText('image'))
  }
  return { pages, unreadable, metadata: await metadataIn(pdf) }
}

function field(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

/** pdf.js gives null where a file has no XMP packet, against its own types. */
interface DocumentFields {
  readonly info: Readonly<Record<string, unknown>>
  readonly metadata: { get(name: string): unknown } | null
}

async function metadataIn(pdf: PdfDocument): Promise<FileMetadata> {
  try {
    const { info: own, metadata } = (await pdf.getMetadata()) as unknown as DocumentFields
    const inner = field(own['Title'])?.trim() ?? ''
    const outer = field(metadata?.get('dc:title'))?.trim() ?? ''
    const title = isNoTitle(inner) ? outer : inner
    return metadataOf({
      title: isNoTitle(title) ? undefined : title,
      titleField: title === inner ? 'pdf:Title' : 'pdf:dc:title',
      author: field(own['Author']),
      language: field(own['Language']),
    })
  } catch {
    // The pages count; what the file says of itself is an extra.
    return {}
  }
}

/** Undefined when the file cannot be opened at all. Throws a Refusal when it is locked, and the reason of the signal. */
async function attempt(bytes: Uint8Array, options: PdfOptions): Promise<DocumentReading | undefined> {
  let pdf: PdfDocument
  try {
    pdf = await openPdf(bytes, options.password)
  } catch (error) {
    if (error instanceof Refusal && error.reason === 'damaged') return undefined
    throw error
  }
  try {
    return await readPages(pdf, await mayHaveNotes(pdf, bytes), options.signal)
  } finally {
    await pdf.loadingTask.destroy()
  }
}

function textLength({ pages }: DocumentReading): number {
  return pages.reduce((sum, { text }) => sum + text.length, 0)
}

/** Whether writing the file anew could hardly give more: every page was read, and there is text or a picture of it. */
function isSound(reading: DocumentReading | undefined): boolean {
  if (reading === undefined || reading.pages.length === 0 || reading.unreadable > 0) return false
  return reading.pages.some(({ grade }) => grade !== 'empty')
}

/** Letters that only look like text, from streams whose fonts are lost, are mostly signs. */
function isLegible({ pages }: DocumentReading): boolean {
  const text = pages
    .map((page) => page.text)
    .join('\n')
    .replace(/\s+/g, '')
  return (text.match(/\p{L}/gu)?.length ?? 0) > text.length * 0.6
}

async function mended(bytes: Uint8Array, options: PdfOptions): Promise<DocumentReading | undefined> {
  const repaired = repairedPdf(bytes)
  if (repaired === undefined) return undefined
  const reading = await attempt(repaired.bytes, options)
  if (reading === undefined || reading.pages.length === reading.unreadable) return undefined
  return repaired.isGuess && !isLegible(reading) ? undefined : reading
}

/**
 * Reads a PDF, one page for each of its pages, in the order of reading, however long a page is; a broken file is read as far as its
 * objects can be found. Pages that cannot be read are kept without text. Throws a Refusal: `encrypted` when the file is locked and
 * the password is wrong or missing, `damaged` when no page of it can be read.
 */
export async function extractPdf(bytes: Uint8Array, options: PdfOptions = {}): Promise<ExtractedText> {
  return withStrayFailures(() => extractGuarded(bytes, options))
}

async function extractGuarded(bytes: Uint8Array, options: PdfOptions): Promise<ExtractedText> {
  const plain = await attempt(bytes, options)
  const isWhole = isSound(plain)
  const anew = isWhole ? undefined : await mended(bytes, options)
  const readable = plain !== undefined && plain.pages.length > plain.unreadable ? plain : undefined
  const best =
    readable === undefined || (anew !== undefined && textLength(anew) > textLength(readable)) ? anew : readable
  if (best === undefined) throw damaged('PDF')
  return { mediaType: 'application/pdf', extension: 'pdf', pages: withFurniture(best.pages), metadata: best.metadata }
}
