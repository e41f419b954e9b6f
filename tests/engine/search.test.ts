import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Facets } from '../../electron/contract/schemas.ts'
import { type TestArchive, anArchive } from '../support/an-archive.ts'
import { texts, threeLanguages } from '../support/three-languages.ts'

let archive: TestArchive
let remove: () => Promise<void>
beforeAll(async () => {
  ;({ built: archive, remove } = await threeLanguages().build())
})
afterAll(() => remove())

const all = Object.keys(texts).sort()

describe('whatever is typed', () => {
  it.each([
    ...[
      '12:30',
      'RDF: x',
      '"',
      '""',
      'NEAR(',
      'NEAR(a b, 5)',
      'constructor',
      '__proto__',
      '*',
      '-',
      '--',
      '+',
      '~',
      'x~',
      'x^',
    ],
    ...[
      'a:b:c',
      '^',
      '{title} : x',
      'title:',
      "'",
      '\\',
      ';DROP TABLE document',
      '\u0000',
      '\ud800',
      '🤝',
      'AND',
      'OR',
      'NOT',
    ],
    ...[
      '(',
      ')',
      '()',
      '-(',
      'tag:"',
      'issued:/',
      'ـ',
      'ال',
      'َ',
      '%',
      '_',
      "l'",
      'accord NEAR coopération',
      '-"',
      'e\u0301',
    ],
  ])('answers %s', async (text) => {
    const reply = await archive.search(text, { facets: true, snippets: true })
    expect(reply.total + reply.others).toBeLessThanOrEqual(all.length)
  })

  it('answers any text, and never counts more documents than there are', async () => {
    const anyText = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.string({ unit: 'grapheme', maxLength: 300 }),
      fc
        .array(fc.constantFrom('accord', '"', '(', ')', '-', ' OR ', 'tag:', 'cooper*', ' ', 'التعاون', 'title:'), {
          maxLength: 20,
        })
        .map((parts) => parts.join('')),
    )
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        const { total, others, hits } = await archive.search(text, { snippets: true, facets: true })
        expect(total + others).toBeLessThanOrEqual(all.length)
        expect(hits.length).toBe(total + others)
        const { suggestions } = await archive.call('search.suggest', { text: text.slice(0, 300), limit: 5 })
        expect(suggestions.length).toBeLessThanOrEqual(5)
      }),
      { numRuns: 500 },
    )
  })

  it.each([
    ['a word of ten thousand letters that may be misspelt', `${'a'.repeat(9990)}~1`],
    ['two hundred words that may be misspelt', Array.from({ length: 200 }, (_, at) => `agreement${at}~2`).join(' ')],
    ['five thousand words joined by hyphens', 'a-'.repeat(4999)],
    ['a phrase that repeats two words', `"${'cooperation military '.repeat(400)}"`],
    ['words near each other, again and again', `"${'cooperation military training '.repeat(300)}"~50`],
    ['five hundred brackets', `${'('.repeat(500)}accord${')'.repeat(500)}`],
    ['two hundred alternatives', Array.from({ length: 200 }, (_, at) => `word${at}`).join(' OR ')],
    [
      'the beginnings of all words',
      Array.from('abcdefghijklmnopqrstuvwxyz')
        .map((letter) => `${letter}a*`)
        .join(' '),
    ],
    ['words in the title of the title', 'title:('.repeat(1400)],
  ])('answers %s', async (_what, text) => {
    const { total, others, query } = await archive.search(text, { facets: true, snippets: true })
    expect(total + others).toBeLessThanOrEqual(all.length)
    expect(query.notices.length).toBeLessThan(12)
  })

  it('refuses a text that is too long for any question', async () => {
    await expect(archive.search('a'.repeat(10_001))).rejects.toMatchObject({ code: 'invalid-input' })
  })

  it('answers a thousand words', async () => {
    const reply = await archive.search('cooperation military training accord '.repeat(200))
    expect(reply.query.notices.map((notice) => notice.code)).toContain('query-shortened')
  })
})

