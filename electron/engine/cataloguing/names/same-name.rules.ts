import { foldWord } from '../../language/fold.ts'
import { consonantsOf } from './transliteration.ts'

/** Articles and words of descent, which one spelling writes and another does not. */
const dropped = new Set(
  'al el ul ben bin ibn bint bent ould wuld de du da di del van von der den la le the ال بن ابن بنت ولد ال'
    .split(' ')
    .map((word) => foldWord(word)),
)
const servant = /^(?:abd|abdel|abdal|abdul|abdoul|abdou|abd al|عبد)$/
/** `Jr.`, `III`: told apart from surnames, and no part of a key. */
const suffixes = new Set(['jr', 'sr', 'ii', 'iii', 'iv'])

/** A word of a name: as written, folded, and its consonants. */
interface NamePart {
  readonly word: string
  readonly key: string
}

/** The article that is written together with an Arabic word. */
const withoutArticle = (word: string): string => word.replace(/^ال(?=\p{Script=Arabic}{3})/u, '')

/** `عبد اللطيف`, `Abdel Latif`, `Abdellatif` and `Abdeltif` are one word. The l of the article comes and goes. */
function servantKey(word: string): string {
  return consonantsOf(word).replace(/^bdl/, 'bd')
}

const isServant = (word: string): boolean => /^(?:abd[aeou]|عبد(?=.))/.test(word) && word.length > 5

function partsOf(name: string): NamePart[] {
  const words = name
    .split(/[\s\-‐‑.,،·]+/)
    .map((word) => foldWord(word))
    .filter((word) => word !== '' && !suffixes.has(word))
  const parts: NamePart[] = []
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? ''
    const next = words[at + 1]
    if (servant.test(word) && next !== undefined) {
      const name = dropped.has(next) ? words[++at + 1] : next
      at++
      parts.push({ word: `abd${name ?? ''}`, key: servantKey(`abd${consonantsOf(withoutArticle(name ?? ''))}`) })
    } else if (!dropped.has(word) || words.length === 1) {
      const bare = withoutArticle(word)
      parts.push({ word: bare, key: isServant(bare) ? servantKey(bare.replace(/^عبدال/, 'عبد')) : consonantsOf(bare) })
    }
  }
  return parts
}

/** A word without consonants, as `Ai` or `او`, is its own key: it must not meet every other such word. */
const keyOf = ({ key, word }: NamePart): string => (key === '' ? word : key)

/** Latin letters write ظ as z or d, and ذ too: across scripts the two are one. */
const looseKeyOf = (part: NamePart): string => keyOf(part).replaceAll('z', 'd')

/**
 * A key under which spellings of one name meet, whatever their script, transliteration, order and particles: `Mohamed Berrid` and
 * `محمد بريظ` have one. Different names may share a key too: it finds candidates, `areSameName` judges them.
 */
export function nameKey(name: string): string {
  return partsOf(name).map(looseKeyOf).sort().join(' ')
}

export type Sameness = 'same' | 'likely' | 'different'

/** So many letters may differ between two spellings of a word in one script. */
const spellingSlack = (word: string): number => (word.length <= 4 ? 1 : word.length <= 7 ? 2 : 3)

/** The edits between two words, or more than `most` where there are more. */
function editsBetween(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a.charAt(i - 1) === b.charAt(j - 1) ? 0 : 1)
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? most + 1
}

const isArabic = (word: string): boolean => /\p{Script=Arabic}/u.test(word)
const isInitial = (part: NamePart): boolean => part.word.length === 1

/** Whether two words of names may be one: `yes` where key and spelling agree, `perhaps` where only an initial or the key does. */
function compareParts(a: NamePart, b: NamePart): 'yes' | 'perhaps' | 'no' {
  if (a.word === b.word) return 'yes'
  if (isInitial(a) || isInitial(b)) return a.word.charAt(0) === b.word.charAt(0) ? 'perhaps' : 'no'
  const slack = spellingSlack(a.word)
  const isOneScript = isArabic(a.word) === isArabic(b.word)
  const edits = isOneScript ? editsBetween(a.word, b.word, slack) : 0
  const key = isOneScript ? keyOf : looseKeyOf
  if (key(a) === key(b)) return edits <= slack && (a.key.length > 1 || !isOneScript) ? 'yes' : 'perhaps'
  // One letter of OCR or of transliteration in a long word.
  return a.key.length >= 4 && editsBetween(a.key, b.key, 1) <= 1 && edits <= slack ? 'perhaps' : 'no'
}

/** Pairs every word of the shorter name with one of the longer; undefined where one has none. */
function pairParts(
  shorter: readonly NamePart[],
  longer: readonly NamePart[],
): { readonly perhaps: number } | undefined {
  const free = [...longer]
  let perhaps = 0
  for (const part of shorter) {
    const answers = free.map((other) => compareParts(part, other))
    const sure = answers.indexOf('yes')
    const at = sure === -1 ? answers.indexOf('perhaps') : sure
    if (at === -1) return undefined
    if (sure === -1) perhaps++
    free.splice(at, 1)
  }
  return { perhaps }
}

/** No name has more words; more would only cost time. */
const mostParts = 12

/**
 * Whether two full names are of one person, as far as spelling tells: `same` where every word agrees, in any order and script;
 * `likely` where one name leaves words out, shortens them to initials or is spelled a little otherwise; `different` else.
 */
export function areSameName(a: string, b: string): Sameness {
  const [shorter, longer] = [partsOf(a).slice(0, mostParts), partsOf(b).slice(0, mostParts)].sort(
    (x, y) => x.length - y.length,
  )
  if (shorter === undefined || longer === undefined || shorter.length === 0) return 'different'
  const pairs = pairParts(shorter, longer)
  if (pairs === undefined) return 'different'
  if (shorter.every(isInitial)) return 'different'
  if (shorter.length === longer.length && pairs.perhaps === 0) return 'same'
  if (shorter.length > pairs.perhaps) return 'likely'
  return 'different'
}
