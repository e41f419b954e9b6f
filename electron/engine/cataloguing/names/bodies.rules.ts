import { countryAdjectives, countryNames } from './countries.rules.ts'
import { type Draft, type Reading, draftOf } from './draft.ts'
import { organisations, places } from './known-names.ts'
import { role } from './latin-words.ts'
import { type Token, continues, gap, is, isCapital, shape } from './tokens.ts'

const mostBodyWords = 12

const complementJoints = new Set(['of', 'for', 'on', 'against', 'to'])

interface Known {
  readonly end: number
  readonly code?: string | undefined
}

/** The place after a land, its adjective, a town or a body that stands here. */
function knownAt(tokens: readonly Token[], at: number): Known | undefined {
  const land = countryNames.at(tokens, at) ?? countryAdjectives.at(tokens, at)
  if (land !== undefined) return { end: land.end, code: land.entry }
  const place = places.at(tokens, at)
  if (place !== undefined) return { end: place.end, code: place.entry.country }
  return organisations.at(tokens, at)
}

const isPossessive = (token: Token | undefined): boolean => token?.word === 's' && token.gap === gap.apostrophe

const isModifier = (token: Token): boolean =>
  isCapital(token) && !is(token, role.stop) && (!is(token, role.common) || is(token, role.portfolio | role.compass))

/** `and` or `&` between two capitals: `Foreign and Commonwealth Office`. */
function isJoint(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  return (token?.word === 'and' || token?.word === 'et') && continues(tokens[at + 1]) && isCapital(tokens[at + 1])
}

interface Run {
  head: number
  end: number
  code: string | undefined
  /** Whether something before the head says whose body it is. */
  hasOwner: boolean
}

/** The words of a body up to its last head: `UN Security Council`, `Iraqi security forces`. */
function runAt(tokens: readonly Token[], from: number): Run {
  const run: Run = { head: -1, end: from, code: undefined, hasOwner: false }
  for (let at = from; at < from + mostBodyWords && (at === from || continues(tokens[at]));) {
    const token = tokens[at]
    if (token === undefined) break
    const isUpper = isCapital(token)
    if (isUpper && is(token, role.head) && !(at > from && is(token, role.firstName))) {
      run.head = at++
      run.end = at
      continue
    }
    const known = isUpper || run.head < 0 ? knownAt(tokens, at) : undefined
    if (known !== undefined && (isUpper || at === from)) {
      if (isPossessive(tokens[known.end])) break
      run.code ??= known.code
      run.hasOwner = true
      at = known.end
    } else if (isUpper && isModifier(token)) at++
    else if (run.head < 0 && at > from && isJoint(tokens, at)) at++
    else if (run.hasOwner && is(token, role.plainHead) && !isUpper) {
      run.head = at
      run.end = at + 1
      break
    } else if (run.hasOwner && is(token, role.plainModifier)) at++
    else break
  }
  return run
}

/** Whether the word after `and` adds to a complement; an article or a land begins another body. */
const joinsPortfolio = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.word !== 'the' && (!isCapital(tokens[at]) || knownAt(tokens, at)?.code === undefined)

/** The place after `of Foreign Affairs and Cooperation` and the like, and the country that it names. */
function complementAfter(tokens: readonly Token[], from: number, mayBePlain: boolean): Known {
  let end = from
  let code: string | undefined
  if (!complementJoints.has(tokens[from]?.word ?? '') || !continues(tokens[from])) return { end, code }
  for (let at = from; at < from + mostBodyWords && continues(tokens[at]);) {
    const token = tokens[at]
    if (token === undefined) break
    const known = isCapital(token) ? knownAt(tokens, at) : undefined
    if (known !== undefined) {
      code ??= known.code
      end = at = known.end
      if (known.code !== undefined && tokens[at]?.word === 'and') break
    } else if (isCapital(token) && !is(token, role.stop | role.common | role.firstName)) end = ++at
    else if (isCapital(token) && is(token, role.portfolio)) end = ++at
    else if (mayBePlain && is(token, role.portfolio)) end = ++at
    else if (token.word === 'and' && !joinsPortfolio(tokens, at + 1)) break
    else if (complementJoints.has(token.word) || token.word === 'the' || token.word === 'and') at++
    else break
  }
  return { end, code }
}

/** Whether a head with so many words before it, and perhaps a complement, names a body. */
function isNamed(tokens: readonly Token[], from: number, run: Run, hasComplement: boolean): boolean {
  const head = tokens[run.head]
  if (head === undefined) return false
  if (hasComplement) return !is(head, role.weakHead) || run.head > from || is(head, role.portfolio)
  if (run.head === from) return false
  return !is(head, role.weakHead) || run.hasOwner || run.head - from >= 1
}

/** The body whose English name begins here. */
export function englishBodyAt(
  reading: Reading,
  from: number,
): { readonly draft: Draft; readonly end: number } | undefined {
  const { tokens } = reading
  const run = runAt(tokens, from)
  const head = tokens[run.head]
  if (head === undefined) return undefined
  const isMinistry = head.word === 'ministry' || head.word === 'department'
  const complement = complementAfter(tokens, run.end, isMinistry)
  const hasComplement = complement.end > run.end
  const end = complement.end
  const code = run.code ?? complement.code
  const country = code === undefined ? {} : { country: code }
  if (isNamed(tokens, from, run, hasComplement)) {
    const confidence = hasComplement || run.hasOwner ? 0.9 : 0.75
    const rest = { rule: 'body:head', confidence, head: head.word, ...country }
    return { draft: draftOf(reading, 'organisation', from, end, rest), end }
  }
  if (run.head !== from || !mayStandAlone(tokens, from)) return undefined
  const rest = { rule: 'body:short', confidence: 0.5, head: head.word, isBare: true }
  return { draft: draftOf(reading, 'organisation', from, from + 1, rest), end: from + 1 }
}

/** `the Commission`, `Parliament`: a head in capitals that is no beginning of a sentence. */
export function mayStandAlone(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  const next = tokens[at + 1]
  if (token === undefined || token.shouted || token.shape !== shape.capital) return false
  return !is(token, role.weakHead) && !(continues(next) && isCapital(next)) && !token.opens
}

const determiners = new Set(['the', 'this', 'its', 'la', 'le', 'l', 'cette', 'ce'])

/** `the regime`, `cette commission`: a body in small letters that only a fuller name in the same document makes one. */
export function plainBodyAt(reading: Reading, at: number): Draft | undefined {
  const { tokens } = reading
  const token = tokens[at]
  if (token === undefined || isCapital(token) || !is(token, role.head | role.frenchHead)) return undefined
  if (is(token, role.weakHead) || !determiners.has(tokens[at - 1]?.word ?? '')) return undefined
  const rest = { rule: 'body:short', confidence: 0.5, head: token.word, isBare: true }
  return draftOf(reading, 'organisation', at, at + 1, rest)
}
