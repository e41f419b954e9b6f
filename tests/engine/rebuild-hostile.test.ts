import { readFile, readdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { readSidecar, sidecarText } from '../../electron/engine/sidecars/sidecar-text.ts'
import { reopen } from '../support/an-archive.ts'
import { rebuild, recordOf } from '../support/records-in-folder.ts'
import { threeLanguages } from '../support/three-languages.ts'

describe('a catalogue that is made again from records that nobody should trust', () => {
  describe('with hostile records', () => {
    const hostile: readonly (readonly [string, (rows: Map<string, Record<string, unknown>[]>) => void])[] = [
      [
        'an id that leads out of the archive',
        (rows) => Object.assign(rows.get('document')?.[0] ?? {}, { id: '../../x' }),
      ],
      ['a number too large', (rows) => Object.assign(rows.get('document')?.[0] ?? {}, { number: 4_000_000_000 })],
      ['a row of another document', (rows) => Object.assign(rows.get('page')?.[0] ?? {}, { document: 77, number: 9 })],
      ['a kind that there is none of', (rows) => Object.assign(rows.get('document')?.[0] ?? {}, { kind: 'novel' })],
      ['a time beyond all dates', (rows) => Object.assign(rows.get('document')?.[0] ?? {}, { imported_at: 9e15 })],
      ['mentions that are none', (rows) => Object.assign(rows.get('mention_list')?.[0] ?? {}, { mentions: '3' })],
      ['names cut short', (rows) => Object.assign(rows.get('mention_list')?.[0] ?? {}, { names: new Uint8Array(3) })],
      [
        'parties that are none',
        (rows) => rows.get('agreement')?.forEach((row) => Object.assign(row, { parties: 'null' })),
      ],
    ]
    it.each(hostile)('takes in none of a document with %s', async (what, change) => {
      const archive = await threeLanguages().open()
      await archive.close()
      for (const lost of ['archive-records.ndjson', 'catalogue.sqlite']) await rm(path.join(archive.folder, lost))
      const { where } = await recordOf(archive.folder, 'accord.txt')
      const sidecar = readSidecar(await readFile(where))
      if (sidecar === undefined) throw new Error('The record cannot be read.')
      const rows = new Map([...sidecar.rows].map(([table, own]) => [table, own.map((row) => ({ ...row }))] as const))
      change(rows)
      await writeFile(where, sidecarText({ ...sidecar, rows }))
      const { documents, unclaimed, unread } = await rebuild(archive.folder)
      const hasAgreement = (rows.get('agreement')?.length ?? 0) > 0
      if (what === 'parties that are none' && !hasAgreement) return
      expect([documents, unclaimed.length, unread.length]).toEqual([3, 1, 2])
      const again = reopen(archive.folder)
      onTestFinished(() => again.close())
      await again.import(unclaimed)
      expect(await again.found('cooperation')).toContain('communique.txt')
      expect((await again.call('documents.ids', { offset: 0, limit: 9 })).ids).toHaveLength(4)
    })
  })

  it('passes over lines of the archive that nobody could read', async () => {
    const archive = await threeLanguages().open()
    await archive.call('thesaurus.set', { terms: { en: ['drone'], fr: ['drone'], ar: [] } })
    await archive.close()
    await rm(path.join(archive.folder, 'catalogue.sqlite'))
    const records = path.join(archive.folder, 'archive-records.ndjson')
    const lines = (await readFile(records, 'utf8')).split('\n')
    const concept = lines.findIndex((line) => line.includes('"table":"concept"'))
    lines[concept] = (lines[concept] ?? '').replace(/"terms":"[^\n]*"\}\}$/, '"terms":"5"}}')
    await writeFile(records, lines.join('\n'))
    expect(await rebuild(archive.folder)).toMatchObject({ documents: 4, unread: ['archive-records.ndjson'] })
    const again = reopen(archive.folder)
    onTestFinished(() => again.close())
    expect(await again.found('drone OR tourism')).toEqual(['tourism.txt'])
  })

  it('leaves imports ended and watched folders at rest, whatever the records say was under way', async () => {
    const archive = await threeLanguages().open()
    await archive.call('watches.add', { path: archive.sources, tags: [], afterwards: 'keep' })
    await archive.close()
    await rm(path.join(archive.folder, 'catalogue.sqlite'))
    const records = path.join(archive.folder, 'archive-records.ndjson')
    const text = (await readFile(records, 'utf8')).replace('"state":"done"', '"state":"interrupted"')
    await writeFile(records, text.replaceAll('"afterwards":"keep"', '"afterwards":"remove"'))
    await rebuild(archive.folder)
    const again = reopen(archive.folder, { resumeImports: true })
    onTestFinished(() => again.close())
    expect((await again.call('imports.list', { limit: 9 })).imports.map(({ state }) => state)).toEqual(['cancelled'])
    expect((await again.call('watches.list', {})).watches).toMatchObject([{ active: false }])
    expect(await readdir(archive.sources)).toHaveLength(4)
  })
})
