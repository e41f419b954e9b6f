import { countryAdjectives, countryNames } from './countries.rules.ts'
import { type Draft, type Reading, draftOf, sliceOf } from './draft.ts'
import { places } from './known-names.ts'
import { role } from './latin-words.ts'
import { inUsualCase } from './people.rules.ts'
import { type Token, continues, gap, is, isCapital, shape } from './tokens.ts'

interface FoundPlace {
  readonly draft: Draft
  readonly end: number
}

const notPlaces =
  role.stop | role.common | role.office | role.portfolio | role.firstName | role.acronym | role.frenchHead

/** The place after the words that end a place's name: `Anbar province`, `Damascus International Airport`. */
function endingAfter(tokens: readonly Token[], at: number): number {
  let end = at
  if (tokens[end]?.word === 'international' && isCapital(tokens[end])) end++
  if (!continues(tokens[end]) || tokens[end]?.gap === gap.apostrophe || !is(tokens[end], role.placeEnding)) return at
  // `Iraq border`, `Syria area` but not `Rwanda State Visit`.
  if (continues(tokens[end + 1]) && isCapital(tokens[end]) && isCapital(tokens[end + 1])) return at
  return end + 1
}

/** The town, land or region that a table knows here, with its compass point and its ending. */
export function knownPlaceAt(reading: Reading, from: number): FoundPlace | undefined {
  const { tokens } = reading
  const known = places.at(tokens, from)
  const land = countryNames.at(tokens, from)
  const isLand = land !== undefined && (known === undefined || land.end >= known.end)
  const found = isLand ? land : known
  if (found === undefined) return pointedPlaceAt(reading, from)
  const end = endingAfter(tokens, found.end)
  if (isLand && end === found.end) {
    const rest = { rule: 'country:name', confidence: 0.95, country: land.entry }
    return { draft: draftOf(reading, 'country', from, end, rest), end }
  }
  const country = isLand ? land.entry : known?.entry.country
  const name = inUsualCase(sliceOf(reading, from, end))
  const rest = { rule: 'place:known', confidence: 0.9, name, ...(country !== undefined && { country }) }
  return { draft: draftOf(reading, 'place', from, end, rest), end }
}

/** `northern Iraq`, `eastern Aleppo`: a point of the compass and what the table knows after it. */
function pointedPlaceAt(reading: Reading, from: number): FoundPlace | undefined {
  const { tokens } = reading
  if (!is(tokens[from], role.compass) || !continues(tokens[from + 1])) return undefined
  const known = places.at(tokens, from + 1) ?? countryNames.at(tokens, from + 1)
  if (known === undefined) return pointedRegionAt(reading, from)
  const code = typeof known.entry === 'string' ? known.entry : known.entry.country
  const rest = { rule: 'place:compass', confidence: 0.85, ...(code !== undefined && { country: code }) }
  return { draft: draftOf(reading, 'place', from, known.end, rest), end: known.end }
}

/** `Eastern Province`, `Northern Region`, with capitals. */
function pointedRegionAt(reading: Reading, from: number): FoundPlace | undefined {
  const { tokens } = reading
  const isRegion = is(tokens[from + 1], role.placeEnding) && isCapital(tokens[from]) && isCapital(tokens[from + 1])
  if (!isRegion || tokens[from]?.shouted === true) return undefined
  const rest = { rule: 'place:compass', confidence: 0.6 }
  return { draft: draftOf(reading, 'place', from, from + 2, rest), end: from + 2 }
}

/** Whether a word can stand in the name of a place that no table knows. */
const isPlaceWord = (token: Token | undefined): boolean =>
  isCapital(token) &&
  token?.shape !== shape.initial &&
  !is(token, notPlaces | role.head | role.people) &&
  !countryAdjectives.has(token?.word ?? '')

