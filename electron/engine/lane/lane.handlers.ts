import type { DescribedField } from '../../contract/schemas.ts'
import { commitAct } from '../act.ts'
import type { ReadContext, ReadHandlers, WriteHandlers } from '../context.ts'
import { describeByPerson } from '../documents/documents.rules.ts'
import { type DocumentRow, getDocument, idsOfDocuments } from '../documents/documents.store.ts'
import type { Change } from '../preservation/changes.rules.ts'
import { selectDocuments } from '../search/select-documents.ts'
import { confirmOthers, countProposals, isAcceptable } from './lane.rules.ts'
import { rowsOf, uncataloguedNumbers } from './lane.store.ts'
import { refusalsOf } from './refusals.store.ts'

interface Lane {
  readonly waiting: readonly number[]
  readonly done: number
}

/** The documents of a query, those that nobody has gone through and how many somebody has. */
function laneOf(context: ReadContext, query: string): Lane {
  const uncatalogued = uncataloguedNumbers(context.db)
  context.memory.refresh()
  if (query.trim() === '') return { waiting: uncatalogued, done: context.memory.documents - uncatalogued.length }
  const found = new Set(selectDocuments(context, { query }))
  const waiting = uncatalogued.filter((number) => found.has(number))
  return { waiting, done: found.size - waiting.length }
}

function* acceptableRows(
  context: ReadContext,
  input: { readonly query: string; readonly confidence: number; readonly except: readonly string[] },
): Generator<DocumentRow> {
  for (const row of rowsOf(context.db, laneOf(context, input.query).waiting)) if (isAcceptable(row, input)) yield row
}

const marked = (documents: readonly DocumentRow['id'][], catalogued: boolean): Change => ({
  ...{ type: 'documents.catalogued', documents: [...documents], catalogued },
})

export const laneReadHandlers: ReadHandlers<'cataloguing.next' | 'cataloguing.preview'> = {
  'cataloguing.next': (context, { query, after }) => {
    const { waiting, done } = laneOf(context, query)
    const last = after === undefined ? 0 : getDocument(context.db, after).number
    // After the last one the lane begins anew, with those that were passed over.
    const next = waiting.find((number) => number > last) ?? waiting.find((number) => number !== last) ?? waiting[0]
    const [id] = next === undefined ? [] : idsOfDocuments(context.db, [next])
    return { ...(id === undefined ? {} : { id }), left: waiting.length, done }
  },
  'cataloguing.preview': (context, input) => {
    const { waiting } = laneOf(context, input.query)
    const ready = Array.from(acceptableRows(context, input), ({ number }) => number).length
    const proposals = countProposals(rowsOf(context.db, waiting)).slice(0, 200)
    return { ready, waiting: waiting.length - ready, proposals }
  },
}

type WriteCalls = 'cataloguing.accept' | 'cataloguing.acceptAll' | 'cataloguing.reopen' | 'cataloguing.refuse'

export const laneWriteHandlers: WriteHandlers<WriteCalls> = {
  'cataloguing.accept': (context, { id, changes }) => {
    const row = getDocument(context.db, id)
    const corrected = describeByPerson(row, changes)
    const fields = Object.keys(corrected?.after ?? {}) as DescribedField[]
    const confirmed = confirmOthers(row, fields)
    const done = [corrected, confirmed, marked([id], true)].filter((change) => change !== undefined)
    const facts = { title: row.title.slice(0, 200), count: fields.length }
    return commitAct(context, { name: 'cataloguing.accept', facts, changes: done })
  },
  'cataloguing.acceptAll': (context, input) => {
    const rows = [...acceptableRows(context, input)]
    if (rows.length === 0) return { changed: 0 }
    const confirmed = rows.map((row) => confirmOthers(row)).filter((change) => change !== undefined)
    const ids = rows.map(({ id }) => id)
    const facts = { count: rows.length, confidence: input.confidence }
    return commitAct(context, { name: 'cataloguing.acceptAll', facts, changes: [...confirmed, marked(ids, true)] })
  },
  'cataloguing.reopen': (context, { selection }) => {
    const numbers = selectDocuments(context, selection)
    const waiting = new Set(uncataloguedNumbers(context.db))
    const ids = idsOfDocuments(
      context.db,
      numbers.filter((number) => !waiting.has(number)),
    )
    if (ids.length === 0) return { changed: 0 }
    const changes = [marked(ids, false)]
    return commitAct(context, { name: 'cataloguing.reopen', facts: { count: ids.length }, changes })
  },
  'cataloguing.refuse': (context, { id, refusal, refused }) => {
    const row = getDocument(context.db, id)
    const known = refusalsOf(context.db, row.number).some(
      ({ about, words }) => about === refusal.about && words === refusal.words,
    )
    if (known === refused) return { changed: 0 }
    const facts = {
      title: row.title.slice(0, 200),
      words: refusal.words.slice(0, 200),
      refused: refused ? 'yes' : 'no',
    }
    const changes: Change[] = [{ type: 'document.refused', document: id, refusal, refused }]
    return commitAct(context, { name: 'cataloguing.refuse', facts, changes })
  },
}
