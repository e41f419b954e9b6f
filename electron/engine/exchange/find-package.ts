import { existsSync, statSync } from 'node:fs'
import { readdir, realpath } from 'node:fs/promises'
import path from 'node:path'
import { type BagSource, openFolderBag, openZipBag } from '../preservation/bag-source.ts'
import { recordsName } from './record-lines.ts'

const isPackageFolder = (where: string): boolean =>
  ['bagit.txt', recordsName].every((name) => existsSync(path.join(where, ...name.split('/'))))

/**
 * Opens a package of Chancery, in a folder or a zip file, told by its records; undefined for everything else. The caller closes
 * it.
 */
export async function openPackage(where: string): Promise<BagSource | undefined> {
  const status = statSync(where, { throwIfNoEntry: false })
  if (status === undefined) return undefined
  if (status.isDirectory()) return isPackageFolder(where) ? openFolderBag(where) : undefined
  if (!status.isFile() || !/\.zip$/i.test(where)) return undefined
  // What is no sound zip file is a matter of the import, which says why.
  const source = await openZipBag(where).catch(() => undefined)
  if (source?.names.includes(recordsName) === true) return source
  source?.close()
  return undefined
}

async function isZippedPackage(where: string): Promise<boolean> {
  const source = await openPackage(where)
  source?.close()
  return source !== undefined
}

async function* packagesInFolder(folder: string, skipped: ReadonlySet<string>): AsyncGenerator<string> {
  // What cannot be read is told of by the walk for files.
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  entries.sort((a, b) => (a.name < b.name ? -1 : 1))
  if (entries.some(({ name }) => name === 'bagit.txt') && isPackageFolder(folder)) {
    yield folder
    return
  }
  for (const entry of entries) {
    const where = path.join(folder, entry.name)
    if (skipped.has(where)) continue
    if (entry.isDirectory()) yield* packagesInFolder(where, skipped)
    else if (entry.isFile() && (await isZippedPackage(where))) yield where
  }
}

/**
 * The packages of Chancery at or below paths, folders and zip files, as the walk of an import names them: below folders by their
 * real paths. What lies in a package is not looked at; `archiveRoot` is left out. Links are not followed.
 */
export async function* findPackages(paths: readonly string[], archiveRoot: string | undefined): AsyncGenerator<string> {
  const skipped = new Set(archiveRoot === undefined ? [] : [await realpath(archiveRoot)])
  for (const each of paths) {
    const where = path.resolve(each)
    const status = statSync(where, { throwIfNoEntry: false })
    if (status?.isDirectory() === true) yield* packagesInFolder(await realpath(where), skipped)
    else if (status !== undefined && (await isZippedPackage(where))) yield where
  }
}
