import * as pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs'
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.mjs?url'
import type { ShownPage } from './pdf-marks.ts'
import { type Annotation, itemsOfNote } from './pdf-notes.ts'

pdfjs.GlobalWorkerOptions.workerSrc = workerUrl

export type PdfOpening = ReturnType<typeof pdfjs.getDocument>
export type PdfDocument = Awaited<PdfOpening['promise']>

/** Where the build puts what pdf.js reads beside itself. */
const assets = (folder: string): string => new URL(`pdfjs/${folder}/`, document.baseURI).href

/** Opens a PDF. Its scripts never run: this viewer has nothing that could run them. The bytes are copied; pdf.js takes its own away. */
export function openPdf(bytes: Uint8Array<ArrayBuffer>): PdfOpening {
  return pdfjs.getDocument({
    data: bytes.slice(),
    enableXfa: false,
    useSystemFonts: true,
    cMapUrl: assets('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: assets('standard_fonts'),
    wasmUrl: assets('wasm'),
    iccUrl: assets('iccs'),
  })
}

interface ReadPage extends ShownPage {
  /** The kind of each font by its name. */
  readonly families: ReadonlyMap<string, string>
}

/** What a page paints of text, as it was read for our text of it. Throws when the file is broken there. */
export async function readPage(pdf: PdfDocument, number: number): Promise<ReadPage> {
  const page = await pdf.getPage(number)
  const { items, styles } = await page.getTextContent({ disableNormalization: true })
  const notes: readonly Annotation[] = await page.getAnnotations({ intent: 'display' }).catch(() => [])
  const { transform, width, height } = page.getViewport({ scale: 1 })
  return {
    items: [...items.filter((item) => 'str' in item), ...notes.flatMap(itemsOfNote)],
    view: transform,
    width,
    height,
    families: new Map(Object.entries(styles).map(([name, { fontFamily }]) => [name, fontFamily])),
  }
}

export const { TextLayer } = pdfjs
