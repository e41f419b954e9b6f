import path from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { Shelf } from '../engine/shelf/shelf.ts'
import { plainPort } from '../link/port.ts'
import { openReadingThreads } from '../link/reading-threads.ts'
import { servePort } from '../link/serve-port.ts'
import { createImportThreads } from '../workers/import-threads.ts'
import { createTesseract } from '../workers/ocr/tesseract.ts'
import { openReadingCopyThread } from '../workers/reading-copy-thread.ts'
import type { EngineStart } from './engine-thread.ts'

const { home, sampleFolder, entries } = workerData as EngineStart
const threads = createImportThreads(entries)
const ocr = createTesseract()
const shelf = new Shelf({
  ports: {
    now: Date.now,
    reader: threads.reader,
    storer: threads.storer,
    resumeImports: true,
    watchFolders: true,
    backUpDaily: true,
    checkFixity: true,
    ocr,
    readPictures: true,
    openReadingCopyMaker: () => openReadingCopyThread(entries.readingCopy),
    openReadingThreads: (archivePath) => openReadingThreads(entries.readingThread, archivePath),
  },
  archivesFolder: home,
  libraryFile: path.join(home, 'library.json'),
  sampleFolder,
})

if (parentPort !== null) {
  const send = servePort(plainPort(parentPort), async (name, input, audience, signal) => {
    // The last words of the host: commit what is under way, let the archive go.
    if (name !== 'engine.stop' || audience !== 'host') return shelf.reply(name, input, audience, signal)
    await shelf.close()
    await threads.close()
    await ocr.close()
    return { ok: true, value: undefined }
  })
  shelf.subscribe(send)
}
