import path from 'node:path'
import type { VerifyProblem } from '../../contract/schemas.ts'
import type { FixityOutcome } from '../../contract/vocabulary.ts'
import { type ArchiveFolder, originalPath } from '../archive-folder.ts'
import { digestFile } from './fixity.ts'
import type { OriginalRow } from './fixity.store.ts'

const words: Readonly<Record<Exclude<FixityOutcome, 'sound'>, string>> = {
  changed: 'is not the file that was imported',
  missing: 'is missing',
  unreadable: 'cannot be read',
}

/** Compares an original with what was imported. Rejects when `signal` is aborted, for nothing else. */
export async function checkOriginal(
  folder: ArchiveFolder,
  { sha256, extension, bytes: expected }: OriginalRow,
  signal: AbortSignal,
): Promise<FixityOutcome> {
  try {
    const { digests, bytes } = await digestFile(originalPath(folder, sha256, extension), ['sha256'], signal)
    return digests.sha256 === sha256 && bytes === expected ? 'sound' : 'changed'
  } catch (error) {
    signal.throwIfAborted()
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'missing' : 'unreadable'
  }
}

/** What to say of an original that is not as it was; undefined for one that is. */
export function problemOf(folder: ArchiveFolder, row: OriginalRow, outcome: FixityOutcome): VerifyProblem | undefined {
  if (outcome === 'sound') return undefined
  const subject = path.relative(folder.root, originalPath(folder, row.sha256, row.extension))
  return { code: `original-${outcome}`, subject, message: `The original of “${row.name}” ${words[outcome]}.` }
}
