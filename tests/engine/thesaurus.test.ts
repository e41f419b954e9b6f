import { describe, expect, it } from 'vitest'
import type { TestArchive } from '../support/an-archive.ts'
import { anArchive } from '../support/an-archive.ts'
import { threeLanguages } from '../support/three-languages.ts'

const widened = async (archive: TestArchive, text: string): Promise<Record<string, readonly string[]>> =>
  Object.fromEntries(
    (await archive.search(text)).query.widenings
      .filter(({ isActive }) => isActive)
      .map(({ label, terms }) => [label, terms]),
  )

describe('a question in one language', () => {
  it.each([
    ['agreement', ['accord.txt', 'itifaq.txt']],
    ['الاتفاقية', ['accord.txt', 'itifaq.txt']],
    ['ministry of defence', ['ministere.txt', 'wizara.txt']],
    ['ministère de la Défense', ['ministere.txt', 'wizara.txt']],
    ['وزارة الدفاع', ['ministere.txt', 'wizara.txt']],
    ['Morocco', ['wizara.txt']],
  ])('for %s finds documents in the other languages', async (query, files) => {
    const archive = await threeLanguages()
      .withFile('ministere.txt', 'Visite à Rabat\n\nLe ministère de la Défense a reçu une délégation de haut niveau.')
      .withFile('wizara.txt', 'زيارة رسمية\n\nاستقبلت وزارة الدفاع في المغرب وفدا رفيع المستوى.')
      .open()
    expect(await archive.found(query)).toEqual(files)
  })

  it('says by which terms it was widened', async () => {
    const archive = await threeLanguages().open()
    expect(await widened(archive, 'agreement')).toEqual({ agreement: ['accord', 'accord', 'اتفاق', 'اتفاقية'] })
  })

  it('takes the longest term that the thesaurus knows', async () => {
    const archive = await threeLanguages().open()
    expect(Object.keys(await widened(archive, 'the ministry of defence'))).toEqual(['ministry of defence'])
  })

  it('marks the words that answer for it, and says why', async () => {
    const archive = await threeLanguages().open()
    const { hits } = await archive.search('agreement lang:ar', { snippets: true })
    expect(hits[0]?.because).toEqual([{ asked: 'agreement', reason: 'synonym', found: ['اتفاقية', 'الاتفاقية'] }])
    expect(hits[0]?.snippets[0]?.marks.length).toBeGreaterThan(0)
  })
})

describe('widening', () => {
  it.each([
    ['by all terms', 'agreement widen:none'],
    ['by the terms of one concept', 'agreement -widen:agreement'],
    ['by the terms of one concept, named in another language', 'agreement -widen:اتفاقية'],
    ['from within a bracket', '(agreement widen:none) OR agreement'],
  ])('can be switched off %s', async (_, query) => {
    const archive = await threeLanguages().open()
    expect(await archive.found(query)).toEqual([])
    expect((await archive.search(query)).query.widenings).toMatchObject([{ label: 'agreement', isActive: false }])
  })

  it('never finds the whole archive by itself', async () => {
    const archive = await threeLanguages().open()
    expect((await archive.search('-widen:agreement')).total).toBe(0)
    expect((await archive.search('widen:none')).total).toBe(0)
  })

  it.each(['"agreement"', '=agreement', 'agree*', 'agreement~1', '-agreement cooperation'])(
    'leaves %s as it is written',
    async (query) => {
      const archive = await threeLanguages().open()
      const labels = Object.keys(await widened(archive, query))
      expect(labels).not.toContain('agreement')
    },
  )

  it('lets the words that were asked for count more than their translations', async () => {
    const archive = await anArchive()
      .withFile('a.txt', 'Coopération\n\nUn accord sur la pêche a été conclu entre les deux parties cette semaine.')
      .withFile('b.txt', 'Cooperation\n\nAn agreement on fishing was concluded between the two parties this week.')
      .open()
    const { hits } = await archive.search('agreement')
    expect(hits.map((hit) => hit.language)).toEqual(['en', 'fr'])
  })
})

describe('the thesaurus', () => {
  const terms = { en: ['unmanned aircraft', 'drone'], fr: ['aéronef sans pilote'], ar: ['طائرة مسيرة'] }

  it('takes a concept of one’s own', async () => {
    const archive = await anArchive().withFile('a.txt', 'Note\n\nUn aéronef sans pilote a survolé la zone.').open()
    expect(await archive.found('drone')).toEqual([])
    await archive.call('thesaurus.set', { terms })
    expect(await archive.found('drone')).toEqual(['a.txt'])
  })

  it('gives a concept that the program brings other terms, and its own ones back', async () => {
    const archive = await threeLanguages().open()
    await archive.call('thesaurus.set', { id: 'agreement', terms: { en: ['agreement', 'compact'], fr: [], ar: [] } })
    expect(await archive.found('agreement')).toEqual([])
    await archive.call('thesaurus.restore', { id: 'agreement' })
    expect(await archive.found('agreement')).toEqual(['accord.txt', 'itifaq.txt'])
  })

  it('takes a concept out, and puts it back when that is undone', async () => {
    const archive = await threeLanguages().open()
    await archive.call('thesaurus.remove', { id: 'agreement' })
    expect(await archive.found('agreement')).toEqual([])
    await archive.call('history.undo', {})
    expect(await archive.found('agreement')).toEqual(['accord.txt', 'itifaq.txt'])
  })

  it('says where each concept comes from', async () => {
    const archive = await threeLanguages().open()
    const { id } = await archive.call('thesaurus.set', { terms })
    await archive.call('thesaurus.set', { id: 'treaty', terms: { en: ['treaty'], fr: [], ar: [] } })
    const { concepts } = await archive.call('thesaurus.list', {})
    const sourceOf = (wanted: string): unknown => concepts.find((concept) => concept.id === wanted)?.source
    expect([sourceOf(id), sourceOf('treaty'), sourceOf('country-MA')]).toEqual(['own', 'changed', 'built-in'])
  })

  it.each([
    ['a concept without any term', { terms: { en: [], fr: [], ar: [] } }, 'invalid-input'],
    ['a concept that there is not', { id: 'no-such-thing', terms }, 'concept-not-found'],
  ] as const)('refuses %s', async (_, input, code) => {
    const archive = await anArchive().withFile('a.txt', 'Words of a text.').open()
    await expect(
      archive.call('thesaurus.set', { ...input, terms: { ...input.terms, en: [...input.terms.en] } } as never),
    ).rejects.toMatchObject({ code })
  })
})
