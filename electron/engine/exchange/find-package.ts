import { existsSync, statSync } from 'node:fs'
import path from 'node:path'
import { type BagSource, openFolderBag, openZipBag } from '../preservation/bag-source.ts'
import { recordsName } from './record-lines.ts'

/**
 * Opens a package of Chancery, in a folder or a zip file, told by its records; undefined for everything else. The caller closes
 * it.
 */
export async function openPackage(where: string): Promise<BagSource | undefined> {
  const status = statSync(where, { throwIfNoEntry: false })
  if (status === undefined) return undefined
  if (status.isDirectory()) {
    const isPackage = ['bagit.txt', recordsName].every((name) => existsSync(path.join(where, ...name.split('/'))))
    return isPackage ? openFolderBag(where) : undefined
  }
  if (!status.isFile() || !/\.zip$/i.test(where)) return undefined
  // What is no sound zip file is a matter of the import, which says why.
  const source = await openZipBag(where).catch(() => undefined)
  if (source?.names.includes(recordsName) === true) return source
  source?.close()
  return undefined
}
