import { findCollection, findCollectionByName, placeDocument, setCollection } from '../collections/collections.store.ts'
import type { WriteDb } from '../database/connection.ts'
import { inTransaction, statement } from '../database/statement.ts'
import { numbersOfIds } from '../documents/documents.store.ts'
import { findDecision, setDecision } from '../editions/editions.store.ts'
import { findName, findNameNumber, insertName, setMergedInto } from '../names/names.store.ts'
import { keepEarlierEvent } from './earlier-events.store.ts'
import type { CollectionLine, EditionLine, NameLine, RecordLine } from './record-lines.ts'

/** Takes authority records in that the archive does not have yet, under their own ids; records that it has stay as they are. */
export function takeNames(db: WriteDb, lines: readonly RecordLine[]): void {
  const names = lines.filter((line) => line.type === 'name')
  if (names.length === 0) return
  inTransaction(db, () => {
    const isNew = (name: NameLine): boolean =>
      findName(db, name.id) === undefined && findNameNumber(db, name.of, name.folded) === undefined
    const taken = names.filter((name) => {
      if (!isNew(name)) return false
      const { id, of: type, preferred, folded, key, country, note } = name
      insertName(db, { id, type, preferred, folded, key, country, note })
      return true
    })
    const byId = new Map(names.map((name) => [name.id, name]))
    for (const { id, mergedInto } of taken) {
      const root = mergedInto === undefined ? undefined : byId.get(mergedInto)
      if (root === undefined) continue
      const own = findName(db, id)?.number
      const into = findName(db, root.id)?.number ?? findNameNumber(db, root.of, root.folded)
      if (own !== undefined && into !== undefined && own !== into) setMergedInto(db, own, into)
    }
  })
}

/** A collection goes on where the archive has it, by its id or by its name; what it lacks is put in. */
function takeCollection(db: WriteDb, { id, name, note, places }: CollectionLine): void {
  const known = findCollection(db, id) ?? findCollectionByName(db, name)
  if (known === undefined) setCollection(db, id, { name, note })
  const number = known?.number ?? findCollection(db, id)?.number
  if (number === undefined) return
  for (const { document, position } of places)
    for (const each of numbersOfIds(db, [document])) placeDocument(db, number, each, position)
}

function takeEdition(db: WriteDb, { first, second, relation }: EditionLine): void {
  const [one, other] = numbersOfIds(db, [first, second])
  if (one !== undefined && other !== undefined && one !== other && findDecision(db, one, other) === null)
    setDecision(db, one, other, relation)
}

/** Documents that this import restored and that came out of a container find it again. */
function tieToContainers(db: WriteDb, pairs: ReadonlyMap<string, string>, importNumber: number): number[] {
  const tie = statement<[string, string, number], { number: number }>(
    db,
    `UPDATE document SET container = (SELECT number FROM document WHERE id = ?)
     WHERE id = ? AND import = ? AND container IS NULL RETURNING number`,
  )
  return [...pairs].flatMap(([member, container]) => tie.get(container, member, importNumber)?.number ?? [])
}

/** Takes in what needs the documents to be there: collections, editions, history, and which came out of which. Runs in a transaction; answers the documents that it changed. */
export function settleRest(
  db: WriteDb,
  lines: readonly RecordLine[],
  containers: ReadonlyMap<string, string>,
  importNumber: number,
): number[] {
  for (const line of lines)
    if (line.type === 'collection') takeCollection(db, line)
    else if (line.type === 'edition') takeEdition(db, line)
    else if (line.type === 'event') keepEarlierEvent(db, line)
  return tieToContainers(db, containers, importNumber)
}
