import type { Refusal } from '../extracted.ts'
import { damaged, tooMuch } from '../refusals.ts'

/** The streams of an OLE compound file, the container of the older Office programs. Paths are labels, parted by `/`. */
export interface OleFile {
  /** The paths of all streams and storages, in the order of the directory. */
  readonly paths: readonly string[]
  /** The bytes of a stream; undefined where there is none. Throws a Refusal when its sectors lead nowhere, in a circle, or too far. */
  read(path: string): Uint8Array | undefined
}

interface Entry {
  readonly name: string
  readonly type: number
  readonly left: number
  readonly right: number
  readonly child: number
  readonly start: number
  readonly size: number
}

const endOfChain = 0xfffffffe
const lastSector = 0xfffffffa
const noEntry = 0xffffffff
const entryBytes = 128
const storageType = 1
const streamType = 2
/** Streams may share their sectors, so that together they are longer than the file; honest ones never do. */
const largestTotal = 512 * 1024 * 1024
const deepestStorage = 40
const mostEntries = 200_000

const broken = (): Refusal => damaged('Office document')

/** The sectors from `start` on, in order. A chain longer than all there are runs in a circle. */
function chainOf(table: Uint32Array, start: number): number[] {
  const sectors: number[] = []
  for (let sector = start; sector < lastSector; sector = table[sector] ?? noEntry) {
    if (sector >= table.length || sectors.length >= table.length) throw broken()
    sectors.push(sector)
  }
  return sectors
}

class OleReader implements OleFile {
  readonly #bytes: Buffer
  readonly #sectorBytes: number
  readonly #miniSectorBytes: number
  readonly #miniCutoff: number
  readonly #table: Uint32Array
  readonly #miniTable: Uint32Array
  readonly #miniStream: Buffer
  readonly #entries = new Map<string, Entry>()
  #total = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    if (this.#bytes.length < 512) throw broken()
    const [shift, miniShift] = [this.#bytes.readUInt16LE(30), this.#bytes.readUInt16LE(32)]
    if (shift < 7 || shift > 16 || miniShift < 4 || miniShift >= shift) throw broken()
    this.#sectorBytes = 1 << shift
    this.#miniSectorBytes = 1 << miniShift
    this.#miniCutoff = this.#bytes.readUInt32LE(56)
    this.#table = this.#readTable()
    const directory = this.#join(this.#bytes.readUInt32LE(48))
    const root = entryAt(directory, 0)
    if (root === undefined) throw broken()
    this.#miniTable = asNumbers(this.#join(this.#bytes.readUInt32LE(60)))
    this.#miniStream = root.size > 0 ? this.#join(root.start) : Buffer.alloc(0)
    this.#list(directory, root.child, '', 0, new Set())
  }

  get paths(): readonly string[] {
    return [...this.#entries.keys()]
  }

  read(path: string): Uint8Array | undefined {
    const entry = this.#entries.get(path)
    if (entry?.type !== streamType) return undefined
    const isSmall = entry.size < this.#miniCutoff
    const content = isSmall ? this.#joinMini(entry.start) : this.#join(entry.start)
    this.#total += content.length
    if (this.#total > largestTotal) throw tooMuch()
    return content.subarray(0, entry.size)
  }

  /** A sector; the last one of a file may be cut short by what saved it. */
  #sector(index: number): Buffer {
    const start = (index + 1) * this.#sectorBytes
    if (start >= this.#bytes.length) throw broken()
    return this.#bytes.subarray(start, start + this.#sectorBytes)
  }

  #readTable(): Uint32Array {
    const mostSectors = Math.ceil(this.#bytes.length / this.#sectorBytes)
    const places: number[] = []
    const add = (sector: number): void => {
      if (sector < lastSector) places.push(sector)
      if (places.length > mostSectors) throw broken()
    }
    for (let at = 76; at < 512; at += 4) add(this.#bytes.readUInt32LE(at))
    let next = this.#bytes.readUInt32LE(68)
    for (let steps = 0; next < lastSector; steps++) {
      const numbers = asNumbers(this.#sector(next))
      if (steps > mostSectors) throw broken()
      numbers.subarray(0, -1).forEach(add)
      next = numbers.at(-1) ?? endOfChain
    }
    // Some programs write fewer places than the table has; it never needs to describe more than the file.
    const parts = places.map((place) => this.#sector(place))
    return asNumbers(Buffer.concat(parts)).subarray(0, mostSectors)
  }

  #join(start: number): Buffer {
    return Buffer.concat(chainOf(this.#table, start).map((sector) => this.#sector(sector)))
  }

  #joinMini(start: number): Buffer {
    const size = this.#miniSectorBytes
    const parts = chainOf(this.#miniTable, start).map((sector) =>
      this.#miniStream.subarray(sector * size, (sector + 1) * size),
    )
    return Buffer.concat(parts)
  }

  /** Lists a storage, whose entries are kept as a tree; each entry is visited once, wherever a broken tree leads. */
  #list(directory: Buffer, first: number, folder: string, depth: number, seen: Set<number>): void {
    const waiting = [first]
    for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
      const entry = entryAt(directory, index)
      if (entry === undefined || seen.has(index)) continue
      seen.add(index)
      if (seen.size > mostEntries) throw broken()
      const path = folder + entry.name
      if (!this.#entries.has(path)) this.#entries.set(path, entry)
      waiting.push(entry.right, entry.left)
      if (entry.type === storageType && depth < deepestStorage) {
        this.#list(directory, entry.child, `${path}/`, depth + 1, seen)
      }
    }
  }
}

function asNumbers(bytes: Buffer): Uint32Array {
  const numbers = new Uint32Array(bytes.length >>> 2)
  for (let at = 0; at < numbers.length; at++) numbers[at] = bytes.readUInt32LE(at * 4)
  return numbers
}

function entryAt(directory: Buffer, index: number): Entry | undefined {
  const at = index * entryBytes
  if (at + entryBytes > directory.length) return undefined
  const nameBytes = Math.min(Math.max(directory.readUInt16LE(at + 64) - 2, 0), 62)
  return {
    name: directory.toString('utf16le', at, at + (nameBytes & ~1)),
    type: directory[at + 66] ?? 0,
    left: directory.readUInt32LE(at + 68),
    right: directory.readUInt32LE(at + 72),
    child: directory.readUInt32LE(at + 76),
    start: directory.readUInt32LE(at + 116),
    size: directory.readUInt32LE(at + 120),
  }
}

/** Opens an OLE compound file that is in memory. Throws a Refusal when its tables are damaged. */
export function openOle(bytes: Uint8Array): OleFile {
  return new OleReader(bytes)
}
