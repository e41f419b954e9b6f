import { describe, expect, it } from 'vitest'
import { linesOfText, makePdf } from '../../support/makers/pdf-maker.ts'
import { read } from './reading.ts'

describe('a PDF that does not begin with its head', () => {
  it('is read when the head comes late', async () => {
    const pdf = makePdf([linesOfText(['Joint statement'])])
    const junk = Buffer.from('HTTP/1.1 200 OK\r\n'.repeat(300))
    expect((await read('a.pdf', Buffer.concat([junk, pdf]))).mediaType).toBe('application/pdf')
  })

  it('is read by its objects when it is named so and the head is lost', async () => {
    const pdf = makePdf([linesOfText(['Joint statement'])])
    expect((await read('a.pdf', pdf.subarray(9))).mediaType).toBe('application/pdf')
  })

  it('is a text when it only tells of one', async () => {
    expect((await read('a.txt', `${'A text of some length. '.repeat(80)}%PDF-1.4 and then 1 0 obj.`)).mediaType).toBe(
      'text/plain',
    )
  })
})
