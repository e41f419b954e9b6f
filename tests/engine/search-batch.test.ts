import { describe, expect, it } from 'vitest'
import { queriesOfCsv } from '../../electron/engine/search/search-batch.ts'
import { threeLanguages } from '../support/three-languages.ts'

describe('a table of queries', () => {
  it.each([
    [
      'the column that is called so',
      'id,query\r\nA1,accord\r\nA2,"joint, training"\r\n',
      ['A1', 'A2'],
      ['accord', 'joint, training'],
    ],
    ['a column called so in Arabic', 'رقم;استعلام\n7;اتفاقية\n', ['7'], ['اتفاقية']],
    ['a single column without a name', 'accord\ntourisme\n', ['1', '2'], ['accord', 'tourisme']],
    ['the second of two columns', 'A1,accord\nA2,tourisme\n', ['A1', 'A2'], ['accord', 'tourisme']],
    ['a table with a byte order mark and blank lines', '\ufeffquery\n\naccord\n\n', ['1'], ['accord']],
    ['a column among others', 'note,query\nx,accord\n', ['1'], ['accord']],
  ])('is read from %s', (_, csv, ids, texts) => {
    const queries = queriesOfCsv(csv)
    expect(queries.map(({ id }) => id)).toEqual(ids)
    expect(queries.map(({ text }) => text)).toEqual(texts)
  })

  it.each([
    ['without a query', 'query\n'],
    ['with too many queries', Array.from({ length: 1001 }, (_, at) => `word${at}`).join('\n')],
    ['with a query that is too long', 'a'.repeat(10_001)],
  ])('is refused %s', (_, csv) => {
    expect(() => queriesOfCsv(csv)).toThrow(expect.objectContaining({ code: 'invalid-input' }) as Error)
  })

  it('is a list of queries where quotation marks make it no table', () => {
    const texts = queriesOfCsv('"military cooperation"~5\n"a b" c\n').map(({ text }) => text)
    expect(texts).toEqual(['"military cooperation"~5', '"a b" c'])
  })
})

describe('many queries at once', () => {
  const asked = ['accord', '"military cooperation"', 'tourism -visa', 'lang:ar', '(', 'zzz']

  it('count and find just what each of them does by itself', async () => {
    const archive = await threeLanguages().open()
    const queries = asked.map((text, at) => ({ id: `q${at}`, text }))
    const { rows } = await archive.call('search.batch', { queries, limit: 10 })
    for (const [at, row] of rows.entries()) {
      const { total, others, hits } = await archive.search(asked[at] ?? '', { limit: 10 })
      expect([row.id, row.total, row.others, row.hits.map((hit) => hit.id)]).toEqual([
        ...[`q${at}`, total, others],
        hits.map((hit) => hit.id),
      ])
    }
  })

  it('come back as a table that a spreadsheet runs nothing of', async () => {
    const archive = await threeLanguages().open()
    const { csv } = await archive.call('search.batch', { queries: { csv: 'id,query\n=1+1,accord\nB,zzz\n' }, limit: 1 })
    const [header, first, last] = csv.split('\r\n')
    expect(header).toBe('query,text,total,others,rank,document,title,issued,file,group')
    expect(first?.startsWith("'=1+1,accord,")).toBe(true)
    expect(last).toBe('B,zzz,0,0,,,,,,')
  })

  it('state the same fingerprint until something is changed', async () => {
    const archive = await threeLanguages().open()
    const print = async (): Promise<string> => (await archive.search('accord')).fingerprint
    const before = await print()
    expect(await print()).toBe(before)
    await archive.call('tags.assign', { selection: { query: 'accord' }, add: ['x'], remove: [] })
    expect(await print()).not.toBe(before)
  })
})
