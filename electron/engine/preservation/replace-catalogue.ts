import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import type { EventId, HistoryEvent } from '../../contract/schemas.ts'
import type { ArchiveFolder } from '../archive-folder.ts'
import type { WriteContext } from '../context.ts'
import { openForWriting } from '../database/connection.ts'
import { copyCatalogue } from '../database/copy-catalogue.ts'
import { flush } from '../database/durable-file.ts'
import { takeWriterLock } from '../database/lock.ts'
import { migrate } from '../database/migrate.ts'
import { inTransaction } from '../database/statement.ts'
import { announceChanged } from '../documents/documents.store.ts'
import { makeUlid } from '../ids.ts'
import { writeArchiveRecords } from '../sidecars/archive-records.ts'
import { setSidecarsAside } from '../sidecars/set-aside.ts'
import { writeWhatIsBehind } from '../sidecars/write-sidecars.ts'
import { appendEvent } from './history.store.ts'
import { ArchiveSeal } from './seal.ts'

export interface ReplacedCatalogue {
  readonly path: string
  /** Where the catalogue that was there lies now; undefined where there was none. */
  readonly replaced: string | undefined
  readonly documents: number
}

/** Keeps the catalogue that is there, sound or not, among the copies. */
function keepPresent({ catalogue, backups }: ArchiveFolder, at: Date): string | undefined {
  if (!existsSync(catalogue)) return undefined
  mkdirSync(backups, { recursive: true })
  const stamp = at.toISOString().replace(/[-:.]/g, '').replace('T', '-').slice(0, 18)
  const kept = path.join(backups, `replaced-${stamp}.sqlite`)
  try {
    const db = openForWriting(catalogue)
    try {
      copyCatalogue(db, kept)
    } finally {
      db.close()
    }
  } catch {
    // It is damaged: kept byte for byte, with what lies beside it.
    for (const end of ['', '-wal']) if (existsSync(catalogue + end)) copyFileSync(catalogue + end, kept + end)
    flush(kept)
  }
  return kept
}

/** Brings the records in the folder to what the catalogue says; those of documents that it does not have are set aside among the copies. */
async function writeRecords(context: Pick<WriteContext, 'db' | 'folder'>, at: Date): Promise<void> {
  await writeWhatIsBehind(context, () => false)
  writeArchiveRecords(context.db, context.folder)
  const stamp = at.toISOString().replace(/[-:.]/g, '').replace('T', '-').slice(0, 18)
  setSidecarsAside(context, path.join(context.folder.backups, `records-${stamp}`))
}

/**
 * Ends the history of a new catalogue with what was done, and brings the records beside the originals to what it says. Answers how
 * many documents there are.
 */
async function settle(folder: ArchiveFolder, at: Date, act: string, facts: HistoryEvent['facts']): Promise<number> {
  mkdirSync(folder.incoming, { recursive: true })
  const db = openForWriting(folder.catalogue)
  try {
    migrate(db, folder.backups)
    const event = { id: makeUlid(at.getTime()) as EventId, at: at.getTime(), act, facts, changes: [] }
    inTransaction(db, () => {
      appendEvent(db, event)
      announceChanged(db, db.prepare<[], number>('SELECT number FROM document ORDER BY number').pluck().all())
    })
    // A full disk must not keep the catalogue from its place: they are written when the archive is opened.
    await writeRecords({ db, folder }, at).catch(() => undefined)
    return db.prepare<[], number>('SELECT count(*) FROM document WHERE removed = 0').pluck().get() ?? 0
  } finally {
    db.close()
  }
}

/**
 * Puts another catalogue in the place of an archive's own: `make` writes it where it is told, and answers what the history says of
 * it. The present catalogue is kept among the copies, and the exchange is one step: a program that is killed leaves either. Throws
 * `archive-in-use` and whatever `make` throws, and then nothing was changed.
 */
export async function replaceCatalogue(
  folder: ArchiveFolder,
  at: Date,
  act: string,
  make: (partial: string) => Promise<HistoryEvent['facts']>,
): Promise<ReplacedCatalogue> {
  const lock = takeWriterLock(folder.lock)
  const { catalogue } = folder
  const partial = `${catalogue}.partial`
  const clear = (): void => {
    for (const end of ['', '-wal', '-shm']) rmSync(partial + end, { force: true })
  }
  const seal = new ArchiveSeal(folder)
  try {
    clear()
    seal.break()
    const facts = await make(partial)
    flush(partial)
    const replaced = keepPresent(folder, at)
    // Notes of the old catalogue would be taken for those of the new one.
    for (const end of ['-wal', '-shm']) rmSync(catalogue + end, { force: true })
    renameSync(partial, catalogue)
    return { path: catalogue, replaced, documents: await settle(folder, at, act, facts) }
  } finally {
    clear()
    await seal.make(at).catch(() => undefined)
    lock.release()
  }
}
