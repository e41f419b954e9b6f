import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { highestScored } from '../../electron/engine/search/order.ts'
import { anArchive } from '../support/an-archive.ts'
import { threeLanguages } from '../support/three-languages.ts'

const release = (issued: string): string => `Release of the ministry\n\nThe delegations met on some day. ${issued}`

/** An archive of documents with these dates of issue; an empty one stays without. */
async function issuedOn(...dates: readonly string[]) {
  const builder = anArchive()
  dates.forEach((_, at) => builder.withFile(`d${at}.txt`, release(`Number ${at}.`)))
  const archive = await builder.open()
  for (const [at, issued] of dates.entries())
    await archive.call('documents.describe', { id: await archive.idOf(`d${at}.txt`), changes: { issued } })
  return archive
}

describe('the histogram', () => {
  it.each([
    ['days', ['2026-01-18', '2026-01-20', '2026-01-20', ''], 'day', 3],
    ['months', ['2025-06', '2025-08-01', '2026-01-22'], 'month', 8],
    ['years', ['2016', '2016-05', '2026-01-22'], 'year', 11],
    ['decades', ['1815', '1990', '2026-01-22'], 'decade', 22],
  ])('shows %s where they can be told apart', async (_, dates, unit, bars) => {
    const archive = await issuedOn(...dates)
    const { histogram } = await archive.search('', { facets: true })
    expect([histogram?.unit, histogram?.bars.length]).toEqual([unit, bars])
  })

  it('counts for each bar just what a filter by it finds, ranges among them', async () => {
    const archive = await issuedOn('2025-12-30/2026-01-02', '2025', '2026-01', '2024-11/..', '', '2026-01-22')
    for (const query of ['', '-issued:2025'])
      for (const { value, count } of (await archive.search(query, { facets: true })).histogram?.bars ?? [])
        expect([value, (await archive.search(`${query} issued:${value}`)).total]).toEqual([value, count])
  })

  it('is empty where nothing has a date', async () => {
    const archive = await issuedOn('', '')
    expect((await archive.search('', { facets: true })).histogram?.bars).toEqual([])
  })
})

it('counts a document of two years under both, as a filter by either finds it', async () => {
  const archive = await issuedOn('2025-12-30/2026-01-02', '2026')
  const { facets } = await archive.search('', { facets: true })
  expect(facets?.year).toEqual([
    { value: '2026', count: 2 },
    { value: '2025', count: 1 },
  ])
})

describe('facets', () => {
  const nouns = {
    kind: 'kind',
    language: 'lang',
    tag: 'tag',
    country: 'country',
    organisation: 'org',
    person: 'person',
  } as const

  it.each(['', 'delegations', 'Morocco', '-Morocco'])(
    'count for each value just what a filter by it finds, of few documents and of most: %s',
    async (query) => {
      const builder = anArchive()
      const told = [
        'Morocco and Mr Nasser Bourita',
        'Rwanda and the African Union',
        'Spain',
        'Morocco',
        'Morocco and Spain',
      ]
      told.forEach((what, at) => builder.withFile(`d${at}.txt`, release(`They spoke of ${what}. Number ${at}.`)))
      const archive = await builder.open()
      const ids = await Promise.all(['d0.txt', 'd1.txt', 'd2.txt'].map((name) => archive.idOf(name)))
      await archive.call('tags.assign', { selection: { ids }, add: ['talks/first'], remove: [] })
      const { facets } = await archive.search(query, { facets: true })
      for (const [facet, field] of Object.entries(nouns) as [keyof typeof nouns, string][])
        for (const { value, count } of facets?.[facet] ?? [])
          expect([facet, value, (await archive.search(`${query} ${field}:"${value}"`)).total]).toEqual([
            facet,
            value,
            count,
          ])
    },
  )

  it('follow a change of tags and names at once', async () => {
    const archive = await anArchive()
      .withFile('a.txt', release('They spoke of Morocco.'))
      .withFile('b.txt', release('They spoke of Spain.'))
      .open()
    await archive.search('', { facets: true })
    await archive.call('tags.assign', { selection: { ids: [await archive.idOf('a.txt')] }, add: ['talks'], remove: [] })
    const tagged = await archive.search('', { facets: true })
    expect(tagged.facets?.tag).toEqual([{ value: 'talks', count: 1 }])
    await archive.call('tags.rename', { path: 'talks', to: 'meetings' })
    const renamed = await archive.search('', { facets: true })
    expect(renamed.facets?.tag).toEqual([{ value: 'meetings', count: 1 }])
  })
})

