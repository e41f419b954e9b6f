import { ArchiveError } from '../../contract/errors.ts'
import { commitAct } from '../act.ts'
import type { ReadHandlers, WriteHandlers } from '../context.ts'
import type { ReadDb } from '../database/connection.ts'
import { type DocumentRow, getDocument, getSummary, pagesOf } from '../documents/documents.store.ts'
import { compareTexts } from './compare-texts.ts'
import { findDecision } from './editions.store.ts'
import { findPairs } from './find-pairs.ts'
import { findRelations } from './find-relations.ts'

/** Throws `document-not-found`, or `invalid-input` when both ids name the same document. */
function twoDocuments(db: ReadDb, first: string, second: string): readonly [DocumentRow, DocumentRow] {
  const pair = [getDocument(db, first), getDocument(db, second)] as const
  if (first === second)
    throw new ArchiveError('invalid-input', 'A document cannot be held against itself.', { id: first })
  return pair
}

function textOf(db: ReadDb, document: number): string {
  return pagesOf(db, document)
    .map((page) => page.text)
    .join('\n\n')
}

const rounded = (likeness: number): number => Math.round(likeness * 1000) / 1000

export const editionReadHandlers: ReadHandlers<'editions.of' | 'editions.list' | 'editions.compare'> = {
  'editions.of': (context, { id }) => {
    const { number } = getDocument(context.db, id)
    const relations = findRelations(context, number).map(({ number: other, relation, likeness, decided }) => ({
      document: getSummary(context.db, other),
      relation,
      likeness: rounded(likeness),
      decided,
    }))
    return { relations }
  },
  'editions.list': (context, { offset, limit }) => {
    const { pairs, complete } = findPairs(context)
    const shown = pairs.slice(offset, offset + limit).map(({ first, second, relation, likeness, decided }) => ({
      first: getSummary(context.db, first),
      second: getSummary(context.db, second),
      relation,
      likeness: rounded(likeness),
      decided,
    }))
    return { total: pairs.length, pairs: shown, complete }
  },
  'editions.compare': ({ db }, { first, second }) => {
    const [one, other] = twoDocuments(db, first, second)
    if (one.language !== other.language)
      throw new ArchiveError('invalid-input', 'Only texts in the same language can be compared.', { first, second })
    return compareTexts(textOf(db, one.number), textOf(db, other.number))
  },
}

export const editionWriteHandlers: WriteHandlers<'editions.decide'> = {
  'editions.decide': (context, { first, second, relation }) => {
    const [one, other] = twoDocuments(context.db, first, second)
    const before = findDecision(context.db, one.number, other.number)
    if (before === relation) return { changed: 0 }
    return commitAct(context, {
      name: 'editions.decide',
      facts: { first: one.title.slice(0, 200), second: other.title.slice(0, 200), relation: relation ?? 'open' },
      changes: [{ type: 'edition.decided', first: one.id, second: other.id, before, after: relation }],
    })
  },
}
