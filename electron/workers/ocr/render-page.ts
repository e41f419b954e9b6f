import { readFile } from 'node:fs/promises'
import type { PageToRender, RenderingOutcome } from '../../engine/ports.ts'
import { withStrayFailures } from '../extraction/pdf-guard.ts'
import { openPdf, type PdfDocument } from '../extraction/pdf-open.ts'
import { repairedPdf } from '../extraction/pdf-repair.ts'

/** Dots per inch at which recognition programs read best. */
const wantedDpi = 300
const pointsPerInch = 72
/** A larger picture takes hundreds of megabytes; posters and plans are drawn with fewer dots per inch. */
const mostPixels = 25_000_000
/** The longest side that tesseract takes. */
const longestSide = 32_000

/** The scale at which a page of so many points is drawn. */
export function scaleFor(width: number, height: number): number {
  return Math.min(
    wantedDpi / pointsPerInch,
    Math.sqrt(mostPixels / (width * height)),
    longestSide / Math.max(width, height),
  )
}

/** What pdf.js makes with the canvas of its own choice; its types leave it open. */
interface PageCanvas {
  readonly canvas: { toBuffer(mediaType: 'image/png'): Uint8Array }
  readonly context: object
}
interface CanvasMaker {
  create(width: number, height: number): PageCanvas
  destroy(made: PageCanvas): void
}

class NoCanvas extends Error {}

function makeCanvas(maker: CanvasMaker, width: number, height: number): PageCanvas {
  try {
    return maker.create(width, height)
  } catch (error) {
    throw new NoCanvas('The library that draws pages (@napi-rs/canvas) cannot be loaded.', { cause: error })
  }
}

async function drawPage(pdf: PdfDocument, number: number): Promise<Uint8Array> {
  const page = await pdf.getPage(number)
  const { width, height } = page.getViewport({ scale: 1 })
  if (!(width >= 1 && height >= 1)) throw new Error('The page has no size.')
  const viewport = page.getViewport({ scale: scaleFor(width, height) })
  const maker = pdf.canvasFactory as CanvasMaker
  const made = makeCanvas(maker, Math.max(1, Math.round(viewport.width)), Math.max(1, Math.round(viewport.height)))
  try {
    await page.render({ canvas: made.canvas, viewport }).promise
    return made.canvas.toBuffer('image/png')
  } finally {
    maker.destroy(made)
    page.cleanup()
  }
}

/** The document as its text was read, where it had to be mended in the same way. */
async function openReadable(bytes: Uint8Array, page: number): Promise<PdfDocument> {
  let fault: unknown
  try {
    const plain = await openPdf(bytes)
    if (plain.numPages >= page) return plain
    await plain.loadingTask.destroy()
  } catch (error) {
    fault = error
  }
  const mended = repairedPdf(bytes)
  if (mended === undefined) throw fault instanceof Error ? fault : new Error('The file has no such page.')
  return openPdf(mended.bytes)
}

/**
 * Draws one page of a PDF as a PNG, at 300 dots per inch unless the page is very large. Never throws for what is wrong with the file
 * or with this computer: that is an outcome.
 */
export async function renderPage({ path, page }: PageToRender): Promise<RenderingOutcome> {
  try {
    return await withStrayFailures(async () => {
      const pdf = await openReadable(await readFile(path), page)
      try {
        return { ok: true, png: await drawPage(pdf, page) }
      } finally {
        await pdf.loadingTask.destroy()
      }
    })
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error)
    return { ok: false, isOfProgram: error instanceof NoCanvas, detail }
  }
}
