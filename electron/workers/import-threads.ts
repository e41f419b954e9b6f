import { availableParallelism } from 'node:os'
import type { DocumentReader, FileStorer } from '../engine/ports.ts'
import { createThreadedReader, usualLimits } from './document-reader.ts'
import { createThreadedStorer } from './file-storer.ts'

/** Paths of the built entries of the two kinds of threads. */
export interface ImportThreadFiles {
  readonly readDocument: string
  readonly storeFiles: string
}

export interface ImportThreads {
  readonly reader: DocumentReader
  readonly storer: FileStorer
  close(): Promise<void>
}

const mostThreads = 8

/** The threads that an import needs. None is started before its first file. `jobs`: how many read, by default one for each core. */
export function createImportThreads(files: ImportThreadFiles, jobs = availableParallelism()): ImportThreads {
  const threads = Math.max(1, Math.min(mostThreads, jobs))
  const reader = createThreadedReader(files.readDocument, { ...usualLimits, threads })
  const storer = createThreadedStorer(files.storeFiles)
  return {
    reader,
    storer,
    close: async () => {
      await reader.close()
      await storer.close()
    },
  }
}
