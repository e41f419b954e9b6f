import { mayStandAlone } from './bodies.rules.ts'
import { countryAdjectives, countryNames } from './countries.rules.ts'
import { type Draft, type Reading, draftOf } from './draft.ts'
import { courtesyTitles, organisations, places } from './known-names.ts'
import { role } from './latin-words.ts'
import { type Token, continues, is, isCapital, shape } from './tokens.ts'

const mostBodyWords = 16
const joints = new Set(['de', 'du', 'des', 'd', 'la', 'le', 'l', 'les', 'et', 'pour', 'contre'])

interface Parts {
  end: number
  code: string | undefined
}

/** The place after one word or known name that may go on a body's French name, or `at` itself. */
function partAt(tokens: readonly Token[], at: number, afterJoint: boolean, parts: Parts): number {
  const token = tokens[at]
  // `l’Union africaine et Mme Mushikiwabo`
  if (token === undefined || courtesyTitles.at(tokens, at) !== undefined) return at
  const adjective = countryAdjectives.at(tokens, at)
  if (adjective !== undefined) {
    parts.code ??= adjective.entry
    return adjective.end
  }
  const land = isCapital(token) && afterJoint ? countryNames.at(tokens, at) : undefined
  if (land !== undefined) {
    parts.code ??= land.entry
    return land.end
  }
  if (isCapital(token) && afterJoint) {
    const known = places.at(tokens, at) ?? organisations.at(tokens, at)
    if (known !== undefined) return known.end
  }
  if (is(token, role.frenchModifier)) return at + 1
  if (is(token, role.portfolio) && !is(token, role.stop)) return at + 1
  if (isCapital(token) && !is(token, role.stop | role.common | role.firstName)) return at + 1
  return at
}

/** Bodies that are named after people: `Université Mohammed V`. */
const honouring = new Set([
  'universite',
  'fondation',
  'hopital',
  'institut',
  'academie',
  'ecole',
  'centre',
  'musee',
  'faculte',
])

/** `le groupe OCP et la Banque africaine`: an article and another head begin another body. */
function beginsBody(tokens: readonly Token[], at: number): boolean {
  const hasArticle = ['le', 'la', 'l', 'les'].includes(tokens[at]?.word ?? '')
  return hasArticle && is(tokens[at + 1], role.frenchHead)
}

/** `Centre d’excellence`, `Commission de suivi`: a noun in small letters right after a head with a capital and `de` or `d’`. */
function isAimOf(tokens: readonly Token[], headAt: number): boolean {
  const [head, joint, aim] = tokens.slice(headAt, headAt + 3)
  if (head === undefined || aim === undefined || !(joint?.word === 'de' || joint?.word === 'd')) return false
  return isCapital(head) && aim.shape === shape.plain && aim.word.length > 3 && !is(aim, role.stop | role.common)
}

/** The place after the French name of a body whose head stands before `from`. */
function partsAfter(tokens: readonly Token[], from: number): Parts {
  const mayHonour = honouring.has(tokens[from - 1]?.word ?? '')
  const parts: Parts = { end: from, code: undefined }
  let afterJoint = false
  for (let at = from; at < from + mostBodyWords && continues(tokens[at]);) {
    const isHonoured = mayHonour && isCapital(tokens[at]) && is(tokens[at], role.firstName | role.suffix)
    const isAim = at === from + 1 && afterJoint && isAimOf(tokens, from - 1)
    const next = isHonoured || isAim ? at + 1 : partAt(tokens, at, afterJoint, parts)
    if (next > at) {
      parts.end = at = next
      afterJoint = false
      // Two lands: `entre le gouvernement du Maroc et ...` goes on with another body.
      if (parts.code !== undefined && tokens[at]?.word === 'et') break
    } else if (tokens[at]?.word === 'et' && beginsBody(tokens, at + 1)) break
    else if (joints.has(tokens[at]?.word ?? '')) {
      afterJoint = true
      at++
    } else break
  }
  return parts
}

/** A word may stand before a head in French too: `Haut Conseil`, `Grande Commission`, `Haute Autorité`. */
const beforeHead = new Set(['haut', 'haute', 'grande', 'grand', 'premiere', 'ancien', 'nouvelle'])

/** The body whose French name begins here. */
export function frenchBodyAt(
  reading: Reading,
  from: number,
): { readonly draft: Draft; readonly end: number } | undefined {
  const { tokens } = reading
  const first = tokens[from]
  const headAt = first !== undefined && isCapital(first) && beforeHead.has(first.word) ? from + 1 : from
  const head = tokens[headAt]
  if (head === undefined || !is(head, role.frenchHead)) return undefined
  // `état-major` and `haut-commissariat` are two words.
  const { end, code } = partsAfter(tokens, headAt + 1)
  const country = code === undefined ? {} : { country: code }
  const isNamed = end > headAt + 1 && (isCapital(head) || hasName(tokens, headAt + 1, end))
  if (isNamed) {
    const rest = { rule: 'body:head', confidence: isCapital(head) ? 0.85 : 0.75, head: head.word, ...country }
    return { draft: draftOf(reading, 'organisation', from, end, rest), end }
  }
  if (headAt !== from || !isCapital(head) || !mayStandAlone(tokens, from)) return undefined
  const rest = { rule: 'body:short', confidence: 0.5, head: head.word, isBare: true }
  return { draft: draftOf(reading, 'organisation', from, from + 1, rest), end: from + 1 }
}

/** Whether a capital, a portfolio or a land stands between two places: `services du développement` alone is no name. */
function hasName(tokens: readonly Token[], from: number, to: number): boolean {
  const isMinistry = tokens[from - 1]?.word === 'ministere'
  for (let at = from; at < to; at++)
    if (isCapital(tokens[at]) || isMinistry || countryAdjectives.at(tokens, at) !== undefined) return true
  return false
}
