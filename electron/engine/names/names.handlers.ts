import { ArchiveError } from '../../contract/errors.ts'
import type { NameId, NameRecord, NameValues } from '../../contract/schemas.ts'
import { areSameName } from '../cataloguing/names/same-name.rules.ts'
import { commitAct } from '../act.ts'
import type { ReadContext, ReadHandlers, WriteHandlers } from '../context.ts'
import { summariesOf } from '../documents/documents.store.ts'
import { type NameRow, allNames, foldName, getName, getNameByNumber } from './names.store.ts'

const shownDocuments = 200
const shownProposals = 12

const valuesOf = ({ preferred, country, note }: NameRow): NameValues => ({ preferred, country, note })

/** Present documents that mention each name, by its number; those of a record together under the number of the record. */
function documentsByRecord({ memory }: ReadContext): Map<number, Set<number>> {
  memory.refresh()
  const { names, authorities } = memory
  const found = new Map<number, Set<number>>()
  for (let document = 1; document <= memory.largest; document++) {
    if (!memory.isPresent(document)) continue
    for (let at = names.startOf(document); at < names.endOf(document); at++) {
      const root = authorities.roots[names.values[at] ?? 0] ?? 0
      const known = found.get(root)
      if (known === undefined) found.set(root, new Set([document]))
      else known.add(document)
    }
  }
  return found
}

function variantsByRecord(names: readonly NameRow[]): Map<number, NameRow[]> {
  const variants = new Map<number, NameRow[]>()
  for (const name of names)
    if (name.merged_into !== null) variants.set(name.merged_into, [...(variants.get(name.merged_into) ?? []), name])
  return variants
}

const toRecord = (name: NameRow, variants: readonly NameRow[], documents: number): NameRecord => ({
  ...{ id: name.id, type: name.type, ...valuesOf(name), documents },
  variants: variants.map(({ id, preferred }) => ({ id, name: preferred })),
})

/** Records of the same type that may be the same: their keys share a word, and the names are alike. */
function proposalsFor(name: NameRow, names: readonly NameRow[], documents: ReadonlyMap<number, Set<number>>) {
  const words = new Set(name.key.split(' '))
  return names
    .filter((other) => other.type === name.type && other.number !== name.number && other.merged_into === null)
    .filter((other) => other.key.split(' ').some((word) => words.has(word)))
    .flatMap((other) => {
      const likeness = areSameName(name.preferred, other.preferred)
      const count = documents.get(other.number)?.size ?? 0
      return likeness === 'different' ? [] : [{ id: other.id, name: other.preferred, likeness, documents: count }]
    })
    .sort((a, b) => Number(a.likeness === 'likely') - Number(b.likeness === 'likely') || b.documents - a.documents)
    .slice(0, shownProposals)
}

export const nameReadHandlers: ReadHandlers<'names.list' | 'names.get'> = {
  'names.list': (context, { type, text, offset, limit }) => {
    const names = allNames(context.db)
    const documents = documentsByRecord(context)
    const variants = variantsByRecord(names)
    const folded = foldName(text)
    const fitting = names
      .filter((name) => name.merged_into === null && (type === undefined || name.type === type))
      .filter((name) => [name, ...(variants.get(name.number) ?? [])].some((each) => each.folded.includes(folded)))
      .map((name) => toRecord(name, variants.get(name.number) ?? [], documents.get(name.number)?.size ?? 0))
      .filter((record) => record.documents > 0)
      .sort((a, b) => b.documents - a.documents || a.preferred.localeCompare(b.preferred))
    return { total: fitting.length, names: fitting.slice(offset, offset + limit) }
  },
  'names.get': (context, { id }) => {
    const asked = getName(context.db, id)
    const name = asked.merged_into === null ? asked : getNameByNumber(context.db, asked.merged_into)
    const names = allNames(context.db)
    const documents = documentsByRecord(context)
    const own = [...(documents.get(name.number) ?? [])]
    const summaries = [...summariesOf(context.db, own.slice(0, shownDocuments)).values()]
    return {
      ...toRecord(name, variantsByRecord(names).get(name.number) ?? [], own.length),
      mentionedIn: summaries
        .map((summary) => ({ document: summary.id, title: summary.title, issued: summary.issued }))
        .sort((a, b) => a.issued.localeCompare(b.issued)),
      proposals: proposalsFor(name, names, documents),
    }
  },
}

export const nameWriteHandlers: WriteHandlers<'names.change' | 'names.merge' | 'names.split'> = {
  'names.change': (context, { id, changes }) => {
    const before = valuesOf(getName(context.db, id))
    const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined))
    const after: NameValues = { ...before, ...given }
    if (JSON.stringify(before) === JSON.stringify(after)) return { changed: 0 }
    const facts = { name: after.preferred, from: before.preferred }
    return commitAct(context, { name: 'names.change', facts, changes: [{ type: 'name.set', name: id, before, after }] })
  },
  'names.merge': (context, { id, into }) => {
    const name = getName(context.db, id)
    const record = getName(context.db, into)
    if (name.number === record.number || name.type !== record.type || record.merged_into !== null)
      throw new ArchiveError('invalid-input', 'A name is merged into another record of its kind.', { field: 'into' })
    // What was merged into it goes along: a record is never the name of a name.
    const others = allNames(context.db).filter((each) => each.merged_into === name.number)
    const moved = (each: NameRow, before: NameId | null) =>
      ({ type: 'name.merged', name: each.id, before, after: record.id }) as const
    return commitAct(context, {
      name: 'names.merge',
      facts: { name: name.preferred, into: record.preferred },
      changes: [...others.map((each) => moved(each, name.id)), moved(name, idOf(context, name.merged_into))],
    })
  },
  'names.split': (context, { id }) => {
    const name = getName(context.db, id)
    if (name.merged_into === null) return { changed: 0 }
    const before = idOf(context, name.merged_into)
    const changes = [{ type: 'name.merged', name: id, before, after: null }] as const
    return commitAct(context, { name: 'names.split', facts: { name: name.preferred }, changes })
  },
}

const idOf = ({ db }: ReadContext, number: number | null): NameId | null =>
  number === null ? null : getNameByNumber(db, number).id
