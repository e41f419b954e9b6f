import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { edtfBounds } from '../../electron/contract/edtf.ts'
import { toCivil, toDay, weekdayOf } from '../../electron/engine/cataloguing/dates/calendar.rules.ts'
import { readDates } from '../../electron/engine/cataloguing/dates/read-dates.ts'
import { hijriToDay, hijriYearOf } from '../../electron/engine/cataloguing/dates/hijri.rules.ts'
import { languages } from '../../electron/contract/vocabulary.ts'
import { datesIn } from '../support/reading-dates.ts'

const pieces = [
  ...[
    '18',
    '2026',
    '1990s',
    '31',
    'Jan.',
    'January',
    'May',
    'mars',
    'mai',
    '1er',
    'last',
    'next',
    'week',
    'Monday',
    'first',
  ],
  ...[
    'of',
    'the',
    'from',
    'to',
    'and',
    'between',
    'since',
    'until',
    'ago',
    'two',
    'years',
    'quarter',
    'century',
    'early',
  ],
  ...[
    'semaine',
    'dernière',
    'du',
    'au',
    'il y a',
    'ans',
    'يناير',
    'من',
    'إلى',
    'منذ',
    'عام',
    'الماضي',
    'رجب',
    '1447',
    'هـ',
  ],
  ...[
    '-',
    '–',
    '/',
    ',',
    '.',
    '\n',
    ' ',
    ' ',
    ' ',
    'today',
    'Easter',
    'BC',
    '9999',
    '0',
    '29',
    'February',
    'و20',
    '٢٢',
    'قبل',
  ],
]
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.array(fc.constantFrom(...pieces), { maxLength: 24 }).map((parts) => parts.join(' ')),
  fc.array(fc.constantFrom(...pieces), { maxLength: 24 }).map((parts) => parts.join('')),
)
const anyIssued = fc.constantFrom(
  '2026-01-23',
  '2024-02-29',
  '2026-01',
  '2026',
  '',
  '201X',
  '2026-01-18/2026-01-22',
  'never',
)

describe('the dates of any text', () => {
  it('are in order, apart, inside the text, and of values that have bounds', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom(...languages), anyIssued, (text, language, issued) => {
        let end = 0
        for (const mention of datesIn(text, language, issued)) {
          expect(mention.start).toBeGreaterThanOrEqual(end)
          expect(mention.end).toBeGreaterThan(mention.start)
          expect(mention.end).toBeLessThanOrEqual(text.length)
          for (const value of [mention.value, mention.other ?? ''])
            if (value !== '') expect(edtfBounds(value), `${value} in ${text}`).toBeDefined()
          end = mention.end
        }
      }),
      { numRuns: 3000 },
    )
  })

  it.each([
    ['digits', '1'.repeat(200_000)],
    ['numbers', '1 '.repeat(100_000)],
    ['blanks', ' '.repeat(200_000)],
    ['ranges that never end', 'from '.repeat(50_000)],
    ['weekdays', 'Monday, '.repeat(30_000)],
    ['months', 'Jan 1 to '.repeat(20_000)],
    ['periods of periods', 'last week of '.repeat(20_000)],
    ['Arabic conjunctions', 'و'.repeat(200_000)],
  ])('are found in a hostile text as fast as in another: %s', (_, text) => {
    const begin = performance.now()
    readDates({ text, passages: [], issued: '2026-01-23' })
    expect(performance.now() - begin).toBeLessThan(5000)
  })
})

describe('the calendars', () => {
  it('count every day once', () => {
    fc.assert(
      fc.property(fc.integer({ min: -700_000, max: 2_900_000 }), (day) => {
        const { year, month, day: ofMonth } = toCivil(day)
        expect(toDay(year, month, ofMonth)).toBe(day)
      }),
    )
  })

  it('agree with the clock of the machine', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1600-01-01'), max: new Date('2500-12-31'), noInvalidDate: true }),
        (date) => {
          const day = toDay(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate())
          expect(day).toBe(Math.floor(date.getTime() / 86_400_000))
          expect(weekdayOf(day) % 7).toBe(date.getUTCDay())
        },
      ),
    )
  })

  it.each([
    [1, 1, 1, '622-7-19'],
    [1400, 1, 1, '1979-11-21'],
    [1446, 1, 10, '2024-7-17'],
    [1447, 9, 1, '2026-2-18'],
  ])('convert %i-%i-%i of the Hijri calendar by its tables', (year, month, day, expected) => {
    const civil = toCivil(hijriToDay(year, month, day))
    expect(`${civil.year}-${civil.month}-${civil.day}`).toBe(expected)
  })

  it('know the Hijri year of every day of it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1600 }), fc.integer({ min: 0, max: 353 }), (year, days) => {
        expect(hijriYearOf(hijriToDay(year, 1, 1) + days)).toBe(year)
      }),
    )
  })
})
