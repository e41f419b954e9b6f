const sectorBytes = 512
const endOfChain = 0xfffffffe
const free = 0xffffffff
const tableMark = 0xfffffffd

function padded(bytes: Uint8Array): Buffer {
  return Buffer.concat([bytes, Buffer.alloc((sectorBytes - (bytes.length % sectorBytes)) % sectorBytes)])
}

interface Place {
  readonly start: number
  readonly size: number
  /** The entry after this one in the same folder; a folder's own first. */
  readonly next?: number
  readonly first?: number
}

function directoryEntry(name: string, type: number, place: Place): Buffer {
  const entry = Buffer.alloc(128)
  entry.write(name, 0, 'utf16le')
  entry.writeUInt16LE((name.length + 1) * 2, 64)
  entry.writeUInt8(type, 66)
  entry.writeUInt32LE(free, 68)
  entry.writeUInt32LE(place.next ?? free, 72)
  entry.writeUInt32LE(place.first ?? free, 76)
  entry.writeUInt32LE(place.start, 116)
  entry.writeUInt32LE(place.size, 120)
  return entry
}

/** An OLE compound file with these streams, all of them in whole sectors. */
export function makeOle(streams: Readonly<Record<string, Uint8Array>>): Buffer {
  const table: number[] = []
  const sectors: Buffer[] = []
  const add = (content: Uint8Array): number => {
    const whole = padded(content)
    const start = table.length
    const count = whole.length / sectorBytes
    for (let place = 0; place < count; place++) table.push(place === count - 1 ? endOfChain : start + place + 1)
    sectors.push(whole)
    return count === 0 ? endOfChain : start
  }
  const files = Object.entries(streams).map(([name, content], at, all) =>
    directoryEntry(name, 2, {
      start: add(content),
      size: content.length,
      ...(at + 2 <= all.length ? { next: at + 2 } : {}),
    }),
  )
  const folder = add(
    Buffer.concat([directoryEntry('Root Entry', 5, { start: endOfChain, size: 0, first: 1 }), ...files]),
  )
  const tableSectors = Math.ceil((table.length + 4) / 128)
  const tableStart = table.length
  for (let place = 0; place < tableSectors; place++) table.push(tableMark)
  const written = Buffer.alloc(tableSectors * sectorBytes, 0xff)
  table.forEach((value, place) => written.writeUInt32LE(value, place * 4))
  const header = Buffer.alloc(sectorBytes)
  header.write('d0cf11e0a1b11ae1', 0, 'hex')
  header.writeUInt16LE(0x3e, 24)
  header.writeUInt16LE(3, 26)
  header.writeUInt16LE(0xfffe, 28)
  header.writeUInt16LE(9, 30)
  header.writeUInt16LE(6, 32)
  header.writeUInt32LE(tableSectors, 44)
  header.writeUInt32LE(folder, 48)
  header.writeUInt32LE(0, 56)
  header.writeUInt32LE(endOfChain, 60)
  header.writeUInt32LE(endOfChain, 68)
  header.fill(0xff, 76)
  for (let place = 0; place < tableSectors; place++) header.writeUInt32LE(tableStart + place, 76 + place * 4)
  return Buffer.concat([header, ...sectors, written])
}

interface DocPart {
  readonly text: string
  /** Whether it is written in one byte a character, as Word does where that is enough. */
  readonly narrow?: boolean
}

interface DocContents {
  readonly main: readonly DocPart[]
  readonly footnotes?: string
  readonly headers?: string
  readonly encrypted?: boolean
}

/** A document of Word 97: a file information block, the characters of each piece, and the table of pieces. */
export function makeDoc({ main, footnotes = '', headers = '', encrypted = false }: DocContents): Buffer {
  const parts = [...main, ...[footnotes, headers].map((text) => ({ text, narrow: false }))].filter(
    ({ text }) => text !== '',
  )
  const head = Buffer.alloc(1024)
  head.writeUInt16LE(0xa5ec, 0)
  head.writeUInt16LE(0xc1, 2)
  head.writeUInt16LE(0x0200 | (encrypted ? 0x0100 : 0), 10)
  const mainLength = main.reduce((sum, { text }) => sum + text.length, 0)
  head.writeUInt32LE(mainLength, 0x4c)
  head.writeUInt32LE(footnotes.length, 0x50)
  head.writeUInt32LE(headers.length, 0x54)
  const chunks: Buffer[] = [head]
  const positions: number[] = [0]
  const pieces = Buffer.alloc(parts.length * 8)
  let at = head.length
  parts.forEach(({ text, narrow = false }, place) => {
    const bytes = narrow ? Buffer.from(text, 'latin1') : Buffer.from(text, 'utf16le')
    pieces.writeUInt32LE(narrow ? (at * 2) | 0x40000000 : at, place * 8 + 2)
    positions.push((positions.at(-1) ?? 0) + text.length)
    chunks.push(bytes)
    at += bytes.length
  })
  const plc = Buffer.concat([...positions.map((position) => Buffer.from(Uint32Array.of(position).buffer)), pieces])
  const clx = Buffer.concat([Buffer.from([2]), Buffer.from(Uint32Array.of(plc.length).buffer), plc])
  head.writeUInt32LE(0, 0x1a2)
  head.writeUInt32LE(clx.length, 0x1a6)
  return makeOle({ WordDocument: Buffer.concat(chunks), '1Table': clx })
}
