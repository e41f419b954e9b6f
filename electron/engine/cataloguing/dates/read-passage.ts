import type { FoundMention } from '../mention.ts'
import type { Found, Loose, Scene } from './reading.ts'
import { type Dated, yearNearby } from './nearby-year.ts'
import { type RangeFound, readOpenRange, readRange } from './read-ranges.ts'
import { readSingle } from './read-single.ts'
import { type Resolved, resolve } from './resolve.ts'
import type { Role, Sense } from './sense.ts'
import { type Span, edtfBetween, edtfOf } from './spans.rules.ts'
import { tenseAround } from './tense.rules.ts'
import { type Token, tokensOf } from './tokens.ts'

/** The dates of a passage, and the last of them that is known, for the passage after it. */
export interface PassageRead {
  readonly mentions: readonly FoundMention[]
  readonly last: Span | undefined
}

/** Meanings that make a date without another word. */
const sufficient: ReadonlySet<string> = new Set<keyof Sense>([
  'month',
  'hijriMonth',
  'weekday',
  'offset',
  'offsetFromLast',
  'season',
  'quarter',
  'half',
  'decade',
  'feast',
])

/** Words that may open a date although they are none of its own parts. */
const openingRoles: ReadonlySet<Role> = new Set<Role>([
  'from-now',
  'from',
  'between',
  'since',
  'until',
  'ago',
  'within',
  'in',
  'after',
  'that',
  'decades',
  'few',
])

/** A quick look that spares most words the slower rules; `next` is the token after, if no other word stands between. */
function mayBegin({ sense, digits }: Token, next: Token | undefined): boolean {
  if (digits > 0) return true
  for (const key in sense) {
    if (key === 'roles') continue
    if (next !== undefined || sufficient.has(key) || sense.unit === 'weekend') return true
  }
  return next !== undefined && sense.roles?.some((role) => openingRoles.has(role)) === true
}

interface Placed {
  readonly from: number
  readonly next: number
  readonly value: string
  readonly other: string
  readonly rule: string
  readonly confidence: number
  readonly span: Span | undefined
}

/** A date that cannot be: the text says it, the catalogue must not. */
const impossible = { value: '', other: '', rule: 'impossible-date', confidence: 0.2, span: undefined } as const
const unknown = { value: '', other: '', confidence: 0.3, span: undefined } as const

/** A tabular Hijri day may be one off: EDTF marks each end of a value that is approximate. */
const approximately = (value: string): string =>
  value
    .split('/')
    .map((end) => (end === '' || end === '..' ? end : `${end}~`))
    .join('/')

function placed(found: Found, resolved: Resolved): Placed {
  const { from, next, rule, confidence } = found
  if (resolved.kind === 'impossible') return { from, next, ...impossible }
  if (resolved.kind === 'unknown') return { from, next, rule, ...unknown }
  const { span, isApproximate, other } = resolved
  const value = isApproximate ? approximately(edtfOf(span)) : edtfOf(span)
  const second = other === undefined ? '' : edtfOf(other)
  return {
    from,
    next,
    value,
    other: second === value ? '' : second,
    rule,
    confidence,
    span,
  }
}

const isWhole = ({ span, year }: Loose): boolean => span !== undefined || year !== undefined

class PassageReader {
  readonly #text: string
  #scene: Scene
  #dated: Dated | undefined

  constructor(text: string, scene: Omit<Scene, 'text' | 'tokens'>) {
    this.#text = text
    this.#scene = { ...scene, text, tokens: tokensOf(text, scene.language) }
  }

