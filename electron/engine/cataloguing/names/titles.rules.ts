import { countryAdjectives, countryNames } from './countries.rules.ts'
import { type Reading, sliceOf } from './draft.ts'
import { courtesyTitles, organisations, places, rankTitles } from './known-names.ts'
import { role } from './latin-words.ts'
import { type Token, continues, gap, is, isCapital, shape } from './tokens.ts'

/** What stands before a name, or after it, and says who its bearer is. */
export interface Title {
  rank?: string
  office?: string
  country?: string
  /** Where the office's words stand. */
  officeFrom?: number
  officeTo?: number
  /** Whether a courtesy title or a rank says that a name follows. */
  hasStyle: boolean
  /** An office that says little alone: `Director`, `Chief`. */
  isWeak: boolean
  end: number
}

/** How many words of an office may stand before its head: `Foreign Office Minister`. */
const mostModifiers = 6
const mostComplements = 24

const complementJoints = new Set(
  'of for to de du des d a au aux and et the la le l les charge chargee delegue deleguee aupres'.split(' '),
)
const afterHead = new Set('general designate elect d delegue adjoint plenipotentiaire en in'.split(' '))

const ofHead = new Set(['etat', 'chief', 'chef'])

/** The place after the country whose possessive or adjective stands here, with its code. */
function countryAt(tokens: readonly Token[], at: number): { readonly end: number; readonly code: string } | undefined {
  const adjective = countryAdjectives.at(tokens, at)
  const name = adjective === undefined ? countryNames.at(tokens, at) : undefined
  const found = adjective ?? name
  if (found === undefined) return undefined
  const next = tokens[found.end]
  const hasPossessive = name !== undefined && next?.word === 's' && next.gap === gap.apostrophe
  return { end: hasPossessive ? found.end + 1 : found.end, code: found.entry }
}

/** The place after what a complement may name here: a portfolio, a land, a body; `at` itself where it names none. */
function complementAt(tokens: readonly Token[], at: number, isJoined: boolean): number {
  const token = tokens[at]
  if (token === undefined) return at
  // `ministre des Armées Florence Parly`: a given name that is a town too begins the bearer's name.
  const place = is(token, role.firstName) ? undefined : places.at(tokens, at)
  const known = countryNames.at(tokens, at) ?? place ?? organisations.at(tokens, at) ?? countryAdjectives.at(tokens, at)
  if (known !== undefined) return known.end
  if (is(token, role.portfolio | role.frenchModifier | role.frenchHead)) return at + 1
  const isBody = is(token, role.head) || (isJoined && is(token, role.office))
  return isCapital(token) && isBody ? at + 1 : at
}

const listJoints = new Set(['de', 'du', 'des', 'la', 'l', 'et'])

/** A portfolio after a comma: `des Affaires étrangères, de la Coopération africaine et ...`. */
function isListed(tokens: readonly Token[], at: number): boolean {
  let next = at
  while (next < at + 3 && listJoints.has(tokens[next]?.word ?? '')) next++
  return tokens[at]?.gap === gap.comma && isCapital(tokens[next]) && is(tokens[next], role.portfolio)
}

/** The place after the complement of an office: `of Foreign Affairs and Cooperation`, `de la Défense nationale`. */
function complementEnd(tokens: readonly Token[], from: number): number {
  let end = from
  let isJoined = false
  for (let at = from; at < Math.min(tokens.length, from + mostComplements);) {
    if (!continues(tokens[at]) && !(at > from && isListed(tokens, at))) break
    const next = complementAt(tokens, at, isJoined)
    isJoined = next === at
    if (next > at) end = at = next
    else if (complementJoints.has(tokens[at]?.word ?? '')) at++
    else break
  }
  return end
}

/** Words of an office after its head: `General`, `of State`, `-designate`, `d'État`. */
function headEnd(tokens: readonly Token[], head: number): number {
  const end = head + 1
  const next = tokens[end]?.word ?? ''
  if (!continues(tokens[end]) || !afterHead.has(next)) return end
  if (next !== 'd' && next !== 'en' && next !== 'in') return end + 1
  return continues(tokens[end + 1]) && ofHead.has(tokens[end + 1]?.word ?? '') ? end + 2 : end
}

/** French writes `Premier ministre`, with one capital. */
const isHeadToo = (token: Token | undefined): boolean => isCapital(token) || token?.word === 'ministre'

/** `Deputy Ambassador`, `Deputy General Manager`: of several heads the last is the office's. */
function lastHead(tokens: readonly Token[], at: number): number {
  let head = at
  while (continues(tokens[head + 1]) && is(tokens[head + 1], role.office) && isHeadToo(tokens[head + 1])) head++
  return head
}

/** The head of the office whose first word stands here, and the country of its first words. */
function officeHeadAt(
  tokens: readonly Token[],
  from: number,
): { head: number; first: number; code: string | undefined } | undefined {
  let code: string | undefined
  let first = from
  for (let at = from; at < from + mostModifiers && (at === from || continues(tokens[at]));) {
    const token = tokens[at]
    if (token === undefined) return undefined
    if (is(token, role.office) && (isCapital(token) || at === from || code !== undefined))
      return { head: lastHead(tokens, at), first, code }
    if (!isCapital(token)) return undefined
    const country = countryAt(tokens, at)
    const known = country?.end ?? organisations.at(tokens, at)?.end
    if (country !== undefined) {
      code = country.code
      first = country.end
    }
    if (known !== undefined) at = known
    else if (is(token, role.officeModifier | role.portfolio | role.head)) at++
    else return undefined
  }
  return undefined
}

