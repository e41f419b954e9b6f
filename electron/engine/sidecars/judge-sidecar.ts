import { ArchiveError } from '../../contract/errors.ts'
import { DocumentId, DocumentRecord } from '../../contract/schemas.ts'
import type { WriteDb } from '../database/connection.ts'
import { recordsOf } from '../documents/records.store.ts'
import { detailsOf } from '../exchange/record-details.store.ts'
import { mentionedBy, numbersOf } from '../names/mentions.store.ts'
import { documentTables, isOfDocument } from './catalogue-tables.rules.ts'
import type { Sidecar } from './sidecar-text.ts'

/** Numbers are kept in 32 bits where there are many of them. */
const largestNumber = 2 ** 31 - 1

const refuse = (why: string): never => {
  throw new ArchiveError('archive-damaged', why)
}

/**
 * The number of the document of which a sidecar tells. Throws `archive-damaged` unless it tells of one document alone, under an id as
 * the program makes them: an id becomes a part of a file's name.
 */
export function numberOfDocument({ rows }: Sidecar): number {
  const [row, ...others] = rows.get('document') ?? []
  const number = row?.['number']
  if (row === undefined || others.length > 0 || !DocumentId.safeParse(row['id']).success)
    return refuse('A record tells of one document.')
  if (typeof number !== 'number' || !Number.isInteger(number) || number < 1 || number > largestNumber)
    return refuse('The document has no number.')
  for (const [table, own] of rows)
    if (isOfDocument(table) && own.some((each) => each[documentTables[table]] !== number))
      return refuse('A row of the record is of another document.')
  return number
}

const Record = DocumentRecord.omit({ outline: true })

/** Throws unless a document can be read as every call reads it: one row that cannot would be in the way of all searches and exports. */
export function requireReadable(db: WriteDb, document: number): void {
  const [found] = recordsOf(db, [document])
  if (!Record.safeParse(found?.record).success) refuse('The record cannot be read.')
  detailsOf(db, [document])(document)
  const mentioned = mentionedBy(db, document)
  if (mentioned === undefined) return
  numbersOf(mentioned.names)
  numbersOf(mentioned.dates)
}

/**
 * What was under way when records were written does not go on by itself: an import that was interrupted may remove the sources that it
 * names, and watched folders take from places of this computer. People start them again.
 */
export function endWork(db: WriteDb): void {
  db.exec(`UPDATE import SET state = 'cancelled' WHERE state IN ('running', 'interrupted');
    UPDATE import SET afterwards = 'keep';
    UPDATE watched_folder SET active = 0`)
}
