import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { createDirectStorer } from '../../electron/engine/importing/direct-storer.ts'
import type { DocumentReader, FileStorer } from '../../electron/engine/ports.ts'
import { createDirectReader } from '../../electron/workers/direct-reader.ts'
import { aPromise } from './a-promise.ts'
import type { TestArchive } from './an-archive.ts'

/** Writes files where an archive imports from. Answers their paths. */
export async function place(
  archive: TestArchive,
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<string[]> {
  const paths: string[] = []
  for (const [name, content] of Object.entries(files)) {
    const where = path.join(archive.sources, name)
    await mkdir(path.dirname(where), { recursive: true })
    await writeFile(where, content)
    paths.push(where)
  }
  return paths
}

/** A reader that says when it was given a file named `slow…`, and waits with it until it is told to go on. */
export function hesitantReader(): { reader: DocumentReader; asked: Promise<void>; goOn: () => void } {
  const direct = createDirectReader()
  const asked = aPromise()
  const allowed = aPromise()
  const reader: DocumentReader = {
    width: 1,
    read: async (file, signal) => {
      if (!file.name.startsWith('slow')) return direct.read(file, signal)
      asked.resolve()
      await Promise.race([allowed.promise, new Promise((resolve) => signal.addEventListener('abort', resolve))])
      return direct.read(file, signal)
    },
    unpack: (container, signal) => direct.unpack(container, signal),
    render: (order, signal) => direct.render(order, signal),
    close: () => direct.close(),
  }
  return { reader, asked: asked.promise, goOn: () => allowed.resolve() }
}

/** A storer that says when it was first given files, and waits with them until it is told to go on. */
export function hesitantStorer(): { storer: FileStorer; asked: Promise<void>; goOn: () => void } {
  const direct = createDirectStorer()
  const asked = aPromise()
  const allowed = aPromise()
  const storer: FileStorer = {
    store: async (files, signal) => {
      asked.resolve()
      await allowed.promise
      return direct.store(files, signal)
    },
    move: (moves) => direct.move(moves),
    close: () => direct.close(),
  }
  return { storer, asked: asked.promise, goOn: () => allowed.resolve() }
}
