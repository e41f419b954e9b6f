import { describe, expect, it } from 'vitest'
import { linesOfText, makePdf, makeVisualPdf, picturePage, textAt } from '../../support/makers/pdf-maker.ts'
import { read, refusalOf, textOf } from './reading.ts'

describe('damaged PDFs', () => {
  it('refuses a file with nothing after its first line', async () => {
    expect((await refusalOf('a.pdf', '%PDF-1.4\nnothing')).reason).toBe('damaged')
  })

  it('finds the pages of a file whose table of objects is wrong', async () => {
    const wrong = Buffer.from(makePdf([linesOfText(['Treaty'])]))
    wrong.write('0000099999', wrong.indexOf('xref') + 30)
    expect(await textOf('a.pdf', wrong)).toBe('Treaty')
  })

  it('finds the pages of a file whose end is missing', async () => {
    const whole = makePdf([linesOfText(['Treaty'])])
    expect(await textOf('a.pdf', whole.subarray(0, whole.length - 60))).toBe('Treaty')
  })
})

describe('pages', () => {
  it('gives one page for each page, and grades those without text', async () => {
    const { pages } = await read('a.pdf', makePdf([linesOfText(['Treaty']), picturePage, '']))
    expect(pages).toEqual([
      { text: 'Treaty', grade: 'text' },
      { text: '', grade: 'image' },
      { text: '', grade: 'empty' },
    ])
  })

  it('leaves the bytes of its caller alone', async () => {
    const bytes = makePdf([linesOfText(['Treaty'])])
    const before = Buffer.from(bytes)
    await read('a.pdf', bytes)
    expect(before.equals(bytes)).toBe(true)
  })

  it.each(['Microsoft Word - accord', 'accord_final.doc', 'untitled'])(
    'does not take "%s" for a title',
    async (title) => {
      expect((await read('a.pdf', makePdf([linesOfText(['x'])], { title }))).metadata.title).toBeUndefined()
    },
  )

  it('takes a title that a person wrote', async () => {
    expect((await read('a.pdf', makePdf([linesOfText(['x'])], { title: 'Traité de paix' }))).metadata).toEqual({
      title: 'Traité de paix',
      titleField: 'pdf:Title',
    })
  })
})

describe('lines', () => {
  it('orders lines by their place and not by the order of painting', async () => {
    const content = [textAt(72, 700, 'second'), textAt(72, 714, 'first'), textAt(72, 686, 'third')].join('\n')
    expect(await textOf('a.pdf', makePdf([content]))).toBe('first\nsecond\nthird')
  })

  it('begins a paragraph where the gap is larger', async () => {
    expect(await textOf('a.pdf', makePdf([linesOfText(['a one', 'a two', '', 'b one', 'b two'])]))).toBe(
      'a one\na two\n\nb one\nb two',
    )
  })

  it('joins a word that was divided, and keeps a compound', async () => {
    const lines = ['The coope-', 'ration of vice-', 'presidents was well-known and well-', 'known']
    expect(await textOf('a.pdf', makePdf([linesOfText(lines)]))).toBe(
      'The cooperation\nof vice-\npresidents was well-known and well-\nknown',
    )
  })

  it('parts the cells of a row with tabs', async () => {
    const row = (y: number, cells: readonly string[]): string =>
      cells.map((cell, at) => textAt(72 + at * 120, y, cell)).join('\n')
    expect(await textOf('a.pdf', makePdf([[row(700, ['Art.', 'Text']), row(686, ['1', 'Peace'])].join('\n')]))).toBe(
      'Art.\tText\n1\tPeace',
    )
  })

  it('reads columns one after the other under their common heading', async () => {
    const left = Array.from({ length: 6 }, (_, at) => `left column line ${at + 1}`)
    const right = Array.from({ length: 6 }, (_, at) => `right column line ${at + 1}`)
    const heading = textAt(72, 760, 'A heading that reaches over both of the columns below it')
    const content = [heading, linesOfText(left, { top: 740 }), linesOfText(right, { x: 330, top: 740 })].join('\n')
    const lines = (await textOf('a.pdf', makePdf([content]))).split('\n').filter((line) => line !== '')
    expect(lines.slice(1)).toEqual([...left, ...right])
  })

  it('shows the text of the margin after that of the page', async () => {
    const margin = 'BT /F1 12 Tf 0 1 -1 0 40 300 Tm (Draft) Tj ET'
    expect(await textOf('a.pdf', makePdf([[margin, linesOfText(['Treaty'])].join('\n')]))).toBe('Treaty\n\nDraft')
  })
})

describe('Arabic', () => {
  it('puts what was painted from the left into the order of reading, in plain letters', async () => {
    const { pages } = await read('a.pdf', makeVisualPdf(['2025 ﺮﻳﺎﻨﻳ ﺔﻴﻗﺎﻔﺗا']))
    expect(pages).toEqual([{ text: 'اتفاقية يناير 2025', grade: 'repaired' }])
  })

  it('keeps a name in Latin letters whole inside the line', async () => {
    expect(await textOf('a.pdf', makeVisualPdf(['ﺮﻳزو Juvenal Mara ﺪﻴﺴﻟا', 'ﺔﻴﻗﺎﻔﺗا ﺔﻴﻗﺎﻔﺗا']))).toBe(
      'السيد Juvenal Mara وزير\nاتفاقية اتفاقية',
    )
  })

  it('keeps brackets round what they hold', async () => {
    expect(await textOf('a.pdf', makeVisualPdf(['(طﺎﺑﺮﻟا) بﺮﻐﻤﻟا']))).toBe('المغرب (الرباط)')
  })
})
