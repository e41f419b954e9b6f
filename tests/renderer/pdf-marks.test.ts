import { describe, expect, it } from 'vitest'
import type { PdfItem } from '../../renderer/src/viewer/pdf-lines.ts'
import { type Measures, marksOnPage, type PageMarks } from '../../renderer/src/viewer/pdf-marks.ts'
import { itemsOfNote } from '../../renderer/src/viewer/pdf-notes.ts'

const size = 10
/** Every sign is as wide as the letters are high. */
const measures: Measures = { width: (text) => Array.from(text).length * 100, isExact: () => true }
/** A page of 1,000 by 1,000 points, so that parts of it are points and thousandths. */
const side = 1000
const view = [1, 0, 0, -1, 0, side]

/** A piece of text whose baseline begins at `x` and `y` points from the upper left corner. */
function item(str: string, x: number, y: number, width = Array.from(str).length * size): PdfItem {
  return { str, width, height: size, transform: [size, 0, 0, size, x, side - y], fontName: 'f' }
}

/** The signs of a line as a browser paints them: one piece for each, given from left to right. */
function signs(line: string, x: number, y: number): PdfItem[] {
  return Array.from(line, (sign, at) => item(sign, x + at * size, y))
}

function marked(text: string, items: readonly PdfItem[], ...words: readonly string[]): PageMarks {
  let from = 0
  const hits = words.map((word, index) => {
    const start = text.indexOf(word, from)
    from = start + word.length
    return { start, end: from, index }
  })
  return marksOnPage(text, hits, { items, view, width: side, height: side }, measures)
}

/** The left and right edges of the boxes of each mark, in points. */
function edges({ marks }: PageMarks): number[][][] {
  return marks.map(({ boxes }) =>
    boxes.map(({ left, width }) => [Math.round(left * side), Math.round((left + width) * side)]),
  )
}

