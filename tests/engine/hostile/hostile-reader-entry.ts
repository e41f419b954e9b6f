import type { FileToRead, ReadingOutcome } from '../../../electron/engine/ports.ts'
import type { ReadingAnswer, ReadingTask } from '../../../electron/workers/reading-task.ts'
import { readDocument } from '../../../electron/workers/read-document.ts'

function spinForEver(): never {
  for (;;) Math.random()
}

function fillTheHeap(): never {
  const kept: string[][] = []
  for (;;) kept.push(Array.from({ length: 10_000 }, (_, at) => `${at}${Math.random()}`))
}

function meet(file: FileToRead): Promise<ReadingOutcome> {
  if (file.name.startsWith('hang')) spinForEver()
  if (file.name.startsWith('heap')) fillTheHeap()
  if (file.name.startsWith('exit')) process.exit(7)
  if (file.name.startsWith('throw')) throw new Error('a fault of the program')
  return readDocument(file)
}

/** A reading worker that meets its worst files: by their names they hang it, fill its memory, end it or make it throw. */
export default async function run(task: ReadingTask): Promise<ReadingAnswer> {
  if (task.what === 'unpack') return { what: 'unpacked', members: [] }
  if (task.what === 'render') return { what: 'rendered', outcome: { ok: false, isOfProgram: false, detail: '' } }
  const outcomes: ReadingOutcome[] = []
  for (const file of task.files) outcomes.push(await meet(file))
  return { what: 'read', outcomes }
}
