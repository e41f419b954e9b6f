import path from 'node:path'
import { Shelf } from '../engine/shelf/shelf.ts'
import { keepHeapLean } from '../link/lean-heap.ts'
import { packedPort } from '../link/port.ts'
import { openReadingThreads } from '../link/reading-threads.ts'
import { servePort } from '../link/serve-port.ts'
import { createImportThreads } from '../workers/import-threads.ts'
import { createTesseract } from '../workers/ocr/tesseract.ts'
import { openReadingCopyThread } from '../workers/reading-copy-thread.ts'

/** What main tells the engine when it starts it, as JSON in its last argument. */
export interface EngineStart {
  readonly archivesFolder: string
  readonly libraryFile: string
  readonly sampleFolder: string
}

keepHeapLean()
const start = JSON.parse(process.argv.at(-1) ?? '{}') as EngineStart
const beside = (name: string): string => path.join(import.meta.dirname, name)

const { reader, storer } = createImportThreads({
  readDocument: beside('read-document.js'),
  storeFiles: beside('store-files.js'),
})
const shelf = new Shelf({
  ...start,
  ports: {
    now: Date.now,
    reader,
    storer,
    resumeImports: true,
    watchFolders: true,
    backUpDaily: true,
    checkFixity: true,
    ocr: createTesseract(),
    readPictures: true,
    openReadingCopyMaker: () => openReadingCopyThread(beside('reading-copy.js')),
    openReadingThreads: (archivePath) => openReadingThreads(beside('reading-thread.js'), archivePath),
  },
})

const send = servePort(packedPort(process.parentPort), (name, input, audience, signal) => {
  // The last words of main: commit what is under way, let the archive go, end.
  if (name === 'engine.stop' && audience === 'host') {
    return shelf.close().then(() => {
      setTimeout(() => process.exit(0), 50)
      return { ok: true, value: undefined }
    })
  }
  return shelf.reply(name, input, audience, signal)
})
shelf.subscribe(send)
