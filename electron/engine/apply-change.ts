import { isDeepStrictEqual } from 'node:util'
import { findCondition, setCondition } from './access/access.store.ts'
import { findRedaction, setRedaction } from './access/redactions.store.ts'
import { edtfBounds } from '../contract/edtf.ts'
import { ArchiveError } from '../contract/errors.ts'
import type { DescribedField, Evidence } from '../contract/schemas.ts'
import {
  getCollection,
  findCollection,
  placeDocument,
  setCollection,
  takeDocument,
} from './collections/collections.store.ts'
import type { WriteDb } from './database/connection.ts'
import {
  evidenceOf,
  findDocument,
  hasTwin,
  numbersOfIds,
  setImportRemoved,
  setRemoved,
  updateDescription,
} from './documents/documents.store.ts'
import { findDecision, setDecision } from './editions/editions.store.ts'
import { applyPageRead } from './ocr/page-text.ts'
import { setCatalogued } from './lane/lane.store.ts'
import { setRefusal } from './lane/refusals.store.ts'
import { getName, setMergedInto, updateName } from './names/names.store.ts'
import type { Change } from './preservation/changes.rules.ts'
import { findSearch, setSearch } from './saved-searches/saved-searches.store.ts'
import { ruleValues, setRule } from './standing-rules/standing-rules.store.ts'
import { findChangedConcept, setChangedConcept } from './thesaurus/thesaurus.store.ts'
import { findWatchedFolder, setWatchedFolder, watchedValues } from './watching/watched-folders.store.ts'
import {
  assignTag,
  deleteTag,
  documentsWithTag,
  findTag,
  getTag,
  insertTag,
  unassignTag,
  updateTagPath,
} from './tags/tags.store.ts'

type ChangeOf<T extends Change['type']> = Extract<Change, { type: T }>

function describe(db: WriteDb, change: ChangeOf<'document.described'>): number[] {
  const row = findDocument(db, change.document)
  if (row === undefined) throw new ArchiveError('document-not-found', 'The document is gone.', { id: change.document })
  const evidence: Partial<Record<DescribedField, Evidence>> = evidenceOf(row)
  const values: Partial<Record<DescribedField, string>> = {}
  for (const field of Object.keys(change.after) as DescribedField[]) {
    if (row[field] !== change.before[field]?.value)
      throw new ArchiveError('undo-conflict', `${field} was changed since.`, { field, id: change.document })
    const after = change.after[field]
    if (after === undefined) continue
    values[field] = after.value
    if (after.evidence === undefined) Reflect.deleteProperty(evidence, field)
    else evidence[field] = after.evidence
  }
  const issued = values.issued ?? row.issued
  const bounds = issued === '' ? undefined : edtfBounds(issued)
  const { title, kind, language, issuer, place, reference, summary } = { ...row, ...values }
  updateDescription(db, change.document, {
    ...{ title, kind, language, issued, issuer, place, reference, summary },
    issuedFrom: bounds?.from ?? null,
    issuedTo: bounds?.to ?? null,
    evidence: JSON.stringify(evidence),
  })
  return [row.number]
}

function refuseTwins(db: WriteDb, documents: readonly number[]): void {
  const twin = documents.find((document) => hasTwin(db, document))
  if (twin !== undefined)
    throw new ArchiveError('undo-conflict', 'The same file has been imported again since.', { document: twin })
}

function setPresence(db: WriteDb, change: ChangeOf<'documents.presence'>): number[] {
  const numbers = numbersOfIds(db, change.documents)
  for (const number of numbers) setRemoved(db, number, !change.present)
  if (change.present) refuseTwins(db, numbers)
  return numbers
}

function setImportPresence(db: WriteDb, change: ChangeOf<'import.presence'>): number[] {
  const numbers = setImportRemoved(db, change.import, !change.present)
  if (change.present) refuseTwins(db, numbers)
  return numbers
}

function setTagExistence(db: WriteDb, change: ChangeOf<'tag.existence'>): number[] {
  if (change.exists) insertTag(db, change.path)
  else deleteTag(db, change.path)
  return []
}

function renameTag(db: WriteDb, change: ChangeOf<'tag.renamed'>): number[] {
  updateTagPath(db, change.from, change.to)
  return documentsWithTag(db, getTag(db, change.to).number)
}

function setAssignment(db: WriteDb, change: ChangeOf<'tag.assigned'>): number[] {
  const tag = findTag(db, change.path)
  if (tag === undefined)
    throw new ArchiveError('undo-conflict', `The tag ${change.path} is gone.`, { path: change.path })
  const setOne = change.assigned ? assignTag : unassignTag
  return numbersOfIds(db, change.documents).filter((document) => setOne(db, tag.number, document))
}

function decideEdition(db: WriteDb, { first, second, before, after }: ChangeOf<'edition.decided'>): number[] {
  const [one, other] = numbersOfIds(db, [first, second])
  if (one === undefined || other === undefined)
    throw new ArchiveError('undo-conflict', 'One of the documents is gone.', { first, second })
  if (findDecision(db, one, other) !== before)
    throw new ArchiveError('undo-conflict', 'What these documents are to each other was decided anew since.', {
      first,
      second,
    })
  setDecision(db, one, other, after)
  return [one, other]
}

