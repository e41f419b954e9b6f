import iconv from 'iconv-lite'
import yauzl, { type Entry, type ZipFile } from 'yauzl'
import { damaged } from './refusals.ts'
import { Refusal } from './extracted.ts'

/** Most bytes that one member may inflate to. */
const largestMember = 64 * 1024 * 1024
const largestTotal = 256 * 1024 * 1024
const mostMembers = 20_000
// Plain XML shrinks to a twentieth or so; only a trap shrinks to less than a two-hundredth.
const steepestRatio = 200
const ratioFrom = 4 * 1024 * 1024

/** The names and the wanted contents of a zip archive, read within bounds. Names are labels here, never paths. */
export interface ZipMembers {
  readonly names: readonly string[]
  /** Whether the archive or one of its members is locked with a password. */
  readonly isEncrypted: boolean
  /** Inflates one member; undefined where there is none. Throws a Refusal beyond the bounds, and what yauzl throws when damaged. */
  read(name: string): Promise<Uint8Array | undefined>
}

/**
 * The name of an entry as a label: in UTF-8 where its bytes are that, with or without the flag that says so, else in the code page of
 * the first zip programs. yauzl would refuse a whole archive for one name that leads out of it; names are never paths here.
 */
export function entryName(entry: Entry): string {
  const bytes = entry.fileNameRaw
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return iconv.decode(bytes, 'cp437')
  }
}

function tooLarge(): Refusal {
  return new Refusal('too-large', 'The file holds more compressed content than can be unpacked safely.')
}

async function listEntries(zip: ZipFile): Promise<Entry[]> {
  const entries: Entry[] = []
  return new Promise((resolve, reject) => {
    zip.on('entry', (entry: Entry) => {
      entries.push(entry)
      if (entries.length > mostMembers) reject(tooLarge())
      else zip.readEntry()
    })
    zip.on('end', () => resolve(entries))
    zip.on('error', reject)
    zip.readEntry()
  })
}

function checkBounds(entry: Entry): void {
  const { compressedSize, uncompressedSize } = entry
  const isSteep = uncompressedSize > ratioFrom && uncompressedSize > compressedSize * steepestRatio
  if (uncompressedSize > largestMember || isSteep) throw tooLarge()
}

async function inflate(zip: ZipFile, entry: Entry): Promise<Uint8Array> {
  checkBounds(entry)
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of await zip.openReadStreamPromise(entry)) {
    const bytes = chunk as Buffer
    size += bytes.length
    // yauzl checks against the size that the file claims; this is ours.
    if (size > largestMember) throw tooLarge()
    chunks.push(bytes)
  }
  return Buffer.concat(chunks)
}

/** Opens a zip archive that is in memory. Throws a Refusal when it is no archive or asks for too much. */
export async function openZip(bytes: Uint8Array): Promise<ZipMembers> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let zip: ZipFile
  let entries: Entry[]
  try {
    zip = await yauzl.fromBufferPromise(buffer, { lazyEntries: true, decodeStrings: false })
    entries = await listEntries(zip)
  } catch (error) {
    throw error instanceof Refusal ? error : damaged('file', error)
  }
  const byName = new Map(entries.map((entry) => [entryName(entry), entry]))
  let total = 0
  return {
    names: [...byName.keys()],
    isEncrypted: entries.some((entry) => (entry.generalPurposeBitFlag & 1) === 1),
    async read(name) {
      const entry = byName.get(name)
      if (entry === undefined) return undefined
      const content = await inflate(zip, entry)
      total += content.length
      if (total > largestTotal) throw tooLarge()
      return content
    },
  }
}
