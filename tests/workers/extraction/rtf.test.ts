import { describe, expect, it } from 'vitest'
import { makeRtf } from '../../support/makers/text-makers.ts'
import { textOf } from './reading.ts'

const rtf = (body: string): string => Buffer.from(makeRtf(body)).toString('latin1')

describe('RTF texts', () => {
  it('end with their last group, whatever bytes follow', async () => {
    expect(await textOf('a.rtf', Buffer.from(`${rtf('Body')}\nï¿½8$DM q|`, 'latin1'))).toBe('Body')
  })

  it('do not end at a brace too many', async () => {
    expect(await textOf('a.rtf', rtf('First}\\par second'))).toBe('First\n\nsecond')
  })

  it('keep the numbers of lists and the text of footnotes, and leave out headers', async () => {
    const body = '{\\header Page}{\\listtext 1.\\tab}Peace{\\footnote With reserve}\\par'
    expect(await textOf('a.rtf', makeRtf(body))).toBe('1.\tPeace [With reserve]')
  })

  it('read Arabic in the code page of its font, and the pairs of Unicode beyond the first plane', async () => {
    expect(await textOf('a.rtf', makeRtf("{\\f1 \\'c7\\'e1\\'d1\\'c8\\'c7\\'d8} \\u-10187?\\u-9138?"))).toBe('الرباط 𝑎')
  })
})
