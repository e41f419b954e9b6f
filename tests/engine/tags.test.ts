import { describe, expect, it } from 'vitest'
import type { TagRow } from '../../electron/contract/schemas.ts'
import { type TestArchive, anArchive } from '../support/an-archive.ts'

/** Tags with their counts: `path documents/total`. */
async function tagsOf(archive: TestArchive): Promise<string[]> {
  const { tags } = await archive.call('tags.list', {})
  return tags.map(({ path, documents, total }: TagRow) => `${path} ${documents}/${total}`)
}

const twoDocuments = () =>
  anArchive()
    .withFile('one.txt', 'The first text about an agreement.')
    .withTags('cooperation/military', 'cooperation/security')
    .withFile('two.txt', 'The second text about a visit.')
    .withTags('cooperation', 'Visits')
    .open()

describe('what is no tag', () => {
  it.each(['', ' ', '/', 'a/', '/a', 'a//b', ' a', 'a ', 'a\nb', 'a/b/c/d/e/f/g/h/i', 'x'.repeat(101)])(
    'refuses %j',
    async (path) => {
      const archive = await anArchive().open()
      const call = archive.call('tags.assign', { selection: { query: '' }, add: [path], remove: [] })
      await expect(call).rejects.toMatchObject({ code: 'invalid-input' })
    },
  )

  it('refuses to assign anything when one of the documents is not there', async () => {
    const archive = await twoDocuments()
    const before = await tagsOf(archive)
    const ids = [await archive.idOf('one.txt'), '0'.repeat(26)]
    const call = archive.call('tags.assign', { selection: { ids }, add: ['new'], remove: [] })
    await expect(call).rejects.toMatchObject({ code: 'document-not-found' })
    expect(await tagsOf(archive)).toEqual(before)
  })

  it.each(['rename', 'remove'] as const)('cannot %s a tag that is not there', async (verb) => {
    const archive = await twoDocuments()
    const call =
      verb === 'rename'
        ? archive.call('tags.rename', { path: 'absent', to: 'other' })
        : archive.call('tags.remove', { path: 'absent' })
    await expect(call).rejects.toMatchObject({ code: 'tag-not-found' })
  })

  it('takes names of object properties as tags like any other', async () => {
    const archive = await anArchive().withFile('one.txt', 'A text.').withTags('__proto__/constructor').open()
    expect(await tagsOf(archive)).toEqual(['__proto__ 0/1', '__proto__/constructor 1/1'])
  })
})

describe('the tree of tags', () => {
  it('counts a document once under every path above its tags', async () => {
    const archive = await twoDocuments()
    expect(await tagsOf(archive)).toEqual([
      'cooperation 1/2',
      'cooperation/military 1/1',
      'cooperation/security 1/1',
      'Visits 1/1',
    ])
  })

  it('counts documents without a tag, and none that was removed', async () => {
    const archive = await anArchive().withFile('one.txt', 'A text.').withFile('two.txt', 'Another.').open()
    await archive.call('documents.remove', { selection: { ids: [await archive.idOf('one.txt')] }, reason: '' })
    expect((await archive.call('tags.list', {})).untagged).toBe(1)
  })

  it('assigns to many at once and says how many were changed', async () => {
    const archive = await twoDocuments()
    const { changed } = await archive.call('tags.assign', { selection: { query: '' }, add: ['Visits'], remove: [] })
    expect(changed).toBe(1)
    expect(await archive.found('tag:visits')).toEqual(['one.txt', 'two.txt'])
  })

  it('keeps one tag for spellings that differ in case', async () => {
    const archive = await twoDocuments()
    await archive.call('tags.assign', { selection: { query: '' }, add: ['VISITS', 'visits'], remove: [] })
    expect((await tagsOf(archive)).filter((tag) => tag.toLowerCase().startsWith('visits'))).toEqual(['Visits 2/2'])
  })

  it('makes no event when nothing changes', async () => {
    const archive = await twoDocuments()
    const { total } = await archive.call('history.list', { offset: 0, limit: 0 })
    const selection = { query: '' }
    expect(await archive.call('tags.assign', { selection, add: [], remove: ['absent'] })).toEqual({ changed: 0 })
    expect((await archive.call('history.list', { offset: 0, limit: 0 })).total).toBe(total)
  })
})

describe('renaming and moving a tag', () => {
  it('takes the tags below along, and their documents', async () => {
    const archive = await twoDocuments()
    await archive.call('tags.rename', { path: 'cooperation', to: 'relations/cooperation' })
    expect(await tagsOf(archive)).toEqual([
      'relations 0/2',
      'relations/cooperation 1/2',
      'relations/cooperation/military 1/1',
      'relations/cooperation/security 1/1',
      'Visits 1/1',
    ])
    expect(await archive.found('tag:relations/cooperation/military')).toEqual(['one.txt'])
  })

  it('may change nothing but the letter case', async () => {
    const archive = await twoDocuments()
    await archive.call('tags.rename', { path: 'visits', to: 'visits' })
    await archive.call('tags.rename', { path: 'Visits', to: 'VISITS' })
    expect(await tagsOf(archive)).toContain('VISITS 1/1')
  })

  it('refuses a name that another tag has, and changes nothing', async () => {
    const archive = await twoDocuments()
    const before = await tagsOf(archive)
    const call = archive.call('tags.rename', { path: 'cooperation/military', to: 'visits' })
    await expect(call).rejects.toMatchObject({ code: 'tag-exists' })
    expect(await tagsOf(archive)).toEqual(before)
  })

  it('refuses to move a tag below itself', async () => {
    const archive = await twoDocuments()
    const call = archive.call('tags.rename', { path: 'cooperation', to: 'cooperation/deeper' })
    await expect(call).rejects.toMatchObject({ code: 'tag-exists' })
  })

  it('moves a tag up into the place of the one above it when that is free', async () => {
    const archive = await anArchive().withFile('one.txt', 'A text.').withTags('a/b').open()
    await archive.call('tags.rename', { path: 'a/b', to: 'a' })
    expect(await tagsOf(archive)).toEqual(['a 1/1'])
  })
})

describe('removing a tag', () => {
  it('takes it and those below it off every document', async () => {
    const archive = await twoDocuments()
    expect(await archive.call('tags.remove', { path: 'Cooperation' })).toMatchObject({ changed: 2 })
    expect(await tagsOf(archive)).toEqual(['Visits 1/1'])
    expect(await archive.found('tag:none')).toEqual(['one.txt'])
  })
})
