import { edtfBounds } from '../../contract/edtf.ts'
import type { AgreementParty, Mention } from '../../contract/schemas.ts'
import type { Language } from '../../contract/vocabulary.ts'
import type { AgreementReading } from '../cataloguing/agreements/agreement-reading.ts'
import { stateParty } from '../cataloguing/agreements/parties.rules.ts'
import { countryOf } from '../cataloguing/names/countries.rules.ts'
import type { Placed } from '../cataloguing/pages.ts'
import type { Facts } from '../cataloguing/read-facts.ts'
import type { WriteDb } from '../database/connection.ts'
import { segmentWords } from '../language/segment.ts'
import { stemWord } from '../language/stem.ts'
import { stopWordsOf } from '../language/stop-words.ts'
import { thesaurusOf } from '../thesaurus/thesaurus.ts'
import {
  type AgreementRow,
  type AgreementValues,
  agreementsSignedIn,
  agreementsBetween,
  clearLinks,
  insertAgreement,
  insertLink,
  moveLinks,
  removeOrphans,
  updateAgreement,
} from './agreements.store.ts'
import { insertCommitment } from './commitments.store.ts'
import { insertHappening } from './happenings.store.ts'
import { likeness, precisionOf, saysNothingElse } from './same-agreement.rules.ts'

/** Words that every agreement has in its title say nothing about its subject. */
const ofEveryTitle = new Set(
  'agreement accord treaty traite convention protocol protocole memorandum understanding government gouvernement kingdom royaume republic republique between entre اتفاقيه اتفاق بين حكومه المملكه جمهوريه الاتفاقيه signed signe'.split(
    ' ',
  ),
)
/** Concepts that are no subject: the instrument itself, and countries. */
const isSubject = (concept: string): boolean =>
  !concept.startsWith('country-') &&
  ![
    'agreement',
    'treaty',
    'convention',
    'protocol',
    'republic',
    'kingdom',
    'government',
    'bilateral',
    'signature',
  ].includes(concept)

/** Under what a subject is compared: concepts of the thesaurus, else the stems of its words with their language before them. */
function subjectKeys(db: WriteDb, subject: string, language: Language): string[] {
  const words = segmentWords(subject)
    .map((word) => word.exact)
    .filter((word) => !['en', 'fr', 'ar'].some((language) => stopWordsOf(language as 'en').has(word)))
  const concepts = thesaurusOf(db)
    .matches(words)
    .map(({ concept }) => concept.id)
    .filter(isSubject)
  const stems = words
    .filter((word) => !ofEveryTitle.has(word) && countryOf(word) === undefined)
    .map((word) => `${language}:${stemWord(word, language)}`)
  return [...new Set(concepts.length > 0 ? concepts : stems)].slice(0, 12)
}

/** The two countries of which a document speaks by far the most: the parties of an agreement that it cites without naming any. */
function likelyParties(mentions: readonly Mention[]): AgreementParty[] {
  const counts = new Map<string, number>()
  for (const { type, country } of mentions)
    if (type === 'country' && country !== undefined) counts.set(country, (counts.get(country) ?? 0) + 1)
  const [first, second, third] = [...counts].sort((a, b) => b[1] - a[1])
  if (first === undefined || second === undefined || second[1] < 2) return []
  if (third !== undefined && third[1] * 2 > second[1]) return []
  return [stateParty(first[0]), stateParty(second[0])]
}

function likest(candidates: readonly AgreementRow[], values: AgreementValues): AgreementRow | undefined {
  let best: AgreementRow | undefined
  let most = 0
  for (const candidate of candidates) {
    const score = likeness(candidate, values)
    if (score > most) [best, most] = [candidate, score]
  }
  return best
}

/** The record of the register that is most likely of the same agreement; `except`: records that are known to be of others. */
export function findSameAgreement(
  db: WriteDb,
  values: AgreementValues,
  except: ReadonlySet<number> = new Set(),
): AgreementRow | undefined {
  const bounds = values.signed === '' ? undefined : edtfBounds(values.signed)
  const candidates =
    bounds === undefined ? agreementsBetween(db, values.parties) : agreementsSignedIn(db, bounds.from, bounds.to)
  return likest(
    candidates.filter(({ number }) => !except.has(number)),
    values,
  )
}

/** What is known of an agreement once another text has spoken of it: the fuller statement stands, a text of it before all others. */
function combined(known: AgreementRow, values: AgreementValues, role: AgreementReading['role']): AgreementValues {
  const carries = role === 'carries'
  const isNarrower = precisionOf(values.signed) > precisionOf(known.signed)
  return {
    title: carries ? values.title : known.title,
    subject: known.subject === '' || carries ? values.subject : known.subject,
    subjectKeys: [...new Set([...known.subjectKeys, ...values.subjectKeys])].slice(0, 20),
    parties: values.parties.length > known.parties.length ? values.parties : known.parties,
    signed: isNarrower ? values.signed : known.signed,
    place: values.place === '' ? known.place : values.place,
  }
}

/** Parties in one order, so that the same ones are found again. */
const inOrder = (parties: readonly AgreementParty[]): AgreementParty[] =>
  [...parties].sort((a, b) => a.name.localeCompare(b.name, 'en'))

function settleOne(
  db: WriteDb,
  reading: Placed<AgreementReading>,
  parties: readonly AgreementParty[],
  now: number,
): number {
  const values: AgreementValues = {
    title: reading.title.slice(0, 300),
    subject: reading.subject.slice(0, 300),
    subjectKeys: subjectKeys(db, reading.subject, reading.language),
    parties: inOrder(reading.parties.length === 0 ? parties : reading.parties),
    signed: reading.signed,
    place: reading.place,
  }
  const known = findSameAgreement(db, values)
  if (known === undefined) return insertAgreement(db, values, now)
  const fuller = combined(known, values, reading.role)
  updateAgreement(db, known.number, fuller)
  if (fuller.signed !== known.signed) absorb(db, known.number, fuller)
  return known.number
}

/**
 * Once the day of an agreement is known, records that say no more than this day - `the agreement signed today` - are of it, though
 * their texts came first: the register must not depend on the order of an import.
 */
function absorb(db: WriteDb, number: number, values: AgreementValues): void {
  const bounds = edtfBounds(values.signed)
  if (bounds === undefined || precisionOf(values.signed) < 3) return
  const others = agreementsSignedIn(db, bounds.from, bounds.to).filter(
    (other) => other.number !== number && saysNothingElse(other) && likeness(other, values) > 0,
  )
  for (const other of others) moveLinks(db, other.number, number)
}

/**
 * Enters into the register what a document says of agreements, in place of what it said before, and keeps its promises. One record
 * gathers what all texts say of an agreement, in whatever language. Runs in a transaction.
 */
export function settleAgreements(db: WriteDb, document: number, facts: Facts, now: number): void {
  const hadSpoken = clearLinks(db, document)
  const parties = likelyParties(facts.mentions)
  for (const reading of facts.agreements) {
    const { role, page, start, end, text, confidence, clauses } = reading
    const agreement = settleOne(db, reading, parties, now)
    insertLink(db, document, { agreement, role, page, start, end, quote: text, confidence, clauses })
  }
  if (hadSpoken) removeOrphans(db)
  for (const happening of facts.happenings) insertHappening(db, document, happening)
  for (const commitment of facts.commitments) insertCommitment(db, document, commitment)
}
