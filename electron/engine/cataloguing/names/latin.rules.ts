import { englishBodyAt, plainBodyAt } from './bodies.rules.ts'
import { countryAdjectives } from './countries.rules.ts'
import { type Draft, type Reading, draftOf } from './draft.ts'
import { frenchBodyAt } from './french-bodies.rules.ts'
import { groupAt, groupOfAt, regimeAt } from './groups.rules.ts'
import { organisations } from './known-names.ts'
import { role } from './latin-words.ts'
import { isKnownOtherwise, judgeName, nameEnd, personOf } from './people.rules.ts'
import { describedPlaceAt, explainedPlaceAt, knownPlaceAt, nextInList, unknownPlaceAt } from './places.rules.ts'
import { type Title, officeAfter, titleAt } from './titles.rules.ts'
import { type Token, gap, is, isCapital, shape, continues } from './tokens.ts'

interface Step {
  readonly drafts: readonly Draft[]
  readonly end: number
}

const step = (found: { readonly draft: Draft; readonly end: number } | undefined): Step | undefined =>
  found === undefined ? undefined : { drafts: [found.draft], end: found.end }

/** Lands and places named inside a title: `Minister for the Middle East`. A body there is part of the office. */
function namesInside(reading: Reading, from: number, to: number): Draft[] {
  const drafts: Draft[] = []
  for (let at = from; at < to;) {
    const found = step(isCapital(reading.tokens[at]) ? knownPlaceAt(reading, at) : undefined)
    if (found !== undefined && found.end <= to) drafts.push(...found.drafts)
    at = found?.end ?? at + 1
  }
  return drafts
}

function knownBodyAt(reading: Reading, at: number): Step | undefined {
  const known = organisations.at(reading.tokens, at)
  if (known === undefined) return undefined
  const rest = { rule: 'body:known', confidence: 0.95, name: known.entry }
  return { drafts: [draftOf(reading, 'organisation', at, known.end, rest)], end: known.end }
}

/** A title with the name that it is the title of, or an office that stands for its bearer. */
function titledAt(reading: Reading, at: number, officeEnd: number): Step | undefined {
  const { tokens } = reading
  const title = titleAt(reading, at)
  // Inside the office of the person before, another office has no bearer of its own.
  if (title === undefined || (at < officeEnd && title.office !== undefined)) return undefined
  const start = nameStart(tokens, title)
  const end = nameEnd(tokens, start)
  if (end > start && isNameAfter(tokens, title, start, end)) {
    const rule =
      title.rank !== undefined ? 'person:rank' : title.office !== undefined ? 'person:office' : 'person:title'
    const person = personOf(reading, start, end, title, { rule, confidence: 0.95 })
    return { drafts: [...namesInside(reading, at, start), person], end }
  }
  return officeAlone(reading, at, title)
}

/** Where the name after a title begins; a comma may part them. */
function nameStart(tokens: readonly Token[], title: Title): number {
  const next = tokens[title.end]
  const isClose = next !== undefined && (next.gap <= gap.apostrophe || next.gap === gap.wrap)
  const isAfterPoint = next?.gap === gap.point && title.hasStyle
  const isAfterComma = next?.gap === gap.comma && title.office !== undefined
  return isClose || isAfterPoint || isAfterComma ? title.end : tokens.length
}

/** After a comma, or a land, what follows an office must look like a name by itself. */
function isNameAfter(tokens: readonly Token[], title: Title, from: number, to: number): boolean {
  if (title.hasStyle) return true
  if (isKnownOtherwise(tokens, from, to)) return false
  return tokens[from]?.gap !== gap.comma || to - from >= 2
}

const determiners = new Set(['the', 'le', 'la', 'l'])

function officeAlone(reading: Reading, at: number, title: Title): Step | undefined {
  const { officeFrom: from, officeTo: to, office } = title
  const { tokens } = reading
  if (from === undefined || to === undefined || office === undefined) return undefined
  // `the Minister` means somebody only where the same text names him with this office.
  if (title.isWeak && !determiners.has(tokens[from - 1]?.word ?? '')) return undefined
  if (!isCapital(tokens[from]) || tokens[from]?.shouted === true) return undefined
  const rest = {
    rule: title.isWeak ? 'person:office-short' : 'person:office-alone',
    confidence: 0.4,
    office,
    isBare: true,
    ...(title.country !== undefined && { country: title.country }),
  }
  return { drafts: [...namesInside(reading, at, from), draftOf(reading, 'person', from, to, rest)], end: to }
}

function bodyAt(reading: Reading, at: number): Step | undefined {
  const known = knownBodyAt(reading, at)
  const french = reading.language === 'fr' ? frenchBodyAt(reading, at) : undefined
  const other = french ?? (isBodyStart(reading.tokens, at) ? englishBodyAt(reading, at) : undefined)
  const isShort = other === undefined || other.draft.isBare === true
  const later = (isShort && reading.language === 'und' ? frenchBodyAt(reading, at) : undefined) ?? other
  if (later !== undefined && (known === undefined || later.end > known.end)) return step(later)
  return known
}

const isBodyStart = (tokens: readonly Token[], at: number): boolean =>
  (isCapital(tokens[at]) && !is(tokens[at], role.stop)) || countryAdjectives.at(tokens, at) !== undefined

