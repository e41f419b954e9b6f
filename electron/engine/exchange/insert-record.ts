import { edtfBounds } from '../../contract/edtf.ts'
import type { FileId, Mention } from '../../contract/schemas.ts'
import { setCondition } from '../access/access.store.ts'
import { findAgreementNumber, insertAgreement, insertLink } from '../agreements/agreements.store.ts'
import { insertCommitment } from '../agreements/commitments.store.ts'
import { insertHappening } from '../agreements/happenings.store.ts'
import { findSameAgreement } from '../agreements/settle-agreements.ts'
import { pageBreak } from '../cataloguing/pages.ts'
import type { WriteDb } from '../database/connection.ts'
import { statement } from '../database/statement.ts'
import { signText } from '../editions/signature.rules.ts'
import { makeUlid } from '../ids.ts'
import type { BatchTarget } from '../importing/commit-batch.ts'
import { insertDocument, insertFile, insertPage, insertSignature, rememberSource } from '../importing/intake.store.ts'
import { analyseText } from '../language/analyse.ts'
import { type IndexedWords, indexedWords } from '../language/indexed-words.ts'
import { setCatalogued } from '../lane/lane.store.ts'
import { setRefusal } from '../lane/refusals.store.ts'
import { putMentions } from '../names/mentions.store.ts'
import { assignTag, findTag, getTag, insertTag } from '../tags/tags.store.ts'
import { type AgreementLine, type DocumentLine, pageSeparator } from './record-lines.ts'

/** The texts of a document's pages out of its text in the package; undefined where that is not as its record says. */
export function pagesOfText(text: string, pages: DocumentLine['pages']): string[] | undefined {
  const texts: string[] = []
  let at = 0
  for (const [index, { length }] of pages.entries()) {
    if (index > 0) {
      if (!text.startsWith(pageSeparator, at)) return undefined
      at += pageSeparator.length
    }
    texts.push(text.slice(at, at + length))
    at += length
  }
  return at === text.length ? texts : undefined
}

/** The agreements of a package, and which records of the register they are. */
export class PackageAgreements {
  readonly #lines = new Map<string, AgreementLine>()
  readonly #own = new Set<number>()

  take(line: AgreementLine): void {
    this.#lines.set(line.id, line)
  }

  /** The number of the record of an agreement, which is taken into the register where it holds none of it yet. */
  numberOf(db: WriteDb, id: AgreementLine['id'], now: number): number | undefined {
    const known = findAgreementNumber(db, id)
    const line = this.#lines.get(id)
    if (known !== undefined) this.#own.add(known)
    if (known !== undefined || line === undefined) return known
    const { title, subject, subjectKeys, parties, signed, place } = line
    const values = { title, subject, subjectKeys, parties, signed, place }
    // Two agreements that the package tells apart stay apart.
    const same = findSameAgreement(db, values, this.#own)
    if (same !== undefined) return same.number
    const number = insertAgreement(db, values, now, id)
    this.#own.add(number)
    return number
  }
}

/** Spans of a text; what lies outside it is none. */
const spansWithin = <S extends { readonly start: number; readonly end: number }>(
  spans: readonly S[],
  text: string,
): S[] => spans.filter(({ start, end }) => start <= end && end <= text.length)

function insertPages(db: WriteDb, document: number, line: DocumentLine, texts: readonly string[]): void {
  const setConfidence = statement<[number, number, number]>(
    db,
    'UPDATE page SET confidence = ? WHERE document = ? AND number = ?',
  )
  for (const [index, { grade, confidence, furniture }] of line.pages.entries()) {
    insertPage(db, document, index + 1, {
      text: texts[index] ?? '',
      grade,
      ...(furniture === undefined ? {} : { furniture: spansWithin(furniture, texts[index] ?? '') }),
    })
    if (confidence !== undefined) setConfidence.run(confidence, document, index + 1)
  }
}

function insertFacts(
  db: WriteDb,
  document: number,
  line: DocumentLine,
  texts: readonly string[],
  agreements: PackageAgreements,
  now: number,
): void {
  const mentions = line.mentions.map((mention): Mention => ({
    ...mention,
    text: texts[mention.page - 1]?.slice(mention.start, mention.end) ?? '',
  }))
  putMentions(db, document, mentions, now)
  for (const { agreement: id, text: quote, ...link } of line.agreements) {
    const agreement = agreements.numberOf(db, id, now)
    if (agreement !== undefined) insertLink(db, document, { ...link, agreement, quote })
  }
  for (const commitment of line.commitments) insertCommitment(db, document, commitment)
  for (const happening of line.happenings) insertHappening(db, document, happening)
  for (const refusal of line.refused) setRefusal(db, document, refusal, true)
}

/** Writes a document as its archive had it, under its own id, with everything that belongs to it. Answers its number. Runs in a transaction. */
export function insertRecord(
  { db, importNumber, tags, now }: BatchTarget,
  line: DocumentLine,
  texts: readonly string[],
  where: {
    readonly path: string
    readonly signature: ReturnType<typeof signText>
    readonly agreements: PackageAgreements
  },
): number {
  const { id, title, kind, language, issued, issuer, place, reference, summary, evidence, file } = line
  const bounds = issued === '' ? undefined : edtfBounds(issued)
  const document = insertDocument(db, {
    ...{ id, importNumber, title, kind, language, issued, issuer, place, reference, summary },
    ...{ issuedFrom: bounds?.from ?? null, issuedTo: bounds?.to ?? null, evidence: JSON.stringify(evidence) },
    ...{ hasText: texts.some((text) => text !== '') ? 1 : 0, container: null, memberName: line.memberName },
    ...{ link: line.link, importedAt: line.importedAt },
  })
  const { name, source = name, bytes, sha256, mediaType, extension, modifiedAt = null } = file
  // Ids of files are the archive's own affair: one that is taken, by a package that was tampered with, is not worth a failure.
  const isTaken = statement<[string], 1>(db, 'SELECT 1 FROM file WHERE id = ?').get(file.id) !== undefined
  const stored = {
    id: isTaken ? (makeUlid(now()) as FileId) : file.id,
    document,
    name,
    source,
    bytes,
    sha256,
    mediaType,
    extension,
    modifiedAt,
  }
  rememberSource(db, where.path, insertFile(db, stored))
  insertPages(db, document, line, texts)
  insertSignature(db, document, where.signature)
  insertFacts(db, document, line, texts, where.agreements, now())
  for (const tag of new Set([...line.tags, ...tags])) {
    if (findTag(db, tag) === undefined) insertTag(db, tag)
    assignTag(db, getTag(db, tag).number, document)
  }
  if (line.catalogued) setCatalogued(db, document, true)
  if (line.access !== undefined) setCondition(db, document, line.access)
  return document
}

/** What of a document is worked out from its text. */
export function analyseRecord(
  { title, language }: DocumentLine,
  texts: readonly string[],
): { readonly words: IndexedWords; readonly signature: ReturnType<typeof signText> } {
  const analysed = analyseText(texts.join(pageBreak), language)
  return { words: indexedWords(title, language, analysed), signature: signText(analysed) }
}
