import { ArchiveError } from '../../contract/errors.ts'
import type { StandingRule, StandingRuleId, StandingRuleValues } from '../../contract/schemas.ts'
import type { ReadDb, WriteDb } from '../database/connection.ts'
import { statement } from '../database/statement.ts'

interface Raw {
  readonly id: StandingRuleId
  readonly name: string
  readonly query: string
  readonly tags: string
  readonly collection: string
  readonly fields: string
  readonly active: 0 | 1
}

const columns = 'id, name, query, tags, collection, fields, active'

const toRule = ({ tags, fields, active, ...rest }: Raw): StandingRule => ({
  ...rest,
  tags: JSON.parse(tags) as string[],
  fields: JSON.parse(fields) as StandingRule['fields'],
  active: active === 1,
})

/** Every rule, oldest first: they run in this order. */
export function allRules(db: ReadDb): StandingRule[] {
  return statement<[], Raw>(db, `SELECT ${columns} FROM standing_rule ORDER BY number`).all().map(toRule)
}

/** Throws `rule-not-found`. */
export function getRule(db: ReadDb, id: string): StandingRule {
  const found = statement<[string], Raw>(db, `SELECT ${columns} FROM standing_rule WHERE id = ?`).get(id)
  if (found === undefined) throw new ArchiveError('rule-not-found', `No rule has the id ${id}.`, { id })
  return toRule(found)
}

/** What a rule says now; `undefined` for one that there is not. */
export function ruleValues(db: ReadDb, id: string): StandingRuleValues | undefined {
  const found = statement<[string], Raw>(db, `SELECT ${columns} FROM standing_rule WHERE id = ?`).get(id)
  if (found === undefined) return undefined
  const { name, query, tags, collection, fields, active } = toRule(found)
  return { name, query, tags, collection, fields, active }
}

/** Writes a rule, or removes it. */
export function setRule(db: WriteDb, id: StandingRuleId, values: StandingRuleValues | undefined): void {
  if (values === undefined) {
    statement<[string]>(db, 'DELETE FROM standing_rule WHERE id = ?').run(id)
    return
  }
  statement(
    db,
    `INSERT INTO standing_rule (id, name, query, tags, collection, fields, active)
     VALUES (@id, @name, @query, @tags, @collection, @fields, @active)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, query = excluded.query, tags = excluded.tags,
       collection = excluded.collection, fields = excluded.fields, active = excluded.active`,
  ).run({
    ...values,
    id,
    tags: JSON.stringify(values.tags),
    fields: JSON.stringify(values.fields),
    active: values.active ? 1 : 0,
  })
}
