import { describe, expect, it } from 'vitest'
import type { StandingRuleValues } from '../../electron/contract/schemas.ts'
import { anArchive } from '../support/an-archive.ts'

const rule = (values: Partial<StandingRuleValues>): StandingRuleValues => ({
  ...{ name: 'Fishing', query: 'fishing', tags: [], collection: '', fields: {}, active: true },
  ...values,
})

const withTwo = () =>
  anArchive()
    .withFile('a.txt', 'Talks on fishing\n\nRabat, 4 March 2026. They spoke of fishing.')
    .withFile('b.txt', 'Talks on roads\n\nRabat, 4 March 2026. They spoke of roads.')

describe('a rule of one’s own', () => {
  const values = rule({
    tags: ['sea/fishing'],
    collection: 'At sea',
    fields: { kind: 'minutes', issuer: 'The ministry' },
  })

  it('shows what it would change, and changes it as one act that can be undone', async () => {
    const archive = await withTwo().open()
    const id = await archive.idOf('a.txt')
    const before = await archive.call('documents.get', { id })
    const { found, changing, effects } = await archive.call('rules.preview', { values, limit: 10 })
    expect([found, changing]).toEqual([1, 1])
    expect(effects).toMatchObject([
      {
        ...{ document: id, tags: ['sea/fishing'], collection: 'At sea' },
        fields: [
          { field: 'kind', from: before.kind, to: 'minutes' },
          { field: 'issuer', from: before.issuer, to: 'The ministry' },
        ],
      },
    ])
    expect(await archive.call('documents.get', { id })).toEqual(before)
    const saved = await archive.call('rules.save', { values })
    expect(await archive.call('rules.run', { id: saved.id })).toMatchObject({ changed: 1 })
    const after = await archive.call('documents.get', { id })
    expect(after).toMatchObject({ kind: 'minutes', issuer: 'The ministry', tags: ['sea/fishing'] })
    expect(after.evidence.kind).toMatchObject({ source: 'rule', rule: 'own:Fishing' })
    expect(await archive.found('collection:"At sea"')).toEqual(['a.txt'])
    await archive.call('history.undo', {})
    expect(await archive.call('documents.get', { id })).toEqual(before)
    expect((await archive.call('collections.list', {})).collections).toEqual([])
  })

  it('does not do again what is done', async () => {
    const archive = await withTwo().open()
    const { id } = await archive.call('rules.save', { values })
    await archive.call('rules.run', { id })
    expect(await archive.call('rules.run', { id })).toEqual({ changed: 0 })
  })

  it('leaves what a person said', async () => {
    const archive = await withTwo().open()
    const id = await archive.idOf('a.txt')
    await archive.call('documents.describe', { id, changes: { kind: 'letter' } })
    await archive.call('rules.save', { values })
    await archive.call('rules.run', {})
    expect(await archive.call('documents.get', { id })).toMatchObject({ kind: 'letter', issuer: 'The ministry' })
  })

  it('is run on what is imported while it is active, and on nothing else', async () => {
    const archive = await withTwo().open()
    const saved = await archive.call('rules.save', { values: rule({ tags: ['sea'] }) })
    await archive.addFile('c.txt', 'More fishing\n\nRabat, 5 March 2026. Fishing again.')
    expect(await archive.found('tag:sea')).toEqual(['c.txt'])
    await archive.call('rules.save', { id: saved.id, values: rule({ tags: ['sea'], active: false }) })
    await archive.addFile('d.txt', 'Yet more fishing\n\nRabat, 6 March 2026. And again.')
    expect(await archive.found('tag:sea')).toEqual(['c.txt'])
  })

  it('is kept, changed, removed and brought back', async () => {
    const archive = await withTwo().open()
    const { id } = await archive.call('rules.save', { values })
    await archive.call('rules.save', { id, values: rule({ name: 'Roads', query: 'roads' }) })
    expect((await archive.call('rules.list', {})).rules).toMatchObject([{ id, name: 'Roads' }])
    await archive.call('rules.remove', { id })
    expect((await archive.call('rules.list', {})).rules).toEqual([])
    await archive.call('history.undo', {})
    expect((await archive.call('rules.list', {})).rules).toMatchObject([{ id, name: 'Roads' }])
  })

  it('that nothing can be understood of finds nothing, and a rule that there is not is refused', async () => {
    const archive = await withTwo().open()
    const hostile = rule({ query: '((((" OR -*~ \u0000', tags: ['x'] })
    expect(await archive.call('rules.preview', { values: hostile, limit: 10 })).toMatchObject({ changing: 0 })
    await expect(archive.call('rules.remove', { id: '01ARZ3NDEKTSV4RRFFQ69G5FAV' })).rejects.toMatchObject({
      code: 'rule-not-found',
    })
  })
})