describe('finding', () => {
  it.each([
    ['', all],
    ['cooperation', ['accord.txt', 'communique.txt']],
    ['coopération', ['accord.txt', 'communique.txt']],
    ['COOPÉRATION', ['accord.txt', 'communique.txt']],
    ['l’accord', ['accord.txt']],
    ["l'accord", ['accord.txt']],
    ['الاتفاقية', ['itifaq.txt']],
    ['اتفاقية', ['itifaq.txt']],
    ['اِتِّفَاقِيَّة', ['itifaq.txt']],
    ['٢٠٢٥', ['accord.txt', 'itifaq.txt']],
    ['military training', ['communique.txt']],
    ['"military cooperation"', ['communique.txt']],
    ['"cooperation military"', []],
    ['«coopération militaire»', ['accord.txt']],
    ['cooper*', ['accord.txt', 'communique.txt']],
    ['avia*', ['tourism.txt']],
    ['cooperation -accord', ['communique.txt']],
    ['-cooperation', ['itifaq.txt', 'tourism.txt']],
    ['tourism OR accord', ['accord.txt', 'tourism.txt']],
    ['2025 (accord OR اتفاقية)', ['accord.txt', 'itifaq.txt']],
    ['-(tourism OR accord)', ['communique.txt', 'itifaq.txt']],
    ['tag:cooperation', ['accord.txt', 'communique.txt', 'itifaq.txt']],
    ['tag:COOPERATION/Military', ['accord.txt', 'communique.txt', 'itifaq.txt']],
    ['tag:coop', []],
    ['-tag:cooperation', ['tourism.txt']],
    ['tag:none', []],
    ['lang:fr', ['accord.txt']],
    ['lang:arabe', ['itifaq.txt']],
    ['kind:press-release', ['tourism.txt']],
    ['title:tourism', ['tourism.txt']],
    ['title:aviation', []],
    ['file:itifaq', ['itifaq.txt']],
    ['issued:2025', ['accord.txt', 'itifaq.txt']],
    ['issued:2025-06-17', ['accord.txt', 'itifaq.txt']],
    ['issued:2016..2025-12', ['accord.txt', 'itifaq.txt', 'tourism.txt']],
    ['issued:2026/..', ['communique.txt']],
    ['tag:cooperation lang:en training', ['communique.txt']],
  ])('finds for %s', async (query, files) => {
    expect(await archive.found(query === '' ? '' : `${query} widen:none`)).toEqual(files)
  })

  it('gives documents that lack a word after those that have all, counted apart', async () => {
    const { total, others, hits } = await archive.search('military tourism')
    expect({ total, others }).toEqual({ total: 0, others: 2 })
    expect(new Set(hits.map((hit) => hit.group))).toEqual(new Set(['others']))
  })

  it('marks in its snippets just what was found', async () => {
    const { hits } = await archive.search('"military cooperation"', { snippets: true })
    const marked = hits.flatMap((hit) =>
      hit.snippets.flatMap(({ text, marks }) => marks.map(({ start, end }) => text.slice(start, end).toLowerCase())),
    )
    expect(new Set(marked)).toEqual(new Set(['military cooperation']))
  })

  it('marks the words of a query in a document where they stand', async () => {
    const id = await archive.idOf('accord.txt')
    const { hits } = await archive.call('documents.hits', { id, text: 'accord' })
    const { pages } = await archive.call('documents.get', { id })
    const marked = hits.map(({ page, start, end }) => pages[page - 1]?.text.slice(start, end).toLowerCase())
    expect(marked).toEqual(['accord', 'accord', 'accord'])
  })

  it('pages through its answer without a gap and without a repetition', async () => {
    const whole = (await archive.search('cooperation military', { sort: 'title' })).hits.map((hit) => hit.id)
    const pieces: string[] = []
    for (let offset = 0; offset < whole.length; offset++) {
      const { hits } = await archive.search('cooperation military', { sort: 'title', offset, limit: 1 })
      pieces.push(...hits.map((hit) => hit.id))
    }
    expect(pieces).toEqual(whole)
  })

  it('counts without hits when none are asked for', async () => {
    expect(await archive.search('cooperation', { limit: 0 })).toMatchObject({ total: 3, hits: [] })
  })

  it('sorts by date, the newest first', async () => {
    const { hits } = await archive.search('', { sort: 'date' })
    const dates = hits.map((hit) => hit.issued)
    expect(dates).toEqual(['2026-01-22', '2025-06-17', '2025-06-17', '2016-10-19'])
  })
})

