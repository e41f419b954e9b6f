import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { CallOutput } from '../../electron/contract/calls.ts'
import { aFolder } from '../support/a-folder.ts'
import { aShelf } from '../support/a-shelf.ts'

type List = CallOutput<'archives.list'>
type Summary = CallOutput<'archive.summary'>

describe('a shelf with nothing open', () => {
  it('says so to every call about an archive', async () => {
    const { reply } = await aShelf()
    expect(await reply('archive.summary', {})).toMatchObject({ ok: false, error: { code: 'archive-not-open' } })
  })

  it('knows no archive', async () => {
    const { value, folder } = await aShelf()
    expect(await value('archives.list', {})).toEqual({ known: [], folder: path.join(folder, 'archives') })
  })

  it('opens no archive that it does not know', async () => {
    const { reply } = await aShelf()
    const answer = await reply('archives.open', { key: '0123456789abcdef' })
    expect(answer).toMatchObject({ ok: false, error: { code: 'archive-not-found' } })
  })
})

describe('making an archive', () => {
  it('opens it and remembers it', async () => {
    const { value } = await aShelf()
    const made = await value<Summary>('archives.create', { title: 'Lakes: treaties / 2026' })
    expect(made).toMatchObject({ title: 'Lakes: treaties / 2026', documents: 0, readOnly: false, sample: false })
    const { open, known } = await value<List>('archives.list', {})
    expect(open?.id).toBe(made.id)
    expect(known).toMatchObject([{ title: 'Lakes: treaties / 2026', exists: true, path: made.path }])
  })

  it('gives a second one of the same title a folder of its own', async () => {
    const { value, folder } = await aShelf()
    await value('archives.create', { title: 'Same' })
    await value('archives.create', { title: 'Same' })
    expect((await readdir(path.join(folder, 'archives'))).sort()).toEqual(['Same', 'Same 2'])
  })

  it('never leaves its folder, whatever the title', async () => {
    const { value, folder } = await aShelf()
    const { path: where } = await value<Summary>('archives.create', { title: '../../outside' })
    expect(path.dirname(where)).toBe(path.join(folder, 'archives'))
  })
})

describe('opening archives', () => {
  it('goes back to a known one by its key, also after a new start', async () => {
    const first = await aShelf()
    const one = await first.value<Summary>('archives.create', { title: 'One' })
    await first.value('archives.create', { title: 'Two' })
    await first.shelf.close()
    const second = await aShelf(first.folder)
    const { known } = await second.value<List>('archives.list', {})
    expect(known.map(({ title }) => title)).toEqual(['Two', 'One'])
    const opened = await second.value<Summary>('archives.open', { key: known[1]?.key })
    expect(opened.id).toBe(one.id)
  })

  it('leaves the open one open when another cannot be opened', async () => {
    const { value, reply } = await aShelf()
    const one = await value<Summary>('archives.create', { title: 'One' })
    const elsewhere = await aFolder()
    const failed = await reply('archives.openPath', { path: elsewhere, create: false }, 'host')
    expect(failed).toMatchObject({ ok: false, error: { code: 'archive-not-found' } })
    expect((await value<Summary>('archive.summary', {})).id).toBe(one.id)
  })

  it('makes an archive at a path when a host asks for it', async () => {
    const { value } = await aShelf()
    const where = path.join(await aFolder(), 'New place')
    await mkdir(where)
    expect(await value('archives.openPath', { path: where, create: true }, 'host')).toMatchObject({
      title: 'New place',
    })
  })

  it('says of a known archive that it is gone', async () => {
    const { value, shelf } = await aShelf()
    const { path: where } = await value<Summary>('archives.create', { title: 'One' })
    await shelf.close()
    await rm(where, { recursive: true })
    expect((await value<List>('archives.list', {})).known).toMatchObject([{ exists: false }])
  })

  it('closes what is open, and can close nothing twice', async () => {
    const { value, reply } = await aShelf()
    await value('archives.create', { title: 'One' })
    expect(await value('archives.close', {})).toEqual({})
    expect(await value('archives.close', {})).toEqual({})
    expect(await reply('tags.list', {})).toMatchObject({ ok: false, error: { code: 'archive-not-open' } })
  })

  it('does one after another, however fast they are asked for', async () => {
    const { value } = await aShelf()
    const titles = ['One', 'Two', 'Three', 'Four']
    await Promise.all(titles.map((title) => value('archives.create', { title })))
    expect((await value<Summary>('archive.summary', {})).title).toBe('Four')
  })

  it('tells its listeners', async () => {
    const { value, shelf } = await aShelf()
    const heard: string[] = []
    shelf.subscribe((event) => heard.push(event.type))
    await value('archives.create', { title: 'One' })
    expect(heard).toEqual(['archives.changed'])
  })
})

describe('preferences', () => {
  it('are kept between starts, and changed one by one', async () => {
    const first = await aShelf()
    expect(await first.value('preferences.get', {})).toEqual({ theme: 'system', language: 'en' })
    await first.value('preferences.set', { theme: 'dark' })
    await first.value('preferences.set', { language: 'ar' })
    const second = await aShelf(first.folder)
    expect(await second.value('preferences.get', {})).toEqual({ theme: 'dark', language: 'ar' })
  })

  it.each(['', '{', '[]', '{"known": 3, "preferences": {"theme": "purple"}}'])(
    'are the usual ones when their file holds %j',
    async (content) => {
      const folder = await aFolder()
      await writeFile(path.join(folder, 'library.json'), content)
      const { value } = await aShelf(folder)
      expect(await value('preferences.get', {})).toEqual({ theme: 'system', language: 'en' })
    },
  )
})

describe('the sample archive', () => {
  it('holds its documents, in three languages, tagged; opened again it is the same', async () => {
    const { value } = await aShelf()
    const sample = await value<Summary>('archives.openSample', {})
    expect(sample.sample).toBe(true)
    expect(sample.documents).toBeGreaterThanOrEqual(20)
    expect(await value('tags.list', {})).toMatchObject({ untagged: 0 })
    const search = { text: '', sort: 'date', offset: 0, limit: 100, facets: true, snippets: false }
    const { facets } = await value<CallOutput<'search.run'>>('search.run', search)
    expect(facets?.language.map(({ value: language }) => language).sort()).toEqual(['ar', 'en', 'fr'])
    expect(await value('archives.openSample', {})).toEqual(sample)
  })
})
