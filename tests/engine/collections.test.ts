import { describe, expect, it } from 'vitest'
import type { TestArchive } from '../support/an-archive.ts'
import { threeLanguages } from '../support/three-languages.ts'

async function aCollection(name = 'Rabat papers'): Promise<{ archive: TestArchive; id: string }> {
  const archive = await threeLanguages().open()
  const { id } = await archive.call('collections.make', { name, note: '' })
  return { archive, id }
}

const files = async (archive: TestArchive, text: string): Promise<string[]> =>
  (await archive.search(text, { sort: 'collection' })).hits.map((hit) => hit.file.replace(/^.*\//, ''))

describe('a collection', () => {
  it('holds what is put into it, in the order in which that was done', async () => {
    const { archive, id } = await aCollection()
    for (const name of ['tourism.txt', 'accord.txt', 'communique.txt'])
      await archive.call('collections.put', { id, selection: { ids: [await archive.idOf(name)] } })
    expect(await files(archive, 'collection:"rabat papers"')).toEqual(['tourism.txt', 'accord.txt', 'communique.txt'])
  })

  it('holds a document once', async () => {
    const { archive, id } = await aCollection()
    await archive.call('collections.put', { id, selection: { query: 'lang:en' } })
    expect(await archive.call('collections.put', { id, selection: { query: 'lang:en' } })).toEqual({ changed: 0 })
    const { collections } = await archive.call('collections.list', {})
    expect(collections).toMatchObject([{ name: 'Rabat papers', documents: 2 }])
  })

  it('lets a document be moved before another and to the end', async () => {
    const { archive, id } = await aCollection()
    await archive.call('collections.put', { id, selection: { query: 'lang:en' } })
    const [first = '', second = ''] = await files(archive, 'collection:"Rabat papers"')
    await archive.call('collections.move', { id, document: await archive.idOf(first) })
    expect(await files(archive, 'collection:"Rabat papers"')).toEqual([second, first])
    const moved = { id, document: await archive.idOf(first), before: await archive.idOf(second) }
    await archive.call('collections.move', moved)
    expect(await files(archive, 'collection:"Rabat papers"')).toEqual([first, second])
  })

  it('comes back whole and in order when its removal is undone', async () => {
    const { archive, id } = await aCollection()
    await archive.call('collections.put', { id, selection: { query: '' } })
    const before = await files(archive, 'collection:"Rabat papers"')
    await archive.call('collections.remove', { id })
    expect((await archive.search('collection:"Rabat papers"')).query.notices).toEqual([
      { code: 'unknown-collection', text: 'Rabat papers' },
    ])
    await archive.call('history.undo', {})
    expect(await files(archive, 'collection:"Rabat papers"')).toEqual(before)
  })

  it('can be asked for in French and Arabic, and excluded', async () => {
    const { archive, id } = await aCollection()
    await archive.call('collections.put', { id, selection: { query: 'lang:en' } })
    expect(await archive.found('dossier:"Rabat papers"')).toEqual(['communique.txt', 'tourism.txt'])
    expect(await archive.found('مجموعة:"Rabat papers"')).toEqual(['communique.txt', 'tourism.txt'])
    expect(await archive.found('-collection:"Rabat papers"')).toEqual(['accord.txt', 'itifaq.txt'])
  })

  it('is found by its name while one types', async () => {
    const { archive } = await aCollection()
    const { suggestions } = await archive.call('search.suggest', { text: 'papres', limit: 5 })
    expect(suggestions).toMatchObject([{ type: 'collection', title: 'Rabat papers' }])
  })

  it.each([
    ['a name that another has, in other letters', 'RABAT PAPERS', 'collection-exists'],
    ['a name with quotation marks', 'The "papers"', 'invalid-input'],
    ['a blank name', '  ', 'invalid-input'],
  ])('is refused with %s', async (_, name, code) => {
    const { archive } = await aCollection()
    await expect(archive.call('collections.make', { name, note: '' })).rejects.toMatchObject({ code })
  })
})
