import path from 'node:path'
import type { CallInput } from '../../electron/contract/calls.ts'
import type { TestArchive } from './an-archive.ts'

type Order = Partial<Omit<CallInput<'exports.run'>, 'exportId' | 'to'>>

/** Exports everything, or what `order` says, beside the archive. Answers where to. */
export async function exportFrom(archive: TestArchive, name: string, order: Order = {}): Promise<string> {
  const to = path.join(path.dirname(archive.folder), name)
  const usual = { selection: { query: '' }, format: 'bag', title: 'Round trip', audience: 'institution' } as const
  await archive.call('exports.run', { exportId: 'trip', ...usual, ...order, to })
  return to
}

/** Everything that an archive says of its documents, in one order. */
export async function everythingOf(archive: TestArchive) {
  const { ids } = await archive.call('documents.ids', { offset: 0, limit: 1000 })
  const byId = [...ids].sort()
  const documents = await Promise.all(byId.map((id) => archive.call('documents.get', { id })))
  const { agreements } = await archive.call('agreements.list', {})
  const { names } = await archive.call('names.list', { text: '', offset: 0, limit: 1000 })
  const { collections } = await archive.call('collections.list', {})
  return {
    documents,
    agreements: await Promise.all(agreements.map(({ id }) => archive.call('agreements.get', { id }))),
    names: [...names].sort((a, b) => (a.id < b.id ? -1 : 1)),
    tags: await archive.call('tags.list', {}),
    collections,
    inCollections: await Promise.all(
      collections.map(({ name }) => archive.search(`collection:"${name}"`, { sort: 'collection' })),
    ).then((replies) => replies.map(({ hits }) => hits.map(({ id }) => id))),
    editions: await Promise.all(
      byId.map(async (id) =>
        (await archive.call('editions.of', { id })).relations.map(({ document, ...rest }) => [document.id, rest]),
      ),
    ),
    commitments: await archive.call('commitments.list', { offset: 0, limit: 1000 }),
    happenings: await archive.call('happenings.list', { offset: 0, limit: 1000 }),
    restricted: await archive.call('access.list', {}),
    found: await Promise.all(
      ['cooperation', 'coopération', 'اتفاقية', '"joint training"'].map((text) => archive.found(text)),
    ),
  }
}

/** The history of documents as it is told, wherever it happened, without what only the chain of one archive has. */
export async function historyOf(archive: TestArchive) {
  const { events } = await archive.call('history.list', { offset: 0, limit: 1000 })
  return events.map(({ id, at, act, facts, undone, hash }) => ({ id, at, act, facts, undone, hash }))
}
