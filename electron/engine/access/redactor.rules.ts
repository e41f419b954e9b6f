import { type Word, segmentWords } from '../language/segment.ts'

/** What stands in place of words that were taken out; always as long, so that it tells nothing of them. */
export const filler = '█████'

interface Stretch {
  readonly start: number
  readonly end: number
}

/** A text without the marked words, and where the places of the old one are in it. */
export interface CleanText {
  readonly text: string
  readonly isChanged: boolean
  /** Offsets of the old text as offsets of this one; those inside a stretch that was taken out become the filler's. */
  move(start: number, end: number): Stretch
  /** Whether a stretch of the old text lost anything. */
  touches(start: number, end: number): boolean
}

const arabic = /^\p{Script=Arabic}/u

/** Arabic writes `and`, `so`, `by`, `as`, `for` and the article onto the word that follows: what the word may be without them. */
function withoutClitics(word: string): string[] {
  const forms = [word]
  for (const clitics of [/^[وف]/u, /^[بكل]/u, /^ال|^ل/u])
    for (const form of [...forms]) {
      const rest = form.replace(clitics, '')
      if (rest !== form && rest.length > 1) forms.push(rest)
    }
  return forms
}

function isSame(word: string, wanted: string): boolean {
  if (word === wanted || !arabic.test(word)) return word === wanted
  const bare = wanted.replace(/^ال(?=..)/u, '')
  return withoutClitics(word).some((form) => form === wanted || form === bare)
}

const compact = (words: readonly string[]): string => words.join('')
const wordsOf = (text: string): string[] => segmentWords(text).map(({ exact }) => exact)

/** Names of files are often written without spaces; shorter words than this stand in others by chance. */
const shortestInName = 4
/** The same of words in texts. */
const shortestInWord = 5

const isInside = (word: string, wanted: string): boolean => wanted.length >= shortestInWord && word.includes(wanted)

/** Where a mark stands from a word on: as words of its own, as one word, or stuck to what is written before and after. */
function stretchAt(words: readonly Word[], at: number, mark: readonly string[]): Stretch | undefined {
  const first = words[at]
  if (first === undefined) return undefined
  const { start, end, exact, joined } = first
  const whole = compact(mark)
  if (isInside(exact, whole)) return { start, end }
  if (joined !== undefined && (joined === whole || isInside(joined, whole)))
    return { start: words[at - 1]?.start ?? start, end }
  const isLong = whole.length >= shortestInWord
  const isHere = mark.every((wanted, step) => {
    const word = words[at + step]?.exact
    if (word === undefined) return false
    if (isSame(word, wanted)) return true
    const [isFirst, isLast] = [step === 0, step === mark.length - 1]
    return isLong && mark.length > 1 && ((isFirst && word.endsWith(wanted)) || (isLast && word.startsWith(wanted)))
  })
  return isHere ? { start, end: words[at + mark.length - 1]?.end ?? end } : undefined
}

/** Pieces of a word of this length and more are put together across whatever stands between them. */
const shortestScattered = 7
/** What cuts a word in two without ending it: hyphens at the end of a line, signs that nobody sees, marks of markup. */
const joiner = /^[\p{Cf}\p{Pd}\u3164_'’·/*]+\s*$/u

/** Where marked words stand in pieces: cut by hyphens, line ends, invisible signs, or letter by letter. */
function scattered(text: string, words: readonly Word[], marks: readonly string[]): Stretch[] {
  const gaps = words.map(({ end }, at) => text.slice(end, words[at + 1]?.start ?? end))
  const owners: number[] = []
  let stream = ''
  for (const [at, { exact }] of words.entries()) {
    for (let unit = 0; unit < exact.length; unit++) owners.push(at)
    stream += exact
    // What was taken out joins nothing.
    if (gaps[at]?.includes('█') === true) {
      owners.push(at)
      stream += '█'
    }
  }
  const found: Stretch[] = []
  for (const mark of marks.filter(({ length }) => length >= shortestInWord))
    for (let from = stream.indexOf(mark); from >= 0; from = stream.indexOf(mark, from + 1)) {
      const [first = 0, last = 0] = [owners[from], owners[from + mark.length - 1]]
      if (first === last) continue
      const isCut = gaps.slice(first, last).every((gap) => joiner.test(gap))
      if (isCut || mark.length >= shortestScattered)
        found.push({ start: words[first]?.start ?? 0, end: words[last]?.end ?? 0 })
    }
  return found
}

/** Stretches in order; those that overlap as one. */
function united(stretches: Stretch[]): Stretch[] {
  const found: { start: number; end: number }[] = []
  for (const { start, end } of stretches.sort((a, b) => a.start - b.start)) {
    const last = found.at(-1)
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end)
    else found.push({ start, end })
  }
  return found
}

