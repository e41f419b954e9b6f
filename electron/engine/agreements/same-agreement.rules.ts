import { type DayBounds, edtfBounds } from '../../contract/edtf.ts'
import type { AgreementParty } from '../../contract/schemas.ts'

/** What is compared to tell whether two texts speak of one agreement. */
export interface Comparable {
  readonly parties: readonly AgreementParty[]
  readonly signed: string
  readonly subjectKeys: readonly string[]
}

const partyKey = ({ name, country }: AgreementParty): string => country ?? name.toLowerCase()

/** How far two lists agree: 1 when all of the shorter one are in the longer, 0 when one says nothing; below 0 when they contradict. */
function agreeOn(one: readonly string[], other: readonly string[], needed: number): number {
  if (one.length === 0 || other.length === 0) return 0
  const [shorter, longer] = one.length <= other.length ? [one, other] : [other, one]
  const shared = shorter.filter((each) => longer.includes(each)).length
  return shared >= Math.min(shorter.length, needed) ? 1 : -1
}

/** Of a key `fr:pech`, the language; empty for a concept of the thesaurus, which is of every language. */
const languageOf = (key: string): string => (key.charAt(2) === ':' ? key.slice(0, 2) : '')

/**
 * Whether two subjects share something. Words of two languages, or words and concepts, may mean the same without showing it: that
 * says nothing, while different concepts and different words of one language do.
 */
function agreeOnSubject(one: readonly string[], other: readonly string[]): number {
  const agreed = agreeOn(one, other, 1)
  if (agreed >= 0) return agreed
  const languages = new Set(one.map(languageOf))
  return other.some((key) => languages.has(languageOf(key))) ? -1 : 0
}

const overlap = (a: DayBounds, b: DayBounds): boolean => a.from <= b.to && a.to >= b.from

/** How narrow a day, month or year is: a day says most. */
export function precisionOf(signed: string): number {
  const bounds = signed === '' ? undefined : edtfBounds(signed)
  if (bounds === undefined) return 0
  const span = bounds.to - bounds.from
  return span === 0 ? 3 : span < 100 ? 2 : 1
}

/** Whether a record says no more of an agreement than its day. */
export const saysNothingElse = ({ parties, subjectKeys }: Comparable): boolean =>
  parties.length === 0 && subjectKeys.length === 0

/**
 * How likely two descriptions are of one agreement: 0 for different ones. Days that exclude each other, parties that are not the
 * same, or subjects that share nothing make them different; without a common day, parties and subject must both agree.
 */
export function likeness(one: Comparable, other: Comparable): number {
  const first = one.signed === '' ? undefined : edtfBounds(one.signed)
  const second = other.signed === '' ? undefined : edtfBounds(other.signed)
  const days = first === undefined || second === undefined ? 0 : overlap(first, second) ? 1 : -1
  const parties = agreeOn(one.parties.map(partyKey), other.parties.map(partyKey), Infinity)
  const subjects = agreeOnSubject(one.subjectKeys, other.subjectKeys)
  if (days < 0 || parties < 0 || subjects < 0) return 0
  if (days === 0) return parties > 0 && subjects > 0 ? 2 : 0
  // A year alone is shared by many agreements.
  const isVague = Math.min(precisionOf(one.signed), precisionOf(other.signed)) < 2
  if (isVague && subjects === 0) return 0
  // `The agreement signed today` is the one that was signed on that day.
  if (parties === 0 && subjects === 0)
    return precisionOf(one.signed) === 3 && precisionOf(other.signed) === 3 && [one, other].some(saysNothingElse)
      ? 1
      : 0
  return 2 * days + 2 * parties + subjects + precisionOf(one.signed) / 10
}
