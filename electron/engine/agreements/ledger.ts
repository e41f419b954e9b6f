import type { z } from 'zod'
import type { AgreementId, Commitment, DocumentId, Happening, Mention } from '../../contract/schemas.ts'
import type { ReadContext } from '../context.ts'
import type { ReadDb } from '../database/connection.ts'
import { statement } from '../database/statement.ts'
import { getDocument, pagesOf } from '../documents/documents.store.ts'
import { mentionsOf } from '../names/mentions.store.ts'
import { allCommitments } from './commitments.store.ts'
import { fulfilmentOf } from './fulfilment.rules.ts'
import { titlesOfTexts } from './agreements.store.ts'
import { type HappeningRow, allHappenings } from './happenings.store.ts'

interface LinkPlace {
  readonly document: DocumentId
  readonly number: number
  readonly agreement: AgreementId
  readonly title: string
  readonly page: number
  readonly start: number
}

interface Place {
  readonly document: string
  readonly page: number
  readonly start: number
  readonly end: number
  readonly quote: string
}

/** Where each document speaks of which agreement. */
function linkPlaces(db: ReadDb): Map<string, LinkPlace[]> {
  const rows = statement<[], LinkPlace>(
    db,
    `SELECT document.id AS document, agreement.number, agreement.id AS agreement, agreement.title, page, start FROM agreement_link
     JOIN agreement ON agreement.number = agreement_link.agreement
     JOIN document ON document.number = agreement_link.document AND document.removed = 0`,
  ).all()
  const places = new Map<string, LinkPlace[]>()
  for (const row of rows) {
    const known = places.get(row.document)
    if (known === undefined) places.set(row.document, [row])
    else known.push(row)
  }
  return places
}

/** What is known of all agreements, gathered once. */
interface Links {
  readonly places: ReadonlyMap<string, readonly LinkPlace[]>
  readonly titles: ReturnType<typeof titlesOfTexts>
}

const linksOf = (db: ReadDb): Links => ({ places: linkPlaces(db), titles: titlesOfTexts(db) })

/** The agreement that is named nearest to some words of the same document. */
function agreementAt({ places, titles }: Links, { document, page, start }: Place) {
  const distance = (link: LinkPlace): number => Math.abs(link.page - page) * 100_000 + Math.abs(link.start - start)
  const [nearest] = [...(places.get(document) ?? [])].sort((a, b) => distance(a) - distance(b))
  if (nearest === undefined) return undefined
  return { id: nearest.agreement, title: nearest.title, titles: titles.get(nearest.number) ?? {} }
}

const quoteOf = ({ document, page, start, end, quote }: Place & { readonly document: DocumentId }) => ({
  ...{ document, page, start, end, text: quote },
})

/** The party or body that a sentence names first: who is to do what it promises. */
function responsibleIn(mentions: readonly Mention[], { page, start, end }: Place): string {
  const inside = mentions.find(
    (mention) =>
      mention.page === page &&
      mention.start >= start &&
      mention.end <= end &&
      ['country', 'organisation', 'person'].includes(mention.type),
  )
  return inside?.value ?? ''
}

/** Everything that was promised, what is due first before the rest, each promise with what kept it. */
export function ledgerOf({ db }: Pick<ReadContext, 'db'>): z.infer<typeof Commitment>[] {
  const links = linksOf(db)
  const byAgreement = new Map<string, HappeningRow[]>()
  for (const happening of allHappenings(db)) {
    const agreement = agreementAt(links, happening)
    if (agreement !== undefined) byAgreement.set(agreement.id, [...(byAgreement.get(agreement.id) ?? []), happening])
  }
  return allCommitments(db).map((row) => {
    const agreement = agreementAt(links, row)
    const kept = agreement === undefined ? undefined : fulfilmentOf(row, byAgreement.get(agreement.id) ?? [])
    return {
      ...{ due: row.due, responsible: '', title: row.documentTitle, issued: row.issued },
      ...(agreement === undefined ? {} : { agreement }),
      ...(kept === undefined ? {} : { fulfilled: eventOf(kept) }),
      quote: quoteOf(row),
    }
  })
}

const eventOf = (row: HappeningRow) => ({
  ...{ type: row.type, value: row.value, title: row.documentTitle, quote: quoteOf(row) },
})

/** The same promises with who is to keep each: only those that are shown are worth reading their mentions for. */
export function withResponsible(
  { db }: Pick<ReadContext, 'db'>,
  commitments: readonly z.infer<typeof Commitment>[],
): z.infer<typeof Commitment>[] {
  return commitments.map((commitment) => {
    const { document, ...place } = commitment.quote
    const { number } = getDocument(db, document)
    const mentions = mentionsOf(db, number, pagesOf(db, number))
    return { ...commitment, responsible: responsibleIn(mentions, { ...place, document, quote: place.text }) }
  })
}

/** What texts say to have happened, the latest first, each with the agreement that its text names nearest. */
export function happeningsOf({ db }: Pick<ReadContext, 'db'>): z.infer<typeof Happening>[] {
  const links = linksOf(db)
  return allHappenings(db)
    .map((row) => {
      const agreement = agreementAt(links, row)
      return { ...eventOf(row), ...(agreement === undefined ? {} : { agreement }) }
    })
    .reverse()
}
