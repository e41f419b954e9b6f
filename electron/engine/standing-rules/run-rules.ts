import type { CollectionId, StandingRule } from '../../contract/schemas.ts'
import { commitAct } from '../act.ts'
import { findCollectionByName, placesOfCollection } from '../collections/collections.store.ts'
import type { WriteContext } from '../context.ts'
import { evidenceOf } from '../documents/documents.store.ts'
import { makeUlid } from '../ids.ts'
import type { Change, DescribedValues } from '../preservation/changes.rules.ts'
import { findTag } from '../tags/tags.store.ts'
import { type Effect, effectsOf } from './rule-effects.ts'

function tagChanges(context: WriteContext, effects: readonly Effect[]): Change[] {
  const byTag = new Map<string, Effect[]>()
  for (const effect of effects) for (const tag of effect.tags) byTag.set(tag, [...(byTag.get(tag) ?? []), effect])
  return [...byTag].flatMap(([path, having]): Change[] => {
    const tag = findTag(context.db, path)
    const documents = having.map(({ document }) => document)
    const assigned: Change = { type: 'tag.assigned', path: tag?.path ?? path, documents, assigned: true }
    return tag === undefined ? [{ type: 'tag.existence', path, exists: true }, assigned] : [assigned]
  })
}

function collectionChanges(context: WriteContext, rule: StandingRule, effects: readonly Effect[]): Change[] {
  const joining = effects.filter(({ collection }) => collection !== '')
  if (joining.length === 0) return []
  const known = findCollectionByName(context.db, rule.collection)
  const id = known?.id ?? (makeUlid(context.ports.now()) as CollectionId)
  const last = known === undefined ? 0 : (placesOfCollection(context.db, known.number).at(-1)?.position ?? 0)
  const places = joining.map(({ document }, at) => ({ document, position: last + at + 1 }))
  const made: Change[] =
    known === undefined ? [{ type: 'collection.set', collection: id, after: { name: rule.collection, note: '' } }] : []
  return [...made, { type: 'collection.placed', collection: id, places, placed: true }]
}

/** A value that a rule gives says so, and with which rule. */
function describing(rule: StandingRule, { row, fields }: Effect): Change[] {
  if (fields.length === 0) return []
  const evidence = evidenceOf(row)
  const before: DescribedValues = {}
  const after: DescribedValues = {}
  for (const { field, from, to } of fields) {
    const known = evidence[field]
    before[field] = known === undefined ? { value: from } : { value: from, evidence: known }
    after[field] = { value: to, evidence: { source: 'rule', rule: `own:${rule.name}`, confidence: 1 } }
  }
  return [{ type: 'document.described', document: row.id, before, after }]
}

/**
 * Runs rules on the documents that their queries find, or on those among `only`, each as one act that can be undone. Answers how many
 * documents were changed by any, and the last of the events.
 */
export function runRules(
  context: WriteContext,
  rules: readonly StandingRule[],
  only?: ReadonlySet<number>,
): { changed: number; event?: ReturnType<typeof commitAct>['event'] } {
  const changed = new Set<string>()
  let event: ReturnType<typeof commitAct>['event'] | undefined
  for (const rule of rules) {
    // One rule may tag what the next one asks for.
    const { effects } = effectsOf(context, rule, only)
    const changes = [
      ...tagChanges(context, effects),
      ...collectionChanges(context, rule, effects),
      ...effects.flatMap((effect) => describing(rule, effect)),
    ]
    if (changes.length === 0) continue
    for (const { document } of effects) changed.add(document)
    event = commitAct(context, { name: 'rules.run', facts: { name: rule.name, count: effects.length }, changes }).event
  }
  return { changed: changed.size, ...(event === undefined ? {} : { event }) }
}
