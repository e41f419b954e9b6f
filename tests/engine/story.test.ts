import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { type TestArchive, anArchive } from '../support/an-archive.ts'

const sample = path.resolve(import.meta.dirname, '..', '..', 'resources', 'sample-archive', 'documents')

/** A release of one's own that tells the story of the sample archive from its end. */
const release = `Land forces of two countries plan their year

KIGALI, 26 January 2026 – The commission that Rwanda and Morocco set up last year met for the first time in Rabat from Jan. 18 to Jan. 22, 2026. It rests on a military cooperation agreement signed in June 2025.

Its ground was prepared in November, when Maj. Gen. Vincent Nyakarundi, who commands Rwanda's land forces, visited Morocco. Ties have grown since 2016, when King Mohammed VI visited Kigali.

The 2025 military cooperation agreement, signed after a meeting between ministers Abdeltif Loudyi and Juvénal Marizamunda, includes joint training, military exercises, technical assistance, military health services and knowledge exchange.`

async function told(): Promise<TestArchive> {
  const archive = await anArchive().withFile('release.txt', release).open()
  await archive.import([sample])
  return archive
}

describe('the story that the sample archive tells', () => {
  it('is one agreement with two parties, cited in three languages, with what led to it and what came of it', async () => {
    const archive = await told()
    const { agreements } = await archive.call('agreements.list', {})
    const ofJune = agreements.filter(({ signed }) => signed === '2025-06-17')
    expect(ofJune).toHaveLength(1)
    const record = await archive.call('agreements.get', { id: ofJune[0]?.id ?? '', on: '2026-02-01' })
    expect(record.parties.map(({ country }) => country).sort()).toEqual(['MA', 'RW'])
    expect(Object.keys(record.titles).sort()).toEqual(['ar', 'en', 'fr'])
    const citing = new Set(record.links.filter(({ role }) => role === 'cites').map(({ language }) => language))
    expect([...citing].sort()).toEqual(['ar', 'en', 'fr'])
    const areas = record.clauses.find(({ type }) => type === 'areas')?.text.split('; ') ?? []
    expect(areas).toHaveLength(5)
    expect(record.clauses.find(({ type }) => type === 'occasion')?.text).toMatch(
      /Loudyi.*Marizamunda|لوديي.*ماريزاموندا/u,
    )
    const events = record.happenings.map(({ type, value }) => `${type} ${value}`)
    expect(events).toEqual(expect.arrayContaining(['visit 2025-11', 'meeting 2026-01-18/2026-01-22']))
    const visit = record.happenings.find(({ type, value }) => type === 'visit' && value.startsWith('2016'))
    expect(visit?.quote.text).toMatch(/Kigali|كيغالي/u)
  }, 60_000)

  it('is read in a release of one’s own: in November is November of the year before', async () => {
    const archive = await anArchive().withFile('release.txt', release).open()
    const { mentions, agreements } = await archive.call('documents.get', { id: await archive.idOf('release.txt') })
    const dates = mentions.filter(({ type }) => type === 'date').map(({ text, value }) => `${text} = ${value}`)
    expect(dates).toEqual(
      expect.arrayContaining([
        'November = 2025-11',
        'Jan. 18 to Jan. 22, 2026 = 2026-01-18/2026-01-22',
        'June 2025 = 2025-06',
      ]),
    )
    expect(agreements.map(({ signed }) => signed)).toContain('2025-06')
    const { clauses } = await archive.call('agreements.get', { id: agreements[0]?.id ?? '' })
    expect(clauses).toMatchObject([
      {
        type: 'areas',
        text: 'joint training; military exercises; technical assistance; military health services; knowledge exchange',
      },
      { type: 'occasion', text: 'a meeting between ministers Abdeltif Loudyi and Juvénal Marizamunda' },
    ])
  })
})
