import { moveFiles, storeFiles } from '../engine/importing/store-files.ts'
import type { StoringAnswer, StoringTask } from './storing-task.ts'

/** The task of a storing worker. */
export default async function run(task: StoringTask): Promise<StoringAnswer> {
  try {
    if (task.what === 'store')
      return { ok: true, outcomes: await storeFiles(task.files, () => Atomics.load(task.cancelled, 0) === 1) }
    await moveFiles(task.moves)
    return { ok: true, outcomes: [] }
  } catch (error) {
    const { name, code, message } = error as NodeJS.ErrnoException
    return { ok: false, name, code, message }
  }
}
