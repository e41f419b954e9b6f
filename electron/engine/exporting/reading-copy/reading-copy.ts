import {
  type ReadingAgreement,
  type ReadingContents,
  type ReadingDocument,
  type ReadingFiles,
  readingFile,
} from '../../../contract/reading-copy.ts'
import type { Happening } from '../../../contract/schemas.ts'
import { type PackageContents, type PackageItem, encodePath } from '../metadata/package-contents.ts'
import { escapeXml } from '../metadata/xml.ts'
import type { PackageWriter, WrittenFile } from '../package-writer.ts'
import { findPageFiles } from './page-files.ts'
import { type DocumentToIndex, readingIndex } from './reading-index.ts'

const textsInFile = 50
const indexedInFile = 200
const documentsInFile = 500

/** A piece of data as a script: from a file, a page may run scripts and read nothing else. */
const asScript = <K extends keyof ReadingFiles>(kind: K, number: number, value: ReadingFiles[K]): string =>
  `readingCopy.receive(${JSON.stringify(kind)}, ${number}, ${JSON.stringify(JSON.stringify(value))})\n`

function readingDocument({ record, original, text, names }: PackageItem): ReadingDocument {
  const { id, title, kind, language, issued, issuer, place, reference, summary, tags, file } = record
  return {
    ...{ id, title, kind, language, issued, issuer, place, reference, summary, tags, sha256: file.sha256 },
    countries: names.filter(({ type }) => type === 'country').map(({ name }) => name),
    original: original === undefined ? '' : encodePath(original.name),
    text: encodePath(text.name),
  }
}

function agreementsOf(items: readonly PackageItem[]): ReadingAgreement[] {
  const found = new Map<string, ReadingAgreement & { readonly links: ReadingAgreement['links'][number][] }>()
  for (const [document, { record }] of items.entries())
    for (const { id, title, parties, signed, role, evidence } of record.agreements) {
      const known = found.get(id) ?? { id, title, parties: parties.map(({ name }) => name), signed, links: [] }
      known.links.push({ document, role, words: evidence.text })
      found.set(id, known)
    }
  return [...found.values()].sort((a, b) => (a.signed < b.signed ? 1 : -1))
}

function contentsOf(contents: PackageContents, happenings: readonly Happening[]): ReadingContents {
  const places = new Map<string, number>(contents.items.map(({ record }, at) => [record.id, at]))
  return {
    ...{ title: contents.title === '' ? contents.archive.title : contents.title, archive: contents.archive.title },
    ...{ date: contents.date.toISOString().slice(0, 10), documents: contents.items.length, textsInFile, indexedInFile },
    agreements: agreementsOf(contents.items),
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

/** Takes the documents of a package one after another, and writes what the page reads them from. */
export class ReadingCopyWriter {
  readonly files: WrittenFile[] = []
  readonly #writer: PackageWriter
  #documents = 0
  #texts: (readonly string[])[] = []
  #toIndex: DocumentToIndex[] = []

  constructor(writer: PackageWriter) {
    this.#writer = writer
  }

  async #write<K extends keyof ReadingFiles>(kind: K, number: number, value: ReadingFiles[K]): Promise<void> {
    this.files.push(await this.#writer.add(readingFile(kind, number), asScript(kind, number, value)))
  }

  async #writeTexts(): Promise<void> {
    if (this.#texts.length === 0) return
    await this.#write('texts', Math.floor((this.#documents - 1) / textsInFile), this.#texts)
    this.#texts = []
  }

  async #writeIndex(): Promise<void> {
    if (this.#toIndex.length === 0) return
    const number = Math.floor((this.#documents - 1) / indexedInFile)
    await this.#write('index', number, readingIndex(this.#toIndex, number * indexedInFile))
    this.#toIndex = []
  }

  /** Takes a document with the texts of its pages. */
  async add({ record }: PackageItem, pages: readonly string[]): Promise<void> {
    this.#documents++
    this.#texts.push(pages)
    this.#toIndex.push({ title: record.title, text: pages.join('\n\n'), language: record.language })
    if (this.#texts.length === textsInFile) await this.#writeTexts()
    if (this.#toIndex.length === indexedInFile) await this.#writeIndex()
  }

  /** Writes what is left, and the page. */
  async finish(contents: PackageContents, happenings: readonly Happening[]): Promise<void> {
    await this.#writeTexts()
    await this.#writeIndex()
    for (let number = 0; number * documentsInFile < contents.items.length; number++) {
      const some = contents.items.slice(number * documentsInFile, (number + 1) * documentsInFile)
      await this.#write('documents', number, some.map(readingDocument))
    }
    await this.#write('contents', 0, contentsOf(contents, happenings))
    for (const { name, path } of findPageFiles()) this.files.push(await this.#writer.add(`reading/${name}`, { path }))
    this.files.push(await this.#writer.add('index.html', indexPage(contents)))
  }
}
