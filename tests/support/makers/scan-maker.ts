import { createCanvas, GlobalFonts } from '@napi-rs/canvas'

interface ScanOptions {
  /** The size of a page in points; A4 by default. */
  readonly width?: number
  readonly height?: number
  /** Dots per inch of the picture. */
  readonly dpi?: number
  /** Points that a letter is high. */
  readonly size?: number
}

const arabicFont = 'Noto Naskh Arabic'
const isArabic = /\p{Script=Arabic}/u

/** Whether Arabic can be painted here. */
export const hasArabicFont = GlobalFonts.has(arabicFont)

function paint(
  lines: readonly string[],
  options: Required<ScanOptions>,
): { jpeg: Buffer; width: number; height: number } {
  const dots = options.dpi / 72
  const [width, height] = [Math.round(options.width * dots), Math.round(options.height * dots)]
  const canvas = createCanvas(width, height)
  const context = canvas.getContext('2d')
  context.fillStyle = '#fbfaf6'
  context.fillRect(0, 0, width, height)
  context.fillStyle = '#161616'
  const margin = Math.min(40, options.width / 10) * dots
  lines.forEach((line, at) => {
    const isFromRight = isArabic.test(line)
    context.font = `${options.size * dots}px "${isFromRight ? arabicFont : 'DejaVu Sans'}"`
    context.direction = isFromRight ? 'rtl' : 'ltr'
    context.textAlign = isFromRight ? 'right' : 'left'
    context.fillText(line, isFromRight ? width - margin : margin, margin + (at + 1) * options.size * 1.7 * dots)
  })
  return { jpeg: canvas.toBuffer('image/jpeg', 85), width, height }
}

/** A PDF as a scanner makes it: every page is a picture of these lines, and there is no text in it. */
export function makeScan(pages: readonly (readonly string[])[], options: ScanOptions = {}): Uint8Array {
  const all = { width: 595, height: 842, dpi: 150, size: 12, ...options }
  const kids = pages.map((_, at) => `${3 + at * 3} 0 R`).join(' ')
  const objects = ['<< /Type /Catalog /Pages 2 0 R >>', `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`]
  const stream = (dictionary: string, content: string): string =>
    `<< ${dictionary} /Length ${content.length} >>\nstream\n${content}\nendstream`
  for (const lines of pages) {
    const { jpeg, width, height } = paint(lines, all)
    const number = objects.length + 1
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${all.width} ${all.height}] /Contents ${number + 1} 0 R
        /Resources << /XObject << /Scan ${number + 2} 0 R >> >> >>`,
      stream('', `q ${all.width} 0 0 ${all.height} 0 0 cm /Scan Do Q`),
      stream(
        `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode`,
        jpeg.toString('latin1'),
      ),
    )
  }
  let file = '%PDF-1.4\n'
  const offsets = objects.map((object, at) => {
    const offset = file.length
    file += `${at + 1} 0 obj\n${object}\nendobj\n`
    return `${String(offset).padStart(10, '0')} 00000 n \n`
  })
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}`
  const end = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`
  return Buffer.from(file + table + end, 'latin1')
}

/** A small scan of so many pages, quick to draw; no program could read it. */
export function makeSmallScan(pages: number): Uint8Array {
  return makeScan(
    Array.from({ length: pages }, (_, at) => [`page ${at + 1}`]),
    { width: 120, height: 60, dpi: 72 },
  )
}
