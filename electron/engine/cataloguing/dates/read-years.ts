import { toCivil } from './calendar.rules.ts'
import { fullYear, readNumber, readYearInWords } from './numbers.ts'
import { isAlone, isCounted } from './counting.rules.ts'
import { type Found, type Loose, type Scene, follows, skip } from './reading.ts'
import { readRelative } from './read-relative.ts'
import { yearsSpan } from './spans.rules.ts'
import { type Token, plays } from './tokens.ts'

type YearToken = Token & { readonly digits: 4 }

const isYearFigure = (token: Token | undefined): token is YearToken =>
  token?.digits === 4 && token.ending === '' && token.figure >= 1000 && token.figure < 2200

const introducing = [
  'in',
  'since',
  'until',
  'by',
  'from',
  'of',
  'to',
  'between',
  'year-word',
  'before',
  'after',
  'during',
  'that',
  'within',
] as const

const currency = /[$€£¥₤#№°+.]\s?$|\d[-./]$|\bUSD\s?$|\p{L}-$/u
const isSentenceStart = (before: string): boolean => /(?:^|[.!?\n»"”]\s*)$/u.test(before)

/** Whether a number of four digits is a year where it stands, and how sure that is. */
function certaintyOfYear(scene: Scene, at: number): number {
  const token = scene.tokens[at]
  if (!isYearFigure(token)) return 0
  const before = scene.text.slice(Math.max(0, token.start - 24), token.start)
  const after = scene.text.slice(token.end, token.end + 24)
  if (currency.test(before) || isCounted(scene.text, token.end)) return 0
  const word = token.gap === 'far' || token.gap === 'bracket' ? undefined : scene.tokens[at - 1]
  if (plays(word, 'not-year') && !plays(word, 'in') && !plays(word, 'year-word')) return 0
  // `in 2000 villages`: a round number before something counted.
  if (token.figure % 100 === 0 && /^\s+\p{Ll}+(?:s|es)(?!\p{L})/u.test(after)) return 0
  if (isListedYear(scene, at, word)) return 0.8
  if (introducing.some((role) => plays(word, role))) return plays(word, 'to') && token.figure > 2100 ? 0 : 0.9
  if (token.figure < 1900 || token.figure > 2100) return 0
  if (plays(word, 'the')) return 0.8
  if (/[([]\s?$/u.test(before) && /^\s?[)\]]/u.test(after)) return 0.85
  if (isSentenceStart(before) && /^\s*$|^\s+\p{Ll}/u.test(after)) return /^\s*$/u.test(after) ? 0.5 : 0
  // `the UK-France Summit 2016`, `Vision 2030`: a name with its year.
  return /\p{Lu}[\p{L}-]*,? $|[\u0621-\u064a] $/u.test(before) && /^(?:\s+\p{Lu}|\s*[^\s\p{L}\p{N}]|\s*$)/u.test(after)
    ? 0.65
    : 0.4
}

/** `in 2014, 2015 and 2016`: a year after a year. */
function isListedYear(scene: Scene, at: number, before: Token | undefined): boolean {
  const earlier = plays(before, 'and') || plays(before, 'or') ? scene.tokens[at - 2] : before
  const isJoined = scene.tokens[at]?.gap === 'comma' || scene.tokens[at]?.joinedByAnd === true || earlier !== before
  return (
    isJoined &&
    isYearFigure(earlier) &&
    (scene.tokens[at]?.figure ?? 0) > earlier.figure &&
    (scene.tokens[at]?.figure ?? 0) <= 2100
  )
}

/** Years of the Hijri calendar without a month: `1447 هـ`. */
function readHijriYear(scene: Scene, at: number): Found | undefined {
  const token = scene.tokens[at]
  if (token === undefined || token.digits < 3 || token.digits > 4 || token.figure > 1600) return undefined
  if (!plays(follows(scene, at + 1, ['space', 'none']), 'hijri')) return undefined
  return { from: at, next: at + 2, date: { year: token.figure, isHijri: true }, rule: 'hijri', confidence: 0.85 }
}

/** A year alone, where the words around it say that it is one. */
export function readBareYear(scene: Scene, at: number): Found | undefined {
  const hijri = readHijriYear(scene, at)
  if (hijri !== undefined) return hijri
  const confidence = certaintyOfYear(scene, at)
  if (confidence >= 0.5) {
    const next = plays(follows(scene, at + 1, ['space', 'none']), 'ad') ? at + 2 : at + 1
    return { from: at, next, date: { year: scene.tokens[at]?.figure ?? 0 }, rule: 'year', confidence }
  }
  return readSpelledYear(scene, at)
}

/** `in nineteen ninety-six`, `عام ألفين وثمانية عشر`: words that make a year only where one is expected. */
function readSpelledYear(scene: Scene, at: number): Found | undefined {
  const token = scene.tokens[at]
  const before = scene.tokens[at - 1]
  if (token?.sense.cardinal === undefined || before === undefined || token.gap !== 'space') return undefined
  if (plays(before, 'year-word')) {
    const number = readNumber(scene, at)
    if (number !== undefined && number.value > 99 && number.value < 3000)
      return { from: at, next: number.next, date: { year: number.value }, rule: 'year', confidence: 0.8 }
  }
  if (!introducing.some((role) => plays(before, role))) return undefined
  const year = readYearInWords(scene, at)
  if (year === undefined || year.next < at + 2 || follows(scene, year.next, ['space'])?.sense.unit !== undefined)
    return undefined
  if (/^\s+\p{Ll}+s(?!\p{L})/u.test(scene.text.slice(scene.tokens[year.next - 1]?.end).slice(0, 30))) return undefined
  return { from: at, next: year.next, date: { year: year.value }, rule: 'year', confidence: 0.7 }
}

const seasonIntroducing = ['in', 'of', 'since', 'until', 'by', 'from', 'during', 'the'] as const

/** The year of a season, quarter or feast, after it. */
export function yearAfter(scene: Scene, at: number): { readonly year: number; readonly next: number } | undefined {
  const place = skip(scene, at, 'of', 'the', 'year-word', 'in')
  const token = follows(scene, place, ['space', 'comma', 'dash', 'slash', 'quote'])
  if (isYearFigure(token)) return { year: token.figure, next: place + 1 }
  const relative = token === undefined ? undefined : readRelative(scene, skip(scene, at, 'of'))
  if (relative?.date.span?.grain !== 'year') return undefined
  return { year: toCivil(relative.date.span.first).year, next: relative.next }
}

/** `spring 2025`, `last summer`, `Q3 2016`, `2016 H2`, `été 2025`. */
export function readSeasonOrQuarter(scene: Scene, at: number): Found | undefined {
  const first = scene.tokens[at]
  const yearFirst = isYearFigure(first) ? first : undefined
  const place = yearFirst === undefined ? at : at + 1
  const token = yearFirst === undefined ? first : follows(scene, place, ['space', 'dash', 'comma'])
  const { season, quarter, half, weak } = token?.sense ?? {}
  if (token === undefined || (season === undefined && quarter === undefined && half === undefined)) return undefined
  const date: Loose = season !== undefined ? { season } : quarter !== undefined ? { quarter } : { half: half ?? 1 }
  const rule = season === undefined ? 'part-of-year' : 'season'
  if (yearFirst !== undefined)
    return weak === true
      ? undefined
      : { from: at, next: place + 1, date: { ...date, year: yearFirst.figure }, rule, confidence: 0.9 }
  const year = yearAfter(scene, at + 1)
  if (year !== undefined)
    return { from: at, next: year.next, date: { ...date, year: year.year }, rule, confidence: 0.9 }
  const described = waysAround(scene, at, date, rule)
  if (described !== undefined) return described
  const isIntroduced = token.gap === 'space' && seasonIntroducing.some((role) => plays(scene.tokens[at - 1], role))
  if (weak === true || (season !== undefined && !isIntroduced)) return undefined
  return { from: at, next: at + 1, date, rule, confidence: 0.6 }
}

/** `last summer`, `cet été`, `الصيف الماضي`: the words before and after a season that say which. */
function waysAround(scene: Scene, at: number, date: Loose, rule: string): Found | undefined {
  const before = scene.tokens[at]?.gap === 'space' ? scene.tokens[at - 1]?.sense.way : undefined
  const after = scene.language === 'en' ? undefined : follows(scene, at + 1, ['space'])?.sense.way
  const way = after ?? before
  if (way === undefined) return undefined
  const from = before === undefined ? at : at - 1
  return { from, next: after === undefined ? at + 1 : at + 2, date: { ...date, way }, rule, confidence: 0.8 }
}

/** A season with `last`, `this` or `next` before it. */
export function readSeasonAfterWay(scene: Scene, at: number): Found | undefined {
  const isWay =
    scene.tokens[at]?.sense.way !== undefined && follows(scene, at + 1, ['space'])?.sense.season !== undefined
  return isWay ? readSeasonOrQuarter(scene, at + 1) : undefined
}

function decade(from: number, next: number, year: number): Found {
  return { from, next, date: { span: yearsSpan(year, 10, 'decade') }, rule: 'decade', confidence: 0.9 }
}

const decadeYear = (scene: Scene, value: number): number =>
  value >= 1000 ? value : fullYear(value, scene.issued === undefined ? undefined : toCivil(scene.issued.last).year - 20)

/** `the 1990s`, `the '40s`, `les années 1990`, `the sixties`, `التسعينيات`. */
export function readDecade(scene: Scene, at: number): Found | undefined {
  const token = scene.tokens[at]
  if (token === undefined) return undefined
  if (token.ending === 'decade' && token.figure % 10 === 0 && (token.digits === 4 || token.digits === 2)) {
    const isQuantity =
      token.digits === 2 && !plays(scene.tokens[at - 1], 'the') && !/['’]/u.test(scene.text.charAt(token.start - 1))
    return isQuantity || token.figure >= 2200 ? undefined : decade(at, at + 1, decadeYear(scene, token.figure))
  }
  if (plays(token, 'decades')) return readNumberedDecade(scene, at)
  if (scene.language === 'fr' && /^(?:dans )?les$/iu.test(scene.text.slice(token.start, token.end)))
    return readDecadeInWords(scene, at)
  const { decade: named } = token.sense
  if (named !== undefined) return readNamedDecade(scene, at, named)
  const century = readNumber(scene, at)
  const second = century === undefined ? undefined : follows(scene, century.next, ['space', 'dash'])
  if (century === undefined || second?.sense.decade === undefined) return undefined
  const base = century.value === 2000 ? 20 : century.value
  return base < 10 || base > 20 ? undefined : decade(at, century.next + 1, base * 100 + second.sense.decade)
}

/** `les années 1990`, `les années 70`, `les années soixante`. */
function readNumberedDecade(scene: Scene, at: number): Found | undefined {
  if (follows(scene, at + 1, ['space', 'quote']) === undefined) return undefined
  const number =
    scene.tokens[at + 1]?.digits === 0
      ? (readYearInWords(scene, at + 1) ?? readNumber(scene, at + 1))
      : readNumber(scene, at + 1)
  if (number === undefined || number.value % 10 !== 0) return undefined
  const isYear = number.value >= 1000 ? number.value < 2200 : number.value >= 20 && number.value < 100
  return isYear ? decade(at, number.next, decadeYear(scene, number.value)) : undefined
}

/** `les deux mille dix`: the years from 2010 on. */
function readDecadeInWords(scene: Scene, at: number): Found | undefined {
  const year =
    follows(scene, at + 1, ['space'])?.sense.cardinal === undefined ? undefined : readYearInWords(scene, at + 1)
  if (year === undefined || year.value % 10 !== 0 || !isAlone(scene.text, scene.tokens[year.next - 1]?.end ?? 0))
    return undefined
  return decade(at, year.next, year.value)
}

function readNamedDecade(scene: Scene, at: number, value: number): Found | undefined {
  const before = scene.tokens[at - 1]
  const isIntroduced = plays(before, 'the') || plays(before, 'in') || scene.language === 'ar'
  if (!isIntroduced || value < 20) return undefined
  // `تسعينيات القرن الماضي` says the century of the decade, and no second date.
  const century = follows(scene, at + 1, ['space']) && readRelative(scene, skip(scene, at + 1, 'of'))
  return decade(at, century?.rule === 'relative-century' ? century.next : at + 1, 1900 + value)
}
