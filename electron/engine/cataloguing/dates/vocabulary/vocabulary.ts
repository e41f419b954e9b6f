import { foldWord } from '../../../language/fold.ts'
import type { Entry, Sense } from '../sense.ts'
import { arabicWords } from './arabic.rules.ts'
import { englishWords } from './english.rules.ts'
import { frenchWords } from './french.rules.ts'
import { arabicMonths, englishMonths, frenchMonths, hijriMonths } from './months.rules.ts'

/** What a word means and which words may follow it in a longer expression. */
export interface Branch {
  sense: Sense | undefined
  readonly following: Map<string, Branch>
}

type Vocabulary = ReadonlyMap<string, Branch>

/** The languages whose words for dates are known. */
export type DateLanguage = 'en' | 'fr' | 'ar'

function merged(one: Sense | undefined, other: Sense): Sense {
  if (one === undefined) return other
  const roles = [...(one.roles ?? []), ...(other.roles ?? [])]
  return { ...one, ...other, ...(roles.length > 0 ? { roles } : {}) }
}

function add(root: Map<string, Branch>, spelling: string, sense: Sense): void {
  let level = root
  let branch: Branch | undefined
  for (const word of spelling.split(/[\s'-]+/u).map(foldWord)) {
    branch = level.get(word)
    if (branch === undefined) {
      branch = { sense: undefined, following: new Map() }
      level.set(word, branch)
    }
    level = branch.following
  }
  if (branch !== undefined) branch.sense = merged(branch.sense, sense)
}

function vocabularyOf(...lists: readonly (readonly Entry[])[]): Vocabulary {
  const root = new Map<string, Branch>()
  for (const [spellings, sense] of lists.flat())
    for (const spelling of spellings.split('|')) if (spelling !== '') add(root, spelling, sense)
  return root
}

/** The words of each language by their folded form. */
export const vocabularies: Readonly<Record<DateLanguage, Vocabulary>> = {
  en: vocabularyOf(englishMonths, hijriMonths, englishWords),
  fr: vocabularyOf(frenchMonths, hijriMonths, frenchWords),
  ar: vocabularyOf(arabicMonths, hijriMonths, arabicWords),
}

const monthVocabulary = vocabularyOf(englishMonths, frenchMonths, arabicMonths)

/** The month that a word or two name in English, French or Arabic, from 1; `undefined` for other words. */
export function monthOf(name: string): number | undefined {
  let branch: Branch | undefined
  for (const word of name
    .trim()
    .split(/[\s-]+/u)
    .map(foldWord)) {
    branch = (branch === undefined ? monthVocabulary : branch.following).get(word)
    if (branch === undefined) return undefined
  }
  return branch?.sense?.month
}
