import {
  type ReadingAgreement,
  type ReadingContents,
  type ReadingDocument,
  readingFile,
} from '../../../contract/reading-copy.ts'
import type { Happening } from '../../../contract/schemas.ts'
import { agreementsIn } from '../metadata/agreements-lists.ts'
import { type PackageContents, type PackageItem, encodePath } from '../metadata/package-contents.ts'
import { escapeXml } from '../metadata/xml.ts'
import type { PackageWriter, WrittenFile } from '../package-writer.ts'
import type { CopyPiece, ReadingCopyMaker, TextToCopy } from '../../ports.ts'
import { copyPiece, indexedInFile, textsInFile } from './copy-data.ts'
import { findPageFiles } from './page-files.ts'

const documentsInFile = 500

function readingDocument({ record, original, text, names }: PackageItem): ReadingDocument {
  const { id, title, kind, language, issued, issuer, place, reference, summary, tags, file } = record
  return {
    ...{ id, title, kind, language, issued, issuer, place, reference, summary, tags, sha256: file.sha256 },
    countries: names.filter(({ type }) => type === 'country').map(({ name }) => name),
    original: original === undefined ? '' : encodePath(original.name),
    text: encodePath(text.name),
  }
}

function readingAgreements(items: readonly PackageItem[], places: ReadonlyMap<string, number>): ReadingAgreement[] {
  return agreementsIn(items).map(({ id, title, parties, signed, links }) => ({
    ...{ id, title, signed, parties: parties.map(({ name }) => name) },
    links: links.map(({ document, role, evidence }) => ({
      ...{ document: places.get(document) ?? 0, role, words: evidence.text },
    })),
  }))
}

function contentsOf(contents: PackageContents, happenings: readonly Happening[]): ReadingContents {
  const places = new Map<string, number>(contents.items.map(({ record }, at) => [record.id, at]))
  return {
    ...{ title: contents.title === '' ? contents.archive.title : contents.title, archive: contents.archive.title },
    ...{ date: contents.date.toISOString().slice(0, 10), documents: contents.items.length, textsInFile, indexedInFile },
    agreements: readingAgreements(contents.items, places),
    // What a document says that is not in the package is not told here.
    happenings: happenings.flatMap(({ type, value, quote }) => {
      const document = places.get(quote.document)
      return document === undefined ? [] : [{ type, value, document, words: quote.text }]
    }),
  }
}

function indexPage({ title, archive, items }: PackageContents): string {
  const scripts = ['reading-copy.js', 'contents-0000.js']
  for (let number = 0; number * documentsInFile < items.length; number++)
    scripts.push(readingFile('documents', number).replace('reading/', ''))
  const policy = "default-src 'none'; script-src 'self' file:; style-src 'self' file:; img-src data:"
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<link rel="icon" href="data:,">
<link rel="stylesheet" href="reading/reading-copy.css">
<title>${escapeXml(title === '' ? archive.title : title)}</title>
</head>
<body>
<div id="root"></div>
<noscript>This page needs its scripts. The documents are in data/originals and data/text; a plain list is data/ro-crate-preview.html.</noscript>
${scripts.map((name) => `<script defer src="reading/${name}"></script>`).join('\n')}
</body>
</html>
`
}

/** So many documents go to the maker together. */
const inParcel = 50
/**
 * So many characters are with the maker at most: meanwhile the rest of the package is written. Where the order of files counts, what
 * comes back waits for its turn, too.
 */
const mostCharactersUnderWay = 2_000_000

interface Parcel {
  readonly characters: number
  readonly written: () => Promise<void>
}

/** Takes the documents of a package one after another, and writes what the page reads them from. */
export class ReadingCopyWriter {
  readonly files: WrittenFile[] = []
  readonly #writer: PackageWriter
  readonly #maker: ReadingCopyMaker
  readonly #underWay: Parcel[] = []
  #charactersUnderWay = 0
  #parcel: TextToCopy[] = []
  #characters = 0

  constructor(writer: PackageWriter, maker: ReadingCopyMaker) {
    this.#writer = writer
    this.#maker = maker
  }

  async #write(pieces: readonly CopyPiece[]): Promise<void> {
    for (const { name, content } of pieces) this.files.push(await this.#writer.add(name, content))
  }

  /** Waits until no more than so many characters are under way. */
  async #settle(most: number): Promise<void> {
    while (this.#charactersUnderWay > most) {
      const parcel = this.#underWay.shift()
      if (parcel === undefined) return
      await parcel.written()
      this.#charactersUnderWay -= parcel.characters
    }
  }

  /**
   * Sends what was taken on its way. What comes back is written at once, or, in a package that keeps its files in order, at a
   * point that depends on the documents alone.
   */
  async #send(): Promise<void> {
    const { keepsOrder } = this.#writer
    const pieces = this.#maker.take(this.#parcel)
    const written = keepsOrder ? undefined : pieces.then((some) => this.#write(some))
    // Failures are heard where they are awaited.
    for (const each of [pieces, written]) each?.catch(() => undefined)
    this.#underWay.push({
      characters: this.#characters,
      written: async () => (written === undefined ? this.#write(await pieces) : written),
    })
    this.#charactersUnderWay += this.#characters
    this.#parcel = []
    this.#characters = 0
    await this.#settle(mostCharactersUnderWay)
  }

  /** Takes a document with the texts of its pages. */
  async add({ record: { title, language } }: PackageItem, pages: readonly string[]): Promise<void> {
    this.#parcel.push({ title, language, pages })
    this.#characters += pages.reduce((sum, page) => sum + page.length, title.length + 1)
    if (this.#parcel.length === inParcel || this.#characters > mostCharactersUnderWay) await this.#send()
  }

  /** Writes what is left, and the page. */
  async finish(contents: PackageContents, happenings: readonly Happening[]): Promise<void> {
    await this.#send()
    await this.#settle(0)
    await this.#write(await this.#maker.finish())
    for (let number = 0; number * documentsInFile < contents.items.length; number++) {
      const some = contents.items.slice(number * documentsInFile, (number + 1) * documentsInFile)
      await this.#write([copyPiece('documents', number, some.map(readingDocument))])
    }
    await this.#write([copyPiece('contents', 0, contentsOf(contents, happenings))])
    for (const { name, ...content } of findPageFiles())
      this.files.push(await this.#writer.add(`reading/${name}`, content))
    this.files.push(await this.#writer.add('index.html', indexPage(contents)))
    this.files.sort((a, b) => (a.name < b.name ? -1 : 1))
  }
}