function personAt(reading: Reading, at: number): Step | undefined {
  const { tokens } = reading
  const end = nameEnd(tokens, at)
  if (end === at || (tokens[at]?.shouted === true && end - at > 4)) return undefined
  const judged = judgeName(reading, at, end)
  if (judged === undefined || isKnownOtherwise(tokens, at, end)) return undefined
  return { drafts: [personOf(reading, at, end, undefined, judged)], end }
}

/** `CP-58`, `EX/2025`: capitals in the number of a document; `B.M.` are initials. */
function isReference({ text, tokens }: Reading, at: number): boolean {
  const token = tokens[at]
  const next = tokens[at + 1]
  if (token === undefined) return false
  const isDotted = text.charAt(token.start + 1) === '.'
  const isNumbered = next?.shape === shape.digits && next.gap === gap.hyphen
  return isDotted || isNumbered || text.charAt(token.start - 1) === '/' || text.charAt(token.end) === '/'
}

/** Three to six capitals that no table knows: in a release, most often a body. */
const isInCapitals = (token: Token | undefined): boolean => token?.shape === shape.upper && token.word.length > 2

function acronymAt(reading: Reading, at: number): Step | undefined {
  const token = reading.tokens[at]
  if (token === undefined || token.shape !== shape.upper || token.shouted) return undefined
  const length = token.end - token.start
  if (length < 3 || length > 6 || isReference(reading, at) || is(token, role.acronym | role.stop | role.common))
    return undefined
  // `SAMPLE TEXT`: capitals beside capitals are words that are shouted.
  if (
    isInCapitals(reading.tokens[at - 1]) ||
    (continues(reading.tokens[at + 1]) && isInCapitals(reading.tokens[at + 1]))
  )
    return undefined
  const rest = { rule: 'body:acronym', confidence: 0.4 }
  return { drafts: [draftOf(reading, 'organisation', at, at + 1, rest)], end: at + 1 }
}

function placeAt(reading: Reading, at: number): Step | undefined {
  const place = knownPlaceAt(reading, at) ?? describedPlaceAt(reading, at)
  // `Florence Parly`: a given name that is a town too.
  const isGiven = place !== undefined && is(reading.tokens[at], role.firstName)
  return isGiven && nameEnd(reading.tokens, at) > place.end ? undefined : step(place)
}

/** Places that follow in a list after one that a preposition introduced. */
function withList(reading: Reading, first: Step | undefined): Step | undefined {
  if (first === undefined) return undefined
  const drafts = [...first.drafts]
  let end = first.end
  for (let next = nextInList(reading, end); next !== undefined; next = nextInList(reading, end)) {
    drafts.push(next.draft)
    end = next.end
  }
  return { drafts, end }
}

/** What stands at a place that begins with a capital, or is known in small letters; the first rule that fits decides. */
function stepAt(reading: Reading, at: number, officeEnd: number): Step | undefined {
  const token = reading.tokens[at]
  if (token === undefined || token.shape === shape.digits || token.shape === shape.arabic) return undefined
  // Every other word of a text is one of these, and none of them begins a name.
  if (token.shape === shape.plain && is(token, role.stop)) return undefined
  const group = regimeAt(reading, at) ?? groupOfAt(reading, at)
  if (group !== undefined) return group
  const body = bodyAt(reading, at)
  if (body !== undefined && !body.drafts[0]?.isBare && !isOffice(reading, at, body)) return body
  const titled = titledAt(reading, at, officeEnd)
  if (titled !== undefined) return titled
  if (!isCapital(token) && !opensName(reading.tokens, at)) {
    const plain = is(token, role.head | role.frenchHead) ? plainBodyAt(reading, at) : undefined
    return plain === undefined ? placeAt(reading, at) : { drafts: [plain], end: at + 1 }
  }
  return (
    body ??
    groupAt(reading, at) ??
    placeAt(reading, at) ??
    personAt(reading, at) ??
    step(explainedPlaceAt(reading, at)) ??
    withList(reading, step(unknownPlaceAt(reading, at))) ??
    acronymAt(reading, at)
  )
}

/** `al-Hilla`: the article of an Arabic name in small letters. */
const opensName = (tokens: readonly Token[], at: number): boolean =>
  is(tokens[at], role.particle) && tokens[at + 1]?.gap === gap.hyphen && isCapital(tokens[at + 1])

/** `Foreign Office Minister`: a body whose next word is an office is part of that. */
function isOffice(reading: Reading, at: number, body: Step): boolean {
  const next = reading.tokens[body.end]
  const isClose = next !== undefined && next.gap <= gap.apostrophe && isCapital(next)
  return isClose && is(next, role.office | role.officeModifier) && titleAt(reading, at) !== undefined
}

/** Every name of a passage in Latin letters, in order. */
export function readLatin(reading: Reading): Draft[] {
  const drafts: Draft[] = []
  const { tokens } = reading
  let officeEnd = 0
  for (let at = 0; at < tokens.length;) {
    const found = stepAt(reading, at, officeEnd)
    if (found === undefined) {
      at++
      continue
    }
    drafts.push(...found.drafts)
    at = Math.max(found.end, at + 1)
    if (found.drafts.at(-1)?.type === 'person') officeEnd = officeAfter(reading, at)?.end ?? officeEnd
  }
  return drafts
}
