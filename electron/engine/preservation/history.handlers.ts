import { ArchiveError } from '../../contract/errors.ts'
import { commitAct } from '../act.ts'
import type { ReadHandlers, WriteHandlers } from '../context.ts'
import { countEarlierEvents, listEarlierEvents } from '../exchange/earlier-events.store.ts'
import { Change, invertAll } from './changes.rules.ts'
import { countEvents, findEvent, findLastUndoable, listEvents, toHistoryEvent } from './history.store.ts'

export const historyReadHandlers: ReadHandlers<'history.list'> = {
  'history.list': ({ db }, { offset, limit }) => {
    // What happened elsewhere comes after everything that happened here.
    const [own, earlier] = [countEvents(db), countEarlierEvents(db)]
    const events = listEvents(db, offset, limit)
    const rest = listEarlierEvents(db, Math.max(0, offset - own), limit - events.length)
    return { total: own + earlier, events: [...events, ...rest] }
  },
}

export const historyWriteHandlers: WriteHandlers<'history.undo'> = {
  'history.undo': (context, { event: id }) => {
    const row = id === undefined ? findLastUndoable(context.db) : findEvent(context.db, id)
    if (row === undefined)
      throw id === undefined
        ? new ArchiveError('nothing-to-undo', 'There is nothing to take back.')
        : new ArchiveError('event-not-found', `No event has the id ${id}.`, { id })
    if (row.undone === 1 || row.changes === '[]')
      throw new ArchiveError('nothing-to-undo', 'This act cannot be taken back.', { id: row.id })
    const changes = Change.array().parse(JSON.parse(row.changes))
    const undone = toHistoryEvent(context.db, row)
    const { event } = commitAct(context, {
      name: 'history.undo',
      facts: { act: row.act },
      changes: invertAll(changes),
      undoes: row.sequence,
    })
    return { undone, event }
  },
}
