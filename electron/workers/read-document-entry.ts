import type { ContainerToUnpack } from '../engine/ports.ts'
import { readDocument } from './read-document.ts'
import type { ReadingAnswer, ReadingTask } from './reading-task.ts'
import { renderPage } from './ocr/render-page.ts'
import { unpackContainer } from './unpack-container.ts'

async function unpack(container: ContainerToUnpack): Promise<ReadingAnswer> {
  try {
    return { what: 'unpacked', members: await unpackContainer(container) }
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    return { what: 'fault', code, message }
  }
}

/** The task of a reading worker. */
export default async function run(task: ReadingTask): Promise<ReadingAnswer> {
  if (task.what === 'unpack') return unpack(task.container)
  if (task.what === 'render') return { what: 'rendered', outcome: await renderPage(task.order) }
  const outcomes = []
  for (const file of task.files) outcomes.push(await readDocument(file))
  return { what: 'read', outcomes }
}
