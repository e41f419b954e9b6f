import { createRequire } from 'node:module'
import { dirname, join, sep } from 'node:path'
import * as pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs'
import { type ExtractedPage, type ExtractedText, type FileMetadata, Refusal } from './extracted.ts'
import { isNoTitle, metadataOf } from './metadata.ts'
import { type PdfItem, piecesOf } from './pdf-items.ts'
import { readPage } from './pdf-page.ts'
import { damaged, encrypted } from './refusals.ts'
import { longestPage } from './text-cleanup.ts'

type PdfDocument = Awaited<ReturnType<typeof pdfjs.getDocument>['promise']>
type PdfPage = Awaited<ReturnType<PdfDocument['getPage']>>

/** Milliseconds that may go into looking at what pages without text paint; pictures have to be unpacked for it. */
const pictureBudgetMs = 4_000

const assets = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
const assetFolder = (name: string): string => join(assets, name) + sep

// A ruled or framed page has a few lines; letters drawn as outlines are many.
const manyPaths = 40

async function open(bytes: Uint8Array): Promise<PdfDocument> {
  const task = pdfjs.getDocument({
    // pdf.js takes the bytes that it is given away from their owner.
    data: new Uint8Array(bytes),
    verbosity: pdfjs.VerbosityLevel.ERRORS,
    cMapUrl: assetFolder('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: assetFolder('standard_fonts'),
    wasmUrl: assetFolder('wasm'),
    iccUrl: assetFolder('iccs'),
    disableFontFace: true,
    useSystemFonts: false,
    enableXfa: false,
    stopAtErrors: false,
  })
  try {
    return await task.promise
  } catch (error) {
    await task.destroy()
    if (error instanceof Error && error.name === 'PasswordException') throw encrypted('PDF')
    throw damaged('PDF', error)
  }
}

const paintsPicture = new Set<number>([
  pdfjs.OPS.paintImageXObject,
  pdfjs.OPS.paintInlineImageXObject,
  pdfjs.OPS.paintInlineImageXObjectGroup,
  pdfjs.OPS.paintImageXObjectRepeat,
  pdfjs.OPS.paintImageMaskXObject,
  pdfjs.OPS.paintImageMaskXObjectGroup,
  pdfjs.OPS.paintImageMaskXObjectRepeat,
  pdfjs.OPS.paintSolidColorImageMask,
  pdfjs.OPS.shadingFill,
])

/** Whether the page paints anything at all: letters turned into outlines are a picture of text as well. */
async function hasPicture(page: PdfPage): Promise<boolean> {
  const { fnArray } = await page.getOperatorList()
  const paths = fnArray.filter((operator) => operator === pdfjs.OPS.constructPath).length
  return paths >= manyPaths || fnArray.some((operator) => paintsPicture.has(operator))
}

async function readText(page: PdfPage): Promise<ExtractedPage> {
  const { items } = await page.getTextContent({ disableNormalization: true })
  const texts = items.filter((item): item is PdfItem & typeof item => 'str' in item)
  const read = readPage(piecesOf(texts, page.getViewport({ scale: 1 }).transform))
  return read.text.length > longestPage ? { ...read, text: read.text.slice(0, longestPage) } : read
}

interface PageReading {
  /** Undefined where the page could not be read. */
  readonly page: ExtractedPage | undefined
  readonly pictureMs: number
}

async function readOne(pdf: PdfDocument, number: number, budgetMs: number): Promise<PageReading> {
  try {
    const page = await pdf.getPage(number)
    try {
      const read = await readText(page)
      if (read.grade !== 'empty') return { page: read, pictureMs: 0 }
      // Unlooked at, a page without text is far more often a scan than blank.
      if (budgetMs <= 0) return { page: { text: '', grade: 'image' }, pictureMs: 0 }
      const began = performance.now()
      const isPicture = await hasPicture(page)
      return { page: { text: '', grade: isPicture ? 'image' : 'empty' }, pictureMs: performance.now() - began }
    } finally {
      page.cleanup()
    }
  } catch {
    return { page: undefined, pictureMs: 0 }
  }
}

/** The pages, or none when not one of them could be read. */
async function readPages(pdf: PdfDocument, signal: AbortSignal | undefined): Promise<ExtractedPage[]> {
  const pages: ExtractedPage[] = []
  let budgetMs = pictureBudgetMs
  let readable = 0
  for (let number = 1; number <= pdf.numPages; number++) {
    signal?.throwIfAborted()
    const { page, pictureMs } = await readOne(pdf, number, budgetMs)
    budgetMs -= pictureMs
    if (page !== undefined) readable++
    // A page that cannot be read keeps its number; like a picture, it holds what no search can see.
    pages.push(page ?? { text: '', grade: 'image' })
  }
  return readable === 0 ? [] : pages
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

/**
 * A copy whose table of objects cannot be found, so that pdf.js looks through the whole file for its objects: a table that is
 * there but wrong is trusted otherwise.
 */
function withoutTable(bytes: Uint8Array): Uint8Array {
  const copy = Buffer.from(bytes)
  for (let at = copy.indexOf('startxref'); at !== -1; at = copy.indexOf('startxref', at + 1)) copy.write('%', at)
  return copy
}

async function extract(bytes: Uint8Array, signal: AbortSignal | undefined): Promise<ExtractedText | undefined> {
  const pdf = await open(bytes)
  try {
    const pages = await readPages(pdf, signal)
    if (pages.length === 0) return undefined
    return { mediaType: 'application/pdf', extension: 'pdf', pages, metadata: await metadataIn(pdf) }
  } finally {
    await pdf.loadingTask.destroy()
  }
}

/**
 * Reads a PDF, one page for each of its pages, in the order of reading. Pages that cannot be read are kept without text. Throws a
 * Refusal when the file is locked with a password or no page of it can be read.
 */
export async function extractPdf(bytes: Uint8Array, signal?: AbortSignal): Promise<ExtractedText> {
  try {
    const read = await extract(bytes, signal)
    if (read !== undefined) return read
  } catch (error) {
    signal?.throwIfAborted()
    if (error instanceof Refusal && error.reason === 'encrypted') throw error
  }
  const rebuilt = await extract(withoutTable(bytes), signal)
  if (rebuilt === undefined) throw damaged('PDF')
  return rebuilt
}
