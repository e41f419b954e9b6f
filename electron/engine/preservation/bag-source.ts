import { createReadStream } from 'node:fs'
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import type { Readable } from 'node:stream'
import yauzl from 'yauzl'
import { ArchiveError } from '../../contract/errors.ts'

/** The files of a bag, wherever they lie: names with `/`, relative to the bag's root. */
export interface BagSource {
  readonly names: readonly string[]
  /** Links, devices and the like, which a bag cannot hold. None is followed. */
  readonly links: readonly string[]
  /** Names that a zip file has more than once: which of the files is meant depends on the program that unpacks it. */
  readonly repeated: readonly string[]
  /** Whether there is a folder `data`, be it empty. */
  readonly hasPayloadFolder: boolean
  open(name: string): Promise<Readable>
  close(): void
}

interface FolderEntry {
  readonly name: string
  readonly type: 'file' | 'folder' | 'link'
}

async function* entriesBelow(root: string, below: string): AsyncGenerator<FolderEntry> {
  for (const entry of await readdir(path.join(root, below), { withFileTypes: true })) {
    const name = below === '' ? entry.name : `${below}/${entry.name}`
    yield { name, type: entry.isDirectory() ? 'folder' : entry.isFile() ? 'file' : 'link' }
    if (entry.isDirectory()) yield* entriesBelow(root, name)
  }
}

/** A bag in a folder. */
export async function openFolderBag(root: string): Promise<BagSource> {
  const entries: FolderEntry[] = []
  for await (const entry of entriesBelow(root, '')) entries.push(entry)
  const ofType = (type: FolderEntry['type']): string[] =>
    entries.filter((entry) => entry.type === type).map(({ name }) => name)
  return {
    names: ofType('file'),
    links: ofType('link'),
    repeated: [],
    hasPayloadFolder: ofType('folder').includes('data'),
    open: (name) => Promise.resolve(createReadStream(path.join(root, ...name.split('/')), { highWaterMark: 1 << 20 })),
    close: () => undefined,
  }
}

function readEntries(zip: yauzl.ZipFile, repeated: Set<string>): Promise<Map<string, yauzl.Entry>> {
  return new Promise((resolve, reject) => {
    const entries = new Map<string, yauzl.Entry>()
    zip.on('entry', (entry: yauzl.Entry) => {
      if (entries.has(entry.fileName)) repeated.add(entry.fileName)
      entries.set(entry.fileName, entry)
      zip.readEntry()
    })
    zip.once('end', () => resolve(entries))
    zip.once('error', reject)
    zip.readEntry()
  })
}

function openZip(zipPath: string): Promise<yauzl.ZipFile> {
  return new Promise((resolve, reject) => {
    yauzl.open(zipPath, { lazyEntries: true, autoClose: false }, (error, zip) => {
      if (error !== null)
        reject(new ArchiveError('archive-damaged', `${zipPath} is not a sound zip file.`, { path: zipPath }, error))
      else resolve(zip)
    })
  })
}

/** The upper half of an entry's external attributes is the mode that Unix gives a file; links have a mode of their own. */
const isLink = (entry: yauzl.Entry): boolean => ((entry.externalFileAttributes >>> 16) & 0o170000) === 0o120000

/** A bag in a zip file; its root is the folder of the shallowest `bagit.txt`. Throws `archive-damaged` for what is no zip file. */
export async function openZipBag(zipPath: string): Promise<BagSource> {
  const zip = await openZip(zipPath)
  const repeated = new Set<string>()
  const entries = await readEntries(zip, repeated)
  const declarations = [...entries.keys()].filter((name) => name === 'bagit.txt' || name.endsWith('/bagit.txt'))
  const shallowest = declarations.sort((a, b) => a.split('/').length - b.split('/').length)[0] ?? ''
  const prefix = shallowest.slice(0, -'bagit.txt'.length)
  const inBag = [...entries].filter(([name]) => name.startsWith(prefix))
  const namesOf = (wanted: (entry: yauzl.Entry) => boolean): string[] =>
    inBag.filter(([name, entry]) => !name.endsWith('/') && wanted(entry)).map(([name]) => name.slice(prefix.length))
  return {
    names: namesOf((entry) => !isLink(entry)),
    links: namesOf(isLink),
    repeated: [...repeated].filter((name) => name.startsWith(prefix)).map((name) => name.slice(prefix.length)),
    hasPayloadFolder: inBag.some(([name]) => name.startsWith(`${prefix}data/`)),
    open: (name) =>
      new Promise((resolve, reject) => {
        const entry = entries.get(prefix + name)
        if (entry === undefined) reject(new Error(`${name} is not in the zip file`))
        else zip.openReadStream(entry, (error, stream) => (error === null ? resolve(stream) : reject(error)))
      }),
    close: () => zip.close(),
  }
}
