import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { ArchiveError } from '../../contract/errors.ts'
import { takeWriterLock } from '../database/lock.ts'
import { readPieces } from '../read-pieces.ts'
import { Turns } from '../turns.ts'
import { flushFiles } from './flush-files.ts'
import {
  type Content,
  Meter,
  type PackageWriter,
  type WrittenFile,
  atHand,
  encoded,
  measured,
  requireFree,
} from './package-writer.ts'

function writeWhole(file: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at)
}

/** What is long, piece by piece. */
function piecesOf(content: Content): AsyncIterable<Uint8Array> | Iterable<Uint8Array> {
  if (typeof content === 'object' && 'pieces' in content) return encoded(content.pieces)
  return readPieces((content as { readonly path: string }).path)
}

async function writePieces(file: number, name: string, content: Content): Promise<WrittenFile> {
  const meter = new Meter(name)
  const turns = new Turns()
  for await (const piece of piecesOf(content)) {
    meter.take(piece)
    writeWhole(file, piece)
    await turns.pass()
  }
  return meter.result()
}

/** What an export that was killed left behind: an original in it that is whole need not be copied again. */
class Leftover {
  readonly #folder: string

  constructor(folder: string) {
    this.#folder = folder
  }

  /** Moves a file of the leftover to its place, where it holds what it should; answers whether it did. */
  async take(name: string, content: Content, place: string): Promise<WrittenFile | undefined> {
    if (typeof content !== 'object' || !('path' in content) || content.sha256 === undefined) return undefined
    const where = path.join(this.#folder, ...name.split('/'))
    if (statSync(where, { throwIfNoEntry: false })?.size !== content.bytes) return undefined
    const meter = new Meter(name)
    for await (const piece of readPieces(where)) meter.take(piece)
    const found = meter.result()
    if (found.sha256 !== content.sha256) return undefined
    renameSync(where, place)
    return found
  }
}

/** Puts what an earlier export left aside, if there is anything. */
async function leftoverOf(partial: string, aside: string): Promise<Leftover | undefined> {
  await rm(aside, { recursive: true, force: true })
  if (!existsSync(partial)) return undefined
  await rename(partial, aside)
  return new Leftover(aside)
}

/** Only one export writes to a place at a time, in whatever program. Throws `target-exists` where another does. */
function takeTarget(target: string): { release(): void } {
  const file = `${target}.partial.lock`
  mkdirSync(path.dirname(file), { recursive: true })
  try {
    const held = takeWriterLock(file)
    return {
      release: () => {
        held.release()
        rmSync(file, { force: true })
      },
    }
  } catch (error) {
    if (!(error instanceof ArchiveError)) throw error
    throw new ArchiveError('target-exists', `Another export is writing to ${target}.`, { path: target }, error)
  }
}

/**
 * Writes a package as a folder. Goes on with one that was begun and killed: originals in it that are whole are not copied again.
 * Throws `target-exists` when there is something in its place.
 */
export async function openFolderWriter(target: string): Promise<PackageWriter> {
  await requireFree(target)
  const lock = takeTarget(target)
  const partial = `${target}.partial`
  const aside = `${partial}-before`
  const leftover = await leftoverOf(partial, aside)
  await mkdir(partial, { recursive: true })
  let total = 0
  const folders = new Set<string>()
  const places: string[] = []
  const place = (name: string): string => {
    const where = path.join(partial, ...name.split('/'))
    const folder = path.dirname(where)
    if (!folders.has(folder)) mkdirSync(folder, { recursive: true })
    folders.add(folder)
    return where
  }
  return {
    keepsOrder: false,
    async add(name, content) {
      const where = place(name)
      let written = await leftover?.take(name, content, where)
      if (written === undefined) {
        // Read before anything is made in its place.
        const whole = atHand(content)
        const file = openSync(where, 'wx')
        try {
          if (whole !== undefined) writeFileSync(file, whole)
          written = whole === undefined ? await writePieces(file, name, content) : measured(name, whole)
        } finally {
          closeSync(file)
        }
      }
      places.push(where)
      total += written.bytes
      return written
    },
    async finish(check) {
      await flushFiles(partial, places)
      await check?.(partial)
      await rename(partial, target)
      lock.release()
      await rm(aside, { recursive: true, force: true })
      return total
    },
    async abandon() {
      for (const each of [partial, aside]) await rm(each, { recursive: true, force: true })
      lock.release()
    },
  }
}
