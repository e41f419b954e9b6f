/** What has no partner. */
export const nowhere = -1

/**
 * The runs that are looked for as proof that two places are the same, one kind after the other. Those within a line come first:
 * which of their lines follows which is often not what our text says.
 */
const proofs = [
  { length: 24, isWithinLine: true },
  { length: 12, isWithinLine: true },
  { length: 6, isWithinLine: true },
  { length: 6, isWithinLine: false },
] as const
/** In pages with more letters than this, only every so many runs are looked at. */
const longestInFull = 200_000
/** A run that stands in this many places on both sides is paired off in order; beyond that it says nothing. */
const mostEqual = 64
/** What a line must share, or the whole of it where it is shorter, before a pairing may run on into it. */
const proofAcrossLines = 4
/** The largest table that is filled in to compare two gaps, and the most that all of them together may cost. */
const largestTable = 40_000
const tableBudget = 20_000_000

/** The letters of a page from one source, and where lines begin in them. */
export interface LinesOfLetters {
  readonly units: string
  readonly starts: readonly number[]
}

interface Alignment {
  readonly ours: string
  readonly theirs: string
  /** For each of our letters the place of its partner in theirs. */
  readonly partners: Int32Array
  readonly isTaken: Uint8Array
  /** Set where one of their lines begins; one longer than theirs, for the end. */
  readonly begins: Uint8Array
  readonly ourBegins: Uint8Array
}

const isFree = ({ partners, isTaken }: Alignment, our: number, their: number): boolean =>
  partners[our] === nowhere && isTaken[their] === 0

function pair({ partners, isTaken }: Alignment, our: number, their: number): void {
  partners[our] = their
  isTaken[their] = 1
}

/** Whether the line that begins at their place agrees with ours from there on, as far as needed. */
function agreesAfter(alignment: Alignment, our: number, their: number): boolean {
  const { ours, theirs, begins } = alignment
  for (let step = 0; step < proofAcrossLines; step++) {
    if (step > 0 && begins[their + step] === 1) return true
    if (ours[our + step] !== theirs[their + step] || !isFree(alignment, our + step, their + step)) return false
  }
  return true
}

/** The same for the line that ends at their place, read from its end. */
function agreesBefore(alignment: Alignment, our: number, their: number): boolean {
  const { ours, theirs, begins } = alignment
  for (let step = 0; step < proofAcrossLines; step++) {
    if (step > 0 && begins[their - step + 1] === 1) return true
    if (our < step || their < step || ours[our - step] !== theirs[their - step]) return false
    if (!isFree(alignment, our - step, their - step)) return false
  }
  return true
}

/** Pairs what follows and what goes before, as far as both sides agree. */
function extend(alignment: Alignment, our: number, their: number, length: number): void {
  const { ours, theirs, begins } = alignment
  for (let step = 0; step < length; step++) pair(alignment, our + step, their + step)
  for (let a = our + length, b = their + length; a < ours.length && b < theirs.length; a++, b++) {
    if (ours[a] !== theirs[b] || !isFree(alignment, a, b)) break
    if (begins[b] === 1 && !agreesAfter(alignment, a, b)) break
    pair(alignment, a, b)
  }
  for (let a = our - 1, b = their - 1; a >= 0 && b >= 0; a--, b--) {
    if (ours[a] !== theirs[b] || !isFree(alignment, a, b)) break
    if (begins[b + 1] === 1 && !agreesBefore(alignment, a, b)) break
    pair(alignment, a, b)
  }
}

/** For each place the length of the run from there on that has no partner yet; `begins` ends runs where lines begin. */
function freeRuns(length: number, isFreeAt: (at: number) => boolean, begins?: Uint8Array): Int32Array {
  const runs = new Int32Array(length + 1)
  for (let at = length - 1; at >= 0; at--) {
    const following = begins?.[at + 1] === 1 ? 0 : (runs[at + 1] ?? 0)
    runs[at] = isFreeAt(at) ? following + 1 : 0
  }
  return runs
}

interface Places {
  readonly ours: number[]
  readonly theirs: number[]
}

/** Where runs of this length stand on both sides, none of them with a partner. */
function sharedRuns(alignment: Alignment, length: number, isWithinLine: boolean): Places[] {
  const { ours, theirs, partners, isTaken, begins } = alignment
  const found = new Map<string, Places>()
  const theirRuns = freeRuns(theirs.length, (at) => isTaken[at] === 0, isWithinLine ? begins : undefined)
  const step = theirs.length > longestInFull ? length : 1
  for (let at = 0; at < theirs.length; at += step) {
    if ((theirRuns[at] ?? 0) < length) continue
    const run = theirs.slice(at, at + length)
    const places = found.get(run)
    if (places === undefined) found.set(run, { ours: [], theirs: [at] })
    else if (places.theirs.length <= mostEqual) places.theirs.push(at)
  }
  const ourRuns = freeRuns(ours.length, (at) => partners[at] === nowhere)
  for (let at = 0; at < ours.length; at++) {
    if ((ourRuns[at] ?? 0) < length) continue
    const places = found.get(ours.slice(at, at + length))
    if (places !== undefined && places.ours.length <= mostEqual) places.ours.push(at)
  }
  return [...found.values()]
}

