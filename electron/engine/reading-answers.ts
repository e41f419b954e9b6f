import type { Reply } from '../contract/envelope.ts'
import { ArchiveError, toWire } from '../contract/errors.ts'
import { findArchiveFolder } from './archive-folder.ts'
import type { ReadContext } from './context.ts'
import { openForReading } from './database/connection.ts'
import { answerRead } from './dispatch.ts'
import { type ReadCallName, isRead } from './handlers.ts'
import type { ArchiveCallName } from '../contract/calls.ts'
import { forgetWords } from './language/lexicon.ts'
import { quickFindOf } from './quick-find/quick-find.ts'
import { SearchMemory } from './search/search-memory.ts'

/** Answers read calls on a connection of its own: what a reading thread does. */
export interface ReadingAnswers {
  /** Input was checked by who asks. Never rejects. */
  reply(name: string, input: unknown, signal: AbortSignal): Promise<Reply>
  /** Builds ahead what quick find needs, a piece at a time, so that the first letters typed find everything. */
  prepareQuickFind(): Promise<void>
}

/** Quick find goes through the catalogue once, and then reads forty cards a letter. */
const cacheOfQuickFind = 4096

/**
 * Opens the catalogue of an archive for reading, beside its writer, for answers of all kinds or for quick find alone. Throws what
 * opening throws.
 */
export function openReadingAnswers(archivePath: string, role: 'search' | 'quick-find' = 'search'): ReadingAnswers {
  const folder = findArchiveFolder(archivePath)
  const db = openForReading(folder.catalogue, role === 'quick-find' ? cacheOfQuickFind : undefined)
  const context: ReadContext = {
    db,
    folder,
    readOnly: false,
    memory: new SearchMemory(db),
    emit: () => undefined,
    exports: new Map(),
  }
  return {
    async reply(name, input, signal) {
      try {
        if (!isRead(name as ArchiveCallName))
          throw new ArchiveError('unknown-call', `${name} is not a call that reads.`)
        return { ok: true, value: await answerRead(context, name as ReadCallName, input, signal) }
      } catch (error) {
        return { ok: false, error: toWire(error) }
      }
    },
    async prepareQuickFind() {
      while (quickFindOf(db).buildNext()) await new Promise((resolve) => setImmediate(resolve))
      forgetWords()
    },
  }
}
