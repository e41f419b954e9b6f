import * as pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs'
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.mjs?url'

pdfjs.GlobalWorkerOptions.workerSrc = workerUrl

export type PdfOpening = ReturnType<typeof pdfjs.getDocument>
export type PdfDocument = Awaited<PdfOpening['promise']>

/** Opens a PDF. Its scripts never run: this viewer has nothing that could run them. The bytes are copied; pdf.js takes its own away. */
export function openPdf(bytes: Uint8Array<ArrayBuffer>): PdfOpening {
  return pdfjs.getDocument({ data: bytes.slice(), enableXfa: false, useSystemFonts: true })
}

export const { TextLayer } = pdfjs
