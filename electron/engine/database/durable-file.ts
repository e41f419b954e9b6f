import { closeSync, fsyncSync, openSync, renameSync, writeFileSync } from 'node:fs'

/** Brings a file to the disk. */
export function flush(file: string): void {
  const handle = openSync(file, 'r+')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Writes a text in the place of a file: whoever reads there finds the old or the new one, whole, also after a power cut. */
export function writeDurably(where: string, text: string): void {
  const partial = `${where}.partial`
  writeFileSync(partial, text)
  flush(partial)
  renameSync(partial, where)
}
