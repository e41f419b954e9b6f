import type { StandingRuleId } from '../../contract/schemas.ts'
import { commitAct } from '../act.ts'
import type { ReadHandlers, WriteHandlers } from '../context.ts'
import { makeUlid } from '../ids.ts'
import type { Change } from '../preservation/changes.rules.ts'
import { effectsOf } from './rule-effects.ts'
import { runRules } from './run-rules.ts'
import { allRules, getRule, ruleValues } from './standing-rules.store.ts'

export const ruleReadHandlers: ReadHandlers<'rules.list' | 'rules.preview'> = {
  'rules.list': ({ db }) => ({ rules: allRules(db) }),
  'rules.preview': (context, { values, limit }) => {
    const { found, effects } = effectsOf(context, values)
    return {
      found,
      changing: effects.length,
      effects: effects
        .slice(0, limit)
        .map(({ document, title, tags, collection, fields }) => ({ document, title, tags, collection, fields })),
    }
  },
}

export const ruleWriteHandlers: WriteHandlers<'rules.save' | 'rules.remove' | 'rules.run'> = {
  'rules.save': (context, { id, values }) => {
    const rule = id ?? (makeUlid(context.ports.now()) as StandingRuleId)
    const before = id === undefined ? undefined : ruleValues(context.db, getRule(context.db, id).id)
    const changes: Change[] = [
      before === undefined
        ? { type: 'rule.set', rule, after: values }
        : { type: 'rule.set', rule, before, after: values },
    ]
    return { id: rule, ...commitAct(context, { name: 'rules.save', facts: { name: values.name }, changes }) }
  },
  'rules.remove': (context, { id }) => {
    const { name } = getRule(context.db, id)
    const before = ruleValues(context.db, id)
    if (before === undefined) return { changed: 0 }
    const changes: Change[] = [{ type: 'rule.set', rule: id, before }]
    return commitAct(context, { name: 'rules.remove', facts: { name }, changes })
  },
  'rules.run': (context, { id }) =>
    runRules(context, id === undefined ? allRules(context.db) : [getRule(context.db, id)]),
}
