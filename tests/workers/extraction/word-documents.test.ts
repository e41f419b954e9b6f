import { describe, expect, it } from 'vitest'
import { makeDocxOf } from '../../support/makers/docx-maker.ts'
import { refusalOf, textOf } from './reading.ts'

const run = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`
const paragraph = (content: string): string => `<w:p>${content}</w:p>`
const textBox = (text: string): string =>
  `<mc:AlternateContent><mc:Choice Requires="wps"><wps:txbx><w:txbxContent>${paragraph(run(text))}</w:txbxContent></wps:txbx></mc:Choice>` +
  `<mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>${paragraph(run(text))}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent>`

describe('Word documents', () => {
  it('refuses one with nothing but a page number in its footer', async () => {
    const footer = { 'word/footer1.xml': paragraph(run('Page 1 of 3')) }
    expect((await refusalOf('a.docx', await makeDocxOf(paragraph(''), footer))).reason).toBe('empty')
  })

  it('keeps what was inserted and leaves out what was deleted', async () => {
    const body =
      `${run('The ')}<w:ins w:id="1" w:author="a">${run('new ')}</w:ins>` +
      `<w:del w:id="2" w:author="a"><w:r><w:delText>old </w:delText></w:r></w:del>${run('Accord')}`
    expect(await textOf('a.docx', await makeDocxOf(paragraph(body)))).toBe('The new Accord')
  })

  it('has text that was moved only where it was moved to', async () => {
    const body =
      paragraph(`<w:moveFrom w:id="1" w:author="a">${run('moved')}</w:moveFrom>${run('first')}`) +
      paragraph(`<w:moveTo w:id="2" w:author="a">${run('moved')}</w:moveTo>${run(' second')}`)
    expect(await textOf('a.docx', await makeDocxOf(body))).toBe('first\n\nmoved second')
  })

  it('reads the text of a box once', async () => {
    const body = paragraph(`${run('Before')}<w:r>${textBox('Boxed')}</w:r>`) + paragraph(run('After'))
    const text = await textOf('a.docx', await makeDocxOf(body))
    expect(text.match(/Boxed/g)).toHaveLength(1)
    expect(text).toContain('Before')
  })

  it('puts a reference number of the footer last, and not what the body holds as well', async () => {
    const parts = {
      'word/header1.xml': paragraph(run('Ministry of Defence')),
      'word/footer1.xml': paragraph(run('Ref. MOD/2026/17')) + paragraph(run('2')),
    }
    const body = paragraph(run('Ministry of Defence')) + paragraph(run('Joint communiqué'))
    expect(await textOf('a.docx', await makeDocxOf(body, parts))).toBe(
      'Ministry of Defence\n\nJoint communiqué\n\nRef. MOD/2026/17',
    )
  })

  it('leaves out comments', async () => {
    const body = paragraph(`<w:commentRangeStart w:id="1"/>${run('Text')}<w:r><w:commentReference w:id="1"/></w:r>`)
    const parts = { 'word/comments.xml': `<w:comment w:id="1">${paragraph(run('Remark'))}</w:comment>` }
    expect(await textOf('a.docx', await makeDocxOf(body, parts))).toBe('Text')
  })
})
