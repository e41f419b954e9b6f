import path from 'node:path'
import { onTestFinished } from 'vitest'
import type { Reply } from '../../electron/contract/envelope.ts'
import { Shelf } from '../../electron/engine/shelf/shelf.ts'
import { createDirectReader } from '../../electron/workers/direct-reader.ts'
import { aFolder } from './a-folder.ts'

const never = new AbortController().signal

export interface TestShelf {
  readonly shelf: Shelf
  /** Where it keeps archives and what it remembers. */
  readonly folder: string
  readonly reply: (name: string, input: unknown, audience?: 'page' | 'host') => Promise<Reply>
  /** The value of a call that must succeed. */
  readonly value: <T = Record<string, unknown>>(name: string, input: unknown, audience?: 'page' | 'host') => Promise<T>
}

const sampleFolder = path.resolve(import.meta.dirname, '../../resources/sample-archive')

/** What a host holds, in a temporary folder; closed when the test ends. Several shelves may share a folder, as starts do. */
export async function aShelf(shared?: string): Promise<TestShelf> {
  const folder = shared ?? (await aFolder())
  const shelf = new Shelf({
    ports: { now: Date.now, reader: createDirectReader() },
    archivesFolder: path.join(folder, 'archives'),
    libraryFile: path.join(folder, 'library.json'),
    sampleFolder,
  })
  onTestFinished(() => shelf.close())
  const reply: TestShelf['reply'] = (name, input, audience = 'page') => shelf.reply(name, input, audience, never)
  return {
    shelf,
    folder,
    reply,
    async value<T>(name: string, input: unknown, audience?: 'page' | 'host'): Promise<T> {
      const answer = await reply(name, input, audience)
      if (!answer.ok) throw new Error(`${name}: ${answer.error.code}: ${answer.error.message}`)
      return answer.value as T
    },
  }
}