describe('the best by score', () => {
  it('are those that sorting all would give', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(6), { maxLength: 400 }), fc.integer({ min: 1, max: 30 }), (given, count) => {
        const scores = Float32Array.from(given)
        const documents = given.map((_, at) => at)
        const sorted = [...documents].sort((a, b) => (given[b] ?? 0) - (given[a] ?? 0) || a - b)
        expect(highestScored(documents, scores, count, (a, b) => a - b)).toEqual(sorted.slice(0, count))
      }),
    )
  })
})

describe('why a document was found', () => {
  it.each([
    ['the word itself', 'cooperation lang:en', 'word', 'cooperation'],
    ['another form of it', 'agreeing', 'stem', 'agreed'],
    ['its beginning', 'exch*', 'prefix', 'exchanges'],
    ['a misspelling', 'comission~1', 'spelling', 'commission'],
  ])('is %s', async (_, query, reason, found) => {
    const archive = await threeLanguages().open()
    const { hits } = await archive.search(query, { snippets: true })
    const because = hits.find((hit) => hit.file.endsWith('communique.txt'))?.because[0]
    expect([because?.reason, because?.found[0]?.toLowerCase()]).toEqual([reason, found])
  })

  it('is not told where nobody wants passages', async () => {
    const archive = await threeLanguages().open()
    expect((await archive.search('cooperation')).hits[0]?.because).toEqual([])
  })
})

describe('a citation', () => {
  it.each([
    [
      'en',
      /^“Rabat, 22 January 2026” Joint communiqué on military cooperation, joint communiqué, Rabat, 22 January 2026, p\. 1\. /,
    ],
    ['fr', /^«\u00a0Rabat, 22 January 2026\u00a0» .*communiqué conjoint, Rabat, 22 janvier 2026, p\.\u00a01\. /],
    ['ar', /^«Rabat, 22 January 2026» .*، بيان مشترك، Rabat، 22 يناير 2026، ص 1\. /],
  ] as const)('quotes, describes and proves a document in %s', async (language, expected) => {
    const archive = await threeLanguages().open()
    const id = await archive.idOf('communique.txt')
    const { pages, file } = await archive.call('documents.get', { id })
    const start = pages[0]?.text.indexOf('Rabat') ?? 0
    const quotation = { page: 1, start, end: start + 'Rabat, 22 January 2026'.length }
    const { text } = await archive.call('documents.cite', { id, language, quotation })
    expect(text).toMatch(expected)
    expect(text.endsWith(`${id}. SHA-256 ${file.sha256}.`)).toBe(true)
  })

  it('says that a document has no date, and quotes nothing where nothing stands', async () => {
    const archive = await issuedOn('')
    const id = await archive.idOf('d0.txt')
    const nothing = { page: 9, start: 5, end: 9 }
    const { text } = await archive.call('documents.cite', { id, language: 'en', quotation: nothing })
    expect(text).toContain('undated')
    expect(text).not.toContain('“')
  })
})

it('finds what a host can do among the rest, by words in any order', async () => {
  const archive = await threeLanguages().open()
  const commands = [{ id: 'export', title: 'Export these documents' }]
  const { suggestions } = await archive.call('search.suggest', { text: 'documents exprot', limit: 10, commands })
  expect(suggestions).toMatchObject([{ type: 'command', id: 'export' }])
})
