import type { EventId, HistoryEvent } from '../../contract/schemas.ts'
import type { ReadDb, WriteDb } from '../database/connection.ts'
import { statement } from '../database/statement.ts'
import type { EventLine } from './record-lines.ts'

interface Row {
  readonly id: EventId
  readonly at: number
  readonly act: string
  readonly facts: string
  readonly undone: 0 | 1
  readonly hash: string
  readonly archive: string
  readonly archive_title: string
  readonly about: string
}

/** Keeps what a package tells of the history of what it holds. What is known already stays as it is, with what is new to it. */
export function keepEarlierEvent(db: WriteDb, { id, at, act, facts, undone, hash, archive, about }: EventLine): void {
  const known = statement<[string], string>(db, 'SELECT about FROM earlier_event WHERE id = ?').pluck().get(id)
  if (known !== undefined) {
    const all = new Set([...(JSON.parse(known) as string[]), ...about])
    statement<[string, string]>(db, 'UPDATE earlier_event SET about = ? WHERE id = ?').run(JSON.stringify([...all]), id)
    return
  }
  // An archive that takes back its own package has the event in its own history.
  if (statement<[string], 1>(db, 'SELECT 1 FROM event WHERE id = ?').get(id) !== undefined) return
  statement(
    db,
    `INSERT INTO earlier_event (id, at, act, facts, undone, hash, archive, archive_title, about)
     VALUES (@id, @at, @act, @facts, @undone, @hash, @archive, @title, @about)`,
  ).run({
    ...{ id, at, act, facts: JSON.stringify(facts), undone: undone ? 1 : 0, hash },
    ...{ archive: archive.id, title: archive.title, about: JSON.stringify(about) },
  })
}

export function countEarlierEvents(db: ReadDb): number {
  return statement<[], number>(db, 'SELECT count(*) FROM earlier_event').pluck().get() ?? 0
}

/** Events of other archives from the newest to the oldest. They are told, and cannot be taken back. */
export function listEarlierEvents(db: ReadDb, offset: number, limit: number): HistoryEvent[] {
  const rows = statement<[number, number], Row>(
    db,
    'SELECT * FROM earlier_event ORDER BY at DESC, id DESC LIMIT ? OFFSET ?',
  ).all(limit, offset)
  return rows.map(({ id, at, act, facts, undone, hash, archive_title: archive }) => ({
    ...{ id, at, act, hash, facts: JSON.parse(facts) as HistoryEvent['facts'] },
    ...{ sequence: 0, undoable: false, undone: undone === 1, archive },
  }))
}

/** Every event of other archives as a package tells it, the oldest first. */
export function allEarlierEvents(db: ReadDb): EventLine[] {
  return statement<[], Row>(db, 'SELECT * FROM earlier_event ORDER BY at, id')
    .all()
    .map(({ archive, archive_title: title, facts, undone, about, ...rest }) => ({
      ...{ type: 'event', ...rest, undone: undone === 1, archive: { id: archive, title } },
      ...{ facts: JSON.parse(facts) as HistoryEvent['facts'], about: JSON.parse(about) as string[] },
    }))
}
