import { describe, expect, it } from 'vitest'
import { statusOn } from '../../electron/engine/agreements/status.rules.ts'
import { likeness } from '../../electron/engine/agreements/same-agreement.rules.ts'
import { type TestArchive, anArchive } from '../support/an-archive.ts'

const cited = {
  'en.txt':
    'Talks on fishing\n\nRabat, 4 March 2026. Morocco and Spain held talks on Monday. Morocco and Spain recalled the agreement on sea fishing between Morocco and Spain, signed at Madrid on 12 May 2024. They pledged to meet again before 30 September 2026.',
  'fr.txt':
    'Entretiens sur la pêche\n\nMadrid, le 6 mars 2026. Le Maroc et l’Espagne ont rappelé l’accord de pêche signé à Madrid en mai 2024. Le Maroc et l’Espagne se sont engagés à le mettre en œuvre.',
  'ar.txt':
    'محادثات حول الصيد البحري\n\nالرباط، 5 مارس 2026. عقد المغرب وإسبانيا محادثات. وذكّر المغرب وإسبانيا باتفاقية الصيد البحري بين المغرب وإسبانيا الموقعة بمدريد في 12 ماي 2024.',
} as const

const treaty = `Agreement between the Kingdom of Morocco and the Kingdom of Spain on sea fishing

The Government of the Kingdom of Morocco and the Government of the Kingdom of Spain, hereinafter referred to as "the Parties",
Have agreed as follows:

Article 1

The Parties shall cooperate on sea fishing.

Article 2

This Agreement shall enter into force on the day of its signature and shall remain in force for a period of five years.

Done at Madrid, this twelfth day of May 2024, in two originals in the Arabic, Spanish and English languages, all texts being equally authentic.`

function withCitations() {
  const builder = anArchive()
  for (const [name, text] of Object.entries(cited)) builder.withFile(name, text)
  return builder
}

async function register(archive: TestArchive) {
  return (await archive.call('agreements.list', {})).agreements
}

describe('the register', () => {
  it('holds one record for an agreement that three languages cite', async () => {
    const archive = await withCitations().open()
    expect(await register(archive)).toMatchObject([{ signed: '2024-05-12', citing: 3, carriers: 0 }])
  })

  it('names the parties and the text of an agreement, whichever came first', async () => {
    for (const builder of [
      withCitations().withFile('treaty.txt', treaty),
      anArchive().withFile('treaty.txt', treaty),
    ]) {
      const [record, ...more] = await register(await builder.open())
      expect(more).toEqual([])
      expect(record).toMatchObject({ signed: '2024-05-12', carriers: 1, status: 'signed' })
      expect(record?.parties.map(({ country }) => country).sort()).toEqual(['ES', 'MA'])
    }
  })

  it('quotes every document, what happened and what was promised', async () => {
    const archive = await withCitations().open()
    const [record] = await register(archive)
    const { links, commitments } = await archive.call('agreements.get', { id: record?.id ?? '' })
    expect(links.map(({ language }) => language).sort()).toEqual(['ar', 'en', 'fr'])
    for (const { quote } of links) {
      const { pages } = await archive.call('documents.get', { id: quote.document })
      expect(pages[quote.page - 1]?.text.slice(quote.start, quote.end)).toBe(quote.text)
    }
    expect(commitments.map(({ due }) => due)).toContain('2026-09-30')
  })

  it('tells what an agreement says of itself', async () => {
    const archive = await anArchive().withFile('treaty.txt', treaty).open()
    const [record] = await register(archive)
    const { clauses } = await archive.call('agreements.get', { id: record?.id ?? '' })
    expect(clauses.map(({ type }) => type)).toEqual(['entry-into-force', 'duration', 'languages'])
  })

  it('forgets an agreement of which no document speaks any more, and knows it again when that is undone', async () => {
    const archive = await anArchive().withFile('en.txt', cited['en.txt']).open()
    const selection = { ids: [await archive.idOf('en.txt')] }
    await archive.call('documents.remove', { selection, reason: '' })
    expect(await register(archive)).toEqual([])
    await archive.call('history.undo', {})
    expect(await register(archive)).toHaveLength(1)
  })

  it('is searched by party, in any language, and by agreement', async () => {
    const archive = await withCitations().withFile('other.txt', 'Note\n\nThe weather in Spain was fine.').open()
    expect(await archive.found('party:Maroc')).toEqual(['ar.txt', 'en.txt', 'fr.txt'])
    expect(await archive.found('طرف:إسبانيا')).toEqual(['ar.txt', 'en.txt', 'fr.txt'])
    const [record] = await register(archive)
    expect(await archive.found(`agreement:"${record?.title ?? ''}"`)).toEqual(['ar.txt', 'en.txt', 'fr.txt'])
    const { facets } = await archive.search('', { facets: true })
    expect(facets?.agreement).toEqual([{ value: record?.title, count: 3 }])
  })

  it('makes no agreement of texts that name neither day nor parties', async () => {
    const archive = await anArchive()
      .withFile('a.txt', 'Note\n\nThere was general agreement that the meeting had been useful. An agreement is near.')
      .withFile('b.txt', 'Note\n\nTout le monde est d’accord. Un accord est possible.')
      .open()
    expect(await register(archive)).toEqual([])
  })
})