describe('marks on the page of a PDF', () => {
  it('stand on the word of a line', () => {
    const page = marked('The land was sold.', [item('The land was sold.', 100, 200)], 'land')
    expect(edges(page)).toEqual([[[140, 180]]])
    const [box] = page.marks[0]?.boxes ?? []
    expect((box?.top ?? 0) * side).toBeLessThan(200 - size / 2)
    expect(((box?.top ?? 0) + (box?.height ?? 0)) * side).toBeGreaterThan(200)
  })

  it('are two boxes where a phrase runs over two lines', () => {
    const items = [item('signed by the joint', 100, 200), item('commission in Rabat', 100, 214)]
    const page = marked('signed by the joint\ncommission in Rabat', items, 'joint\ncommission')
    expect(edges(page)).toEqual([
      [
        [240, 290],
        [100, 200],
      ],
    ])
  })

  it('are one box for a phrase whose words are pieces of their own', () => {
    const items = [item('joint', 100, 200), item('commission', 155, 200)]
    expect(edges(marked('joint commission', items, 'joint commission'))).toEqual([[[100, 255]]])
  })

  it('lie in the spaces of a stretched line by the widths of its letters', () => {
    // Seventeen letters of ten points and four spaces of eight.
    const page = marked('the land was sold off', [item('the land was sold off', 100, 200, 17 * size + 4 * 8)], 'sold')
    expect(edges(page)).toEqual([[[224, 264]]])
  })

  it('run back from the right edge of an Arabic piece', () => {
    const page = marked('اللجنة المشتركة', [item('اللجنة المشتركة', 100, 200)], 'اللجنة')
    expect(edges(page)).toEqual([[[190, 250]]])
  })

  it('leave a number in an Arabic piece in its own direction', () => {
    const text = 'عام 2026 في'
    // From the left: a word of two letters, a space, the number, a space, a word of three.
    expect(edges(marked(text, [item(text, 100, 200)], '2026'))).toEqual([[[130, 170]]])
    expect(edges(marked(text, [item(text, 100, 200)], 'عام'))).toEqual([[[180, 210]]])
  })

  it('find letters in their shapes, painted one by one from the left', () => {
    // As the eye meets them from the left: the commission, 2026.
    const items = signs('2026 \ufe94\ufee8\ufea0\ufee0\ufedf\ufe8d', 100, 200)
    expect(edges(marked('اللجنة 2026', items, 'اللجنة', '2026'))).toEqual([[[150, 210]], [[100, 140]]])
  })

  it('find both letters of a ligature, vowel signs or not', () => {
    const items = signs('\ufe94\ufef4\ufed7\ufe8e\ufed4\ufe97\ufefb\ufe8d', 100, 200)
    const page = marked('الاتِّفاقيّة', items, 'الاتِّفاقيّة')
    expect(page.unplaced).toBe(0)
    expect(edges(page)).toEqual([[[100, 180]]])
  })

  it('find Arabic that the file holds backwards', () => {
    const lines = ['اللجنة العسكرية المشتركة', 'اتفاقية التعاون بين الطرفين']
    const items = lines.map((line, at) => item(Array.from(line).reverse().join(''), 100, 200 + at * 14))
    expect(marked(lines.join('\n'), items, 'العسكرية', 'التعاون').unplaced).toBe(0)
  })

  it('do not depend on the order in which the page paints', () => {
    const left = ['The first column tells', 'of the land that was', 'sold to the village.']
    const right = ['The second column is', 'about the wood that', 'the village has kept.']
    const items = [...right.map((line, at) => item(line, 500, 200 + at * 14))]
    items.unshift(...left.map((line, at) => item(line, 100, 200 + at * 14)).reverse())
    const text = [...left, ...right].join('\n')
    expect(edges(marked(text, items, 'village', 'wood', 'village'))).toEqual([[[220, 290]], [[600, 640]], [[540, 610]]])
  })

  it('are two boxes for a word that was divided at the end of a line', () => {
    const items = [item('under the new agree-', 100, 200), item('ment of the parties', 100, 214)]
    expect(edges(marked('under the new agreement\nof the parties', items, 'agreement'))).toEqual([
      [
        [240, 290],
        [100, 140],
      ],
    ])
  })

  it('follow a line that stands upright on the page', () => {
    const upright = { ...item('Copy of the archive', 0, 0), transform: [0, size, -size, 0, 300, 400] }
    const page = marked('Copy of the archive', [upright], 'archive')
    const [box] = page.marks[0]?.boxes ?? []
    expect(box?.angle).toBeCloseTo(-Math.PI / 2)
    expect((box?.width ?? 0) * side).toBeCloseTo(70)
    // Twelve signs further up than where the line begins, 400 points above the foot of the page.
    expect((box?.top ?? 0) * side).toBeCloseTo(side - 400 - 120)
  })

  it('tell the same word of two cells apart', () => {
    const items = [item('Rabat', 100, 200), item('12', 300, 200), item('Kigali', 100, 214), item('12', 300, 214)]
    const page = marked('Rabat\t12\nKigali\t12', items, 'Rabat', '12', 'Kigali', '12')
    expect(page.marks.map(({ boxes }) => Math.round((boxes[0]?.top ?? 0) * side))).toEqual([191, 191, 205, 205])
  })

  it('are none, and counted, where the page says something else', () => {
    const page = marked('The land was sold.', [item('Ein ganz anderer Satz', 100, 200)], 'land', 'sold')
    expect(page).toEqual({ marks: [], unplaced: 2 })
  })

  it('are none where the page paints no text, or there is none', () => {
    expect(marked('land', [], 'land')).toEqual({ marks: [], unplaced: 1 })
    expect(marked('', [item('land', 100, 200)])).toEqual({ marks: [], unplaced: 0 })
    const odd = { str: 'land', width: Number.NaN, height: 0, transform: [], fontName: '' }
    expect(() => marked('land', [odd], 'land')).not.toThrow()
  })

  it('stand in the fields of a form, hidden ones excepted', () => {
    const field = { subtype: 'Widget', textContent: ['Kigali 2026'], rect: [100, 700, 300, 714] }
    expect(marked('Kigali 2026', itemsOfNote(field), 'Kigali').unplaced).toBe(0)
    expect(itemsOfNote({ ...field, annotationFlags: 2 })).toEqual([])
    expect(itemsOfNote({ subtype: 'Link', rect: [] })).toEqual([])
  })

  it.each([
    ['that the page paints in another order', (line: string) => line],
    ['of which the page paints nothing', (line: string) => line.replace(/\p{L}/gu, 'x')],
    ['that says one thing over and over', () => 'the same line of the same page again'],
  ])('come in time for two million signs %s', (_what, painted) => {
    let state = 1
    const word = (): string => (state = (state * 48271) % 2147483647).toString(36)
    const lines = Array.from({ length: 28_000 }, () => Array.from({ length: 11 }, word).join(' '))
    const items = lines.map((line, at) => item(painted(line), 100 + (at % 2), at * 14)).reverse()
    const text = lines.join('\n')
    expect(text.length).toBeGreaterThan(2_000_000)
    const began = performance.now()
    marked(text, items, ...lines.slice(0, 50).map((line) => line.slice(0, 6)))
    expect(performance.now() - began).toBeLessThan(10_000)
  })
})
