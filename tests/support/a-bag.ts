import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'

export type BagFiles = Record<string, string | Uint8Array>

export const digestOf = (content: string | Uint8Array, algorithm = 'sha256'): string =>
  createHash(algorithm).update(content).digest('hex')

/** A manifest over these files, in the spelling of RFC 8493. */
export function manifestOf(files: Readonly<BagFiles>, algorithm = 'sha256'): string {
  return Object.entries(files)
    .map(([name, content]) => `${digestOf(content, algorithm)}  ${name}\n`)
    .join('')
}

export const payload: BagFiles = { 'data/a.txt': 'alpha', 'data/deep/b.txt': 'beta' }
export const declaration = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'

/** A sound bag of two files, without a tag manifest so that tag files can be changed; `changes` replace files or, with undefined, leave them out. */
export function bagFiles(changes: Readonly<Record<string, string | Uint8Array | undefined>> = {}): BagFiles {
  const files: Record<string, string | Uint8Array | undefined> = {
    'bagit.txt': declaration,
    'bag-info.txt': 'Payload-Oxum: 9.2\nContact-Name: An Archivist\n',
    'manifest-sha256.txt': manifestOf(payload),
    ...payload,
    ...changes,
  }
  return Object.fromEntries(Object.entries(files).filter(([, content]) => content !== undefined)) as BagFiles
}

/** Writes files below a folder. */
export async function writeFiles(folder: string, files: Readonly<BagFiles>): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    const where = path.join(folder, ...name.split('/'))
    await mkdir(path.dirname(where), { recursive: true })
    await writeFile(where, content)
  }
}
