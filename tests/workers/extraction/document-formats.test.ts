import { describe, expect, it } from 'vitest'
import { makeDocx } from '../../support/makers/docx-maker.ts'
import { makeOdt } from '../../support/makers/odt-maker.ts'
import { read, textOf } from './reading.ts'

describe('Word documents', () => {
  it('reads paragraphs, tables and footnotes', async () => {
    const text = await textOf(
      'a.docx',
      await makeDocx({ paragraphs: ['Joint', 'statement'], rows: [['a', 'b']], footnote: 'See 1998.' }),
    )
    expect(text).toContain('Joint\n\nstatement\n\nNoted[1]\n\na\tb')
    expect(text).toContain('1. See 1998.')
  })

  it('takes the title from the properties unless it is a file name', async () => {
    expect((await read('a.docx', await makeDocx({ paragraphs: ['x'], title: 'Accord' }))).metadata).toMatchObject({
      title: 'Accord',
      titleField: 'docx:dc:title',
    })
    expect(
      (await read('a.docx', await makeDocx({ paragraphs: ['x'], title: 'accord final.docx' }))).metadata.title,
    ).toBeUndefined()
  })

  it('is known by its content under any name', async () => {
    expect((await read('a.pdf', await makeDocx({ paragraphs: ['x'] }))).extension).toBe('docx')
  })
})

describe('OpenDocument texts', () => {
  it('expands spaces and tabs and parts paragraphs', async () => {
    const body = '<text:h>Accord</text:h>\n<text:p>a<text:s text:c="3"/>b<text:tab/>c<text:line-break/>d</text:p>'
    expect(await textOf('a.odt', await makeOdt(body))).toBe('Accord\n\na   b\tc\nd')
  })

  it('leaves out comments and what tracked changes deleted', async () => {
    const body =
      '<text:tracked-changes><text:p>gone</text:p></text:tracked-changes><text:p>kept<office:annotation><text:p>remark</text:p></office:annotation></text:p>'
    expect(await textOf('a.odt', await makeOdt(body))).toBe('kept')
  })

  it('puts notes after the text that calls them', async () => {
    const note =
      '<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Signed.</text:p></text:note-body></text:note>'
    expect(await textOf('a.odt', await makeOdt(`<text:p>Treaty${note} of peace</text:p><text:p>End</text:p>`))).toBe(
      'Treaty[1] of peace\n\nEnd\n\n[1] Signed.',
    )
  })

  it('reads tables as rows and lists as lines', async () => {
    const cell = (text: string): string => `<table:table-cell><text:p>${text}</text:p></table:table-cell>`
    const item = (text: string): string => `<text:list-item><text:p>${text}</text:p></text:list-item>`
    const body = `<table:table><table:table-row>${cell('a')}${cell('b')}</table:table-row></table:table><text:list>${item('c')}${item('d')}</text:list>`
    expect(await textOf('a.odt', await makeOdt(body))).toBe('a\tb\n\n- c\n- d')
  })

  it('takes the title from the properties', async () => {
    const { metadata } = await read('a.odt', await makeOdt('<text:p>x</text:p>', { title: 'Accord de paix' }))
    expect(metadata).toEqual({ title: 'Accord de paix', titleField: 'odt:dc:title' })
  })
})
