import { readFile } from 'node:fs/promises'
import { createHash } from 'node:crypto'
import path from 'node:path'
import type { ImportCounts, ImportFile } from '../../contract/schemas.ts'
import type { RefusalReason } from '../../contract/vocabulary.ts'
import { findArchiveFolder, isArchive } from '../archive-folder.ts'
import { type ReadDb, openForReading } from '../database/connection.ts'
import { findPackages, openPackage } from '../exchange/find-package.ts'
import { judgePackage } from '../exchange/judge-package.ts'
import type { DocumentReader } from '../ports.ts'
import { endOf } from './commit-batch.ts'
import { findAtSource, findByContent } from './intake.store.ts'
import { requirePaths, walk } from './walk.ts'

export interface DryRunOrder {
  readonly archivePath: string
  readonly paths: readonly string[]
  readonly reader: DocumentReader
}

const refused = (where: string, reason: RefusalReason, detail: string): ImportFile => ({
  path: where,
  state: endOf(reason, detail).state,
  ...{ reason, detail },
})

async function judge(
  filePath: string,
  reader: DocumentReader,
  seen: Set<string>,
  db: ReadDb | undefined,
): Promise<ImportFile> {
  let content: Buffer
  try {
    content = await readFile(filePath)
  } catch (error) {
    return { path: filePath, state: 'failed', reason: 'unreadable', detail: (error as Error).message }
  }
  const sha256 = createHash('sha256').update(content).digest('hex')
  const known = db === undefined ? undefined : findByContent(db, sha256)
  if (known !== undefined && db !== undefined)
    return { path: filePath, state: findAtSource(db, filePath)?.file === known.file ? 'unchanged' : 'duplicate' }
  if (seen.has(sha256)) return { path: filePath, state: 'duplicate' }
  const outcome = await reader.read({ name: path.basename(filePath), content }, new AbortController().signal)
  if (!outcome.ok) return refused(filePath, outcome.reason, outcome.detail)
  seen.add(sha256)
  return { path: filePath, state: 'catalogued' }
}

async function judgedPackage(where: string, db: ReadDb | undefined): Promise<ImportFile[]> {
  const source = await openPackage(where)
  if (source === undefined) return []
  try {
    const judged: ImportFile[] = []
    for await (const file of judgePackage(source, where, db, new AbortController().signal)) judged.push(file)
    return judged
  } finally {
    source.close()
  }
}

/** What an import would do, without an archive being made or changed: every file is read to the end. Throws `path-not-found`. */
export async function dryRun({
  archivePath,
  paths,
  reader,
}: DryRunOrder): Promise<ImportCounts & { files: ImportFile[] }> {
  await requirePaths(paths)
  const db = isArchive(archivePath) ? openForReading(findArchiveFolder(archivePath).catalogue) : undefined
  const files: ImportFile[] = []
  const seen = new Set<string>()
  try {
    const archiveRoot = isArchive(archivePath) ? archivePath : undefined
    const packages = new Set<string>()
    for await (const where of findPackages(paths, archiveRoot)) {
      packages.add(where)
      files.push(...(await judgedPackage(where, db)))
    }
    for await (const found of walk(paths, archiveRoot, packages)) {
      if (found.kind === 'file') files.push(await judge(found.path, reader, seen, db))
      else files.push(refused(found.path, found.reason, found.detail))
    }
  } finally {
    db?.close()
  }
  const count = (state: ImportFile['state']): number => files.filter((file) => file.state === state).length
  return {
    imported: count('catalogued'),
    duplicates: count('duplicate'),
    refused: count('refused'),
    failed: count('failed'),
    unchanged: count('unchanged'),
    files,
  }
}
