import { describe, expect, it } from 'vitest'
import type { HappeningType } from '../../electron/contract/schemas.ts'
import { fulfilmentOf } from '../../electron/engine/agreements/fulfilment.rules.ts'
import { anArchive } from '../support/an-archive.ts'

const promise = {
  ...{ quote: 'The Commission shall meet again in Kigali.', due: '2027-03', issued: '2026-01-22', document: 'a' },
}
const event = (type: HappeningType, value: string, issued: string, document = 'b') => ({
  ...{ type, value, issued, document, from: Number(value.replaceAll('-', '')) },
})

describe('a promise', () => {
  it.each([
    ['the session that it was of, told later', event('meeting', '2027-03-10', '2027-03-12')],
    ['the same, half a year late', event('meeting', '2027-08-10', '2027-08-12')],
  ])('is kept by %s', (_, kept) => {
    expect(fulfilmentOf(promise, [kept])).toBe(kept)
  })

  it.each([
    ['an event of another kind', event('signed', '2027-03-10', '2027-03-12')],
    ['what its own text tells', event('meeting', '2027-03-10', '2027-03-12', 'a')],
    ['what an earlier text announces', event('meeting', '2027-03-10', '2026-01-10')],
    ['what a later text announces in its turn', event('meeting', '2027-03-10', '2026-06-01')],
    ['what happened before it was made', event('meeting', '2025-03-10', '2026-06-01')],
    ['a session that comes a year late', event('meeting', '2028-03-10', '2028-03-12')],
  ])('is not kept by %s', (_, other) => {
    expect(fulfilmentOf(promise, [other])).toBeUndefined()
  })

  it.each([
    ['whose words name no event', { ...promise, quote: 'Each side shall appoint a secretary.' }],
    ['without a day', { ...promise, due: '' }],
    ['of a text without a day of issue', { ...promise, issued: '' }],
  ])('stays open %s', (_, vague) => {
    expect(fulfilmentOf(vague, [event('meeting', '2027-03-10', '2027-03-12')])).toBeUndefined()
  })

  it('is read in French and Arabic too', () => {
    const kept = event('meeting', '2027-03-10', '2027-03-12')
    for (const quote of ['La deuxième session se tiendra à Kigali.', 'تعقد الدورة الثانية في كيغالي.'])
      expect(fulfilmentOf({ ...promise, quote }, [kept])).toBe(kept)
  })
})

describe('the ledger', () => {
  const agreement = 'the agreement on fishing between Morocco and Spain, signed at Madrid on 12 May 2024'

  it('has who is to keep each promise and what kept it, and shows what is open alone', async () => {
    const archive = await anArchive()
      .withFile(
        'a.txt',
        `Talks\n\nRabat, 4 March 2025. They recalled ${agreement}. Morocco and Spain agreed to meet again in Rabat before 30 September 2025. Spain pledged to open its ports before 1 June 2025.`,
      )
      .withFile(
        'b.txt',
        `Session\n\nRabat, 12 September 2025. Under ${agreement}, the two sides met in Rabat on 10 September 2025.`,
      )
      .open()
    const { total, commitments } = await archive.call('commitments.list', { offset: 0, limit: 10 })
    expect(total).toBe(2)
    const meeting = commitments.find(({ due }) => due.includes('2025-09-30'))
    expect(meeting).toMatchObject({ responsible: 'Morocco', fulfilled: { type: 'meeting', value: '2025-09-10' } })
    const { commitments: open } = await archive.call('commitments.list', { open: true, offset: 0, limit: 10 })
    expect(open.map(({ responsible }) => responsible)).toEqual(['Spain'])
  })

  it('lists what happened by the day of the event, the latest first', async () => {
    const archive = await anArchive()
      .withFile(
        'a.txt',
        `Talks\n\nRabat, 4 March 2026. They recalled ${agreement}. The ministers met in Rabat on 3 March 2026.`,
      )
      .open()
    const { happenings } = await archive.call('happenings.list', { offset: 0, limit: 10 })
    expect(happenings.map(({ type, value }) => `${value} ${type}`)).toEqual(['2026-03-03 meeting', '2024-05-12 signed'])
    expect(happenings[1]?.agreement?.title).toContain('fishing')
  })
})
