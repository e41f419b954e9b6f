import { describe, expect, it } from 'vitest'
import { type TestArchive, anArchive } from '../support/an-archive.ts'

const texts = {
  'en.txt':
    'Talks\n\nRabat, 4 March 2026. Foreign Minister Nasser Bourita met Mr Antonio Guterres in Rabat. Bourita spoke.',
  'ar.txt':
    'محادثات\n\nالرباط، 4 مارس 2026. التقى وزير الخارجية ناصر بوريطة السيد أنطونيو غوتيريش في الرباط يوم الأربعاء.',
} as const

function withTexts() {
  return anArchive().withFile('en.txt', texts['en.txt']).withFile('ar.txt', texts['ar.txt'])
}

async function personCalled(archive: TestArchive, text: string): Promise<string> {
  const { names } = await archive.call('names.list', { type: 'person', text, offset: 0, limit: 10 })
  return names[0]?.id ?? ''
}

describe('the authority file', () => {
  it('has a record for everybody whom texts name, with the documents that do', async () => {
    const archive = await withTexts().open()
    const { names } = await archive.call('names.list', { type: 'person', text: 'bourita', offset: 0, limit: 10 })
    expect(names).toMatchObject([{ preferred: 'Nasser Bourita', documents: 1, variants: [] }])
  })

  it('proposes the same person in another script', async () => {
    const archive = await withTexts().open()
    const { proposals } = await archive.call('names.get', { id: await personCalled(archive, 'bourita') })
    expect(proposals.map(({ name }) => name)).toContain('ناصر بوريطة')
  })

  it('joins two names, so that either finds the documents of both, and parts them when that is undone', async () => {
    const archive = await withTexts().open()
    const id = await personCalled(archive, 'بوريطة')
    const into = await personCalled(archive, 'bourita')
    expect(await archive.found('person:"Nasser Bourita"')).toEqual(['en.txt'])
    await archive.call('names.merge', { id, into })
    expect(await archive.found('person:"Nasser Bourita"')).toEqual(['ar.txt', 'en.txt'])
    expect(await archive.found('شخص:"ناصر بوريطة"')).toEqual(['ar.txt', 'en.txt'])
    const { facets } = await archive.search('', { facets: true })
    expect(facets?.person.find(({ value }) => value === 'Nasser Bourita')?.count).toBe(2)
    expect(await archive.call('names.get', { id })).toMatchObject({ id: into, documents: 2, variants: [{ id }] })
    await archive.call('history.undo', {})
    expect(await archive.found('person:"Nasser Bourita"')).toEqual(['en.txt'])
  })

  it('parts a name from its record again', async () => {
    const archive = await withTexts().open()
    const id = await personCalled(archive, 'بوريطة')
    await archive.call('names.merge', { id, into: await personCalled(archive, 'bourita') })
    await archive.call('names.split', { id })
    expect(await archive.found('person:"Nasser Bourita"')).toEqual(['en.txt'])
    expect(await archive.call('names.split', { id })).toEqual({ changed: 0 })
  })

  it('keeps what a person says of a name, and finds it by the new name', async () => {
    const archive = await withTexts().open()
    const id = await personCalled(archive, 'guterres')
    await archive.call('names.change', { id, changes: { preferred: 'António Guterres', note: 'Secretary-General' } })
    expect(await archive.call('names.get', { id })).toMatchObject({ preferred: 'António Guterres', country: '' })
    expect(await archive.found('person:"Antonio Guterres"')).toContain('en.txt')
  })

  it.each(['itself', 'a name of another kind'])('refuses to merge a name into %s', async (what) => {
    const archive = await withTexts().open()
    const id = await personCalled(archive, 'bourita')
    const { names } = await archive.call('names.list', { type: 'place', text: '', offset: 0, limit: 1 })
    const into = what === 'itself' ? id : (names[0]?.id ?? '')
    await expect(archive.call('names.merge', { id, into })).rejects.toMatchObject({ code: 'invalid-input' })
  })

  it('says so when there is no such name', async () => {
    const archive = await withTexts().open()
    await expect(archive.call('names.get', { id: '0'.repeat(26) })).rejects.toMatchObject({ code: 'name-not-found' })
  })
})
