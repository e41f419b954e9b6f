import type { z } from 'zod'
import { edtfBounds } from '../../contract/edtf.ts'
import type { Agreement, AgreementSummary, Clause, Quote } from '../../contract/schemas.ts'
import type { ReadHandlers } from '../context.ts'
import type { ReadDb } from '../database/connection.ts'
import {
  type AgreementRow,
  type LinkRow,
  allAgreements,
  countLinks,
  getAgreement,
  linksOfAgreement,
  titlesOfTexts,
} from './agreements.store.ts'
import { commitmentsOfAgreement } from './commitments.store.ts'
import { gapsOf } from './gaps.rules.ts'
import { type HappeningRow, happeningsOfAgreement } from './happenings.store.ts'
import { happeningsOf, ledgerOf, withResponsible } from './ledger.ts'
import { dayNumberOf, statusOn } from './status.rules.ts'

type QuotedRow = Pick<LinkRow, 'document' | 'page' | 'start' | 'end' | 'quote'>

const quoteOf = ({ document, page, start, end, quote }: QuotedRow): z.infer<typeof Quote> => ({
  ...{ document, page, start, end, text: quote },
})

/** Status words in a text that speaks of several agreements may be about another: only texts of one agreement decide. */
function ownHappenings(db: ReadDb, { number, signed }: AgreementRow): HappeningRow[] {
  const day = signed === '' ? undefined : edtfBounds(signed)
  return happeningsOfAgreement(db, number).filter(({ type, from }) => {
    if (type === 'signed') return day !== undefined && from >= day.from && from <= day.to
    return true
  })
}

/** What is counted and gathered for all agreements in one go. */
interface Known {
  readonly counts: ReturnType<typeof countLinks>
  readonly titles: ReturnType<typeof titlesOfTexts>
}

const knownOf = (db: ReadDb): Known => ({ counts: countLinks(db), titles: titlesOfTexts(db) })

function summaryOf(
  db: ReadDb,
  row: AgreementRow,
  { counts, titles }: Known,
  day: number,
): z.infer<typeof AgreementSummary> {
  const { id, title, subject, parties, signed, place, number } = row
  const { carriers, citing } = counts.get(number) ?? { carriers: 0, citing: 0 }
  const status = statusOn(signed, ownHappenings(db, row), day)
  const own = { title, titles: titles.get(number) ?? {}, subject, parties: [...parties] }
  return { id, ...own, signed, place, status, carriers, citing }
}

/** What its own texts say of it, and of what they leave out what others say: the first that says it. */
function clausesOf(links: readonly LinkRow[]): z.infer<typeof Agreement>['clauses'] {
  const said = new Map<Clause['type'], z.infer<typeof Agreement>['clauses'][number]>()
  for (const { clauses, document } of links)
    for (const { type, text } of JSON.parse(clauses) as Clause[])
      if (!said.has(type)) said.set(type, { type, text, document })
  return [...said.values()]
}

type ReadCalls = 'agreements.list' | 'agreements.get' | 'commitments.list' | 'happenings.list'

export const agreementReadHandlers: ReadHandlers<ReadCalls> = {
  'commitments.list': (context, { open, offset, limit }) => {
    const all = ledgerOf(context).filter(({ fulfilled }) => open !== true || fulfilled === undefined)
    return { total: all.length, commitments: withResponsible(context, all.slice(offset, offset + limit)) }
  },
  'happenings.list': (context, { offset, limit }) => {
    const all = happeningsOf(context)
    return { total: all.length, happenings: all.slice(offset, offset + limit) }
  },
  'agreements.list': ({ db }, { on }) => {
    const known = knownOf(db)
    const day = on === undefined ? dayNumberOf(new Date()) : (edtfBounds(on)?.to ?? 0)
    const shown = allAgreements(db).filter(({ number }) => known.counts.has(number))
    return { agreements: shown.map((row) => summaryOf(db, row, known, day)) }
  },
  'agreements.get': ({ db }, { id, on }) => {
    const row = getAgreement(db, id)
    const day = on === undefined ? dayNumberOf(new Date()) : (edtfBounds(on)?.to ?? 0)
    const links = linksOfAgreement(db, row.number)
    const happenings = ownHappenings(db, row).map((each) => ({ ...each, quoted: quoteOf(each) }))
    const commitments = commitmentsOfAgreement(db, row.number).map((each) => ({ ...each, quoted: quoteOf(each) }))
    return {
      ...summaryOf(db, row, knownOf(db), day),
      clauses: clausesOf(links),
      links: links.map((link) => ({
        ...{ role: link.role, title: link.documentTitle, issued: link.issued, confidence: link.confidence },
        ...{ kind: link.kind, language: link.language, quote: quoteOf(link) },
      })),
      happenings: happenings.map(({ type, value, documentTitle, quoted }) => ({
        ...{ type, value, title: documentTitle, quote: quoted },
      })),
      commitments: commitments.map(({ due, documentTitle, issued, quoted }) => ({
        ...{ due, title: documentTitle, issued, quote: quoted },
      })),
      gaps: gapsOf({ links, happenings, commitments }, day),
    }
  },
}
