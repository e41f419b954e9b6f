import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import type { ArchiveCallName, CallInput, CallOutput } from '../../electron/contract/calls.ts'
import type { EngineEvent } from '../../electron/contract/events.ts'
import type { ImportFile, ImportProgress, SearchReply } from '../../electron/contract/schemas.ts'
import { waitForImport } from '../../electron/engine/importing/wait-for-import.ts'
import { type OpenArchive, openArchive } from '../../electron/engine/open-archive.ts'
import type { DocumentReader, EnginePorts, FileStorer, OcrProgram } from '../../electron/engine/ports.ts'
import { createDirectReader } from '../../electron/workers/direct-reader.ts'
import { makeFolder } from './a-folder.ts'

/** Fails a test that waits for what never comes instead of hanging it. */
export async function within<T>(work: Promise<T>, milliseconds = 20_000): Promise<T> {
  let clock: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    clock = setTimeout(() => reject(new Error(`Nothing came within ${milliseconds} ms.`)), milliseconds)
  })
  return Promise.race([work, late]).finally(() => clearTimeout(clock))
}

/** An archive in a temporary folder, with what tests ask of it again and again. */
export class TestArchive {
  readonly archive: OpenArchive
  /** Where the archive's files are. */
  readonly folder: string
  /** Where the files lay that were imported. */
  readonly sources: string

  constructor(archive: OpenArchive, sources: string) {
    this.archive = archive
    this.folder = archive.folder.root
    this.sources = sources
  }

  call<N extends ArchiveCallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>> {
    return this.archive.call(name, input)
  }

  close(): Promise<void> {
    return this.archive.close()
  }

  async import(paths: readonly string[], tags: readonly string[] = []): Promise<ImportProgress> {
    const { id } = await this.call('imports.start', { paths: [...paths], tags: [...tags] })
    return within(waitForImport(this.archive, id))
  }

  /** Imports and answers what became of every file, by its name. */
  async importFiles(paths: readonly string[]): Promise<Record<string, Omit<ImportFile, 'path'>>> {
    const { id } = await this.import(paths)
    const { files } = await this.call('imports.files', { id, offset: 0, limit: 1000 })
    return Object.fromEntries(files.map(({ path: where, ...rest }) => [path.basename(where), rest]))
  }

  search(text: string, more: Partial<CallInput<'search.run'>> = {}): Promise<SearchReply> {
    const usual = { sort: 'relevance', offset: 0, limit: 50, facets: false, snippets: false } as const
    return this.call('search.run', { text, ...usual, ...more })
  }

  /** Imports one more file. */
  async addFile(name: string, text: string): Promise<void> {
    const added = path.join(this.sources, name)
    await writeFile(added, text)
    await this.import([added])
  }

  /** Names of the files that have everything a query asks for, in alphabetical order. */
  async found(text: string): Promise<string[]> {
    const { hits } = await this.search(text)
    return hits
      .filter((hit) => hit.group === 'all')
      .map((hit) => path.basename(hit.file))
      .sort()
  }

  /** The id of the document whose file has this name. */
  async idOf(fileName: string): Promise<string> {
    const { hits } = await this.search(`file:"${fileName}"`)
    const hit = hits.find((each) => path.basename(each.file) === fileName)
    if (hit === undefined) throw new Error(`There is no document of ${fileName}.`)
    return hit.id
  }

  /** Waits for the event that `isIt` recognises. */
  waitFor(isIt: (event: EngineEvent) => boolean): Promise<EngineEvent> {
    return within(
      new Promise((resolve) => {
        const unsubscribe = this.archive.subscribe((event) => {
          if (!isIt(event)) return
          unsubscribe()
          resolve(event)
        })
      }),
    )
  }
}

interface TaggedFile {
  readonly name: string
  readonly content: string | Uint8Array
  tags: readonly string[]
}

class ArchiveBuilder {
  readonly #files: TaggedFile[] = []
  #title = 'Test archive'
  #ports: Partial<EnginePorts> = {}

  withTitle(title: string): this {
    this.#title = title
    return this
  }

  /** A file to be imported; its name may hold folders. */
  withFile(name: string, content: string | Uint8Array): this {
    this.#files.push({ name, content, tags: [] })
    return this
  }

  /** Tags of the file that was named last. */
  withTags(...tags: string[]): this {
    const last = this.#files.at(-1)
    if (last === undefined) throw new Error('Name a file before its tags.')
    last.tags = tags
    return this
  }

  withReader(reader: DocumentReader): this {
    this.#ports = { ...this.#ports, reader }
    return this
  }

  withStorer(storer: FileStorer): this {
    this.#ports = { ...this.#ports, storer }
    return this
  }

  /** A program that reads pictures; it begins by itself where `byItself` says so. */
  withOcr(ocr: OcrProgram, { byItself = false } = {}): this {
    this.#ports = { ...this.#ports, ocr, readPictures: byItself }
    return this
  }

  withClock(now: () => number): this {
    this.#ports = { ...this.#ports, now }
    return this
  }

  /** Opens it and answers how it is removed; for archives that serve several tests. */
  async build(): Promise<{ built: TestArchive; remove: () => Promise<void> }> {
    const { folder, remove } = await makeFolder()
    const sources = path.join(folder, 'sources')
    await mkdir(sources)
    for (const { name, content } of this.#files) {
      await mkdir(path.dirname(path.join(sources, name)), { recursive: true })
      await writeFile(path.join(sources, name), content)
    }
    const ports: EnginePorts = { now: Date.now, reader: createDirectReader(), ...this.#ports }
    const archive = openArchive({ path: path.join(folder, 'archive'), ports, create: { title: this.#title } })
    const built = new TestArchive(archive, sources)
    if (this.#files.length > 0) await built.import([sources])
    for (const { name, tags } of this.#files) {
      if (tags.length === 0) continue
      const ids = [await built.idOf(path.basename(name))]
      await built.call('tags.assign', { selection: { ids }, add: [...tags], remove: [] })
    }
    return {
      built,
      remove: async () => {
        await archive.close()
        await remove()
      },
    }
  }

  /** Opens it for one test and removes it afterwards. */
  async open(): Promise<TestArchive> {
    const { built, remove } = await this.build()
    onTestFinished(remove)
    return built
  }
}

/** `await anArchive().withFile('name.txt', 'text').withTags('a/b').open()` */
export function anArchive(): ArchiveBuilder {
  return new ArchiveBuilder()
}

/** Opens an archive that exists, with the reader of tests. The caller closes it. */
export function reopen(
  folder: string,
  options: {
    readOnly?: boolean
    reader?: DocumentReader
    resumeImports?: boolean
    ocr?: OcrProgram
    watchFolders?: boolean
  } = {},
): TestArchive {
  const { reader = createDirectReader(), resumeImports = false, watchFolders = false } = options
  const ocr = options.ocr === undefined ? {} : { ocr: options.ocr, readPictures: true }
  const ports: EnginePorts = { now: Date.now, reader, resumeImports, watchFolders, ...ocr }
  const archive = openArchive({ path: folder, ports, readOnly: options.readOnly === true })
  onTestFinished(() => archive.close())
  return new TestArchive(archive, path.join(path.dirname(folder), 'sources'))
}
