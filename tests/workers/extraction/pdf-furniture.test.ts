import { describe, expect, it } from 'vitest'
import { linesOfText, makePdf, makeVisualPdf, textAt } from '../../support/makers/pdf-maker.ts'
import { read } from './reading.ts'

/** What is marked as furniture on each page. */
async function furnitureOf(bytes: Uint8Array): Promise<string[][]> {
  const { pages } = await read('a.pdf', bytes)
  return pages.map(({ text, furniture = [] }) => furniture.map(({ start, end }) => text.slice(start, end)))
}

const words = 'peace trade visas ports rails mines labour health energy water research taxes'.split(' ')
const body = (page: number): string =>
  linesOfText(
    Array.from({ length: 20 }, (_, at) => `The Parties speak of ${words[(page + at) % words.length] ?? ''} here`),
    { top: 600 },
  )

describe('running headers, footers and page numbers', () => {
  it('are not seen in what stands on one page only', async () => {
    const letterhead = textAt(72, 800, 'MINISTRY OF DEFENCE')
    expect(await furnitureOf(makePdf([`${letterhead}\n${body(1)}`, body(2), body(3)]))).toEqual([[], [], []])
  })

  it('are not seen in a figure at the foot of two pages that does not count them', async () => {
    const pages = [2016, 1998, 2011].map((year, at) => `${body(at)}\n${textAt(72, 40, String(year))}`)
    expect(await furnitureOf(makePdf(pages))).toEqual([[], [], []])
  })

  it('are not seen in the headings of articles that stand at one height', async () => {
    const pages = [1, 2, 3].map((page) => `${textAt(72, 800, `Article ${page}`)}\n${body(page)}`)
    expect(await furnitureOf(makePdf(pages))).toEqual([[], [], []])
  })

  it('are what repeats at one height, figures apart, and stay in the text', async () => {
    const pages = [1, 2, 3].map((page) => `${textAt(72, 800, `Treaty Series, vol. ${page}`)}\n${body(page)}`)
    expect(await furnitureOf(makePdf(pages))).toEqual([
      ['Treaty Series, vol. 1'],
      ['Treaty Series, vol. 2'],
      ['Treaty Series, vol. 3'],
    ])
  })

  it('are numbers that count the pages', async () => {
    const pages = [17, 18, 19].map((page) => `${body(page)}\n${textAt(290, 40, String(page))}`)
    expect(await furnitureOf(makePdf(pages))).toEqual([['17'], ['18'], ['19']])
  })

  it.each(['Page 1 of 4', 'page 1 sur 4', '1/4', '- 1 -'])(
    'are what says of itself that it numbers a page: %s',
    async (line) => {
      expect(await furnitureOf(makePdf([`${body(1)}\n${textAt(290, 40, line)}`]))).toEqual([[line]])
    },
  )

  it('are found in Arabic with its own digits', async () => {
    expect(await furnitureOf(makeVisualPdf(['ﺔﻴﻗﺎﻔﺗا', '٣ ﻦﻣ ١ ﺔﺤﻔﺻ']))).toEqual([['صفحة ١ من ٣']])
  })

  it('stand apart from the paragraph that they touch', async () => {
    const pages = [1, 2].map((page) =>
      linesOfText(['Draft agreement', `The ${words[page] ?? ''} of both`, `and ${words[page + 3] ?? ''}`], {
        top: 800,
      }),
    )
    const { pages: read_ } = await read('a.pdf', makePdf(pages))
    expect(read_[0]?.text).toBe('Draft agreement\n\nThe trade of both\nand rails')
  })
})

describe('vowel signs painted by themselves', () => {
  const page = (sign: string): Uint8Array => {
    const characters = new Map([
      [0x21, 'ﺎ'],
      [0x22, 'ﻨ'],
      [0x23, 'ﻫ'],
      [0x24, sign],
    ])
    const at = (x: number, y: number, code: string): string => `BT /F2 12 Tf 1 0 0 1 ${x} ${y} Tm <${code}> Tj ET`
    const letters = [at(72, 700, '21'), at(79.2, 700, '22'), at(86.4, 700, '23')]
    return makePdf([[at(75, 703, '24'), ...letters].join('\n')], { characters })
  }

  it.each(['\u064b', ' \u064b'])('go to the letter over which they stand', async (sign) => {
    expect((await read('a.pdf', page(sign))).pages[0]?.text).toBe('هنا\u064b')
  })
})
