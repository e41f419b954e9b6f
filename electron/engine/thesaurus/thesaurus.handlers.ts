import { ArchiveError } from '../../contract/errors.ts'
import type { ConceptTerms } from '../../contract/schemas.ts'
import { commitAct } from '../act.ts'
import type { ReadHandlers, WriteContext, WriteHandlers } from '../context.ts'
import { makeUlid } from '../ids.ts'
import { builtInConcepts, labelOf } from './concepts.ts'
import { listConcepts } from './thesaurus.ts'
import { findChangedConcept } from './thesaurus.store.ts'

type SetTo = ConceptTerms | null | undefined

function setConcept(context: WriteContext, name: string, concept: string, label: string, after: SetTo) {
  const before = findChangedConcept(context.db, concept)
  return commitAct(context, {
    ...{ name, facts: { name: label } },
    changes: [
      {
        ...{ type: 'concept.set', concept },
        ...(before === undefined ? {} : { before }),
        ...(after === undefined ? {} : { after }),
      },
    ],
  })
}

/** The terms of a concept as they are now. Throws `concept-not-found`. */
function termsNow({ db }: WriteContext, id: string): ConceptTerms {
  const changed = findChangedConcept(db, id)
  const terms = changed === undefined ? builtInConcepts().get(id) : (changed ?? undefined)
  if (terms === undefined) throw new ArchiveError('concept-not-found', `The thesaurus has no concept ${id}.`, { id })
  return terms
}

function refuseEmpty(terms: ConceptTerms): void {
  if (labelOf(terms) === '') throw new ArchiveError('invalid-input', 'A concept needs a term.', { field: 'terms' })
}

export const thesaurusReadHandlers: ReadHandlers<'thesaurus.list'> = {
  'thesaurus.list': ({ db }) => ({ concepts: listConcepts(db) }),
}

export const thesaurusWriteHandlers: WriteHandlers<'thesaurus.set' | 'thesaurus.remove' | 'thesaurus.restore'> = {
  'thesaurus.set': (context, { id, terms }) => {
    refuseEmpty(terms)
    if (id !== undefined) termsNow(context, id)
    const concept = id ?? makeUlid(context.ports.now())
    return { id: concept, ...setConcept(context, 'thesaurus.set', concept, labelOf(terms), terms) }
  },
  'thesaurus.remove': (context, { id }) => {
    const label = labelOf(termsNow(context, id))
    return setConcept(context, 'thesaurus.remove', id, label, builtInConcepts().has(id) ? null : undefined)
  },
  'thesaurus.restore': (context, { id }) => {
    const terms = builtInConcepts().get(id)
    if (terms === undefined) throw new ArchiveError('concept-not-found', `The program brings no concept ${id}.`, { id })
    if (findChangedConcept(context.db, id) === undefined) return { changed: 0 }
    return setConcept(context, 'thesaurus.restore', id, labelOf(terms), undefined)
  },
}
