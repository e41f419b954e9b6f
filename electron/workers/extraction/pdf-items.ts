/** One piece of text as the page paints it. Points (1/72 inch) from the top left corner of the page as it is shown. */
export interface TextPiece {
  readonly text: string
  /** The left edge. */
  readonly x: number
  /** The baseline; it grows downwards. */
  readonly y: number
  readonly width: number
  /** The size of the letters. */
  readonly height: number
  /** The place in the order in which the page paints its pieces. */
  readonly order: number
}

/** What pdf.js says of a piece of text, as far as it is used here. */
export interface PdfItem {
  readonly str: string
  readonly width: number
  readonly height: number
  readonly transform: readonly number[]
}

export interface PagePieces {
  /** Pieces on lines that run across the page. */
  readonly upright: readonly TextPiece[]
  /** The text of margins and stamps, which stands or lies slantwise, in the order of painting. */
  readonly turned: readonly string[]
}

/** Arabic letters in the shapes of their places, and Latin ligatures, which must become letters again. */
const shapedLetters = /[\uFB00-\uFB4F\uFB50-\uFDFB\uFE70-\uFEFC]/g

export function hasShapedArabic(text: string): boolean {
  return /[\uFB50-\uFDFB\uFE70-\uFEFC]/.test(text)
}

/** Turns letter shapes into letters. A vowel sign that carries a space or a dash of its own gives it up. */
export function plainLetters(text: string): string {
  return text.replace(shapedLetters, (shape) => shape.normalize('NFKC').replace(/[ \u0640](?=\p{M})/gu, ''))
}

function multiply(m: readonly number[], n: readonly number[]): number[] {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = m
  const [g = 1, h = 0, i = 0, j = 1, k = 0, l = 0] = n
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f]
}

const controlSigns = /[\u0000-\u0008\u000e-\u001f]/g

const mostlyRightToLeft = /^[^\p{L}]*[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/u

/** The characters of a text in reverse. */
export function backwards(text: string): string {
  return Array.from(text).reverse().join('')
}

/** Sorts what pdf.js found on a page into upright pieces and turned text. `viewTransform` maps the page to what is shown. */
export function piecesOf(items: readonly PdfItem[], viewTransform: readonly number[]): PagePieces {
  const upright: TextPiece[] = []
  const turned: string[] = []
  items.forEach((item, order) => {
    // A glyph without a meaning comes as a control sign.
    const str = item.str.replace(controlSigns, '')
    // pdf.js parts a vowel sign from its letter with a space that takes no room.
    const takesNoRoom = item.width < 0.05 && str.trim() === ''
    if (str === '' || takesNoRoom) return
    const [a = 0, b = 0, , , x = 0, y = 0] = multiply(viewTransform, item.transform)
    const isUpright = Math.abs(b) <= Math.abs(a) * 0.1
    if (!isUpright) {
      if (str.trim() !== '') turned.push(plainLetters(str).trim())
      return
    }
    // Text painted leftwards is in the order of reading already, and pdf.js has turned it round for nothing.
    const isPaintedLeftwards = a < 0 && mostlyRightToLeft.test(str)
    const text = isPaintedLeftwards ? backwards(str) : str
    const height = item.height > 0 ? item.height : Math.abs(a)
    upright.push({ text, x: a < 0 ? x - item.width : x, y, width: item.width, height, order })
  })
  return { upright, turned }
}
