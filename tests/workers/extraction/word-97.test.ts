import { describe, expect, it } from 'vitest'
import { makeDoc, makeOldDoc, makeOle } from '../../support/makers/ole-maker.ts'
import { encode } from '../../support/makers/text-makers.ts'
import { refusalOf, textOf } from './reading.ts'

const deleted = Uint8Array.of(0x00, 0x08, 1)
const inTable = [0x16, 0x24, 1]
const cell = Uint8Array.from(inTable)
const rowEnd = Uint8Array.from([...inTable, 0x17, 0x24, 1])

describe('a Word document of the older kind that is not what it should be', () => {
  it('is refused as damaged when its table of pieces is none', async () => {
    const word = Buffer.alloc(2048)
    word.writeUInt16LE(0xa5ec, 0)
    word.writeUInt16LE(0xc1, 2)
    expect((await refusalOf('a.doc', makeOle({ WordDocument: word, '0Table': Buffer.alloc(64) }))).reason).toBe(
      'damaged',
    )
  })

  it('is refused as damaged when it claims more characters than it holds', async () => {
    const doc = makeDoc({ main: [{ text: 'Text.\r' }] })
    const at = doc.indexOf(Buffer.from('eca5', 'hex'))
    doc.writeUInt32LE(0x7fffffff, at + 0x4c)
    expect((await refusalOf('a.doc', doc)).reason).toBe('damaged')
  })

  it('keeps the text after a field that never ends', async () => {
    expect(await textOf('a.doc', makeDoc({ main: [{ text: 'Before \u0013DATE and after.\r' }] }))).toBe(
      'Before DATE and after.',
    )
  })
})

describe('a Word document of the older kind', () => {
  it('leaves out what tracked changes have deleted', async () => {
    const doc = makeDoc({ main: [{ text: 'The old Accord.\r', narrow: true }], characters: [[4, 8, deleted]] })
    expect(await textOf('a.doc', doc)).toBe('The Accord.')
  })

  it('keeps an empty cell in its column when the formatting says where rows end', async () => {
    const text = 'a\u0007\u0007c\u0007\u0007After.\r'
    const doc = makeDoc({
      main: [{ text, narrow: true }],
      paragraphs: [
        [0, 5, cell],
        [5, 6, rowEnd],
      ],
    })
    expect(await textOf('a.doc', doc)).toBe('a\t\tc\n\nAfter.')
  })

  it('shows the result of a field inside the instruction of another nowhere', async () => {
    const text = 'See \u0013IF \u0013PAGE\u00143\u0015 > 1\u0014the annex\u0015.\r'
    expect(await textOf('a.doc', makeDoc({ main: [{ text }] }))).toBe('See the annex.')
  })

  it('keeps hyphens that do not break and drops those that only may', async () => {
    expect(await textOf('a.doc', makeDoc({ main: [{ text: 'vice\u001epresident com\u001fmuniqué\r' }] }))).toBe(
      'vice\u2011president communiqué',
    )
  })

  it('numbers footnotes where they are called and where they stand', async () => {
    const doc = makeDoc({ main: [{ text: 'Signed\u0002 today.\r' }], footnotes: '\u0002 In Rabat.\r' })
    expect(await textOf('a.doc', doc)).toBe('Signed[1] today.\n\n[1] In Rabat.')
  })
})

describe('a document of Word 95', () => {
  it.each([
    ['Arabic', 0x401, 'windows-1256', 'وقعت الاتفاقية في الرباط.'],
    ['French', 0x40c, 'windows-1252', 'L’accord a été signé.'],
  ])('in %s is read in the code page of its language', async (_, language, encoding, text) => {
    expect(await textOf('a.doc', makeOldDoc({ text: encode(`${text}\r`, encoding), language }))).toBe(text)
  })
})
