import type { OcrStatus } from '../contract/schemas.ts'
import type { OpenArchive } from '../engine/open-archive.ts'
import { type ExitCode, exitCodes, printJson, printNote, printProgress } from './terminal.ts'

export interface OcrOptions {
  readonly again?: boolean
  readonly json?: boolean
}

/** Waits until nothing is being read any more. */
async function untilIdle(archive: OpenArchive, onStatus: (status: OcrStatus) => void): Promise<OcrStatus> {
  for (;;) {
    const changed = new Promise<void>((resolve) => {
      const unsubscribe = archive.subscribe((event) => {
        if (event.type !== 'archive.changed' || !event.subjects.includes('ocr')) return
        unsubscribe()
        resolve()
      })
    })
    const status = await archive.call('ocr.status', {})
    onStatus(status)
    if (!status.isBusy) return status
    await changed
  }
}

function sentenceOf({ read, unreadable, waiting }: { read: number; unreadable: number; waiting: number }): string {
  return `${read} pages read, ${unreadable} pictures without text that could be read, ${waiting} waiting`
}

/** `chancery ocr`: reads every picture of a page that waits. Ctrl+C stops it, and what was read stays. */
export async function runOcr(archive: OpenArchive, options: OcrOptions): Promise<ExitCode> {
  const before = await archive.call('ocr.start', { again: options.again === true })
  if (!before.available) {
    if (options.json === true) printJson({ available: false, read: 0, ...pick(before) })
    printNote(
      'chancery: there is no tesseract here to read pictures with; install tesseract-ocr and its languages eng, fra, ara.',
    )
    return before.waiting === 0 ? exitCodes.done : exitCodes.archiveFailed
  }
  const stop = (): void => void archive.call('ocr.stop', {})
  process.once('SIGINT', stop)
  let last: string | undefined
  const after = await untilIdle(archive, ({ running, waiting }) => {
    const now = running === undefined ? '' : `${running.document} page ${running.page}, ${waiting} waiting`
    if (now !== last) printProgress((last = now))
  })
  process.removeListener('SIGINT', stop)
  printProgress('')
  const read = before.waiting - after.waiting - (after.unreadable - before.unreadable)
  if (options.json === true) printJson({ available: true, read, ...pick(after) })
  else printNote(sentenceOf({ read, ...after }))
  if (after.failure === undefined) return exitCodes.done
  printNote(`chancery: reading ended early (${after.failure}); run it again to go on.`)
  return exitCodes.archiveFailed
}

function pick({ waiting, unreadable, version, languages, failure }: OcrStatus): Partial<OcrStatus> {
  return { waiting, unreadable, version, languages, failure }
}

/** After an import: how many pages are pictures that wait, and how they are read. Says nothing where there are none. */
export async function noteWaitingPictures(archive: OpenArchive): Promise<void> {
  const { waiting } = await archive.call('ocr.status', {})
  if (waiting > 0) printNote(`${waiting} pages are pictures and cannot be searched yet; "chancery ocr" reads them`)
}
