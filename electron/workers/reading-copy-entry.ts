import { parentPort } from 'node:worker_threads'
import { CopyData } from '../engine/exporting/reading-copy/copy-data.ts'
import type { CopyTask } from './reading-copy-thread.ts'

const data = new CopyData()

// One order after another, so that the answers come in the order of the questions.
let last: Promise<void> = Promise.resolve()
parentPort?.on('message', (task: CopyTask) => {
  last = last.then(async () => {
    const pieces = task.what === 'take' ? await data.take(task.documents) : await data.finish()
    parentPort?.postMessage(
      pieces,
      pieces.map(({ content }) => content.buffer as ArrayBuffer),
    )
  })
})