describe('two descriptions of an agreement', () => {
  const fishing = { parties: [{ name: 'Morocco', country: 'MA' }], signed: '2024-05-12', subjectKeys: ['fisheries'] }
  it.each([
    ['a month in which the day falls', { ...fishing, signed: '2024-05' }, true],
    ['no parties', { ...fishing, parties: [] }, true],
    ['another day', { ...fishing, signed: '2024-05-13' }, false],
    ['other parties', { ...fishing, parties: [{ name: 'France', country: 'FR' }] }, false],
    ['another subject', { ...fishing, subjectKeys: ['visa'] }, false],
    ['the year alone and no subject', { parties: [], signed: '2024', subjectKeys: [] }, false],
    ['no day, but the same parties and subject', { ...fishing, signed: '' }, true],
    ['no day and no subject', { ...fishing, signed: '', subjectKeys: [] }, false],
  ])('with %s', (_, other, isSame) => {
    expect(likeness(fishing, other) > 0).toBe(isSame)
    expect(likeness(other, fishing) > 0).toBe(isSame)
  })
})

describe('the status of an agreement', () => {
  const life = [
    { type: 'in-force', value: '2024-08-01' },
    { type: 'suspended', value: '2025-02' },
    { type: 'terminated', value: '2026-01-10' },
  ] as const
  it.each([
    [20240511, 'cited'],
    [20240512, 'signed'],
    [20240801, 'in-force'],
    [20250201, 'suspended'],
    [20260110, 'terminated'],
  ])('on %i is %s', (day, status) => {
    expect(statusOn('2024-05-12', life, day)).toBe(status)
  })

  it('does not rest on what happened before it was signed', () => {
    expect(statusOn('2024-05-12', [{ type: 'in-force', value: '2016' }], 20240601)).toBe('signed')
  })
})

describe('what texts mention', () => {
  it('is found by its time, relative dates counted from the day of issue', async () => {
    const archive = await anArchive()
      .withFile('a.txt', 'Visit\n\nKigali, 23 January 2026. Earlier, in November, the commander visited the academy.')
      .withFile('b.txt', 'Visit\n\nKigali, 23 January 2026. The commander visited the academy in June 2024.')
      .open()
    expect(await archive.found('mentions:2025-11')).toEqual(['a.txt'])
    expect(await archive.found('mentionne:2024-06-14')).toEqual(['b.txt'])
    expect(await archive.found('mentions:2024..2025')).toEqual(['a.txt', 'b.txt'])
  })

  it('is counted anew when the day of issue is put right', async () => {
    const archive = await anArchive().withFile('a.txt', 'Visit\n\nThe commander visited the academy last month.').open()
    await archive.call('documents.describe', { id: await archive.idOf('a.txt'), changes: { issued: '2020-03-10' } })
    expect(await archive.found('mentions:2020-02')).toEqual(['a.txt'])
  })
})
