import { describe, expect, it } from 'vitest'
import { describeDocument } from '../../electron/engine/cataloguing/describe.ts'
import { outlineOf } from '../../electron/engine/cataloguing/outline.rules.ts'
import type { Language } from '../../electron/contract/vocabulary.ts'

const described = (text: string, language: Language = 'en') =>
  describeDocument({ fileName: 'a.txt', pages: [{ text }], language, ofFile: {} })

const lead =
  'The two sides reviewed the state of their relations and agreed to meet again in the course of the year in the other capital.'

describe('the issuer', () => {
  it.each([
    [
      'en',
      `Ministry of Foreign Affairs\n\nTalks on fishing\n\nRabat, 4 March 2026 – ${lead}`,
      'Ministry of Foreign Affairs',
    ],
    [
      'fr',
      `Ministère des Affaires étrangères\n\nEntretiens\n\nRabat, le 4 mars 2026 – Les deux parties ont parlé.`,
      'Ministère des Affaires étrangères',
    ],
    ['ar', `وزارة الدفاع الوطني\n\nمحادثات\n\nالرباط، 4 مارس 2026 – عقد الطرفان محادثات.`, 'وزارة الدفاع الوطني'],
  ] as const)('is a letterhead: %s', (language, text, issuer) => {
    const { issuer: found, evidence } = described(text, language)
    expect(found).toBe(issuer)
    expect(evidence.issuer).toMatchObject({ rule: 'letterhead', text: issuer })
  })

  it('is the body whose announcement the lead is', () => {
    const { issuer, evidence } = described(
      'Talks on fishing\n\nRABAT, 4 March 2026 – The Ministry of Foreign Affairs announces that talks were held in Rabat.',
    )
    expect(issuer).toBe('Ministry of Foreign Affairs')
    expect(evidence.issuer).toMatchObject({ rule: 'lead-subject' })
  })

  it.each([
    ['nobody says it', `Talks on fishing\n\nRabat, 4 March 2026. ${lead}`],
    [
      'a body is only spoken of',
      `Talks\n\nRabat, 4 March 2026. The minister visited the Ministry of Defence on Monday.`,
    ],
  ])('is left to a person where %s', (_, text) => {
    expect(described(text).issuer).toBe('')
  })
})

describe('a dateline', () => {
  it('may leave out the day', () => {
    expect(described(`Royal visit\n\nKIGALI, October 2016 – ${lead}`)).toMatchObject({
      issued: '2016-10',
      place: 'Kigali',
    })
    expect(described(`Visite royale\n\nKigali, octobre 2016 – Sa Majesté est venue.`, 'fr')).toMatchObject({
      issued: '2016-10',
    })
  })

  it('is no month that a sentence names', () => {
    expect(described(`Royal visit\n\nThey met in Kigali, October 2016 was the month. ${lead}`).issued).toBe('')
  })
})

describe('the outline', () => {
  const outline = (text: string, title: string, language: Language = 'en') => outlineOf([{ text }], title, language)

  it('has the line that goes on with the title', () => {
    const text = `Talks on fishing\nThe two ministers open a new chapter\n\nRabat, 4 March 2026. ${lead}`
    expect(outline(text, 'Talks on fishing').subtitle).toBe('The two ministers open a new chapter')
    expect(outline(`Talks on fishing\n\nRabat, 4 March 2026. ${lead}`, 'Talks on fishing').subtitle).toBe('')
  })

  it.each([
    ['EMBARGOED UNTIL 4 March 2026, 10:00', 'embargo', '2026-03-04'],
    ['Sous embargo jusqu’au 4 mars 2026', 'embargo', '2026-03-04'],
    ['محظور النشر قبل 4 مارس 2026', 'embargo', '2026-03-04'],
    ['Check against delivery', 'check-against-delivery', undefined],
    ['Seul le prononcé fait foi', 'check-against-delivery', undefined],
    ['FOR IMMEDIATE RELEASE', 'immediate', undefined],
  ])('says how the text is released: %s', (note, type, until) => {
    const [found] = outline(`${note}\n\nTalks\n\n${lead}`, 'Talks').notes
    expect(found).toMatchObject({ type, page: 1, start: 0, ...(until === undefined ? {} : { until }) })
  })

  it('has the language of every paragraph', () => {
    const french = 'Les deux parties ont passé en revue leurs relations et sont convenues de se revoir dans l’année.'
    const arabic = 'استعرض الطرفان حالة علاقاتهما واتفقا على الاجتماع مرة أخرى خلال السنة في العاصمة الأخرى.'
    const text = `${lead}\n\n${french}\n\n${arabic}`
    const { paragraphs } = outline(text, '')
    expect(paragraphs.map(({ language }) => language)).toEqual(['en', 'fr', 'ar'])
    expect(text.slice(paragraphs[1]?.start, paragraphs[1]?.end)).toBe(french)
  })

  it('of nothing is empty', () => {
    expect(outline('', '')).toMatchObject({ subtitle: '', notes: [] })
  })
})
