import type { AgreementParty } from '../../../contract/schemas.ts'
import type { TextWithMentions } from './agreement-reading.ts'
import { countriesIn, countriesListedIn, partiesBetween, stateParty } from './parties.rules.ts'

/** A page or two of head and tail say who made an instrument. */
const headLength = 6000
const tailLength = 12_000

const preamblePattern =
  /(?:^|\n)[^\n]{0,60}?(?<parties>(?:the\s+)?(?:governments?|kingdom|republic|states?|swiss federal|high contracting)[^\n]{0,1500}?|(?:le|la|les|sa)\s+(?:gouvernements?|royaume|république|états?|majesté|conseil fédéral|grand)[^\n]{0,1500}?|(?:إن\s+)?(?:حكومة|المملكة|جمهورية)[^\n]{0,800}?)(?:hereinafter|ci-après|desiring|wishing|considering|recognizing|recogni[sz]ing|having|bearing|recalling|reaffirming|noting|convinced|désireux|désirant|considérant|ayant|conscients?|soucieux|rappelant|animés|prenant en considération|المشار|رغبة|إذ\s|have agreed|sont convenus)/iu

/** `For the Kingdom of Sweden:` before the name of who signed. */
const signedFor =
  /(?:^|[\n.:;*)]|\s{2})\s*\*?(?:for|pour|عن)\s+(?:and on behalf of\s+)?(?:the\s+|le\s+|la\s+|les\s+|l['’])?(?:(?!\s{2})[^\n;:.]){3,120}/giu

/** The countries that those who signed signed for. */
function signatories(text: string): AgreementParty[] {
  const lines = Array.from(text.slice(-tailLength).matchAll(signedFor), ([line]) => countriesIn(line)[0])
  const named = lines.filter((party) => party !== undefined)
  return named.filter((party, at) => named.findIndex(({ country }) => country === party.country) === at)
}

/** The parties that an instrument names, in its title, in its head or where it is signed; an open convention names none. */
export function partiesOf({ text, title }: TextWithMentions): AgreementParty[] {
  const head = text.slice(0, headLength)
  const ways = [
    () => partiesBetween(title),
    () => countriesListedIn(head.slice(0, 3000)),
    () => partiesBetween(head.slice(0, 1200)),
    () => countriesIn(preamblePattern.exec(head)?.groups?.['parties'] ?? ''),
    () => signatories(text),
  ]
  for (const way of ways) {
    const parties = way()
    if (parties.length >= 2) return parties
  }
  return []
}

/** Those who signed an exchange of notes, else the two countries of which it speaks most: one writes to the other. */
export function partiesOfExchange({ text, title, mentions }: TextWithMentions): AgreementParty[] {
  for (const parties of [partiesBetween(title), signatories(text)]) if (parties.length >= 2) return parties
  const counts = new Map<string, number>()
  for (const { type, country, end } of mentions)
    if (country !== undefined && end < headLength && (type === 'country' || type === 'organisation'))
      counts.set(country, (counts.get(country) ?? 0) + 1)
  const [first, second, third] = [...counts].sort((a, b) => b[1] - a[1])
  if (first === undefined || second === undefined || (third !== undefined && third[1] === second[1])) return []
  // In the order in which they come: the one that writes is named first.
  return [...counts.keys()].filter((code) => code === first[0] || code === second[0]).map(stateParty)
}