/**
 * Finds marked words in texts, in whatever letter case and with whatever marks, and takes them out. Longer ones are found inside
 * other words, too: texts that were read from files stick words together, and what is marked must not stand there. The whole word
 * goes with them.
 */
export class Redactor {
  readonly #marks: readonly (readonly string[])[]

  constructor(marks: readonly string[]) {
    this.#marks = marks.map(wordsOf).filter((words) => words.length > 0)
  }

  get isEmpty(): boolean {
    return this.#marks.length === 0
  }

  /** How many words and phrases are marked. */
  get size(): number {
    return this.#marks.length
  }

  /** Where marked words stand, in order; stretches that overlap are one. */
  find(text: string): Stretch[] {
    if (this.isEmpty) return []
    const words = segmentWords(text)
    const found: Stretch[] = []
    for (const at of words.keys())
      for (const mark of this.#marks) {
        const stretch = stretchAt(words, at, mark)
        if (stretch !== undefined) found.push(stretch)
      }
    return united([...found, ...scattered(text, words, this.#marks.map(compact))])
  }

  holds(text: string): boolean {
    return this.find(text).length > 0
  }

  /** Whether a name holds marked words, be it without spaces between them. */
  isInName(name: string): boolean {
    const whole = compact(wordsOf(name))
    return (
      this.holds(name) ||
      this.#marks.some((mark) => compact(mark).length >= shortestInName && whole.includes(compact(mark)))
    )
  }

  clean(text: string): string {
    return this.cleanText(text).text
  }

  cleanText(text: string): CleanText {
    const gone = this.find(text)
    let clean = ''
    let from = 0
    const places: { readonly old: Stretch; readonly start: number }[] = []
    for (const old of gone) {
      clean += text.slice(from, old.start)
      places.push({ old, start: clean.length })
      clean += filler
      from = old.end
    }
    const moved = (at: number, isEnd: boolean): number => {
      let shift = 0
      for (const { old, start } of places) {
        if (at < old.start || (isEnd && at === old.start)) break
        if (at < old.end || (isEnd && at === old.end)) return isEnd ? start + filler.length : start
        shift = start + filler.length - old.end
      }
      return at + shift
    }
    return {
      text: clean + text.slice(from),
      isChanged: gone.length > 0,
      move: (start, end) => ({ start: moved(start, false), end: moved(end, true) }),
      touches: (start, end) => gone.some((each) => each.start < end && start < each.end),
    }
  }
}

/** Fields whose values are codes, not words: a mark on `press` must not break the kind `press-release`. */
const codes = new Set([
  ...['id', 'kind', 'language', 'grade', 'type', 'role', 'rule', 'source', 'country', 'mediaType', 'sha256'],
  ...['document', 'agreement', 'container', 'relation', 'act', 'hash'],
])

type Pages = ReadonlyMap<number, CleanText>

const isPlace = (value: object): value is { readonly page: number; readonly start: number; readonly end: number } =>
  'page' in value && 'start' in value && 'end' in value && typeof value.page === 'number'

/** Mentions of a name or a date say what the words mean: where words are gone, so is what they mean. */
const isMention = (value: object): value is { readonly text: string; readonly value: string } =>
  'value' in value && 'rule' in value && 'text' in value

/** Something that a text says of a day, and its words. */
const isDated = (value: object): value is { readonly text: string } =>
  'text' in value && typeof value.text === 'string' && ('due' in value || ('type' in value && 'value' in value))

/**
 * A copy of plain data without the marked words: every string is cleaned, every place on a page (`page`, `start`, `end`) moved to
 * where it is in the clean text, every mention that lost something left out. `pages` are the clean texts by page number.
 */
export function cleanData<T>(redactor: Redactor, value: T, pages: Pages): T {
  const clean = (each: unknown): unknown => {
    if (typeof each === 'string') return redactor.clean(each)
    if (Array.isArray(each)) return each.map(clean).filter((item) => item !== undefined)
    if (typeof each !== 'object' || each === null) return each
    if (isMention(each) && (redactor.holds(each.text) || redactor.holds(each.value))) return undefined
    // A promise or an event whose words are gone would still tell its day.
    if (isDated(each) && redactor.holds(each.text)) return undefined
    const page = isPlace(each) ? pages.get(each.page) : undefined
    if (page !== undefined && isMention(each) && isPlace(each) && page.touches(each.start, each.end)) return undefined
    const moved = page !== undefined && isPlace(each) ? page.move(each.start, each.end) : {}
    return {
      ...Object.fromEntries(
        Object.entries(each).map(([name, item]) => [
          name,
          typeof item === 'string' && codes.has(name) ? item : clean(item),
        ]),
      ),
      ...moved,
    }
  }
  return clean(value) as T
}
