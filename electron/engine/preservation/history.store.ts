import { createHash } from 'node:crypto'
import { ArchiveError } from '../../contract/errors.ts'
import type { EventId, HistoryEvent } from '../../contract/schemas.ts'
import type { ReadDb, WriteDb } from '../database/connection.ts'
import { statement } from '../database/statement.ts'
import type { Change } from './changes.rules.ts'

export interface EventRow {
  readonly sequence: number
  readonly id: EventId
  readonly at: number
  readonly act: string
  readonly facts: string
  readonly changes: string
  readonly undoes: number | null
  readonly undone: 0 | 1
  readonly previous_hash: string
  readonly hash: string
}

/** What the first event follows. */
const beginning = '0'.repeat(64)

type HashedPart = Pick<EventRow, 'sequence' | 'id' | 'at' | 'act' | 'facts' | 'changes' | 'undoes' | 'previous_hash'>

/**
 * The SHA-256 of an event, which covers the hash before it: changing, removing or reordering any earlier event changes every
 * later hash. Whether an event was undone is not covered; that follows from the events that undo it.
 */
export function hashEvent(event: HashedPart): string {
  const { previous_hash, sequence, id, at, act, facts, changes, undoes } = event
  return createHash('sha256')
    .update(JSON.stringify([previous_hash, sequence, id, at, act, facts, changes, undoes]))
    .digest('hex')
}

export interface NewEvent {
  readonly id: EventId
  readonly at: number
  readonly act: string
  readonly facts: HistoryEvent['facts']
  readonly changes: readonly Change[]
  readonly undoes?: number
}

/** Adds an event at the end of the chain. Call it in the transaction that applies its changes. */
export function appendEvent(db: WriteDb, event: NewEvent): number {
  const last = statement<[], Pick<EventRow, 'sequence' | 'hash'>>(
    db,
    'SELECT sequence, hash FROM event ORDER BY sequence DESC LIMIT 1',
  ).get()
  const row: HashedPart = {
    sequence: (last?.sequence ?? 0) + 1,
    id: event.id,
    at: event.at,
    act: event.act,
    facts: JSON.stringify(event.facts),
    changes: JSON.stringify(event.changes),
    undoes: event.undoes ?? null,
    previous_hash: last?.hash ?? beginning,
  }
  statement(
    db,
    `INSERT INTO event (sequence, id, at, act, facts, changes, undoes, previous_hash, hash)
     VALUES (@sequence, @id, @at, @act, @facts, @changes, @undoes, @previous_hash, @hash)`,
  ).run({ ...row, hash: hashEvent(row) })
  return row.sequence
}

/** Marks an event as undone, or as done again. */
export function setUndone(db: WriteDb, sequence: number, undone: boolean): void {
  const { changes } = statement<[number, number]>(db, 'UPDATE event SET undone = ? WHERE sequence = ?').run(
    undone ? 1 : 0,
    sequence,
  )
  if (changes !== 1) throw new ArchiveError('event-not-found', `No event has number ${sequence}.`, { sequence })
}

export function findEvent(db: ReadDb, id: EventId): EventRow | undefined {
  return statement<[string], EventRow>(db, 'SELECT * FROM event WHERE id = ?').get(id)
}

export function getEventBySequence(db: ReadDb, sequence: number): EventRow {
  const row = statement<[number], EventRow>(db, 'SELECT * FROM event WHERE sequence = ?').get(sequence)
  if (row === undefined) throw new ArchiveError('event-not-found', `No event has number ${sequence}.`, { sequence })
  return row
}

/** The newest act that stands and can be taken back; undoings themselves are passed over. */
export function findLastUndoable(db: ReadDb): EventRow | undefined {
  return statement<[], EventRow>(
    db,
    "SELECT * FROM event WHERE undoes IS NULL AND undone = 0 AND changes <> '[]' ORDER BY sequence DESC LIMIT 1",
  ).get()
}

export function countEvents(db: ReadDb): number {
  return statement<[], { n: number }>(db, 'SELECT count(*) AS n FROM event').get()?.n ?? 0
}

/** Events from the newest to the oldest. */
export function listEvents(db: ReadDb, offset: number, limit: number): HistoryEvent[] {
  const rows = statement<[number, number], EventRow>(
    db,
    'SELECT * FROM event ORDER BY sequence DESC LIMIT ? OFFSET ?',
  ).all(limit, offset)
  return rows.map((row) => toHistoryEvent(db, row))
}

export function toHistoryEvent(db: ReadDb, row: EventRow): HistoryEvent {
  return {
    sequence: row.sequence,
    id: row.id,
    at: row.at,
    act: row.act,
    facts: JSON.parse(row.facts) as HistoryEvent['facts'],
    undoable: row.changes !== '[]' && row.undone === 0,
    undone: row.undone === 1,
    ...(row.undoes === null ? {} : { undoes: getEventBySequence(db, row.undoes).id }),
    hash: row.hash,
  }
}

/** The sequence of the first event whose hash or link is wrong, and how many were checked. */
export function checkChain(db: ReadDb): { readonly checked: number; readonly brokenAt?: number } {
  let previous = beginning
  let checked = 0
  for (const row of db.prepare<[], EventRow>('SELECT * FROM event ORDER BY sequence').iterate()) {
    checked++
    if (row.sequence !== checked || row.previous_hash !== previous || row.hash !== hashEvent(row))
      return { checked, brokenAt: row.sequence }
    previous = row.hash
  }
  return { checked }
}
