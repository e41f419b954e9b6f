import { closeSync, existsSync, openSync, readFileSync, readSync, rmSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { ArchiveError } from '../../contract/errors.ts'
import { type ArchiveFolder, findArchiveFolder, originalPath } from '../archive-folder.ts'
import { type WriteDb, openForWriting } from '../database/connection.ts'
import { buildUpTo, catalogueVersion, currentVersion, migrate } from '../database/migrate.ts'
import { inTransaction } from '../database/statement.ts'
import { announceChanged } from '../documents/documents.store.ts'
import { checkChain } from '../preservation/history.store.ts'
import { type ReplacedCatalogue, replaceCatalogue } from '../preservation/replace-catalogue.ts'
import {
  type ArchiveRecords,
  archiveRecordsName,
  checkArchiveRecords,
  readArchiveRecords,
  recordsPlace,
  writeArchiveRecords,
} from './archive-records.ts'
import { deriveEverything } from './derive-everything.ts'
import { RowInserter, dropDangling } from './insert-rows.ts'
import { isReadableRow } from './judge-row.ts'
import { endWork, numberOfDocument, requireReadable } from './judge-sidecar.ts'
import { isSidecarName } from './sidecar-path.ts'
import { readSidecar } from './sidecar-text.ts'
import { writeWhatIsBehind } from './write-sidecars.ts'

export interface RebuiltCatalogue extends ReplacedCatalogue {
  /** Records that could not be read, by their paths in the archive: what they tell is lost, or was told by another. */
  readonly unread: readonly string[]
  /** Originals that no record names, by their whole paths: to be imported anew. */
  readonly unclaimed: readonly string[]
  /** Whether access to some of these may have been restricted: nobody knows any more to which. */
  readonly mayBeRestricted: boolean
  /** Whether words that were marked for redaction may be lost. */
  readonly marksMayBeLost: boolean
}

interface FoundFiles {
  readonly sidecars: readonly string[]
  readonly originals: readonly string[]
}

async function findFiles(folder: ArchiveFolder): Promise<FoundFiles> {
  const entries = await readdir(folder.originals, { recursive: true, withFileTypes: true })
  const files = entries
    .filter((entry) => entry.isFile() && !entry.parentPath.startsWith(folder.incoming))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort()
  const isSidecar = (where: string): boolean => isSidecarName(path.basename(where))
  return { sidecars: files.filter(isSidecar), originals: files.filter((where) => !isSidecar(where)) }
}

const headBytes = 256

/** The version that a sidecar states at its beginning; 0 where it states none. */
function statedVersion(where: string): number {
  const buffer = Buffer.alloc(headBytes)
  const file = openSync(where, 'r')
  try {
    const text = buffer.toString('latin1', 0, readSync(file, buffer, 0, headBytes, 0))
    return Number(/"catalogueVersion":(?<version>\d{1,6}),/.exec(text)?.groups?.['version'] ?? 0)
  } finally {
    closeSync(file)
  }
}

/** Whether the rows of a sidecar name a file as the program names its own. */
const namesFile = ({ sha256, extension }: Readonly<Record<string, unknown>>): boolean =>
  /^[0-9a-f]{64}$/.test(String(sha256)) && /^[a-z0-9]{1,16}$/.test(String(extension))

/** So many documents are put in together. */
const inBatch = 200

/** Puts the archive's own records and the sidecars into an empty catalogue, those of the oldest version first. */
class Rebuild {
  readonly unread: string[] = []
  readonly #db: WriteDb
  readonly #folder: ArchiveFolder
  readonly #signal: AbortSignal
  readonly #inserter: RowInserter

  constructor(db: WriteDb, folder: ArchiveFolder, signal: AbortSignal) {
    this.#db = db
    this.#folder = folder
    this.#signal = signal
    this.#inserter = new RowInserter(db)
  }

  #insertSidecar(where: string): void {
    const sidecar = readSidecar(readFileSync(where))
    const files = sidecar?.rows.get('file') ?? []
    if (sidecar?.archive !== this.#folder.card.id || files.length === 0 || !files.every(namesFile))
      throw new ArchiveError('archive-damaged', 'This is no record of a document of this archive.', { path: where })
    const document = numberOfDocument(sidecar)
    for (const [table, rows] of sidecar.rows)
      for (const row of rows) {
        const isNew = this.#inserter.insert(table, row)
        // Two records of one document, or of two that were given one number: the second is not to be mixed into the first.
        if (!isNew && (table === 'document' || table === 'file'))
          throw new ArchiveError('archive-damaged', 'There is another record of this document.', { path: where })
      }
    requireReadable(this.#db, document)
  }

  #insertSidecars(wheres: readonly string[]): void {
    const insertOne = this.#db.transaction((where: string) => this.#insertSidecar(where))
    inTransaction(this.#db, () => {
      for (const where of wheres)
        try {
          insertOne(where)
        } catch {
          this.unread.push(path.relative(this.#folder.root, where))
        }
    })
  }

  #insertRecords({ rows }: ArchiveRecords): void {
    inTransaction(this.#db, () => {
      for (const [table, some] of rows)
        for (const row of some)
          try {
            if (isReadableRow(table, row)) this.#inserter.insert(table, row)
          } catch {
            // A line that was changed is told of once, with the file.
          }
    })
  }

  async run(records: ArchiveRecords, sidecars: readonly string[]): Promise<void> {
    const byVersion = Map.groupBy(sidecars, statedVersion)
    const own = records.catalogueVersion ?? Math.max(...byVersion.keys(), 1)
    const isKnown = (version: number): boolean => version >= 1 && version <= currentVersion
    if (!isKnown(own)) throw new ArchiveError('archive-too-new', `The records have version ${own}.`, { version: own })
    const versions = [...new Set([own, ...byVersion.keys()])].sort((a, b) => a - b)
    for (const version of versions) {
      const wheres = byVersion.get(version) ?? []
      if (!isKnown(version)) {
        this.unread.push(...wheres.map((where) => path.relative(this.#folder.root, where)))
        continue
      }
      buildUpTo(this.#db, version)
      this.#inserter.forget()
      if (version === own) this.#insertRecords(records)
      for (let from = 0; from < wheres.length; from += inBatch) {
        this.#signal.throwIfAborted()
        this.#insertSidecars(wheres.slice(from, from + inBatch))
        await new Promise((resolve) => setImmediate(resolve))
      }
    }
    buildUpTo(this.#db, currentVersion)
  }
}

/**
 * A catalogue that is sound knows more than records that were not finished, or that somebody changed: all of them are written anew
 * before it is exchanged. One that is not would only spoil them.
 */
async function finishRecords(folder: ArchiveFolder): Promise<void> {
  if (!existsSync(folder.catalogue)) return
  let db: WriteDb | undefined
  try {
    db = openForWriting(folder.catalogue)
    if (catalogueVersion(db) === 0) return
    migrate(db, folder.backups)
    if (db.pragma('integrity_check(1)', { simple: true }) !== 'ok' || checkChain(db).brokenAt !== undefined) return
    const all = db.prepare<[], number>('SELECT number FROM document ORDER BY number').pluck().all()
    announceChanged(db, all)
    await writeWhatIsBehind({ db, folder }, () => false)
    rmSync(recordsPlace(folder), { force: true })
    writeArchiveRecords(db, folder)
  } catch {
    // It is damaged: what the records hold is what there is.
  } finally {
    db?.close()
  }
}

/** Events after a break of the chain cannot be shown to be true. Answers how many are left. */
function keepSoundHistory(db: WriteDb): number {
  const { checked, brokenAt } = checkChain(db)
  if (brokenAt === undefined) return checked
  db.prepare('DELETE FROM event WHERE sequence >= ?').run(brokenAt)
  return checked - 1
}

function unclaimedOf(db: WriteDb, folder: ArchiveFolder, originals: readonly string[]): string[] {
  const rows = db.prepare<[], { sha256: string; extension: string }>('SELECT sha256, extension FROM file').all()
  const claimed = new Set(rows.map(({ sha256, extension }) => originalPath(folder, sha256, extension)))
  return originals.filter((where) => !claimed.has(where))
}

/**
 * Makes an archive's catalogue again from what lies in its folder: the records beside the originals, and the archive's own, which are
 * finished first where the catalogue that is there is sound. That one, sound or not, is kept among the copies, and exchanged in one
 * step. History goes as far as its chain is
 * whole. What was done in the moments before a power cut may not be in the records yet. Throws `archive-not-found`,
 * `archive-in-use`, `archive-too-new`, and the signal's reason; then nothing was changed.
 */
export async function rebuildCatalogue(root: string, at: Date, signal: AbortSignal): Promise<RebuiltCatalogue> {
  const folder = findArchiveFolder(root)
  let unread: readonly string[] = []
  let unclaimed: readonly string[] = []
  let mayBeRestricted = false
  const replaced = await replaceCatalogue(folder, at, 'archive.rebuild', async (partial) => {
    await finishRecords(folder)
    const { sidecars, originals } = await findFiles(folder)
    const records = await readArchiveRecords(folder)
    const db = openForWriting(partial)
    try {
      db.pragma('synchronous = OFF')
      db.pragma('foreign_keys = OFF')
      const rebuild = new Rebuild(db, folder, signal)
      await rebuild.run(records, sidecars)
      endWork(db)
      inTransaction(db, () => dropDangling(db))
      const events = keepSoundHistory(db)
      await deriveEverything(db, signal)
      const areSound = await checkArchiveRecords(folder, signal)
      unread = [...rebuild.unread, ...(areSound === true ? [] : [archiveRecordsName])]
      unclaimed = unclaimedOf(db, folder, originals)
      mayBeRestricted =
        unread.length > 0 || db.prepare("SELECT 1 FROM event WHERE act = 'access.set' LIMIT 1").get() !== undefined
      return { events, unread: unread.length, unclaimed: unclaimed.length }
    } finally {
      db.close()
    }
  })
  return { ...replaced, unread, unclaimed, mayBeRestricted, marksMayBeLost: unread.includes(archiveRecordsName) }
}