describe('counting', () => {
  it.each(['', 'cooperation', 'tag:cooperation', '-tourism', 'military tourism', 'lang:fr OR lang:ar', 'zzz'])(
    'counts the same documents for %s in a search, an export and an act',
    async (query) => {
      const { total } = await archive.search(query)
      const { documents } = await archive.call('exports.preview', { selection: { query } })
      const acted = await archive.call('tags.assign', { selection: { query }, add: ['counted'], remove: [] })
      if (acted.event !== undefined) await archive.call('history.undo', { event: acted.event })
      expect([documents, acted.changed]).toEqual([total, total])
    },
  )

  it('sums up to the total in every facet in which a document has one value', async () => {
    const sum = (values: Facets['kind']): number => values.reduce((so, { count }) => so + count, 0)
    for (const query of ['', 'cooperation', '-tourism']) {
      const { facets, total } = await archive.search(query, { facets: true })
      expect([facets?.kind, facets?.language, facets?.year].map((each) => sum(each ?? []))).toEqual([
        total,
        total,
        total,
      ])
    }
  })

  it('counts a document once for every tag above its own', async () => {
    const { facets } = await archive.search('cooperation', { facets: true })
    expect(facets?.tag).toEqual([
      { value: 'cooperation', count: 3 },
      { value: 'cooperation/military', count: 3 },
    ])
  })

  it('finds a facet’s documents by the query that it stands for', async () => {
    const { facets } = await archive.search('', { facets: true })
    for (const { value, count } of facets?.kind ?? []) expect((await archive.search(`kind:${value}`)).total).toBe(count)
    for (const { value, count } of facets?.year ?? [])
      expect((await archive.search(`issued:${value}`)).total).toBe(count)
  })
})

describe('quick find', () => {
  const suggested = async (text: string): Promise<string[]> =>
    (await archive.call('search.suggest', { text, limit: 10 })).suggestions.map((each) => each.title)

  it.each([
    ['the beginning of a word', 'tour', 'Press release on tourism'],
    ['a word with a letter wrong', 'cooperetion', 'Joint communiqué on military cooperation'],
    ['a word without its accent', 'communique', 'Joint communiqué on military cooperation'],
    ['an Arabic word', 'التعاون', 'اتفاقية التعاون العسكري'],
    ['a tag', 'military', 'cooperation/military'],
    ['a kind', 'press-rel', 'press-release'],
  ])('knows %s', async (_, text, title) => {
    expect(await suggested(text)).toContain(title)
  })

  it('knows a title that was changed just now, and not the old one', async () => {
    const own = await anArchive().withFile('a.txt', 'Declaration on fisheries\n\nThe text of it.').open()
    await own.call('search.suggest', { text: 'fisheries', limit: 5 })
    await own.call('documents.describe', { id: await own.idOf('a.txt'), changes: { title: 'Declaration on railways' } })
    const titles = async (text: string): Promise<string[]> =>
      (await own.call('search.suggest', { text, limit: 5 })).suggestions.map((each) => each.title)
    expect(await titles('railways')).toEqual(['Declaration on railways'])
    expect(await titles('fisheries')).toEqual([])
  })
})

it('finds everything again after the index was built anew', async () => {
  const own = await threeLanguages().open()
  const finished = own.waitFor((event) => event.type === 'archive.changed' && event.subjects.length === 2)
  expect(await own.call('archive.reindex', {})).toEqual({ documents: 4 })
  await finished
  while ((await own.call('archive.summary', {})).coverage.notYetSearchable > 0)
    await new Promise((resolve) => setImmediate(resolve))
  expect(await own.found('cooperation')).toEqual(['accord.txt', 'communique.txt', 'itifaq.txt'])
})
