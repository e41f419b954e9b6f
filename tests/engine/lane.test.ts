import { describe, expect, it } from 'vitest'
import { type TestArchive, anArchive } from '../support/an-archive.ts'

const release = (title: string, body: string): string => `${title}\n\nRabat, 4 March 2026. ${body}`

function withThree() {
  return anArchive()
    .withFile('a.txt', release('First talks', 'Mr Nasser Bourita met Spain in Rabat.'))
    .withFile('b.txt', release('Second talks', 'Morocco and Spain spoke.'))
    .withFile('c.txt', 'A note without a day')
}

const next = (archive: TestArchive, query = '', after?: string) =>
  archive.call('cataloguing.next', { query, ...(after === undefined ? {} : { after: after }) })
const accept = async (archive: TestArchive, name: string, changes = {}) =>
  archive.call('cataloguing.accept', { id: await archive.idOf(name), changes })
const recordOf = async (archive: TestArchive, name: string) =>
  archive.call('documents.get', { id: await archive.idOf(name) })

describe('the lane', () => {
  it('shows one document after another, and begins anew with those that were passed over', async () => {
    const archive = await withThree().open()
    const [a, b, c] = await Promise.all(['a.txt', 'b.txt', 'c.txt'].map((name) => archive.idOf(name)))
    expect(await next(archive)).toEqual({ id: a, left: 3, done: 0 })
    expect(await next(archive, '', a)).toMatchObject({ id: b })
    await accept(archive, 'b.txt')
    expect(await next(archive, '', b)).toEqual({ id: c, left: 2, done: 1 })
    expect(await next(archive, '', c)).toMatchObject({ id: a })
    await accept(archive, 'a.txt')
    await accept(archive, 'c.txt')
    expect(await next(archive)).toEqual({ left: 0, done: 3 })
  })

  it('keeps to what a query finds', async () => {
    const archive = await withThree().open()
    expect(await next(archive, 'second')).toEqual({ id: await archive.idOf('b.txt'), left: 1, done: 0 })
  })

  it('makes a person’s word of every proposal, with the words that it came from, and undoes that as one act', async () => {
    const archive = await withThree().open()
    const before = await recordOf(archive, 'a.txt')
    await accept(archive, 'a.txt', { title: 'The first talks' })
    const after = await recordOf(archive, 'a.txt')
    expect(after).toMatchObject({ title: 'The first talks', issued: '2026-03-04', catalogued: true })
    expect(new Set(Object.values(after.evidence).map(({ source }) => source))).toEqual(new Set(['person']))
    expect(after.evidence.issued).toMatchObject({ rule: 'dateline', text: before.evidence.issued?.text })
    await archive.call('history.undo', {})
    expect(await recordOf(archive, 'a.txt')).toEqual(before)
  })

  it('finds what has been gone through by has:catalogued', async () => {
    const archive = await withThree().open()
    await accept(archive, 'a.txt')
    expect(await archive.found('has:catalogued')).toEqual(['a.txt'])
    expect(await archive.found('-has:catalogued')).toEqual(['b.txt', 'c.txt'])
    await archive.call('cataloguing.reopen', { selection: { query: '' } })
    expect(await archive.found('contient:catalogué')).toEqual([])
  })
})

describe('accepting many', () => {
  const sure = { query: '', confidence: 0.5, except: [] as string[] }

  it('takes only documents whose every proposal is sure enough, and says so before', async () => {
    const archive = await withThree().open()
    const { evidence } = await recordOf(archive, 'c.txt')
    const least = Math.min(...Object.values(evidence).map(({ confidence }) => confidence))
    const input = { ...sure, confidence: least + 0.01 }
    const { ready, waiting, proposals } = await archive.call('cataloguing.preview', input)
    expect(ready + waiting).toBe(3)
    expect(proposals.find(({ rule }) => rule === 'dateline')).toMatchObject({ documents: 2 })
    expect(await archive.call('cataloguing.acceptAll', input)).toMatchObject({ changed: ready })
    expect(await archive.found('-has:catalogued')).toHaveLength(waiting)
    await archive.call('history.undo', {})
    expect(await archive.found('has:catalogued')).toEqual([])
  })

  it('leaves out documents with a rule that a person wants to see', async () => {
    const archive = await withThree().open()
    const input = { ...sure, confidence: 0, except: ['dateline'] }
    expect(await archive.call('cataloguing.preview', input)).toMatchObject({ ready: 1, waiting: 2 })
    await archive.call('cataloguing.acceptAll', input)
    expect(await archive.found('has:catalogued')).toEqual(['c.txt'])
  })

  it('does nothing where nothing is ready', async () => {
    const archive = await anArchive().open()
    expect(await archive.call('cataloguing.acceptAll', sure)).toEqual({ changed: 0 })
    expect(await archive.call('cataloguing.preview', sure)).toEqual({ ready: 0, waiting: 0, proposals: [] })
  })
})

describe('a refusal', () => {
  const bourita = { about: 'person', words: 'Nasser Bourita' } as const

  it('takes a name out of a document for good, though the text is read again', async () => {
    const archive = await withThree().open()
    const id = await archive.idOf('a.txt')
    await archive.call('cataloguing.refuse', { id, refusal: bourita, refused: true })
    await archive.call('documents.describe', { id, changes: { title: 'Other talks' } })
    const record = await recordOf(archive, 'a.txt')
    expect(record.mentions.filter(({ type }) => type === 'person')).toEqual([])
    expect(record.refused).toEqual([bourita])
    expect(await archive.found('person:"Nasser Bourita"')).toEqual([])
  })

  it('is taken back by undo, or by saying so', async () => {
    const archive = await withThree().open()
    const id = await archive.idOf('a.txt')
    for (const takeBack of [
      () => archive.call('history.undo', {}),
      () => archive.call('cataloguing.refuse', { id, refusal: bourita, refused: false }),
    ]) {
      await archive.call('cataloguing.refuse', { id, refusal: bourita, refused: true })
      await takeBack()
      expect(await archive.found('person:"Nasser Bourita"')).toEqual(['a.txt'])
    }
  })
})
