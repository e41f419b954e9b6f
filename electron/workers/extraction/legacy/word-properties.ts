import type { ByteView } from './byte-view.ts'

/** What the formatting of a Word document says of its text, by place in the stream: only what decides on the words themselves. */
export interface WordProperties {
  /** Whether the formatting tells table rows apart at all; when not, they must be guessed. */
  readonly knowsTables: boolean
  isRemoved(place: number): boolean
  isRowEnd(place: number): boolean
  isInTable(place: number): boolean
}

interface Stretch {
  readonly from: number
  readonly to: number
}

const pageBytes = 512
const mostPages = 100_000

const removedByRevision = 0x0800
const hidden = 0x083c
const inTable = 0x2416
const rowEnd = 0x2417
const tableDefinition = 0xd608
const paragraphTabs = 0xc615

/** How many bytes the operand of a property has; the top bits of its number say so ([MS-DOC] 2.6.1). */
function operandBytes(list: ByteView, at: number, code: number): number {
  const kind = code >>> 13
  if (kind !== 6) return [1, 1, 2, 4, 2, 2, 0, 3][kind] ?? 1
  if (code === tableDefinition) return list.word(at + 2) + 1
  // A length of 255 says that the list of tabs is too long for one; nothing after it is of interest here.
  if (code === paragraphTabs && list.byte(at + 2) === 255) return list.length
  return list.byte(at + 2) + 1
}

/** Whether a list of properties sets this one; the last one in it counts. */
function isSet(list: ByteView, wanted: number): boolean {
  let value = 0
  for (let at = 0; at + 2 < list.length;) {
    const code = list.word(at)
    if (code === wanted) value = list.byte(at + 2)
    at += 2 + operandBytes(list, at, code)
  }
  // 0x80 means "as in the style", and no style of a body text is hidden.
  return (value & 1) === 1
}

/** The stretches of text on the formatting pages that a bin table lists, with the properties of each. */
function* formatted(
  stream: ByteView,
  bins: ByteView,
  propertiesOn: (page: ByteView, run: number, runs: number) => ByteView,
): Generator<Stretch & { readonly list: ByteView }> {
  const count = Math.min(Math.floor((bins.length - 4) / 8), mostPages)
  const seen = new Set<number>()
  for (let index = 0; index < count; index++) {
    const number = bins.long((count + 1) * 4 + index * 4) & 0x3fffff
    if (seen.has(number)) continue
    seen.add(number)
    const page = stream.part(number * pageBytes, pageBytes)
    const runs = page.byte(pageBytes - 1)
    for (let run = 0; run < runs; run++) {
      yield { from: page.long(run * 4), to: page.long(run * 4 + 4), list: propertiesOn(page, run, runs) }
    }
  }
}

function characterList(page: ByteView, run: number, runs: number): ByteView {
  const at = page.byte((runs + 1) * 4 + run) * 2
  return at === 0 ? page.part(0, 0) : page.part(at + 1, page.byte(at))
}

function paragraphList(page: ByteView, run: number, runs: number): ByteView {
  const at = page.byte((runs + 1) * 4 + run * 13) * 2
  if (at === 0) return page.part(0, 0)
  const size = page.byte(at)
  // The first two bytes of the list are the number of the style.
  return size === 0 ? page.part(at + 4, page.byte(at + 1) * 2 - 2) : page.part(at + 3, size * 2 - 3)
}

function finder(stretches: readonly Stretch[]): (place: number) => boolean {
  const sorted = stretches.toSorted((one, other) => one.from - other.from)
  return (place) => {
    let [low, high] = [0, sorted.length]
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((sorted[middle]?.from ?? 0) <= place) low = middle + 1
      else high = middle
    }
    const found = sorted[low - 1]
    return found !== undefined && place < found.to
  }
}

/** Reads from the bin tables of the formatting which text was deleted or hidden, and where rows of tables end. */
export function wordProperties(stream: ByteView, characterBins: ByteView, paragraphBins: ByteView): WordProperties {
  const removed: Stretch[] = []
  for (const { list, from, to } of formatted(stream, characterBins, characterList)) {
    if (isSet(list, removedByRevision) || isSet(list, hidden)) removed.push({ from, to })
  }
  const rowEnds: Stretch[] = []
  const tables: Stretch[] = []
  for (const { list, from, to } of formatted(stream, paragraphBins, paragraphList)) {
    if (isSet(list, inTable)) tables.push({ from, to })
    if (isSet(list, rowEnd)) rowEnds.push({ from, to })
  }
  return {
    knowsTables: rowEnds.length > 0,
    isRemoved: finder(removed),
    isRowEnd: finder(rowEnds),
    isInTable: finder(tables),
  }
}
