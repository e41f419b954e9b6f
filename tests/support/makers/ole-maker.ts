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

interface Node {
  readonly name: string
  readonly content?: Uint8Array
  readonly children: Node[]
}

/** The streams as a tree of folders: `a/b` is the stream `b` in the folder `a`. */
function treeOf(streams: Readonly<Record<string, Uint8Array>>): Node {
  const root: Node = { name: 'Root Entry', children: [] }
  for (const [path, content] of Object.entries(streams)) {
    const steps = path.split('/')
    const name = steps.pop() ?? ''
    let folder = root
    for (const step of steps) {
      const known = folder.children.find((child) => child.name === step)
      const next = known ?? { name: step, children: [] }
      if (known === undefined) folder.children.push(next)
      folder = next
    }
    folder.children.push({ name, content, children: [] })
  }
  return root
}

/** An OLE compound file with these streams, all of them in whole sectors; a path with a slash lies in a folder. */
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
  const nodes: Node[] = [treeOf(streams)]
  // The list grows while it is walked: a folder's entries stand behind one another, after all that came before them.
  const firstChild = nodes.map(() => 0)
  const nextOf = new Map<Node, Node>()
  for (const node of nodes) {
    firstChild[nodes.indexOf(node)] = nodes.length
    node.children.forEach((child, at) => {
      const next = node.children[at + 1]
      if (next !== undefined) nextOf.set(child, next)
      nodes.push(child)
    })
  }
  const entries = nodes.map((node, at) => {
    const next = nextOf.get(node)
    const type = at === 0 ? 5 : node.content === undefined ? 1 : 2
    return directoryEntry(node.name, type, {
      start: node.content === undefined ? endOfChain : add(node.content),
      size: node.content?.length ?? 0,
      ...(next === undefined ? {} : { next: nodes.indexOf(next) }),
      ...(node.children.length === 0 ? {} : { first: firstChild[at] ?? 0 }),
    })
  })
  const folder = add(Buffer.concat(entries))
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
  /** Properties of stretches of the first part, by its characters: `[from, to, properties]`. */
  readonly characters?: readonly Stretch[]
  readonly paragraphs?: readonly Stretch[]
}

type Stretch = readonly [from: number, to: number, properties: Uint8Array]

const longs = (...numbers: number[]): Buffer => Buffer.from(Uint32Array.from(numbers).buffer)

/** A formatting page and the bin table that lists it; `bytesOf` writes the properties of a stretch as this kind of page has them. */
function formatting(
  stretches: readonly Stretch[],
  entryBytes: number,
  place: (character: number) => number,
  pageNumber: number,
  bytesOf: (properties: Uint8Array) => Buffer,
): { page: Buffer; bins: Buffer } {
  const page = Buffer.alloc(sectorBytes)
  let end = sectorBytes - 2
  const edges = stretches.flatMap(([from, to]) => [from, to]).map(place)
  const runs = Math.max(edges.length - 1, 0)
  edges.forEach((edge, at) => page.writeUInt32LE(edge, at * 4))
  stretches.forEach(([, , properties], at) => {
    const written = bytesOf(properties)
    end = (end - written.length) & ~1
    written.copy(page, end)
    page[(runs + 1) * 4 + at * 2 * entryBytes] = end / 2
  })
  page[sectorBytes - 1] = runs
  return { page, bins: longs(edges[0] ?? 0, edges.at(-1) ?? 0, pageNumber) }
}

/** A document of Word 97: a file information block, the characters of each piece, and the table of pieces. */
export function makeDoc(contents: DocContents): Buffer {
  const { main, footnotes = '', headers = '', encrypted = false, characters = [], paragraphs = [] } = contents
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
  const text = padded(Buffer.concat(chunks))
  const place = (character: number): number => head.length + character * (main[0]?.narrow === true ? 1 : 2)
  const firstPage = text.length / sectorBytes
  const letters = formatting(characters, 1, place, firstPage, (list) => Buffer.from([list.length, ...list]))
  // A list of paragraph properties counts its words and begins with the number of the style.
  const blocks = formatting(paragraphs, 13, place, firstPage + 1, (list) =>
    Buffer.from([0, Math.ceil((list.length + 2) / 2), 0, 0, ...list]),
  )
  const bins = [letters.bins, blocks.bins]
  bins.forEach((bin, at) => {
    text.writeUInt32LE(clx.length + at * 12, 0xfa + at * 8)
    text.writeUInt32LE([characters, paragraphs][at]?.length === 0 ? 0 : bin.length, 0xfe + at * 8)
  })
  return makeOle({
    WordDocument: Buffer.concat([text, letters.page, blocks.page]),
    '1Table': Buffer.concat([clx, ...bins]),
  })
}

interface OldDocContents {
  readonly text: Uint8Array
  /** The number of the language: 0x401 is Arabic, 0x40c French. */
  readonly language: number
}

/** A document of Word 95: one stretch of text in the code page of its language. */
export function makeOldDoc({ text, language }: OldDocContents): Buffer {
  const head = Buffer.alloc(1024)
  head.writeUInt16LE(0xa5dc, 0)
  head.writeUInt16LE(104, 2)
  head.writeUInt16LE(language, 6)
  head.writeUInt32LE(head.length, 0x18)
  head.writeUInt32LE(head.length + text.length, 0x1c)
  head.writeUInt32LE(text.length, 0x34)
  return makeOle({ WordDocument: Buffer.concat([head, text]) })
}
