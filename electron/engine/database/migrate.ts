import { existsSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { ArchiveError } from '../../contract/errors.ts'
import type { ReadDb, WriteDb } from './connection.ts'
import { copyCatalogue } from './copy-catalogue.ts'
import { access } from './migrations/0008-access.ts'
import { firstTables } from './migrations/0001-first-tables.ts'
import { durableImports } from './migrations/0002-durable-imports.ts'
import { wordIndex } from './migrations/0003-word-index.ts'
import { agreements } from './migrations/0006-agreements.ts'
import { cataloguing } from './migrations/0007-cataloguing.ts'
import { mentions } from './migrations/0005-mentions.ts'
import { collectionsAndSearches } from './migrations/0004-collections-and-searches.ts'
import { keeping } from './migrations/0009-keeping.ts'

/** One step of the catalogue's shape. Never edited after release; a mistake is mended by the next one. */
export interface Migration {
  readonly number: number
  /** Constant SQL, run in one transaction with the new `user_version`. */
  readonly up: string
}

/** Every step, in order, numbered from 1 without gaps. */
export const migrations: readonly Migration[] = [
  ...[firstTables, durableImports, wordIndex, collectionsAndSearches],
  mentions,
  agreements,
  cataloguing,
  access,
  keeping,
]

/** The version that this program writes. */
export const currentVersion = migrations.length

/** The version of an open catalogue; 0 for an empty file. */
export function catalogueVersion(db: ReadDb): number {
  return db.pragma('user_version', { simple: true }) as number
}

function refuseBroken(db: WriteDb, step: Migration): void {
  const broken = db.pragma('foreign_key_check') as unknown[]
  if (broken.length > 0)
    throw new ArchiveError('archive-damaged', `Step ${step.number} would break references.`, { step: step.number })
}

function applyStep(db: WriteDb, step: Migration, check: typeof refuseBroken | undefined): void {
  db.transaction(() => {
    db.exec(step.up)
    check?.(db, step)
    db.pragma(`user_version = ${step.number}`)
  }).exclusive()
}

/**
 * Brings a catalogue that is being put together to a version. What it holds so far may refer to what it does not hold yet, and no
 * copy is made.
 */
export function buildUpTo(db: WriteDb, target: number): void {
  for (const step of migrations.slice(catalogueVersion(db), target)) applyStep(db, step, undefined)
}

function backUp(db: WriteDb, backupFolder: string, version: number): void {
  mkdirSync(backupFolder, { recursive: true })
  const target = path.join(backupFolder, `before-version-${version + 1}.sqlite`)
  if (!existsSync(target)) copyCatalogue(db, target)
}

/**
 * Brings a catalogue to `target` (by default the newest version), one step and one transaction after another, with a copy in
 * `backupFolder` before the first step of a catalogue that holds anything. Throws `archive-too-new` when it was written by a
 * newer program.
 */
export function migrate(db: WriteDb, backupFolder: string, target = currentVersion): void {
  const version = catalogueVersion(db)
  if (version > currentVersion)
    throw new ArchiveError(
      'archive-too-new',
      `The archive has version ${version}; this program knows ${currentVersion}.`,
      {
        version,
        known: currentVersion,
      },
    )
  if (version > 0 && version < target) backUp(db, backupFolder, version)
  for (const step of migrations.slice(version, target)) applyStep(db, step, refuseBroken)
}
