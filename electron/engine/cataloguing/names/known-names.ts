import { knownOrganisations } from './organisations.ts'
import { PhraseTable } from './phrase-table.ts'
import { placesByCountry, widerPlaces } from './places.ts'
import { honorifics, ranks } from './titles.ts'

const isArabic = (name: string): boolean => /\p{Script=Arabic}/u.test(name)

/** A known body: its full name, by which it is catalogued. */
export const organisations = new PhraseTable<string>()

/** Words that open a line of the table and are forms of the name rather than acronyms of it. */
function fillOrganisations(): void {
  for (const line of knownOrganisations.trim().split('\n')) {
    const names = line.split('|')
    const full = { latin: names.find((name) => !isArabic(name)), arabic: names.find(isArabic) }
    for (const name of names) organisations.add(name, (isArabic(name) ? full.arabic : full.latin) ?? name)
  }
}

export interface KnownPlace {
  /** The name under which its spellings meet in their script. */
  readonly name: string
  readonly country?: string
}

/** Towns, provinces and regions. */
export const places = new PhraseTable<KnownPlace>()

function addPlaces(list: string, country?: string): void {
  for (const spellings of list.split(',')) {
    const names = spellings.trim().split('|')
    for (const name of names) places.add(name, country === undefined ? { name } : { name, country })
  }
}

/** Ranks and courtesy titles, which may be abbreviated and of several words. */
export const rankTitles = new PhraseTable<string>()
export const courtesyTitles = new PhraseTable<string>()

let isFilled = false

/** Fills the tables, once: they cost a tenth of a second, which a program that reads no text need not pay. */
export function fillKnownNames(): void {
  if (isFilled) return
  isFilled = true
  fillOrganisations()
  for (const [country, list] of Object.entries(placesByCountry)) addPlaces(list, country)
  addPlaces(widerPlaces)
  for (const rank of ranks.split(',')) rankTitles.add(rank.trim(), rank.trim())
  for (const honorific of honorifics.split(',')) courtesyTitles.add(honorific.trim(), honorific.trim())
}
