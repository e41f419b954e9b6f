import path from 'node:path'
import { type OpenArchive, openArchive } from '../engine/open-archive.ts'
import { createImportThreads } from '../workers/import-threads.ts'
import { createTesseract } from '../workers/ocr/tesseract.ts'
import { openReadingCopyThread } from '../workers/reading-copy-thread.ts'

/** Paths of what the command line starts; known to its entry file alone. */
export interface ProgramFiles {
  readonly readDocument: string
  readonly storeFiles: string
  readonly readingCopy: string
  readonly web: string
}

export interface ArchiveUse {
  readonly path: string
  readonly files: ProgramFiles
  /** Threads that read files. */
  readonly jobs?: number
  readonly createWithTitle?: string
  readonly readOnly?: boolean
  /** Whether imports that were interrupted go on. */
  readonly resumeImports?: boolean
}

/** Opens an archive for one command and closes it afterwards, however the command ends. */
export async function withArchive<T>(use: ArchiveUse, work: (archive: OpenArchive) => Promise<T>): Promise<T> {
  const threads = createImportThreads(use.files, use.jobs)
  const { reader, storer } = threads
  // Looked for when a command asks for it, and not before.
  const ocr = createTesseract()
  const ports = {
    ...{ now: Date.now, reader, storer, ocr, resumeImports: use.resumeImports === true },
    openReadingCopyMaker: () => openReadingCopyThread(use.files.readingCopy),
  }
  const create = use.createWithTitle === undefined ? {} : { create: { title: use.createWithTitle } }
  const archive = openArchive({ path: path.resolve(use.path), ports, readOnly: use.readOnly === true, ...create })
  try {
    return await work(archive)
  } finally {
    await archive.close()
    await ocr.close()
    await threads.close()
  }
}
