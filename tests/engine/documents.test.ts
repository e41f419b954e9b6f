import { describe, expect, it } from 'vitest'
import { anArchive } from '../support/an-archive.ts'
import { texts, threeLanguages } from '../support/three-languages.ts'

const unknown = '0'.repeat(26)

describe('describing a document', () => {
  it.each([
    [{ title: '' }],
    [{ title: '  ' }],
    [{ title: 'two\nlines' }],
    [{ kind: 'banana' }],
    [{ language: 'tlh' }],
    [{ issued: '2025-02-30' }],
    [{ issued: 'yesterday' }],
    [{ colour: 'red' }],
    [{ summary: 'x'.repeat(5001) }],
  ])('refuses %j', async (changes) => {
    const archive = await anArchive().withFile('a.txt', 'A text.').open()
    const id = await archive.idOf('a.txt')
    await expect(archive.call('documents.describe', { id, changes: changes as object })).rejects.toMatchObject({
      code: 'invalid-input',
    })
  })

  it('refuses a document that is not there', async () => {
    const archive = await anArchive().open()
    const call = archive.call('documents.describe', { id: unknown, changes: { title: 'A' } })
    await expect(call).rejects.toMatchObject({ code: 'document-not-found' })
  })

  it('keeps with a person’s value that it is a person’s, beyond doubt', async () => {
    const archive = await threeLanguages().open()
    const id = await archive.idOf('accord.txt')
    const before = await archive.call('documents.get', { id })
    expect(before.evidence.issued?.source).toBe('rule')
    await archive.call('documents.describe', { id, changes: { issued: '2025-06', place: 'Rabat' } })
    const after = await archive.call('documents.get', { id })
    expect(after).toMatchObject({ issued: '2025-06', place: 'Rabat', title: before.title })
    expect(after.evidence.issued).toEqual({ source: 'person', rule: 'described', confidence: 1 })
    expect(after.evidence.title).toEqual(before.evidence.title)
  })

  it('lets a person confirm what a rule found', async () => {
    const archive = await threeLanguages().open()
    const id = await archive.idOf('accord.txt')
    const { issued } = await archive.call('documents.get', { id })
    expect(await archive.call('documents.describe', { id, changes: { issued } })).toMatchObject({ changed: 1 })
    expect(await archive.call('documents.describe', { id, changes: { issued } })).toEqual({ changed: 0 })
  })

  it('finds the document by its new title and date at once', async () => {
    const archive = await threeLanguages().open()
    const id = await archive.idOf('accord.txt')
    await archive.call('documents.describe', { id, changes: { title: 'Zanzibar protocol', issued: '1999' } })
    expect(await archive.found('zanzibar')).toEqual(['accord.txt'])
    expect(await archive.found('issued:1999-05')).toEqual(['accord.txt'])
    expect(await archive.found('issued:2025')).toEqual(['itifaq.txt'])
  })
})

describe('a document', () => {
  it('has the words of its file, its tags, and where its file lay', async () => {
    const archive = await threeLanguages().open()
    const record = await archive.call('documents.get', { id: await archive.idOf('itifaq.txt') })
    expect(record).toMatchObject({ language: 'ar', tags: ['cooperation/military'], issued: '2025-06-17' })
    expect(record.pages.map((page) => page.text).join('')).toContain(texts['itifaq.txt'].slice(0, 20))
    expect(record.file).toMatchObject({ name: 'itifaq.txt', bytes: Buffer.byteLength(texts['itifaq.txt']) })
  })

  it('is gone for every call once it is removed', async () => {
    const archive = await threeLanguages().open()
    const id = await archive.idOf('tourism.txt')
    await archive.call('documents.remove', { selection: { ids: [id] }, reason: 'not ours' })
    await expect(archive.call('documents.get', { id })).rejects.toMatchObject({ code: 'document-not-found' })
    await expect(archive.call('documents.hits', { id, text: 'a' })).rejects.toMatchObject({
      code: 'document-not-found',
    })
    expect(await archive.found('tourism')).toEqual([])
    expect((await archive.call('documents.ids', { offset: 0, limit: 10 })).ids).not.toContain(id)
  })

  it('is not removed twice', async () => {
    const archive = await threeLanguages().open()
    const ids = [await archive.idOf('tourism.txt')]
    await archive.call('documents.remove', { selection: { ids }, reason: '' })
    const again = archive.call('documents.remove', { selection: { ids }, reason: '' })
    await expect(again).rejects.toMatchObject({ code: 'document-not-found' })
  })
})