function setWatch(db: WriteDb, { watch, before, after }: ChangeOf<'watch.set'>): number[] {
  const now = findWatchedFolder(db, watch)
  const values = now === undefined ? undefined : watchedValues(now)
  if (!isDeepStrictEqual(values, before))
    throw new ArchiveError('undo-conflict', 'How the folder is watched was changed since.', { watch })
  setWatchedFolder(db, watch, after)
  return []
}

function markCatalogued(db: WriteDb, { documents, catalogued }: ChangeOf<'documents.catalogued'>): number[] {
  return numbersOfIds(db, documents).filter((document) => setCatalogued(db, document, catalogued))
}

function refuse(db: WriteDb, { document, refusal, refused }: ChangeOf<'document.refused'>): number[] {
  return numbersOfIds(db, [document]).filter((number) => setRefusal(db, number, refusal, refused))
}

/** Refuses to go on where a record is not as the change expects it. */
function expectSame(now: unknown, before: unknown, subject: string, id: string): void {
  if (!isDeepStrictEqual(now, before)) throw new ArchiveError('undo-conflict', `${subject} was changed since.`, { id })
}

function changeCollection(db: WriteDb, { collection, before, after }: ChangeOf<'collection.set'>): number[] {
  const now = findCollection(db, collection)
  expectSame(now === undefined ? undefined : { name: now.name, note: now.note }, before, 'The collection', collection)
  setCollection(db, collection, after)
  return []
}

function placeInCollection(db: WriteDb, { collection, places, placed }: ChangeOf<'collection.placed'>): number[] {
  const { number } = getCollection(db, collection)
  return places.flatMap(({ document, position }) =>
    numbersOfIds(db, [document]).filter((each) =>
      placed ? placeDocument(db, number, each, position) : takeDocument(db, number, each),
    ),
  )
}

function changeSearch(db: WriteDb, { search, before, after }: ChangeOf<'search.set'>): number[] {
  const now = findSearch(db, search)
  const values = now === undefined ? undefined : { name: now.name, text: now.text, sort: now.sort, pinned: now.pinned }
  expectSame(values, before, 'The saved search', search)
  setSearch(db, search, after)
  return []
}

function changeName(db: WriteDb, { name, before, after }: ChangeOf<'name.set'>): number[] {
  const { preferred, country, note } = getName(db, name)
  expectSame({ preferred, country, note }, before, 'The name', name)
  updateName(db, name, after)
  return []
}

function mergeName(db: WriteDb, { name, before, after }: ChangeOf<'name.merged'>): number[] {
  const now = getName(db, name)
  expectSame(now.merged_into, before === null ? null : getName(db, before).number, 'The name', name)
  setMergedInto(db, now.number, after === null ? null : getName(db, after).number)
  return []
}

function changeConcept(db: WriteDb, { concept, before, after }: ChangeOf<'concept.set'>): number[] {
  expectSame(findChangedConcept(db, concept), before, 'The concept', concept)
  setChangedConcept(db, concept, after)
  return []
}

function changeRule(db: WriteDb, { rule, before, after }: ChangeOf<'rule.set'>): number[] {
  expectSame(ruleValues(db, rule), before, 'The rule', rule)
  setRule(db, rule, after)
  return []
}

function changeAccess(db: WriteDb, { document, before, after }: ChangeOf<'document.access'>): number[] {
  return numbersOfIds(db, [document]).map((number) => {
    expectSame(findCondition(db, number) ?? null, before, 'Who may see the document', document)
    setCondition(db, number, after)
    return number
  })
}

function changeRedaction(db: WriteDb, { redaction, before, after }: ChangeOf<'redaction.set'>): number[] {
  const now = findRedaction(db, redaction)
  const values = now === undefined ? undefined : { words: now.words, reason: now.reason }
  expectSame(values, before, 'The redaction', redaction)
  setRedaction(db, redaction, after)
  return []
}

/**
 * Applies one change and answers the numbers of the documents that it touched. Runs in the transaction of the act. Throws
 * `undo-conflict` when the catalogue is no longer as the change expects it, and then nothing of the act must stay.
 */
export function applyChange(db: WriteDb, change: Change): number[] {
  switch (change.type) {
    case 'document.described':
      return describe(db, change)
    case 'page.read':
      return applyPageRead(db, change)
    case 'documents.presence':
      return setPresence(db, change)
    case 'import.presence':
      return setImportPresence(db, change)
    case 'tag.existence':
      return setTagExistence(db, change)
    case 'tag.renamed':
      return renameTag(db, change)
    case 'tag.assigned':
      return setAssignment(db, change)
    case 'edition.decided':
      return decideEdition(db, change)
    case 'watch.set':
      return setWatch(db, change)
    case 'collection.set':
      return changeCollection(db, change)
    case 'collection.placed':
      return placeInCollection(db, change)
    case 'search.set':
      return changeSearch(db, change)
    case 'concept.set':
      return changeConcept(db, change)
    case 'name.set':
      return changeName(db, change)
    case 'name.merged':
      return mergeName(db, change)
    case 'documents.catalogued':
      return markCatalogued(db, change)
    case 'document.refused':
      return refuse(db, change)
    case 'rule.set':
      return changeRule(db, change)
    case 'document.access':
      return changeAccess(db, change)
    case 'redaction.set':
      return changeRedaction(db, change)
  }
}
