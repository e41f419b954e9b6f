import { foldWord } from '../../language/fold.ts'
import type { Draft } from './draft.ts'

const wordsOf = (name: string): string[] =>
  name
    .split(/[\s-]+/)
    .map((word) => foldWord(word))
    .filter((word) => word !== '')

const suffix = /^(?:jr|sr|i{1,3}|iv|vi{0,3}|ix|x{1,3}i{0,3}|xiv|xvi?)$/

/** The word by which a person is named again: the last that is no suffix. */
function surnameOf(name: string): string | undefined {
  const words = wordsOf(name).filter((word) => !suffix.test(word))
  return words.length < 2 ? undefined : words.at(-1)
}

/** The people of a document by surname; each with the fullest form of the name. */
export type People = ReadonlyMap<string, Draft>

function fuller(known: Draft | undefined, draft: Draft): boolean {
  return (
    known === undefined ||
    (draft.name.length > known.name.length && wordsOf(draft.name).includes(wordsOf(known.name)[0] ?? ''))
  )
}

/** Collects the people whom a document names in full. */
export function collectPeople(drafts: readonly Draft[]): People {
  const people = new Map<string, Draft>()
  for (const draft of drafts) {
    if (draft.type !== 'person' || draft.isBare === true) continue
    const surname = surnameOf(draft.name)
    if (surname !== undefined && fuller(people.get(surname), draft)) people.set(surname, draft)
  }
  return people
}

/** The fullest form of a name in a document: of the person with that surname whose name has all its words. */
function fullNameOf(name: string, people: People): string {
  const words = wordsOf(name)
  const known = people.get(words.at(-1) ?? '')
  if (known === undefined) return name
  const all = wordsOf(known.name)
  return words.every((word) => all.includes(word)) && all.length > words.length ? known.name : name
}

const officeKey = (office: string): string => wordsOf(office).join(' ')

/** Who held each office when it was last named together with a name. */
function joinOffices(drafts: readonly Draft[]): void {
  const holders = new Map<string, Draft>()
  const bearers = drafts.filter(
    (draft) => draft.type === 'person' && draft.isBare !== true && draft.office !== undefined,
  )
  // A headline names the office before the text names its holder, so all are known before any is joined.
  for (const bearer of bearers) holders.set(officeKey(bearer.office ?? ''), bearer)
  for (const draft of drafts) {
    if (draft.type !== 'person' || draft.isBare !== true) continue
    const holder = holders.get(officeKey(draft.office ?? ''))
    if (holder === undefined || differ(holder.country, draft.country)) continue
    draft.name = holder.name
    draft.confidence = 0.7
    draft.rule = 'person:office-joined'
  }
}

const differ = (a: string | undefined, b: string | undefined): boolean => b !== undefined && a !== b

/**
 * Gives all mentions of one person in a document the fullest form of the name, and offices that stand alone their holder's. Leaves
 * out offices that name nobody without one.
 */
export function joinPeople(drafts: readonly Draft[], people: People): Draft[] {
  for (const draft of drafts)
    if (draft.type === 'person' && draft.isBare !== true) draft.name = fullNameOf(draft.name, people)
  joinOffices(drafts)
  return drafts.filter((draft) => draft.rule !== 'person:office-short')
}
