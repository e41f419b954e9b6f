import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { CallName } from '../../electron/contract/calls.ts'
import { aShelf, type TestShelf } from '../support/a-shelf.ts'
import { texts } from '../support/three-languages.ts'

/** What samples of calls name: things that exist in the archive that is open. */
export interface Things {
  readonly folder: string
  readonly document: string
  readonly other: string
  /** Two documents in one language. */
  readonly inEnglish: readonly [string, string]
  readonly file: string
  readonly importId: string
  readonly watch: string
  readonly key: string
  readonly collection: string
  readonly agreement: string
  readonly name: string
  readonly otherName: string
  readonly search: string
  readonly rule: string
  readonly redaction: string
  readonly copy: string
}

const ruleValues = {
  name: 'Fishing',
  query: 'fishing',
  tags: ['fishing'],
  collection: '',
  fields: { kind: 'report' },
  active: true,
}

/** An input that every call accepts. Calls that write leave room for being made again. */
export const samples: Readonly<Record<CallName, (things: Things) => object>> = {
  'archives.list': () => ({}),
  'archives.create': () => ({ title: 'Another archive' }),
  'archives.open': ({ key }) => ({ key }),
  'archives.openSample': () => ({}),
  'archives.openPath': ({ folder }) => ({ path: path.join(folder, 'somewhere'), create: true }),
  'archives.close': () => ({}),
  'archives.copies': ({ key }) => ({ key }),
  'archives.restore': ({ key, copy }) => ({ key, copy }),
  'archives.rebuild': ({ key }) => ({ key }),
  'preferences.get': () => ({}),
  'preferences.set': () => ({ theme: 'dark' }),
  'archive.summary': () => ({}),
  'archive.verify': () => ({}),
  'archive.fixity': () => ({}),
  'archive.fixityReport': () => ({ offset: 0, limit: 10 }),
  'archive.backup': () => ({}),
  'archive.reindex': () => ({}),
  'imports.start': ({ folder }) => ({ paths: [path.join(folder, 'sources')], tags: ['again'] }),
  'imports.retry': ({ importId }) => ({ id: importId, reasons: ['permission'] }),
  'imports.resume': () => ({}),
  'imports.cancel': ({ importId }) => ({ id: importId }),
  'imports.list': () => ({ limit: 10 }),
  'imports.get': ({ importId }) => ({ id: importId }),
  'imports.files': ({ importId }) => ({ id: importId, states: ['catalogued'], offset: 0, limit: 10 }),
  'imports.ledger': ({ importId }) => ({ id: importId, offset: 0, limit: 10 }),
  'watches.list': () => ({}),
  'watches.add': ({ folder }) => ({ path: path.join(folder, 'sources'), tags: ['watched'], afterwards: 'keep' }),
  'watches.change': ({ watch }) => ({ id: watch, changes: { active: false } }),
  'watches.remove': ({ watch }) => ({ id: watch }),
  'ocr.status': () => ({}),
  'ocr.start': () => ({ again: true }),
  'ocr.stop': () => ({}),
  'search.run': () => ({
    text: 'cooperation accord',
    sort: 'relevance',
    offset: 0,
    limit: 10,
    facets: true,
    snippets: true,
  }),
  'search.suggest': () => ({ text: 'coop', limit: 10 }),
  'agreements.list': () => ({ on: '2026-01-01' }),
  'agreements.get': ({ agreement }) => ({ id: agreement }),
  'commitments.list': () => ({ open: true, offset: 0, limit: 10 }),
  'happenings.list': () => ({ offset: 0, limit: 10 }),
  'cataloguing.next': () => ({ query: '' }),
  'cataloguing.accept': ({ document }) => ({ id: document, changes: { place: 'Rabat' } }),
  'cataloguing.preview': () => ({ query: '', confidence: 0.5, except: [] }),
  'cataloguing.acceptAll': () => ({ query: '', confidence: 0.5, except: ['dateline'] }),
  'cataloguing.reopen': () => ({ selection: { query: '' } }),
  'cataloguing.refuse': ({ document }) => ({
    id: document,
    refusal: { about: 'place', words: 'Rabat' },
    refused: true,
  }),
  'access.list': () => ({}),
  'access.set': ({ document }) => ({
    selection: { ids: [document] },
    condition: { reason: 'Under negotiation', review: '2030-01-01' },
  }),
  'redactions.list': () => ({}),
  'redactions.add': () => ({ words: 'Jane Doe', reason: 'Privacy' }),
  'redactions.remove': ({ redaction }) => ({ id: redaction }),
  'rules.list': () => ({}),
  'rules.save': () => ({ values: { ...ruleValues, name: 'Another' } }),
  'rules.remove': ({ rule }) => ({ id: rule }),
  'rules.preview': () => ({ values: ruleValues, limit: 10 }),
  'rules.run': ({ rule }) => ({ id: rule }),
  'names.list': () => ({ type: 'country', text: 'mor', offset: 0, limit: 10 }),
  'names.get': ({ name }) => ({ id: name }),
  'names.change': ({ name }) => ({ id: name, changes: { note: 'A note' } }),
  'names.merge': ({ name, otherName }) => ({ id: name, into: otherName }),
  'names.split': ({ name }) => ({ id: name }),
  'search.batch': () => ({ queries: [{ id: 'one', text: 'cooperation' }], limit: 5 }),
  'searches.list': () => ({}),
  'searches.count': ({ search }) => ({ id: search }),
  'searches.save': () => ({ name: 'Another', text: 'accord', sort: 'date', pinned: false }),
  'searches.change': ({ search }) => ({ id: search, changes: { pinned: false } }),
  'searches.remove': ({ search }) => ({ id: search }),
  'searches.look': ({ search }) => ({ id: search }),
  'collections.list': () => ({}),
  'collections.make': () => ({ name: 'Another', note: '' }),
  'collections.change': ({ collection }) => ({ id: collection, changes: { note: 'A note' } }),
  'collections.remove': ({ collection }) => ({ id: collection }),
  'collections.put': ({ collection, other }) => ({ id: collection, selection: { ids: [other] } }),
  'collections.take': ({ collection, document }) => ({ id: collection, selection: { ids: [document] } }),
  'collections.move': ({ collection, document }) => ({ id: collection, document }),
  'thesaurus.list': () => ({}),
  'thesaurus.set': () => ({ terms: { en: ['drone'], fr: ['drone'], ar: ['طائرة مسيرة'] } }),
  'thesaurus.remove': () => ({ id: 'treaty' }),
  'thesaurus.restore': () => ({ id: 'treaty' }),
  'documents.cite': ({ document }) => ({ id: document, language: 'en', quotation: { page: 1, start: 0, end: 10 } }),
  'documents.get': ({ document }) => ({ id: document }),
  'documents.hits': ({ document }) => ({ id: document, text: 'cooperation' }),
  'documents.ids': () => ({ offset: 0, limit: 10 }),
  'documents.describe': ({ document }) => ({ id: document, changes: { title: 'A title', issued: '2026-01' } }),
  'documents.remove': ({ other }) => ({ selection: { ids: [other] }, reason: 'not ours' }),
  'documents.removed': () => ({ offset: 0, limit: 10 }),
  'documents.takeBack': ({ document }) => ({ ids: [document] }),
  'tags.list': () => ({}),
  'tags.assign': () => ({ selection: { query: 'cooperation' }, add: ['a/b'], remove: ['c'] }),
  'tags.rename': () => ({ path: 'first', to: 'second' }),
  'tags.remove': () => ({ path: 'first' }),
  'editions.of': ({ document }) => ({ id: document }),
  'editions.list': () => ({ offset: 0, limit: 10 }),
  'editions.compare': ({ inEnglish: [first, second] }) => ({ first, second }),
  'editions.decide': ({ document, other }) => ({ first: document, second: other, relation: 'translation' }),
  'exports.run': ({ folder }) => ({
    exportId: 'one',
    selection: { query: '' },
    format: 'csv',
    to: path.join(folder, 'list.csv'),
    title: 'All',
  }),
  'exports.cancel': () => ({ exportId: 'none' }),
  'exports.preview': ({ document }) => ({ selection: { ids: [document] } }),
  'history.list': () => ({ offset: 0, limit: 10 }),
  'history.undo': () => ({}),
  'files.locate': ({ file }) => ({ id: file }),
}

