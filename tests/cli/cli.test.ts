import { existsSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { calls } from '../../electron/contract/calls.ts'
import { aFolder, filesBelow } from '../support/a-folder.ts'
import { type CommandResult, chancery, jsonOf, linesOf } from '../support/a-command-line.ts'
import { type TestArchive, reopen } from '../support/an-archive.ts'
import { threeLanguages } from '../support/three-languages.ts'

interface ImportReply {
  readonly files: readonly { path: string; state: string; documentId?: string; reason?: string }[]
}
interface SearchReply {
  readonly hits: readonly { id: string; file: string; snippets: readonly object[] }[]
}

let archive: TestArchive
let remove: () => Promise<void>
let document: string
beforeAll(async () => {
  ;({ built: archive, remove } = await threeLanguages().build())
  document = await archive.idOf('accord.txt')
  await archive.close()
})
afterAll(() => remove())

const silent = (result: CommandResult): string => result.stdout

describe('a command that is used wrongly', () => {
  it.each([
    [['nonsense']],
    [['search']],
    [['search', 'a', 'b', '--limit', 'x']],
    [['search', 'a', 'b', '--limit=-1']],
    [['search', 'a', 'b', '--colour']],
    [['export', 'a', '--to', 'b', '--tag', 'x', '--format', 'epub']],
    [['export', 'a', '--to', 'b', '--tag', 'x', '--query', 'y']],
    [['read']],
  ])('ends with 2, says why and prints nothing: %j', async (args) => {
    const result = await chancery(...args)
    expect([result.exit, silent(result)]).toEqual([2, ''])
    expect(result.stderr).not.toBe('')
    expect(result.stderr).not.toContain('    at ')
  })

  it.each([
    ['a path that is not there', (where: string) => ['import', where, '/no/such/path']],
    ['a document that is not there', (where: string) => ['show', where, '0'.repeat(26)]],
    ['an id that is none', (where: string) => ['show', where, 'short']],
    ['a tag that is none', (where: string) => ['tag', where, document, '--add', 'a//b']],
    ['nothing to export', (where: string) => ['export', where, '--query', 'zzz', '--to', `${where}-bag`]],
    ['an event that is not there', (where: string) => ['undo', where, '0'.repeat(26)]],
  ])('ends with 2 for %s', async (_, args) => {
    const result = await chancery(...args(archive.folder), '--json')
    expect([result.exit, silent(result)]).toEqual([2, ''])
  })
})

describe('an archive that lost its catalogue', () => {
  it('has it again from the records in its folder, and originals without a record are imported', async () => {
    const { built, remove: removeIt } = await threeLanguages().build()
    await built.close()
    const { folder } = built
    await rm(path.join(folder, 'catalogue.sqlite'))
    const [lost = ''] = (await filesBelow(path.join(folder, 'originals'))).filter((name) => name.endsWith('.json'))
    await rm(path.join(folder, 'originals', lost))
    const told = await chancery('rebuild', folder, '--json')
    expect([told.exit, jsonOf(told)]).toMatchObject([1, { documents: 3, unread: [], unclaimed: 1, imported: 1 }])
    expect((await chancery('verify', folder)).exit).toBe(0)
    expect(linesOf(await chancery('dump', folder))).toHaveLength(4)
    await removeIt()
  })
})

describe('an archive that cannot be opened', () => {
  it('ends with 3 where there is none, and makes none', async () => {
    const where = path.join(await aFolder(), 'absent')
    expect((await chancery('search', where, 'x', '--json')).exit).toBe(3)
    expect(existsSync(where)).toBe(false)
  })

  it('ends with 3 while another program writes', async () => {
    const open = reopen(archive.folder)
    const result = await chancery('tag', archive.folder, document, '--add', 'x')
    expect(result.exit).toBe(3)
    expect(result.stderr).toMatch(/another program/i)
    await open.close()
  })
})

describe('an import on the command line', () => {
  it('makes the archive, ends with 1 when something was refused, and imports nothing twice', async () => {
    const folder = await aFolder()
    const where = path.join(folder, 'new archive')
    await mkdir(path.join(folder, 'in'))
    await writeFile(path.join(folder, 'in', 'a.txt'), 'A text.')
    await writeFile(path.join(folder, 'in', 'b.txt'), 'A text.')
    await writeFile(path.join(folder, 'in', 'empty.txt'), '')
    const dry = await chancery('import', where, path.join(folder, 'in'), '--dry-run', '--json')
    expect([dry.exit, existsSync(where)]).toEqual([1, false])
    expect(jsonOf(dry)).toMatchObject({ imported: 1, duplicates: 1, refused: 1, unchanged: 0 })

    const first = await chancery('import', where, path.join(folder, 'in'), '--tag', 'x/y', '--jobs', '1', '--json')
    expect(first.exit).toBe(1)
    const { files, ...counts } = jsonOf(first) as unknown as ImportReply
    expect(counts).toEqual({
      imported: 1,
      duplicates: 1,
      refused: 1,
      failed: 0,
      unchanged: 0,
      seconds: expect.any(Number) as number,
    })
    expect(files.map(({ state }) => state).sort()).toEqual(['catalogued', 'duplicate', 'refused'])
    for (const file of files) expect(Object.keys(file)).toContain(file.state === 'refused' ? 'reason' : 'documentId')

    expect(jsonOf(await chancery('import', where, path.join(folder, 'in'), '--json'))).toMatchObject({
      imported: 0,
      duplicates: 0,
      unchanged: 2,
      refused: 1,
    })
    const verified = await chancery('verify', where, '--json')
    expect([verified.exit, jsonOf(verified)['valid']]).toEqual([0, true])
  })
})

describe('what commands print as JSON', () => {
  it('is the summary of an archive that init made', async () => {
    const where = path.join(await aFolder(), 'fresh')
    const result = await chancery('init', where, '--title', 'Fresh', '--json')
    expect(result.exit).toBe(0)
    expect(calls['archive.summary'].output.parse(jsonOf(result))).toMatchObject({ title: 'Fresh', documents: 0 })
  })

  it('is a search in the form that is documented', async () => {
    const result = await chancery('search', archive.folder, 'cooperation', '--facets', '--limit', '1', '--json')
    expect(result.exit).toBe(0)
    const reply = jsonOf(result) as unknown as SearchReply
    expect(Object.keys(reply).sort()).toEqual([
      ...['at', 'coverage', 'facets', 'fingerprint', 'histogram', 'hits', 'others', 'query', 'total'],
    ])
    expect(reply).toMatchObject({ total: 3, query: { text: 'cooperation', understood: 'cooperation', notices: [] } })
    expect(reply.hits).toHaveLength(1)
    expect(Object.keys(reply.hits[0] ?? {}).sort()).toEqual([
      'because',
      'file',
      'id',
      'issued',
      'kind',
      'language',
      'score',
      'snippets',
      'title',
    ])
  })

  it('is a line for each question of a batch', async () => {
    const lines = path.join(await aFolder(), 'questions.jsonl')
    await writeFile(lines, '{"id":"1","text":"accord"}\n\n{"id":"2","text":"\\"NEAR("}\n')
    const answers = linesOf(await chancery('search', archive.folder, '--batch', lines, '--limit', '5'))
    expect(answers.map((answer) => answer['id'])).toEqual(['1', '2'])
    for (const answer of answers) expect(Object.keys(answer).sort()).toEqual(['hits', 'id', 'ms', 'others', 'total'])
  })

  it('is the same as the engine’s reply for show, tags, suggest and search', async () => {
    const show = await chancery('show', archive.folder, document, '--json')
    const tags = await chancery('tags', archive.folder, '--json')
    const suggest = await chancery('suggest', archive.folder, 'coop', '--json')
    const search = await chancery('search', archive.folder, 'lang:fr', '--json')
    const open = reopen(archive.folder)
    expect(jsonOf(show)).toEqual(await open.call('documents.get', { id: document }))
    expect(jsonOf(tags)).toEqual(await open.call('tags.list', {}))
    expect(jsonOf(suggest)).toEqual(await open.call('search.suggest', { text: 'coop', limit: 20 }))
    const { total, coverage } = await open.search('lang:fr')
    expect(jsonOf(search)).toMatchObject({ total, coverage })
    await open.close()
  })

  it('is the same count for a query in the page, a search, a batch and an export', async () => {
    const queries = [
      'cooperation',
      'accord -tourism',
      '"military cooperation"',
      'kind:press-release OR lang:ar',
      'what was agreed on it?',
    ]
    const lines = path.join(await aFolder(), 'questions.jsonl')
    await writeFile(lines, queries.map((text, at) => JSON.stringify({ id: String(at), text })).join('\n'))
    const batch = linesOf(await chancery('search', archive.folder, '--batch', lines)).map((answer) => answer['total'])
    const counts: unknown[][] = []
    for (const query of queries) {
      const search = jsonOf(await chancery('search', archive.folder, query, '--json'))['total']
      const to = path.join(await aFolder(), 'list.csv')
      const args = ['--query', query, '--to', to, '--format', 'csv', '--json']
      const exported = await chancery('export', archive.folder, ...args)
      counts.push([search, search === 0 ? 0 : jsonOf(exported)['documents']])
    }
    const open = reopen(archive.folder)
    for (const [at, query] of queries.entries()) {
      const { total } = await open.search(query)
      const preview = await open.call('exports.preview', { selection: { query } })
      expect([query, preview.documents, batch[at], ...(counts[at] ?? [])]).toEqual([query, total, total, total, total])
    }
    await open.close()
  }, 60_000)

  it('is every record, a line each, for dump, and every event for history', async () => {
    const records = linesOf(await chancery('dump', archive.folder))
    expect(records).toHaveLength(4)
    for (const record of records) calls['documents.get'].output.parse(record)
    const events = linesOf(await chancery('history', archive.folder, '--json'))
    expect(events.at(-1)).toMatchObject({ sequence: 1, act: 'imports.start' })
  })

  it('is a record without an archive for read, and 1 for what cannot be read', async () => {
    const folder = await aFolder()
    const good = path.join(archive.sources, 'accord.txt')
    await writeFile(path.join(folder, 'empty.txt'), '')
    const result = await chancery('read', good, path.join(folder, 'empty.txt'))
    expect(result.exit).toBe(1)
    expect(linesOf(result)).toMatchObject([
      {
        id: good,
        language: 'fr',
        issued: '2025-06-17',
        tags: [],
        mentions: [
          { type: 'place', value: 'Rabat' },
          { type: 'date', value: '2025-06-17' },
        ],
      },
    ])
  })

  it('is what a tagging changed, and what undo took back', async () => {
    const tagged = await chancery('tag', archive.folder, document, '--add', 'from/terminal', '--json')
    expect([tagged.exit, jsonOf(tagged)]).toMatchObject([0, { changed: 1 }])
    const undone = await chancery('undo', archive.folder, '--json')
    expect([undone.exit, jsonOf(undone)]).toMatchObject([0, { undone: { act: 'tags.assign', undone: false } }])
  })

  it('is where an export went; verify finds it sound, and a changed byte in it', async () => {
    const to = path.join(await aFolder(), 'bag')
    const exported = await chancery('export', archive.folder, '--tag', 'cooperation', '--to', to, '--json')
    expect([exported.exit, jsonOf(exported)]).toEqual([
      0,
      { path: to, documents: 3, bytes: expect.any(Number) as number, format: 'bag' },
    ])
    expect((await chancery('verify', to, '--json')).exit).toBe(0)
    await writeFile(path.join(to, 'data', 'metadata', 'items.csv'), 'changed')
    const verified = await chancery('verify', to, '--json')
    expect([verified.exit, calls['archive.verify'].output.parse(jsonOf(verified)).valid]).toEqual([1, false])
  })

  it('is where a backup lies, and how many documents were indexed', async () => {
    const backup = await chancery('backup', archive.folder, '--json')
    expect(existsSync(String(jsonOf(backup)['path']))).toBe(true)
    expect(jsonOf(await chancery('reindex', archive.folder, '--json'))).toEqual({ documents: 4 })
  })
})