/** The place after a run of capitals that may name a place: `Tal Abyad`, `Urem al-Kubra`. */
function placeRunEnd(tokens: readonly Token[], from: number): number {
  let end = from
  for (let at = from; at < from + 4 && (at === from || continues(tokens[at]));) {
    if (at > from && is(tokens[at], role.placeEnding)) break
    const isParticle = is(tokens[at], role.particle) && continues(tokens[at + 1]) && isPlaceWord(tokens[at + 1])
    if (isParticle) end = at += 2
    else if (isPlaceWord(tokens[at])) end = ++at
    else break
    end = Math.max(end, at)
  }
  return end
}

function patternPlace(reading: Reading, from: number, to: number, rule: string, confidence: number): FoundPlace {
  const end = endingAfter(reading.tokens, to)
  const name = inUsualCase(sliceOf(reading, from, end))
  return { draft: draftOf(reading, 'place', from, end, { rule, confidence, name }), end }
}

/** `Camp Lejeune`, `Mount Kenya`, `city of Goma`, `province de l'Est`: a place by the words before its name. */
export function describedPlaceAt(reading: Reading, from: number): FoundPlace | undefined {
  const { tokens } = reading
  const first = tokens[from]
  if (is(first, role.placeBeginning) && isCapital(first) && continues(tokens[from + 1])) {
    const end = placeRunEnd(tokens, from + 1)
    if (end > from + 1) return patternPlace(reading, from, end, 'place:beginning', 0.8)
  }
  if (!is(first, role.placeNoun)) return undefined
  let at = from + 1
  const joint = tokens[at]?.word
  if (joint !== 'of' && joint !== 'de' && joint !== 'du' && joint !== 'd') return undefined
  if (tokens[at + 1]?.word === 'l' || tokens[at + 1]?.word === 'la' || tokens[at + 1]?.word === 'the') at++
  const known = places.at(tokens, at + 1)?.end
  const end = known ?? (continues(tokens[at + 1]) ? placeRunEnd(tokens, at + 1) : at + 1)
  return end > at + 1 ? patternPlace(reading, from, end, 'place:noun', 0.75) : undefined
}

/** `in Qamenas`, `near Al Hawl`, `à Ngoma`: a run of capitals after a preposition, alone or before a known land. */
export function unknownPlaceAt(reading: Reading, from: number): FoundPlace | undefined {
  const { tokens } = reading
  const before = tokens[from - 1]
  const first = tokens[from]
  if (first === undefined || first.shouted || first.opens || !continues(first)) return undefined
  const opening = before?.word === 'the' ? tokens[from - 2] : before
  // `a` is French `à` without its accent, and nothing of the sort in English.
  if (!is(opening, role.placePreposition) || (opening?.word === 'a' && reading.language !== 'fr')) return undefined
  const end = placeRunEnd(tokens, from)
  if (end === from || tokens[from]?.shape === shape.upper) return undefined
  return patternPlace(reading, from, end, 'place:preposition', 0.6)
}

/** What follows a place in a list: `in Qamenas, Sarmin and Talamenes`. */
export function nextInList(reading: Reading, from: number): FoundPlace | undefined {
  const { tokens } = reading
  const token = tokens[from]
  const isJoint = token?.word === 'and' || token?.word === 'et'
  const at = isJoint ? from + 1 : from
  const first = tokens[at]
  if (first === undefined || first.opens || !(isJoint ? continues(first) : first.gap === gap.comma)) return undefined
  const end = placeRunEnd(tokens, at)
  if (end === at || first.shape === shape.upper) return undefined
  return patternPlace(reading, at, end, 'place:list', 0.55)
}

/** `Urem al-Kubra, northern Syria`, `Anbar province`: a run of capitals that what follows shows to be a place. */
export function explainedPlaceAt(reading: Reading, from: number): FoundPlace | undefined {
  const { tokens } = reading
  const end = placeRunEnd(tokens, from)
  if (end === from || tokens[from]?.shouted) return undefined
  if (endingAfter(tokens, end) > end) return patternPlace(reading, from, end, 'place:ending', 0.7)
  if (tokens[end]?.gap !== gap.comma || tokens[from]?.opens) return undefined
  const after = is(tokens[end], role.compass) ? end + 1 : end
  const known = countryNames.at(tokens, after)
  return known === undefined ? undefined : patternPlace(reading, from, end, 'place:explained', 0.65)
}