/** Reads the office that begins here into a title. */
function takeOffice(reading: Reading, title: Title, from: number): boolean {
  const { tokens } = reading
  const found = officeHeadAt(tokens, from)
  if (found === undefined) return false
  const { head, first } = found
  const afterOffice = headEnd(tokens, head)
  const next = tokens[afterOffice]
  // `President's Office`, `General Assembly`: the word before a body's head is part of the body.
  if (continues(next) && isCapital(next) && is(next, role.head) && !is(next, role.firstName)) return false
  const end = complementEnd(tokens, afterOffice)
  const code = found.code ?? countryIn(tokens, afterOffice, end)
  title.office = sliceOf(reading, first, end)
  title.officeFrom = first
  title.officeTo = end
  title.isWeak = is(tokens[head], role.weakOffice) && end === head + 1 && head === first
  title.end = end
  if (code !== undefined) title.country = code
  return true
}

/** The first country that is named between two places. */
export function countryIn(tokens: readonly Token[], from: number, to: number): string | undefined {
  for (let at = from; at < to; at++) {
    const code = countryNames.at(tokens, at)?.entry ?? countryAdjectives.at(tokens, at)?.entry
    if (code !== undefined) return code
  }
  return undefined
}

/** The rank with the point of its abbreviation. */
function rankText(reading: Reading, from: number, to: number): string {
  const end = reading.tokens[to - 1]?.end ?? 0
  return (
    sliceOf(reading, from, to) +
    (reading.text.charAt(end) === '.' && end - (reading.tokens[to - 1]?.start ?? 0) <= 5 ? '.' : '')
  )
}

function takeStyle(reading: Reading, title: Title, at: number): boolean {
  const { tokens } = reading
  const rank = rankTitles.at(tokens, at)
  const courtesy = courtesyTitles.at(tokens, at)
  if (rank !== undefined && !(tokens[rank.end]?.word === 'of' && is(tokens[at], role.office))) {
    title.rank =
      title.rank === undefined ? rankText(reading, at, rank.end) : `${title.rank} ${rankText(reading, at, rank.end)}`
    title.end = rank.end
  } else if (courtesy !== undefined && isCourtesyHere(tokens, at, courtesy.end)) title.end = courtesy.end
  else return false
  title.hasStyle = true
  return true
}

/** `M.`, `HE` and `us` are titles in capitals only; the others before a capital. */
function isCourtesyHere(tokens: readonly Token[], at: number, end: number): boolean {
  const token = tokens[at]
  const next = tokens[end]
  if (token === undefined || next === undefined || next.gap === gap.line) return false
  if (token.word === 'he' || token.word === 'me' || token.word === 'hm')
    return token.shape === shape.upper && !token.shouted
  return isCapital(token) || isCapital(next)
}

/** Whether the title goes on with the next word: after the point of an abbreviation, or after a comma where it named an office. */
function goesOn(token: Token | undefined, title: Title): boolean {
  if (token === undefined) return false
  if (continues(token)) return true
  if (token.gap === gap.point) return title.hasStyle
  return token.gap === gap.comma && title.office !== undefined
}

const articles = new Set(['the', 'le', 'la', 'l', 'his', 'her', 'et', 'and', 'son', 'sa'])

/** The titles, ranks and offices that begin here, in whatever order they come before a name. */
export function titleAt(reading: Reading, from: number): Title | undefined {
  const { tokens } = reading
  if (!mayBegin(tokens, from)) return undefined
  const title: Title = { hasStyle: false, isWeak: false, end: from }
  for (let count = 0; count < 4; count++) {
    let at = title.end
    if (count > 0 && !goesOn(tokens[at], title)) break
    if (count > 0 && articles.has(tokens[at]?.word ?? '')) at++
    const took = takeStyle(reading, title, at) || (title.office === undefined && takeOffice(reading, title, at))
    if (!took) break
  }
  return title.end > from ? title : undefined
}

const titleRoles = role.office | role.officeModifier | role.portfolio | role.head

function mayBegin(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  if (token === undefined || token.shape === shape.digits) return false
  if (is(token, titleRoles) || isCapital(token)) return true
  return rankTitles.at(tokens, at) !== undefined || courtesyTitles.at(tokens, at) !== undefined
}

/** The office that follows a name after a comma, up to the end of the clause. */
export function officeAfter(reading: Reading, from: number): Title | undefined {
  const { tokens } = reading
  let first = from
  if (tokens[first]?.gap !== gap.comma) return undefined
  if (articles.has(tokens[first]?.word ?? '') || tokens[first]?.word === 'then') first++
  const country = countryAt(tokens, first)
  if (country !== undefined) first = country.end
  let head = first
  while (head < first + mostModifiers && !is(tokens[head], role.office)) head++
  if (!is(tokens[head], role.office) || !areOfficeWords(tokens, first, head)) return undefined
  let end = head + 1
  while (end < first + mostComplements && continues(tokens[end]) && !is(tokens[end], role.clause)) end++
  const code = country?.code ?? countryIn(tokens, first, end)
  const title: Title = { hasStyle: false, isWeak: false, end, office: sliceOf(reading, first, end) }
  return code === undefined ? title : { ...title, country: code }
}

/** Whether only words of an office stand between its first and its head. */
function areOfficeWords(tokens: readonly Token[], from: number, head: number): boolean {
  for (let at = from; at < head; at++) {
    if (at > from && !continues(tokens[at])) return false
    if (is(tokens[at], role.clause | role.speech)) return false
    if (!is(tokens[at], titleRoles | role.frenchModifier | role.weakHead) && !isCapital(tokens[at])) return false
  }
  return true
}
