import { createReadStream } from 'node:fs'
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import type { Readable } from 'node:stream'
import yauzl from 'yauzl'
import { ArchiveError } from '../../contract/errors.ts'

/** The files of a bag, wherever they lie: names with `/`, relative to the bag's root. */
export interface BagSource {
  readonly names: readonly string[]
  open(name: string): Promise<Readable>
  close(): void
}

async function* filesBelow(root: string, below: string): AsyncGenerator<string> {
  for (const entry of await readdir(path.join(root, below), { withFileTypes: true })) {
    const name = below === '' ? entry.name : `${below}/${entry.name}`
    if (entry.isDirectory()) yield* filesBelow(root, name)
    else yield name
  }
}

/** A bag in a folder. */
export async function openFolderBag(root: string): Promise<BagSource> {
  const names: string[] = []
  for await (const name of filesBelow(root, '')) names.push(name)
  return {
    names,
    open: (name) => Promise.resolve(createReadStream(path.join(root, ...name.split('/')), { highWaterMark: 1 << 20 })),
    close: () => undefined,
  }
}

function readEntries(zip: yauzl.ZipFile): Promise<Map<string, yauzl.Entry>> {
  return new Promise((resolve, reject) => {
    const entries = new Map<string, yauzl.Entry>()
    zip.on('entry', (entry: yauzl.Entry) => {
      if (!entry.fileName.endsWith('/')) entries.set(entry.fileName, entry)
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

/** A bag in a zip file; its root is the folder of the shallowest `bagit.txt`. Throws `archive-damaged` for what is no zip file. */
export async function openZipBag(zipPath: string): Promise<BagSource> {
  const zip = await openZip(zipPath)
  const entries = await readEntries(zip)
  const declarations = [...entries.keys()].filter((name) => name === 'bagit.txt' || name.endsWith('/bagit.txt'))
  const shallowest = declarations.sort((a, b) => a.split('/').length - b.split('/').length)[0] ?? ''
  const prefix = shallowest.slice(0, -'bagit.txt'.length)
  return {
    names: [...entries.keys()].filter((name) => name.startsWith(prefix)).map((name) => name.slice(prefix.length)),
    open: (name) =>
      new Promise((resolve, reject) => {
        const entry = entries.get(prefix + name)
        if (entry === undefined) reject(new Error(`${name} is not in the zip file`))
        else zip.openReadStream(entry, (error, stream) => (error === null ? resolve(stream) : reject(error)))
      }),
    close: () => zip.close(),
  }
}
