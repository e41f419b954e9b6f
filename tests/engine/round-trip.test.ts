import { appendFile, mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { recordsName } from '../../electron/engine/exchange/record-lines.ts'
import { dryRun } from '../../electron/engine/importing/dry-run.ts'
import { verifyPath } from '../../electron/engine/preservation/verify-path.ts'
import { createDirectReader } from '../../electron/workers/direct-reader.ts'
import { type TestArchive, anArchive } from '../support/an-archive.ts'
import { makeZip } from '../support/makers/zip-maker.ts'
import { rewriteManifests } from '../support/rewrite-manifests.ts'
import { everythingOf, exportFrom, historyOf } from '../support/round-trip.ts'
import { texts, threeLanguages } from '../support/three-languages.ts'

const never = new AbortController().signal
const release =
  'Kigali, 3 March 2026. Rwanda and Morocco signed a military cooperation agreement in Rabat on 17 June 2025. General Mubarakh Muganga, the Chief of Defence Staff, said both sides would hold a second meeting by November 2026.'

/** An archive in which people have done everything that a package tells of. */
async function catalogued(): Promise<TestArchive> {
  const zip = await makeZip({ 'inside/letter.txt': 'A letter about fishing, out of a zip file.' })
  const archive = await threeLanguages().withFile('story.txt', release).withFile('letters.zip', zip).open()
  const [story, accord, itifaq] = await Promise.all(
    ['story.txt', 'accord.txt', 'itifaq.txt'].map((name) => archive.idOf(name)),
  )
  const changes = { title: 'The story', issuer: 'Ministry of Defence', place: 'Kigali', summary: 'Told by a person.' }
  await archive.call('documents.describe', { id: story ?? '', changes })
  await archive.call('tags.assign', {
    selection: { ids: [story ?? ''] },
    add: ['a/b/c', 'الرباط'],
    remove: [],
  })
  const made = await archive.call('collections.make', { name: 'For the minister', note: 'In this order' })
  await archive.call('collections.put', { id: made.id, selection: { ids: [itifaq, accord, story] } } as never)
  await archive.call('editions.decide', { first: accord, second: itifaq, relation: 'translation' } as never)
  const { mentions } = await archive.call('documents.get', { id: story ?? '' })
  const [person] = mentions.filter(({ type }) => type === 'person')
  const { names } = await archive.call('names.list', { type: 'country', text: 'Rwanda', offset: 0, limit: 1 })
  await archive.call('names.change', { id: names[0]?.id, changes: { note: 'Kigali' } } as never)
  await archive.call('cataloguing.refuse', {
    id: story,
    refusal: { about: 'person', words: person?.value },
    refused: true,
  } as never)
  await archive.call('cataloguing.accept', { id: accord, changes: {} } as never)
  const condition = { reason: 'Under negotiation', review: '2030' }
  await archive.call('access.set', { selection: { query: 'tourism' }, condition })
  return archive
}

async function emptyArchive(): Promise<TestArchive> {
  return anArchive().withTitle('Another archive').open()
}

const rows = async (archive: TestArchive, id: string) =>
  (await archive.call('imports.files', { id, offset: 0, limit: 1000 })).files

describe('a package that is imported', () => {
  it.each(['bag', 'bag-zip'] as const)(
    '(%s) brings every record, tag, agreement, name and link back as it was',
    async (format) => {
      const one = await catalogued()
      const other = await emptyArchive()
      const to = await exportFrom(one, format === 'bag' ? 'package' : 'package.zip', { format })
      const { imported, refused, failed } = await other.import([to])
      expect({ imported, refused, failed }).toEqual({ imported: 7, refused: 0, failed: 0 })
      expect(await everythingOf(other)).toEqual(await everythingOf(one))
      expect((await other.call('archive.verify', {})).problems).toEqual([])
    },
  )

  it('brings the history of its documents along, told apart from what happened here', async () => {
    const one = await catalogued()
    const other = await emptyArchive()
    await other.import([await exportFrom(one, 'package')])
    const [own, ...earlier] = await historyOf(other)
    expect(own).toMatchObject({ act: 'imports.start' })
    const before = await historyOf(one)
    expect(earlier).toEqual(before)
    const { events, total } = await other.call('history.list', { offset: 1, limit: 2 })
    expect(total).toBe(before.length + 1)
    expect(events.every(({ archive, undoable }) => archive === 'Test archive' && !undoable)).toBe(true)
  })

  it('for anyone differs from the archive in what is withheld alone', async () => {
    const one = await catalogued()
    const other = await emptyArchive()
    const { id } = await other.import([await exportFrom(one, 'package', { audience: 'anyone' })])
    const refused = (await rows(other, id)).filter(({ reason }) => reason !== undefined)
    expect(refused).toMatchObject([{ state: 'refused', reason: 'withheld' }])
    const was = await everythingOf(one)
    const is = await everythingOf(other)
    const open = was.documents.filter(({ access }) => access === undefined)
    const withoutPlace = open.map(({ file, ...rest }) => ({ ...rest, file: { ...file, source: file.name } }))
    expect(is.documents).toEqual(withoutPlace)
    expect(JSON.stringify(await historyOf(other))).not.toContain(one.sources)
  })

  it('can be passed on: a package made of it restores the same', async () => {
    const one = await catalogued()
    const [second, third] = [await emptyArchive(), await emptyArchive()]
    await second.import([await exportFrom(one, 'package')])
    await third.import([await exportFrom(second, 'package')])
    expect(await everythingOf(third)).toEqual(await everythingOf(one))
    expect((await historyOf(third)).length).toBe((await historyOf(second)).length + 1)
  })

  it('changes nothing when it is imported again', async () => {
    const one = await catalogued()
    const other = await emptyArchive()
    const to = await exportFrom(one, 'package')
    await other.import([to])
    const once = await everythingOf(other)
    expect(await other.import([to])).toMatchObject({ imported: 0, unchanged: 7 })
    expect(await everythingOf(other)).toEqual(once)
    expect(await one.import([to])).toMatchObject({ imported: 0, unchanged: 7 })
  })

  it('is taken back and done again like every import', async () => {
    const one = await catalogued()
    const other = await emptyArchive()
    await other.import([await exportFrom(one, 'package')])
    const { event } = await other.call('history.undo', {})
    expect((await other.call('archive.summary', {})).documents).toBe(0)
    await other.call('history.undo', { event })
    expect((await everythingOf(other)).documents).toEqual((await everythingOf(one)).documents)
  })

  it('brings a document back that was removed here', async () => {
    const archive = await threeLanguages().open()
    const to = await exportFrom(archive, 'package')
    const id = await archive.idOf('accord.txt')
    await archive.call('documents.remove', { selection: { ids: [id] }, reason: 'By mistake' })
    expect(await archive.import([to])).toMatchObject({ imported: 1, unchanged: 3 })
    expect((await archive.call('documents.get', { id })).title).toContain('Accord')
  })

  it('comes in again after its import was taken back, and goes with the new one', async () => {
    const one = await threeLanguages().open()
    const other = await emptyArchive()
    const to = await exportFrom(one, 'package')
    await other.import([to])
    await other.call('history.undo', {})
    expect(await other.import([to])).toMatchObject({ imported: 4, unchanged: 0 })
    expect((await everythingOf(other)).documents).toEqual((await everythingOf(one)).documents)
    await other.call('history.undo', {})
    expect((await other.call('archive.summary', {})).documents).toBe(0)
  })

  it('tells nothing of documents that it does not hold, though an act was about both', async () => {
    const one = await catalogued()
    const other = await emptyArchive()
    const to = await exportFrom(one, 'package', { selection: { query: 'file:"accord.txt"' } })
    await other.import([to])
    const decided = (await historyOf(other)).find(({ act }) => act === 'editions.decide')
    expect(decided?.facts).toEqual({ relation: 'translation' })
  })

  it('leaves a document alone that is here under another id, and gives its agreements the records that are here', async () => {
    const one = await catalogued()
    const other = await anArchive().withFile('mine.txt', texts['accord.txt']).withFile('told.txt', release).open()
    const before = await other.call('agreements.list', {})
    const { imported, duplicates } = await other.import([await exportFrom(one, 'package')])
    expect({ imported, duplicates }).toEqual({ imported: 5, duplicates: 2 })
    const after = await other.call('agreements.list', {})
    expect(after.agreements.map(({ id }) => id)).toEqual(expect.arrayContaining(before.agreements.map(({ id }) => id)))
    expect(after.agreements.length).toBe((await one.call('agreements.list', {})).agreements.length)
  })
})

describe('packages in a folder that is imported', () => {
  it.each(['bag', 'bag-zip'] as const)('are restored beside the files there, whole (%s)', async (format) => {
    const archive = await threeLanguages().open()
    const folder = path.join(path.dirname(archive.folder), 'received')
    await mkdir(path.join(folder, 'deep'), { recursive: true })
    await exportFrom(archive, path.join('received', 'deep', format === 'bag' ? 'package' : 'package.zip'), { format })
    await writeFile(path.join(folder, 'note.txt'), 'A note that came with the package.')
    const other = await anArchive().open()
    const { imported, refused } = await other.import([folder])
    expect([imported, refused]).toEqual([5, 0])
    expect(await other.found('"came with"')).toEqual(['note.txt'])
    expect((await everythingOf(other)).tags.tags).toEqual((await everythingOf(archive)).tags.tags)
    expect(await other.import([folder])).toMatchObject({ imported: 0, unchanged: 5 })
  })

  it('are judged by a dry run document by document, and nothing is changed', async () => {
    const archive = await threeLanguages().open()
    const to = await exportFrom(archive, 'package')
    const order = { archivePath: archive.folder, paths: [to], reader: createDirectReader() }
    expect(await dryRun(order)).toMatchObject({ imported: 0, unchanged: 4 })
    const nowhere = path.join(path.dirname(to), 'none')
    expect(await dryRun({ ...order, archivePath: nowhere })).toMatchObject({ imported: 4, refused: 0 })
    await writeFile(path.join(to, 'data', 'text', 'more.txt'), 'not in the manifest')
    expect(await dryRun({ ...order, archivePath: nowhere })).toMatchObject({
      ...{ imported: 0, refused: 1, files: [{ path: to, reason: 'damaged' }] },
    })
  })
})

describe('a package that is not sound', () => {
  const damages: readonly (readonly [string, (to: string) => Promise<void>])[] = [
    ['with a changed text', (to) => appendFile(path.join(to, 'data/text/0001-accord.txt.txt'), 'x')],
    ['with changed records', (to) => appendFile(path.join(to, recordsName), '{}\n')],
  ]
  it.each(damages)('%s is refused whole', async (_name, damage) => {
    const one = await threeLanguages().open()
    const other = await emptyArchive()
    const to = await exportFrom(one, 'package')
    await damage(to)
    const { id, imported } = await other.import([to])
    expect(imported).toBe(0)
    expect(await rows(other, id)).toMatchObject([{ path: to, state: 'refused', reason: 'damaged' }])
  })

  const lies: readonly (readonly [string, (line: Record<string, unknown>) => void])[] = [
    ['a text outside the package', (line) => (line['text'] = 'data/../../../etc/passwd')],
    ['an original that is not there', (line) => (line['original'] = 'data/originals/none.txt')],
    ['pages longer than the text', (line) => (line['pages'] = [{ length: 9_999_999, grade: 'text' }])],
    ['another digest', (line) => ((line['file'] as Record<string, unknown>)['sha256'] = 'a'.repeat(64))],
    ['an id that is none', (line) => (line['id'] = '../../x')],
    ['fields that are none', (line) => (line['more'] = true)],
  ]
  it.each(lies)('names the document with %s, and takes the others in', async (_name, lie) => {
    const one = await threeLanguages().open()
    const other = await emptyArchive()
    const to = await exportFrom(one, 'package')
    const lines = (await readFile(path.join(to, recordsName), 'utf8'))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>)
    const first = lines.find(({ type }) => type === 'document')
    if (first !== undefined) lie(first)
    await writeFile(path.join(to, recordsName), `${lines.map((line) => JSON.stringify(line)).join('\n')}\n`)
    await rewriteManifests(to)
    expect((await verifyPath(to, never)).problems).toEqual([])
    const { id } = await other.import([to])
    const states = (await rows(other, id)).map(({ state, reason }) => reason ?? state).sort()
    expect(states).toEqual(['catalogued', 'catalogued', 'catalogued', 'damaged'])
    expect((await other.call('archive.verify', {})).problems).toEqual([])
  })

  it('of a newer program says so', async () => {
    const one = await threeLanguages().open()
    const other = await emptyArchive()
    const to = await exportFrom(one, 'package')
    const records = await readFile(path.join(to, recordsName), 'utf8')
    await writeFile(path.join(to, recordsName), records.replace('"version":1', '"version":99'))
    await rewriteManifests(to)
    const { id } = await other.import([to])
    const [row] = await rows(other, id)
    expect(row).toMatchObject({ state: 'refused', reason: 'damaged' })
    expect(row?.detail).toContain('version 99')
  })
})