function isRunFree(alignment: Alignment, our: number, their: number, length: number): boolean {
  for (let step = 0; step < length; step++) if (!isFree(alignment, our + step, their + step)) return false
  return true
}

/** Pairs runs of this length that stand in one place on either side, then those that stand in equally many. */
function pairRuns(alignment: Alignment, length: number, isWithinLine: boolean): void {
  const shared = sharedRuns(alignment, length, isWithinLine).filter(({ ours, theirs }) => ours.length === theirs.length)
  const [alone, repeated] = [
    shared.filter(({ ours }) => ours.length === 1),
    shared.filter(({ ours }) => ours.length > 1 && ours.length <= mostEqual),
  ]
  for (const places of [...alone, ...repeated]) {
    places.ours.forEach((our, at) => {
      const their = places.theirs[at] ?? 0
      if (isRunFree(alignment, our, their, length)) extend(alignment, our, their, length)
    })
  }
}

/** Pairs the longest sequence of equal letters that two gaps share. */
function pairGaps(alignment: Alignment, our: number, ourLength: number, their: number, theirLength: number): void {
  const { ours, theirs } = alignment
  const width = theirLength + 1
  const table = new Uint16Array((ourLength + 1) * width)
  for (let a = ourLength - 1; a >= 0; a--) {
    for (let b = theirLength - 1; b >= 0; b--) {
      const here = a * width + b
      table[here] =
        ours[our + a] === theirs[their + b]
          ? (table[here + width + 1] ?? 0) + 1
          : Math.max(table[here + width] ?? 0, table[here + 1] ?? 0)
    }
  }
  for (let a = 0, b = 0; a < ourLength && b < theirLength;) {
    const here = a * width + b
    if (ours[our + a] === theirs[their + b]) pair(alignment, our + a++, their + b++)
    else if ((table[here + width] ?? 0) >= (table[here + 1] ?? 0)) a++
    else b++
  }
}

/** Compares what is left between two pairs that follow each other on both sides. */
function fillGaps(alignment: Alignment): void {
  const { ours, theirs, partners, isTaken } = alignment
  const ourRuns = freeRuns(ours.length, (at) => partners[at] === nowhere)
  const theirRuns = freeRuns(theirs.length, (at) => isTaken[at] === 0)
  let budget = tableBudget
  for (let at = 0; at < ours.length; at++) {
    const length = ourRuns[at] ?? 0
    if (length === 0) continue
    const their = at === 0 ? 0 : (partners[at - 1] ?? nowhere) + 1
    const gap = theirRuns[their] ?? 0
    const after = at + length < ours.length ? partners[at + length] : theirs.length
    const cost = length * gap
    if (gap > 0 && after === their + gap && cost <= largestTable && cost <= budget) {
      pairGaps(alignment, at, length, their, gap)
      budget -= cost
    }
    at += length - 1
  }
}

function leftOver(letters: string, runs: Int32Array): Map<string, number[]> {
  const found = new Map<string, number[]>()
  for (let at = 0; at < letters.length; at++) {
    const length = runs[at] ?? 0
    if (length === 0) continue
    const run = letters.slice(at, at + length)
    const places = found.get(run)
    if (places === undefined) found.set(run, [at])
    else places.push(at)
    at += length - 1
  }
  return found
}

/** Pairs the parts of lines that are left and the same: numbers in cells, or one that stands elsewhere in a line from the right. */
function pairLeftOvers(alignment: Alignment): void {
  const { ours, theirs, partners, isTaken, begins, ourBegins } = alignment
  const theirRuns = freeRuns(theirs.length, (at) => isTaken[at] === 0, begins)
  const found = leftOver(theirs, theirRuns)
  const ourRuns = freeRuns(ours.length, (at) => partners[at] === nowhere, ourBegins)
  for (const [run, places] of leftOver(ours, ourRuns)) {
    const same = found.get(run)
    if (same?.length !== places.length) continue
    places.forEach((our, at) => {
      for (let step = 0; step < run.length; step++) pair(alignment, our + step, (same[at] ?? 0) + step)
    })
  }
}

function beginnings({ units, starts }: LinesOfLetters): Uint8Array {
  const begins = new Uint8Array(units.length + 1)
  for (const start of starts) begins[start] = 1
  begins[units.length] = 1
  return begins
}

/**
 * Finds for each letter of `ours` the same letter in `theirs`, or `nowhere`. Both are the letters of one page, whole lines of which
 * may stand in another order, be missing on one side, or differ in a few letters. Time grows with the lengths, not with their
 * product.
 */
export function alignLetters(ours: LinesOfLetters, theirs: LinesOfLetters): Int32Array {
  const partners = new Int32Array(ours.units.length).fill(nowhere)
  const alignment = {
    ours: ours.units,
    theirs: theirs.units,
    partners,
    isTaken: new Uint8Array(theirs.units.length),
    begins: beginnings(theirs),
    ourBegins: beginnings(ours),
  }
  for (const { length, isWithinLine } of proofs) pairRuns(alignment, length, isWithinLine)
  fillGaps(alignment)
  pairLeftOvers(alignment)
  return partners
}
