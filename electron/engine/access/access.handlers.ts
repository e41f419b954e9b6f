import { isDeepStrictEqual } from 'node:util'
import { ArchiveError } from '../../contract/errors.ts'
import type { DocumentId, RedactionId } from '../../contract/schemas.ts'
import { commitAct } from '../act.ts'
import type { ReadHandlers, WriteHandlers } from '../context.ts'
import { idsOfDocuments } from '../documents/documents.store.ts'
import { makeUlid } from '../ids.ts'
import type { Change } from '../preservation/changes.rules.ts'
import { selectDocuments } from '../search/select-documents.ts'
import { findCondition, restrictedDocuments } from './access.store.ts'
import { allRedactions, findRedaction, findSameWords } from './redactions.store.ts'

export const accessReadHandlers: ReadHandlers<'access.list' | 'redactions.list'> = {
  'access.list': ({ db }) => ({ documents: restrictedDocuments(db) }),
  'redactions.list': ({ db }) => ({ redactions: allRedactions(db) }),
}

export const accessWriteHandlers: WriteHandlers<'access.set' | 'redactions.add' | 'redactions.remove'> = {
  'access.set': (context, { selection, condition }) => {
    const numbers = selectDocuments(context, selection)
    const ids = idsOfDocuments(context.db, numbers)
    const changes = numbers.flatMap((number, at): Change[] => {
      const before = findCondition(context.db, number) ?? null
      if (isDeepStrictEqual(before, condition)) return []
      return [{ type: 'document.access', document: ids[at] as DocumentId, before, after: condition }]
    })
    if (changes.length === 0) return { changed: 0 }
    return condition === null
      ? commitAct(context, { name: 'access.lift', facts: { count: changes.length }, changes })
      : commitAct(context, { name: 'access.set', facts: { count: changes.length, ...condition }, changes })
  },
  'redactions.add': (context, values) => {
    // The words themselves stay out of the history's facts: these leave the archive with a package.
    const known = findSameWords(context.db, values.words)
    if (known !== undefined) return { id: known.id, changed: 0 }
    const redaction = makeUlid(context.ports.now()) as RedactionId
    const changes: Change[] = [{ type: 'redaction.set', redaction, after: values }]
    return {
      id: redaction,
      ...commitAct(context, { name: 'redactions.add', facts: { reason: values.reason }, changes }),
    }
  },
  'redactions.remove': (context, { id }) => {
    const found = findRedaction(context.db, id)
    if (found === undefined) throw new ArchiveError('redaction-not-found', `No redaction has the id ${id}.`, { id })
    const { words, reason } = found
    const changes: Change[] = [{ type: 'redaction.set', redaction: id, before: { words, reason } }]
    return commitAct(context, { name: 'redactions.remove', facts: { reason }, changes })
  },
}
