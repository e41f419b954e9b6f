import { ArchiveError } from '../../contract/errors.ts'
import type { TagPath } from '../../contract/schemas.ts'
import type { z } from 'zod'
import { commitAct } from '../act.ts'
import type { ReadHandlers, WriteContext, WriteHandlers } from '../context.ts'
import { idsOfDocuments } from '../documents/documents.store.ts'
import type { Change } from '../preservation/changes.rules.ts'
import { selectDocuments } from '../search/select-documents.ts'
import { foldTag, isAtOrBelow, movedPath } from './tags.rules.ts'
import { countTags, documentsWithTag, findTag, getTag, tagsAtOrBelow } from './tags.store.ts'

type Path = z.infer<typeof TagPath>

function additions(context: WriteContext, paths: readonly Path[], numbers: readonly number[]): Change[] {
  return paths.flatMap((path): Change[] => {
    const tag = findTag(context.db, path)
    const carriers = new Set(tag === undefined ? [] : documentsWithTag(context.db, tag.number))
    const documents = idsOfDocuments(
      context.db,
      numbers.filter((number) => !carriers.has(number)),
    )
    const assigned: Change = { type: 'tag.assigned', path: tag?.path ?? path, documents, assigned: true }
    if (tag === undefined) return [{ type: 'tag.existence', path, exists: true }, assigned]
    return documents.length === 0 ? [] : [assigned]
  })
}

function removals(context: WriteContext, paths: readonly Path[], numbers: readonly number[]): Change[] {
  return paths.flatMap((path): Change[] => {
    const tag = findTag(context.db, path)
    if (tag === undefined) return []
    const carriers = new Set(documentsWithTag(context.db, tag.number))
    const documents = idsOfDocuments(
      context.db,
      numbers.filter((number) => carriers.has(number)),
    )
    return documents.length === 0 ? [] : [{ type: 'tag.assigned', path: tag.path, documents, assigned: false }]
  })
}

/** Paths that name the same tag in other letter case are one tag. */
const distinct = (paths: readonly Path[]): Path[] => [...new Map(paths.map((path) => [foldTag(path), path])).values()]

export const tagReadHandlers: ReadHandlers<'tags.list'> = {
  'tags.list': ({ db }) => countTags(db),
}

export const tagWriteHandlers: WriteHandlers<'tags.assign' | 'tags.rename' | 'tags.remove'> = {
  'tags.assign': (context, { selection, add, remove }) => {
    const numbers = selectDocuments(context, selection)
    const added = additions(context, distinct(add), numbers)
    const removed = removals(context, distinct(remove), numbers)
    const changes = [...added, ...removed]
    if (changes.length === 0) return { changed: 0 }
    const facts = { count: numbers.length, added: add.join(', '), removed: remove.join(', ') }
    return commitAct(context, { name: 'tags.assign', facts, changes })
  },
  'tags.rename': (context, { path, to }) => {
    const moved = tagsAtOrBelow(context.db, path)
    if (moved.length === 0) throw new ArchiveError('tag-not-found', `There is no tag ${path}.`, { path })
    if (path !== to && isAtOrBelow(foldTag(to), foldTag(path)) && foldTag(to) !== foldTag(path))
      throw new ArchiveError('tag-exists', `A tag cannot be moved below itself.`, { path: to })
    const from = moved[0]?.path.slice(0, path.length) ?? path
    const changes = moved
      .map((tag): Change => ({ type: 'tag.renamed', from: tag.path, to: movedPath(tag.path, from, to) }))
      .filter((change) => change.type === 'tag.renamed' && change.from !== change.to)
    if (changes.length === 0) return { changed: 0 }
    return commitAct(context, { name: 'tags.rename', facts: { from: path, to, count: moved.length }, changes })
  },
  'tags.remove': (context, { path }) => {
    const removed = tagsAtOrBelow(context.db, path)
    if (removed.length === 0) getTag(context.db, path)
    const changes = removed.flatMap((tag): Change[] => {
      const documents = idsOfDocuments(context.db, documentsWithTag(context.db, tag.number))
      const gone: Change = { type: 'tag.existence', path: tag.path, exists: false }
      return documents.length === 0
        ? [gone]
        : [{ type: 'tag.assigned', path: tag.path, documents, assigned: false }, gone]
    })
    return commitAct(context, { name: 'tags.remove', facts: { path, count: removed.length }, changes })
  },
}