  read(): PassageRead {
    const mentions: FoundMention[] = []
    const { tokens } = this.#scene
    for (let at = 0; at < tokens.length;) {
      const token = tokens[at]
      const next = tokens[at + 1]
      const isPossible = token !== undefined && mayBegin(token, next?.gap === 'far' ? undefined : next)
      const found = isPossible ? this.#at(at) : undefined
      if (found === undefined) {
        at++
        continue
      }
      this.#add(mentions, this.#mention(found))
      if (found.span !== undefined) this.#scene = { ...this.#scene, last: found.span }
      at = found.next
    }
    return { mentions, last: this.#scene.last }
  }

  /** `today, 5 May` is one mention: the second date says again what the first has said. */
  #add(mentions: FoundMention[], mention: FoundMention): void {
    const before = mentions.at(-1)
    const isSame = before?.rule === 'relative-day' && before.value === mention.value && mention.value !== ''
    if (isSame && /^[,،]?\s?$/u.test(this.#text.slice(before.end, mention.start)))
      mentions[mentions.length - 1] = { ...mention, start: before.start }
    else mentions.push(mention)
  }

  #mention({ from, next, value, other, rule, confidence }: Placed): FoundMention {
    const start = this.#scene.tokens[from]?.start ?? 0
    const end = this.#scene.tokens[next - 1]?.end ?? start
    return { type: 'date', start, end, value, confidence, rule, ...(other === '' ? {} : { other }) }
  }

  /** The date that begins at a token, in the longest of its readings. */
  #at(at: number): Placed | undefined {
    const single = readSingle(this.#scene, at)
    const range = readRange(this.#scene, at, single) ?? readOpenRange(this.#scene, at)
    if (range !== undefined && (single === undefined || range.next > single.next)) return this.#range(range)
    return single === undefined ? undefined : placed(single, this.#resolve(single.date, single.from, single.next))
  }

  #resolve(date: Loose, from: number, next: number): Resolved {
    const { tokens, language } = this.#scene
    const needsTense = date.span === undefined && date.year === undefined
    const start = tokens[from]?.start ?? 0
    const tense = needsTense ? tenseAround(this.#text, start, tokens[next - 1]?.end ?? start, language) : 0
    const year = needsTense ? yearNearby(this.#scene, date, { start, next }, this.#dated, tense) : undefined
    const whole = year === undefined ? date : { ...date, year }
    const { month } = whole
    if (whole.year !== undefined && month !== undefined && date.isHijri !== true)
      this.#dated = { end: tokens[next - 1]?.end ?? start, date: { year: whole.year, month } }
    return resolve(whole, this.#scene, tense)
  }

  /** Both ends; one without a year lies beside the other, so that the range does not run backwards. */
  #ends(
    start: Loose | undefined,
    end: Loose | undefined,
    from: number,
    next: number,
  ): readonly [Resolved | undefined, Resolved | undefined] {
    if (start === undefined) return [undefined, end && this.#resolve(end, from, next)]
    if (end === undefined) return [this.#resolve(start, from, next), undefined]
    if (isWhole(start) && !isWhole(end)) {
      const first = this.#resolve(start, from, next)
      return [first, first.kind === 'span' ? resolve(end, { ...this.#scene, issued: first.span }, 1) : first]
    }
    const last = this.#resolve(end, from, next)
    if (isWhole(start) || last.kind !== 'span') return [this.#resolve(start, from, next), last]
    return [resolve(start, { ...this.#scene, issued: last.span }, -1), last]
  }

  #range({ from, next, start, end, confidence }: RangeFound): Placed {
    const rule = start === undefined || end === undefined ? 'open-range' : 'range'
    const [first, last] = this.#ends(start, end, from, next)
    if (first?.kind === 'impossible' || last?.kind === 'impossible') return { from, next, ...impossible }
    if (first?.kind === 'unknown' || last?.kind === 'unknown') return { from, next, rule, ...unknown }
    const isApproximate = first?.isApproximate === true || last?.isApproximate === true
    const exact = rangeValue(first?.span, last?.span)
    const value = isApproximate ? approximately(exact) : exact
    const span = first?.span ?? last?.span
    return value === '' ? { from, next, ...impossible } : { from, next, value, other: '', rule, confidence, span }
  }
}

function rangeValue(first: Span | undefined, last: Span | undefined): string {
  if (first !== undefined && last !== undefined) return edtfBetween(first, last)
  const [start] = first === undefined ? ['..'] : edtfOf(first).split('/')
  const end = last === undefined ? '..' : edtfOf(last).split('/').at(-1)
  return start === '' || end === '' ? '' : `${start ?? ''}/${end ?? ''}`
}

/** Every date of a passage in one language, with offsets into the passage. */
export function readPassage(text: string, scene: Omit<Scene, 'text' | 'tokens'>): PassageRead {
  return new PassageReader(text, scene).read()
}
