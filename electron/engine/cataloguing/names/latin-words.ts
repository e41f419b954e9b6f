import { foldWord } from '../../language/fold.ts'
import { stopWordsOf } from '../../language/stop-words.ts'
import {
  commonAcronyms,
  commonWords,
  compassWords,
  placeBeginnings,
  placeEndings,
  placeNouns,
  placePrepositions,
} from './common-words.ts'
import { firstNames, lonePeople } from './first-names.ts'
import {
  englishHeads,
  frenchHeads,
  frenchModifiers,
  groupNouns,
  peoples,
  plainHeads,
  plainModifiers,
  portfolioWords,
  weakHeads,
} from './organisation-words.ts'
import {
  clauseWords,
  nameSuffixes,
  officeHeads,
  officeModifiers,
  particles,
  speechWords,
  weakOfficeHeads,
} from './titles.ts'

const stopWords = [...stopWordsOf('en'), ...stopWordsOf('fr')].join(' ')
/** What a word can be in a name, with the list that says so. A word may be several things at once. */
const lists = {
  stop: stopWords,
  common: commonWords,
  acronym: commonAcronyms,
  compass: compassWords,
  placeEnding: placeEndings,
  placeBeginning: placeBeginnings,
  placeNoun: placeNouns,
  placePreposition: placePrepositions,
  firstName: firstNames,
  lonePerson: lonePeople,
  head: englishHeads,
  weakHead: weakHeads,
  plainHead: plainHeads,
  plainModifier: plainModifiers,
  frenchHead: frenchHeads,
  frenchModifier: frenchModifiers,
  portfolio: portfolioWords,
  office: officeHeads,
  weakOffice: weakOfficeHeads,
  officeModifier: officeModifiers,
  clause: clauseWords,
  speech: speechWords,
  particle: particles,
  suffix: nameSuffixes,
  groupNoun: groupNouns,
  people: peoples,
} as const

export type WordRole = keyof typeof lists

/** The bit of each role that a word can have. */
export const role = Object.fromEntries(Object.keys(lists).map((name, place) => [name, 1 << place])) as Readonly<
  Record<WordRole, number>
>

const known = new Map<string, number>()
for (const [name, words] of Object.entries(lists) as [WordRole, string][])
  for (const word of words.split(/\s+/)) {
    const folded = foldWord(word)
    // `vice-president` is read as two words, each of which stands for itself.
    if (folded !== '' && !word.includes('-')) known.set(folded, (known.get(folded) ?? 0) | role[name])
  }
// Surnames that are words of the language: a capital inside a sentence decides.
for (const word of ['may', 'ban']) known.set(word, role.firstName)

/** All roles of a folded word as bits; 0 for a word that nothing is known of. */
export const rolesOf = (word: string): number => known.get(word) ?? 0
