import Database from 'better-sqlite3'
import path from 'node:path'
import { writeFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { type TestArchive, reopen } from '../support/an-archive.ts'
import { threeLanguages } from '../support/three-languages.ts'

/** Everything that acts change, as a reader sees it. */
async function stateOf(archive: TestArchive): Promise<unknown> {
  const { ids } = await archive.call('documents.ids', { offset: 0, limit: 1000 })
  const documents = []
  for (const id of ids) documents.push(await archive.call('documents.get', { id }))
  const found = await Promise.all(['cooperation', 'zanzibar', 'tag:none'].map((query) => archive.found(query)))
  return { documents, found, tags: await archive.call('tags.list', {}) }
}

async function undo(archive: TestArchive, event?: string): Promise<string> {
  return (await archive.call('history.undo', event === undefined ? {} : { event })).event
}

async function lastEvent(archive: TestArchive) {
  const { events } = await archive.call('history.list', { offset: 0, limit: 1 })
  const [event] = events
  if (event === undefined) throw new Error('The history is empty.')
  return event
}

const idsOf = async (archive: TestArchive, ...names: string[]) => ({
  selection: { ids: await Promise.all(names.map((name) => archive.idOf(name))) },
})

/** Every write that leaves an event, by the name of its act. */
const acts: readonly (readonly [string, (archive: TestArchive) => Promise<unknown>])[] = [
  [
    'tags.assign',
    async (archive) =>
      archive.call('tags.assign', { selection: { query: '' }, add: ['a/b', 'c'], remove: ['cooperation'] }),
  ],
  ['tags.rename', (archive) => archive.call('tags.rename', { path: 'cooperation', to: 'Relations/old' })],
  ['tags.remove', (archive) => archive.call('tags.remove', { path: 'cooperation' })],
  [
    'documents.describe',
    async (archive) =>
      archive.call('documents.describe', {
        id: await archive.idOf('accord.txt'),
        changes: {
          title: 'Zanzibar',
          kind: 'letter',
          language: 'en',
          issued: '',
          issuer: 'A',
          place: 'B',
          reference: 'C',
          summary: 'D',
        },
      }),
  ],
  [
    'documents.remove',
    async (archive) =>
      archive.call('documents.remove', { ...(await idsOf(archive, 'accord.txt', 'itifaq.txt')), reason: 'x' }),
  ],
  [
    'imports.start',
    async (archive) => {
      const file = path.join(archive.sources, 'new.txt')
      await writeFile(file, 'Cooperation in Zanzibar, in a file that is new.')
      await archive.import([file], ['cooperation'])
    },
  ],
]

describe('every act', () => {
  it.each(acts)('%s is taken back, and done again by taking that back', async (name, act) => {
    const archive = await threeLanguages().open()
    const before = await stateOf(archive)
    await act(archive)
    const after = await stateOf(archive)
    const event = await lastEvent(archive)
    expect(event).toMatchObject({ act: name, undoable: true, undone: false })
    expect(after).not.toEqual(before)
    const undoing = await undo(archive)
    expect(await stateOf(archive)).toEqual(before)
    await undo(archive, undoing)
    expect(await stateOf(archive)).toEqual(after)
    const { events } = await archive.call('history.list', { offset: 0, limit: 3 })
    expect(events.map(({ undone }) => undone)).toEqual([false, true, false])
    expect((await archive.call('archive.verify', {})).problems).toEqual([])
  })

  it('is taken back one after another, the last one first, until nothing is left', async () => {
    const archive = await threeLanguages().open()
    for (const [name, act] of acts) if (name !== 'tags.remove' && name !== 'imports.start') await act(archive)
    let count = 0
    for (;;) {
      try {
        await undo(archive)
        count++
      } catch (error) {
        expect(error).toMatchObject({ code: 'nothing-to-undo' })
        break
      }
    }
    // Four acts, four taggings of the builder, one import.
    expect(count).toBe(9)
    expect(await archive.call('archive.summary', {})).toMatchObject({ documents: 0, tags: 0 })
  })

  it('indexes words that come back in great number', async () => {
    const archive = await threeLanguages().open()
    const many = Array.from({ length: 30 }, (_, at) => path.join(archive.sources, `many-${at}.txt`))
    for (const [at, file] of many.entries()) await writeFile(file, `A text about archipelago number ${at}.`)
    await archive.import(many)
    await archive.call('documents.remove', { selection: { query: 'archipelago' }, reason: '' })
    expect(await archive.found('archipelago')).toEqual([])
    await undo(archive)
    while ((await archive.call('archive.summary', {})).coverage.notYetSearchable > 0)
      await new Promise((resolve) => setImmediate(resolve))
    expect((await archive.search('archipelago')).total).toBe(30)
  })
})

describe('what cannot be taken back', () => {
  it('is an event that is not there', async () => {
    const archive = await threeLanguages().open()
    await expect(undo(archive, '0'.repeat(26))).rejects.toMatchObject({ code: 'event-not-found' })
  })

  it('is an act that was taken back', async () => {
    const archive = await threeLanguages().open()
    const { id } = await lastEvent(archive)
    await undo(archive, id)
    await expect(undo(archive, id)).rejects.toMatchObject({ code: 'nothing-to-undo' })
  })

  it('is a description that was changed since', async () => {
    const archive = await threeLanguages().open()
    const id = await archive.idOf('accord.txt')
    const first = await archive.call('documents.describe', { id, changes: { place: 'Rabat' } })
    await archive.call('documents.describe', { id, changes: { place: 'Kigali' } })
    await expect(undo(archive, first.event)).rejects.toMatchObject({ code: 'undo-conflict' })
    expect((await archive.call('documents.get', { id })).place).toBe('Kigali')
  })

  it('is a tagging whose tag is gone', async () => {
    const archive = await threeLanguages().open()
    const { event } = await archive.call('tags.assign', { selection: { query: '' }, add: [], remove: ['cooperation'] })
    await archive.call('tags.rename', { path: 'cooperation', to: 'relations' })
    await expect(undo(archive, event)).rejects.toMatchObject({ code: 'undo-conflict' })
  })

  it('is the making of a tag that other documents carry by now', async () => {
    const archive = await threeLanguages().open()
    const one = await archive.call('tags.assign', { ...(await idsOf(archive, 'accord.txt')), add: ['new'], remove: [] })
    await archive.call('tags.assign', { ...(await idsOf(archive, 'itifaq.txt')), add: ['new'], remove: [] })
    const before = await stateOf(archive)
    await expect(undo(archive, one.event)).rejects.toMatchObject({ code: 'undo-conflict' })
    expect(await stateOf(archive)).toEqual(before)
  })

  it('is a renaming whose old name was given to another tag', async () => {
    const archive = await threeLanguages().open()
    const { event } = await archive.call('tags.rename', { path: 'talks/tourism', to: 'travel' })
    await archive.call('tags.assign', { selection: { query: '' }, add: ['talks/tourism'], remove: [] })
    await expect(undo(archive, event)).rejects.toMatchObject({ code: 'tag-exists' })
  })

  it('is the removal of a document whose file was imported again', async () => {
    const archive = await threeLanguages().open()
    const { event } = await archive.call('documents.remove', { ...(await idsOf(archive, 'accord.txt')), reason: '' })
    await archive.import([path.join(archive.sources, 'accord.txt')])
    await expect(undo(archive, event)).rejects.toMatchObject({ code: 'undo-conflict' })
    expect(await archive.found('accord')).toEqual(['accord.txt', 'itifaq.txt'])
  })
})

describe('the chain of events', () => {
  it.each([
    ['a changed fact', "UPDATE event SET facts = '{}' WHERE sequence = 2"],
    ['a changed time', 'UPDATE event SET at = at + 1 WHERE sequence = 2'],
    ['a changed act', "UPDATE event SET act = 'tags.rename' WHERE sequence = 2"],
    ['a changed inverse', "UPDATE event SET changes = '[]' WHERE sequence = 2"],
    ['an event cut out', 'DELETE FROM event WHERE sequence = 2'],
  ])('shows %s', async (_, tampering) => {
    const archive = await threeLanguages().open()
    await archive.close()
    const db = new Database(path.join(archive.folder, 'catalogue.sqlite'))
    expect(db.prepare(tampering).run().changes).toBe(1)
    db.close()
    const report = await reopen(archive.folder).call('archive.verify', {})
    expect(report.valid).toBe(false)
    expect(report.problems.map(({ code }) => code)).toContain('history-broken')
  })

  it('lists events from the newest to the oldest, in pages', async () => {
    const archive = await threeLanguages().open()
    const { total, events } = await archive.call('history.list', { offset: 1, limit: 2 })
    expect(total).toBe(5)
    expect(events.map(({ sequence }) => sequence)).toEqual([4, 3])
  })
})
