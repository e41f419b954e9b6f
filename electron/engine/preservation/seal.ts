import { createHash } from 'node:crypto'
import { existsSync, readFileSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import type { VerifyProblem } from '../../contract/schemas.ts'
import type { ArchiveFolder } from '../archive-folder.ts'
import { writeDurably } from '../database/durable-file.ts'
import { archiveRecordsName, recordsPlace } from '../sidecars/archive-records.ts'
import { digestFile } from './fixity.ts'

const sealName = 'seal.json'
/** What nothing else vouches for: originals have their SHA-256 in the catalogue. */
const sealedNames = ['catalogue.sqlite', 'archive.json', 'README.txt'] as const
/** Vouched for where it is there: it can be made anew. */
const alsoSealed = [archiveRecordsName] as const

const SealedFile = z.strictObject({ name: z.string(), bytes: z.int().min(0), sha256: z.string() })
const Seal = z.strictObject({ sealedAt: z.string(), files: z.array(SealedFile), digest: z.string() })
type Seal = z.infer<typeof Seal>

const digestOf = ({ sealedAt, files }: Omit<Seal, 'digest'>): string =>
  createHash('sha256')
    .update(JSON.stringify([sealedAt, files]))
    .digest('hex')

const placeOf = (folder: ArchiveFolder): string => path.join(folder.root, sealName)

/** A file as it was last written, without reading it. */
function markOf(file: string): string {
  const status = statSync(file, { throwIfNoEntry: false })
  return status === undefined ? '' : `${status.ino} ${status.size} ${status.mtimeMs}`
}

/**
 * The seal of an archive at rest: the SHA-256 of its catalogue and of the files beside it, by which one changed bit is found. It is
 * broken while the archive is open for writing, and made anew when that ends.
 */
export class ArchiveSeal {
  readonly #folder: ArchiveFolder
  #before: string | undefined
  #mark = ''

  constructor(folder: ArchiveFolder) {
    this.#folder = folder
  }

  /** What is sealed and changes, as it is now. */
  #present(): string {
    return [this.#folder.catalogue, recordsPlace(this.#folder)].map(markOf).join(' ')
  }

  /** Before anything is written. A seal that is still true when the archive is closed is put back as it was. */
  break(): void {
    const where = placeOf(this.#folder)
    this.#before = statSync(where, { throwIfNoEntry: false }) === undefined ? undefined : readFileSync(where, 'utf8')
    this.#mark = this.#present()
    rmSync(where, { force: true })
  }

  /** After the last connection was closed. Does nothing where another program still has the catalogue open. */
  async make(at: Date): Promise<void> {
    const { catalogue, root } = this.#folder
    if ((statSync(`${catalogue}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0) return
    if (this.#before !== undefined && this.#mark === this.#present()) {
      writeDurably(placeOf(this.#folder), this.#before)
      return
    }
    const files: Seal['files'] = []
    const also = alsoSealed.filter((name) => existsSync(path.join(root, name)))
    for (const name of [...sealedNames, ...also]) {
      const { digests, bytes } = await digestFile(path.join(root, name), ['sha256'])
      files.push({ name, bytes, sha256: digests.sha256 })
    }
    const seal = { sealedAt: at.toISOString(), files }
    writeDurably(placeOf(this.#folder), `${JSON.stringify({ ...seal, digest: digestOf(seal) }, null, 2)}\n`)
  }
}

const damaged: VerifyProblem = {
  code: 'seal-damaged',
  subject: sealName,
  message: 'The seal is not as the program made it.',
}

function readSeal(text: string): Seal | undefined {
  try {
    const seal = Seal.parse(JSON.parse(text))
    // Only this very text says what it says: white space counts, too.
    const isWhole = seal.digest === digestOf(seal) && text === `${JSON.stringify(seal, null, 2)}\n`
    return isWhole ? seal : undefined
  } catch {
    return undefined
  }
}

/** Checks the files of an archive at rest against its seal. An archive that is open, or was not closed properly, has none. */
export async function checkSeal(
  folder: ArchiveFolder,
  signal: AbortSignal,
): Promise<{ readonly problems: VerifyProblem[]; readonly warnings: VerifyProblem[] }> {
  const where = placeOf(folder)
  if (statSync(where, { throwIfNoEntry: false }) === undefined) {
    const message =
      'There is no seal: the archive is open, or was not closed. Its catalogue is checked for structure alone.'
    return { problems: [], warnings: [{ code: 'not-sealed', subject: sealName, message }] }
  }
  const seal = readSeal(readFileSync(where, 'utf8'))
  if (seal === undefined) return { problems: [damaged], warnings: [] }
  const problems: VerifyProblem[] = []
  for (const { name, bytes, sha256 } of seal.files) {
    const found = await digestFile(path.join(folder.root, name), ['sha256'], signal).catch((error: unknown) => {
      signal.throwIfAborted()
      return error as Error
    })
    if (found instanceof Error) problems.push({ code: 'sealed-missing', subject: name, message: 'It cannot be read.' })
    else if (found.bytes !== bytes || found.digests.sha256 !== sha256)
      problems.push({ code: 'sealed-changed', subject: name, message: 'It was changed since the archive was closed.' })
  }
  return { problems, warnings: [] }
}
