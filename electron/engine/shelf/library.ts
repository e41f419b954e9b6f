import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { type KnownArchive, Preferences } from '../../contract/schemas.ts'
import { isArchive } from '../archive-folder.ts'

const Known = z.object({ path: z.string(), title: z.string(), openedAt: z.int() })
const LibraryFile = z.object({
  known: z.array(Known).catch([]),
  preferences: z.object({
    theme: Preferences.shape.theme.catch('system'),
    language: Preferences.shape.language.catch('en'),
  }),
})
type LibraryFile = z.infer<typeof LibraryFile>

const defaults: Preferences = { theme: 'system', language: 'en' }
const mostKnown = 30

const keyOf = (archivePath: string): string => createHash('sha256').update(archivePath).digest('hex').slice(0, 16)

/** What the program remembers of its user between starts: archives opened, preferences. One small JSON file. */
export class Library {
  readonly #file: string
  #content: LibraryFile

  /** A file that is missing or cannot be read is an empty library: nothing in it is worth refusing to start. */
  constructor(file: string) {
    this.#file = file
    this.#content = this.#read()
  }

  #read(): LibraryFile {
    try {
      return LibraryFile.parse(JSON.parse(readFileSync(this.#file, 'utf8')))
    } catch {
      return { known: [], preferences: defaults }
    }
  }

  #write(): void {
    mkdirSync(path.dirname(this.#file), { recursive: true })
    writeFileSync(`${this.#file}.partial`, JSON.stringify(this.#content, null, 2))
    renameSync(`${this.#file}.partial`, this.#file)
  }

  get preferences(): Preferences {
    return this.#content.preferences
  }

  setPreferences(changes: Partial<Preferences>): Preferences {
    this.#content = { ...this.#content, preferences: { ...this.#content.preferences, ...changes } }
    this.#write()
    return this.preferences
  }

  /** Archives that were opened, the latest first. */
  known(): KnownArchive[] {
    return this.#content.known.map((each) => ({
      ...each,
      key: keyOf(each.path),
      exists: existsSync(each.path) && isArchive(each.path),
    }))
  }

  has(archivePath: string): boolean {
    return this.#content.known.some((each) => each.path === archivePath)
  }

  findPath(key: string): string | undefined {
    return this.#content.known.find((each) => keyOf(each.path) === key)?.path
  }

  remember(archivePath: string, title: string, openedAt: number): void {
    const others = this.#content.known.filter((each) => each.path !== archivePath)
    this.#content = { ...this.#content, known: [{ path: archivePath, title, openedAt }, ...others].slice(0, mostKnown) }
    this.#write()
  }
}
