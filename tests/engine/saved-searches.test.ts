import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { holdsNumber, packNumbers } from '../../electron/engine/saved-searches/saved-searches.rules.ts'
import type { TestArchive } from '../support/an-archive.ts'
import { threeLanguages } from '../support/three-languages.ts'

const values = { name: 'Military talks', text: 'military', sort: 'relevance', pinned: true } as const

async function withNewDocument(archive: TestArchive): Promise<void> {
  const file = path.join(archive.sources, 'new.txt')
  await writeFile(file, 'New talks\n\nThe military delegations met again in Kigali.')
  await archive.import([file])
}

describe('a saved search', () => {
  it('tells what is new since it was saved, and finds it', async () => {
    const archive = await threeLanguages().open()
    const { id } = await archive.call('searches.save', values)
    const { total } = await archive.search('military')
    expect(await archive.call('searches.count', { id })).toEqual({ total, fresh: 0 })
    await withNewDocument(archive)
    expect(await archive.call('searches.count', { id })).toEqual({ total: total + 1, fresh: 1 })
    expect(await archive.found('military new:"Military talks"')).toEqual(['new.txt'])
  })

  it('has nothing new once somebody has looked', async () => {
    const archive = await threeLanguages().open()
    const { id } = await archive.call('searches.save', values)
    await withNewDocument(archive)
    const { total } = await archive.call('searches.look', { id })
    expect(await archive.call('searches.count', { id })).toEqual({ total, fresh: 0 })
    expect((await archive.call('searches.list', {})).searches[0]?.lookedAt).toBeGreaterThan(0)
  })

  it('is changed and removed, and both are taken back', async () => {
    const archive = await threeLanguages().open()
    const { id } = await archive.call('searches.save', values)
    await archive.call('searches.change', { id, changes: { pinned: false, name: 'Talks' } })
    await archive.call('searches.remove', { id })
    await archive.call('history.undo', {})
    await archive.call('history.undo', {})
    expect((await archive.call('searches.list', {})).searches).toMatchObject([{ id, ...values }])
  })

  it('is refused under a name that another has', async () => {
    const archive = await threeLanguages().open()
    await archive.call('searches.save', values)
    const again = archive.call('searches.save', { ...values, name: 'MILITARY TALKS' })
    await expect(again).rejects.toMatchObject({ code: 'search-exists' })
  })

  it('says so when a query names one that there is not', async () => {
    const archive = await threeLanguages().open()
    const { total, query } = await archive.search('new:nobody')
    expect([total, query.notices]).toEqual([0, [{ code: 'unknown-search', text: 'nobody' }]])
  })
})

it('keeps a set of numbers in bits', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(5000)), fc.nat(6000), (numbers, asked) => {
      expect(holdsNumber(packNumbers(numbers), asked)).toBe(numbers.includes(asked))
    }),
  )
})
