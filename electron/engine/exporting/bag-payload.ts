import { accessSync, constants, existsSync, readFileSync } from 'node:fs'
import { holdsHidden } from '../access/hidden-words.ts'
import { originalPath } from '../archive-folder.ts'
import type { ReadContext } from '../context.ts'
import type { PackagePart } from '../../contract/vocabulary.ts'
import { pageSeparator } from '../exchange/record-lines.ts'
import { type PackageItem, packageItem } from './metadata/package-contents.ts'
import { safeFileName } from './package-names.ts'
import type { PackageWriter, WrittenFile } from './package-writer.ts'
import type { ReadingCopyWriter } from './reading-copy/reading-copy.ts'
import type { Release, Released } from './release.ts'

/** An original that is longer than this is not searched for marked words, and stays out where any are marked. */
const longestSearched = 256 << 20

/** Undefined when the original is missing or cannot be read. Looked for first: a package cannot take back an entry that was begun. */
async function addOriginal(
  writer: PackageWriter,
  name: string,
  file: { readonly path: string; readonly bytes: number; readonly sha256: string },
): Promise<WrittenFile | undefined> {
  try {
    accessSync(file.path, constants.R_OK)
  } catch {
    return undefined
  }
  return writer.add(name, file)
}

/** The documents of a package as they are written: originals, texts, and what the reading copy takes of them. */
export class BagPayload {
  readonly files: WrittenFile[] = []
  readonly items: PackageItem[] = []
  /** What is wrong with originals, a sentence each. */
  readonly problems: string[] = []
  readonly #writer: PackageWriter
  readonly #context: ReadContext
  readonly #parts: ReadonlySet<PackagePart>
  readonly #release: Release
  readonly #readingCopy: ReadingCopyWriter | undefined

  constructor(
    writer: PackageWriter,
    context: ReadContext,
    parts: ReadonlySet<PackagePart>,
    release: Release,
    readingCopy: ReadingCopyWriter | undefined,
  ) {
    this.#writer = writer
    this.#context = context
    this.#parts = parts
    this.#release = release
    this.#readingCopy = readingCopy
  }

  async #original({ record, extension, withheld }: Released, name: string): Promise<WrittenFile | undefined> {
    if (withheld !== undefined || !this.#parts.has('originals')) return undefined
    const { file } = record
    const source = originalPath(this.#context.folder, file.sha256, extension)
    const original = await addOriginal(this.#writer, name, { path: source, bytes: file.bytes, sha256: file.sha256 })
    if (original === undefined) this.problems.push(`${file.name}: the original is missing`)
    else if (original.sha256 !== file.sha256)
      this.problems.push(`${file.name}: the original was changed since it was imported`)
    return original
  }

  /** An original that holds marked words where its text was not read stays out like one whose text holds them. */
  #checked(released: Released): Released {
    const { redactor } = this.#release
    if (released.withheld !== undefined || redactor.isEmpty || !this.#parts.has('originals')) return released
    const { sha256 } = released.record.file
    const source = originalPath(this.#context.folder, sha256, released.extension)
    const isHidden =
      existsSync(source) &&
      (released.record.file.bytes > longestSearched || holdsHidden(redactor, readFileSync(source)))
    if (!isHidden) return released
    return {
      ...released,
      withheld: 'original',
      record: { ...released.record, file: { ...released.record.file, sha256: '' } },
    }
  }

  /** Adds a document under a number that no other of the package has. Answers what the package has of it. */
  async add(document: Released, number: string): Promise<{ readonly item: PackageItem; readonly released: Released }> {
    const released = this.#checked(document)
    const { record } = released
    const name = `${number}-${safeFileName(record.file.name)}`
    const original = await this.#original(released, `data/originals/${name}`)
    const pages = record.pages.map((page) => page.text)
    const text = await this.#writer.add(`data/text/${name}.txt`, pages.join(pageSeparator))
    this.files.push(...(original === undefined ? [] : [original]), text)
    const item = packageItem(record, { original, text, withheld: released.withheld })
    this.items.push(item)
    await this.#readingCopy?.add(item, pages)
    return { item, released }
  }
}
