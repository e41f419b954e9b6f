import { availableParallelism } from 'node:os'
import path from 'node:path'
import { type OpenArchive, openArchive } from '../engine/open-archive.ts'
import type { DocumentReader, EnginePorts } from '../engine/ports.ts'
import { createThreadedReader, usualLimits } from '../workers/document-reader.ts'

/** Paths of what the command line starts; known to its entry file alone. */
export interface ProgramFiles {
  readonly readDocument: string
  readonly web: string
}

export interface ArchiveUse {
  readonly path: string
  readonly files: ProgramFiles
  /** Threads that read files. */
  readonly jobs?: number
  readonly createWithTitle?: string
  readonly readOnly?: boolean
}

/** A reader in threads, not started before its first file. */
export function lazyReader(files: ProgramFiles, jobs: number | undefined): DocumentReader {
  const threads = jobs ?? Math.max(1, Math.min(8, availableParallelism()))
  let reader: DocumentReader | undefined
  return {
    width: threads,
    read: (file, signal) =>
      (reader ??= createThreadedReader(files.readDocument, { ...usualLimits, threads })).read(file, signal),
    close: async () => reader?.close(),
  }
}

/** Opens an archive for one command and closes it afterwards, however the command ends. */
export async function withArchive<T>(use: ArchiveUse, work: (archive: OpenArchive) => Promise<T>): Promise<T> {
  const ports: EnginePorts = { now: Date.now, reader: lazyReader(use.files, use.jobs) }
  const create = use.createWithTitle === undefined ? {} : { create: { title: use.createWithTitle } }
  const archive = openArchive({ path: path.resolve(use.path), ports, readOnly: use.readOnly === true, ...create })
  try {
    return await work(archive)
  } finally {
    await archive.close()
    await ports.reader.close()
  }
}
