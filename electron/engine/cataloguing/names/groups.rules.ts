import { countryAdjectives, countryNames } from './countries.rules.ts'
import { type Draft, type Reading, draftOf, sliceOf } from './draft.ts'
import { places } from './known-names.ts'
import { role } from './latin-words.ts'
import { type Token, continues, gap, is, isCapital, shape } from './tokens.ts'

interface FoundGroup {
  readonly drafts: readonly Draft[]
  readonly end: number
}

/** Words in small letters between an adjective and the noun of a group: `Syrian armed opposition groups`. */
const mostModifiers = 3

/** The place after the adjective of a land or a people that stands here. */
function adjectiveEnd(tokens: readonly Token[], at: number): number | undefined {
  const land = countryAdjectives.at(tokens, at) ?? countryNames.at(tokens, at)
  if (land !== undefined) return land.end
  return isCapital(tokens[at]) && is(tokens[at], role.people) ? at + 1 : undefined
}

function groupDraft(reading: Reading, from: number, to: number, code: string | undefined): Draft {
  const rest = { rule: 'body:group', confidence: 0.4, ...(code !== undefined && { country: code }) }
  return draftOf(reading, 'organisation', from, to, rest)
}

/** `Syrians`, `the Sunnis`: a people by its name in the plural. */
function peopleAt(reading: Reading, at: number): FoundGroup | undefined {
  const { tokens } = reading
  const token = tokens[at]
  if (token === undefined || token.shape !== shape.capital || !token.word.endsWith('s')) return undefined
  const land = countryAdjectives.at(tokens, at)
  const isPeople = land?.end === at + 1 ? countryAdjectives.has(token.word.slice(0, -1)) : is(token, role.people)
  if (!isPeople || (continues(tokens[at + 1]) && isCapital(tokens[at + 1]))) return undefined
  return { drafts: [groupDraft(reading, at, at + 1, land?.entry)], end: at + 1 }
}

/** `the Syrian people`, `Kurdish fighters`, `the Yazidi community`: a group by whose it is. */
export function groupAt(reading: Reading, from: number): FoundGroup | undefined {
  const { tokens } = reading
  if (reading.language === 'fr' || !isCapital(tokens[from])) return undefined
  const end = adjectiveEnd(tokens, from)
  if (end === undefined) return undefined
  let at = end
  while (at < end + mostModifiers && continues(tokens[at]) && is(tokens[at], role.plainModifier)) at++
  const isGroup = continues(tokens[at]) && tokens[at]?.gap !== gap.apostrophe && is(tokens[at], role.groupNoun)
  if (!isGroup) return peopleAt(reading, from)
  return { drafts: [groupDraft(reading, from, at + 1, countryAdjectives.at(tokens, from)?.entry)], end: at + 1 }
}

/** `the people of Mosul`, `government of Iraq`: a group in small letters with the land or town after it. */
export function groupOfAt(reading: Reading, at: number): FoundGroup | undefined {
  const { tokens } = reading
  if (!is(tokens[at], role.groupNoun | role.plainHead) || tokens[at + 1]?.word !== 'of') return undefined
  const known = countryNames.at(tokens, at + 2) ?? places.at(tokens, at + 2)
  if (known === undefined) return undefined
  const code = typeof known.entry === 'string' ? known.entry : known.entry.country
  if (tokens[at]?.word === 'government' && isCapital(tokens[at])) {
    const rest = {
      rule: 'body:head',
      confidence: 0.9,
      head: 'government',
      ...(code !== undefined && { country: code }),
    }
    return { drafts: [draftOf(reading, 'organisation', at, known.end, rest)], end: known.end }
  }
  if (!is(tokens[at], role.groupNoun)) return { drafts: [groupDraft(reading, at, known.end, code)], end: known.end }
  // The town stays a mention of its own: the people of a place are no body of that name.
  const group = { ...groupDraft(reading, at, at + 1, code), name: sliceOf(reading, at, known.end) }
  return { drafts: [group], end: at + 1 }
}

/**
 * `the Assad regime`, `Assad's brutal regime`: a person, and the body that is named after him. The body's own words are those after
 * the name, so that both can be pointed at.
 */
export function regimeAt(reading: Reading, from: number): FoundGroup | undefined {
  const { tokens } = reading
  const first = tokens[from]
  if (first === undefined || first.shape !== shape.capital || is(first, role.stop | role.common)) return undefined
  if (adjectiveEnd(tokens, from) !== undefined) return undefined
  let at = from + 1
  if (tokens[at]?.word === 's' && tokens[at]?.gap === gap.apostrophe) at++
  while (at < from + mostModifiers && continues(tokens[at]) && is(tokens[at], role.plainModifier)) at++
  if (!continues(tokens[at]) || tokens[at]?.word !== 'regime') return undefined
  const name = sliceOf(reading, from, from + 1)
  const person = draftOf(reading, 'person', from, from + 1, { rule: 'person:regime', confidence: 0.75 })
  const body = { rule: 'body:regime', confidence: 0.75, name: `${name} regime`, head: 'regime' }
  return { drafts: [person, draftOf(reading, 'organisation', at, at + 1, body)], end: at + 1 }
}
