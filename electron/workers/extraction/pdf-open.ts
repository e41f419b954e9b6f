import { createRequire } from 'node:module'
import { dirname, join, sep } from 'node:path'
import * as pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs'
import { damaged, encrypted } from './refusals.ts'

export type PdfDocument = Awaited<ReturnType<typeof pdfjs.getDocument>['promise']>
export type PdfPage = Awaited<ReturnType<PdfDocument['getPage']>>

const assets = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
const assetFolder = (name: string): string => join(assets, name) + sep

/**
 * Opens a PDF, which the caller must destroy. Throws a Refusal: `encrypted` when the password is wrong or missing, `damaged` when
 * nothing can be made of the file.
 */
export async function openPdf(bytes: Uint8Array, password?: string): Promise<PdfDocument> {
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
    ...(password === undefined ? {} : { password }),
  })
  try {
    return await task.promise
  } catch (error) {
    await task.destroy()
    if (error instanceof Error && error.name === 'PasswordException') throw encrypted('PDF')
    throw damaged('PDF', error)
  }
}

// A ruled or framed page has a few lines; letters drawn as outlines are many.
const manyPaths = 40

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
export async function hasPicture(page: PdfPage): Promise<boolean> {
  const { fnArray } = await page.getOperatorList()
  const paths = fnArray.filter((operator) => operator === pdfjs.OPS.constructPath).length
  return paths >= manyPaths || fnArray.some((operator) => paintsPicture.has(operator))
}