async function importedId(shelf: TestShelf, folder: string): Promise<string> {
  const ended = new Promise<void>((resolve) => {
    const unsubscribe = shelf.shelf.subscribe((event) => {
      if (event.type !== 'imports.progress' || event.progress.state === 'running') return
      unsubscribe()
      resolve()
    })
  })
  const order = { paths: [path.join(folder, 'sources')], tags: ['first'] }
  const { id } = await shelf.value<{ id: string }>('imports.start', order, 'host')
  await ended
  return id
}

/** A shelf whose open archive has the documents of three languages, and the ids of what samples name. */
export async function aFilledShelf(): Promise<TestShelf & { readonly things: Things }> {
  const shelf = await aShelf()
  const { folder } = shelf
  await mkdir(path.join(folder, 'sources'))
  for (const [name, text] of Object.entries(texts)) await writeFile(path.join(folder, 'sources', name), text)
  const cited = 'The agreement on fishing between Morocco and Spain, signed at Rabat on 3 May 2021, is in force.'
  await writeFile(path.join(folder, 'sources', 'cited.txt'), `Note on fishing\n\n${cited}`)
  await shelf.value('archives.create', { title: 'Contract' })
  const importId = await importedId(shelf, folder)
  const { ids } = await shelf.value<{ ids: string[] }>('documents.ids', { offset: 0, limit: 10 })
  const [document = '', other = ''] = ids
  const { file } = await shelf.value<{ file: { id: string } }>('documents.get', { id: document })
  const english = { text: 'lang:en', sort: 'date', offset: 0, limit: 2, facets: false, snippets: false }
  const { hits } = await shelf.value<{ hits: { id: string }[] }>('search.run', english)
  const inEnglish = [hits[0]?.id ?? '', hits[1]?.id ?? ''] as const
  const named = { name: 'First', note: '' }
  const { id: collection } = await shelf.value<{ id: string }>('collections.make', named)
  await shelf.value('collections.put', { id: collection, selection: { ids: [document] } })
  const kept = { name: 'Kept', text: 'cooperation', sort: 'relevance', pinned: true }
  const { id: search } = await shelf.value<{ id: string }>('searches.save', kept)
  const { agreements } = await shelf.value<{ agreements: { id: string }[] }>('agreements.list', {})
  const countries = { type: 'country', text: '', offset: 0, limit: 2 }
  const { names } = await shelf.value<{ names: { id: string }[] }>('names.list', countries)
  const { id: rule } = await shelf.value<{ id: string }>('rules.save', { values: ruleValues })
  const marked = { words: 'Marked words', reason: 'Test' }
  const { id: redaction } = await shelf.value<{ id: string }>('redactions.add', marked)
  const { path: backup } = await shelf.value<{ path: string }>('archive.backup', {})
  const { known } = await shelf.value<{ known: { key: string }[] }>('archives.list', {})
  const watch = { path: folder, tags: [], afterwards: 'keep' }
  const { id: watchId } = await shelf.value<{ id: string }>('watches.add', watch, 'host')
  return {
    ...shelf,
    things: {
      ...{ folder, document, other, inEnglish, file: file.id, importId, watch: watchId },
      ...{ key: known[0]?.key ?? '', collection, search, agreement: agreements[0]?.id ?? '' },
      ...{ name: names[0]?.id ?? '', otherName: names[1]?.id ?? '', rule, redaction },
      copy: path.basename(backup),
    },
  }
}
