import { describe, expect, it } from 'vitest'
import { readDates } from '../../electron/engine/cataloguing/dates/read-dates.ts'
import { datesIn, readIn } from '../support/reading-dates.ts'

const read = (text: string, issued?: string): string[] => readIn(text, 'en', issued)

describe('a text without dates', () => {
  it.each([
    ['nothing at all', ''],
    ['blanks', ' \n\n\t '],
    ['a quantity', 'The mission has 2500 soldiers and a budget of $2000.'],
    ['a grouped number', 'Some 2,016 men took part.'],
    ['a resolution', 'They recalled UN Resolution 2254 and Article 2016.'],
    ['a room', 'The talks were held in room 2016.'],
    ['a verb that is spelt like a month', 'The parties may march together, and the august guests may follow.'],
    ['an ordinal of something else', 'The 27th session of the committee adopted it.'],
    ['a telephone number', 'Call +250 788 18 01 20 or 138-2010-2015.'],
    ['a version', 'It runs version 1.2.2016.4 of the program.'],
    ['words for the present', 'Currently the parties now meet often.'],
    ['a range of quantities', 'The force has between 1500 and 2000 soldiers.'],
    ['the length of something past', 'It was the first meeting in 30 years.'],
    ['a fraction', 'A majority of 2/3 is needed.'],
  ])('has none: %s', (_, text) => {
    expect(read(text)).toEqual([])
  })
})

describe('a day', () => {
  it.each([
    ['Jan. 18, 2026', '2026-01-18'],
    ['18 January 2026', '2026-01-18'],
    ['18th of January 2026', '2026-01-18'],
    ['January 18th, 2026', '2026-01-18'],
    ['Sunday, 18 January 2026', '2026-01-18'],
    ['18-Jan-2026', '2026-01-18'],
    ['2026-01-18', '2026-01-18'],
    ['2016/04/21', '2016-04-21'],
    ['18.01.2026', '2026-01-18'],
    ['22/01/2026', '2026-01-22'],
    ['the first of May 2025', '2025-05-01'],
    ['the twenty-second of June 2025', '2025-06-22'],
  ])('is read: %s', (written, value) => {
    const [mention] = datesIn(`The agreement of ${written} was signed.`, 'en')
    expect(mention?.value).toBe(value)
  })

  it('has neither the word before it nor the stop after it in its mention', () => {
    expect(read('It was signed on 5 May 2025.')).toEqual(['5 May 2025 = 2025-05-05'])
  })

  it('is read where a time follows it', () => {
    expect(read('Published 2026-01-18T10:00:00Z')).toEqual(['2026-01-18 = 2026-01-18'])
  })

  it('that no calendar has is marked and has no value', () => {
    expect(datesIn('They met on 31 February 2025.', 'en')).toMatchObject([{ value: '', rule: 'impossible-date' }])
  })

  it('of a leap year is possible in that year only', () => {
    expect(read('29 February 2024; 29 February 2025')).toEqual(['29 February 2024 = 2024-02-29', '29 February 2025 = '])
  })

  it('in figures of which either may be the month has a second reading', () => {
    expect(datesIn('Signed 05/03/2025.', 'en')).toMatchObject([{ value: '2025-03-05', other: '2025-05-03' }])
  })

  it('in figures has its month first in a text that writes so elsewhere', () => {
    expect(read('Signed 05/03/2025 and 05/23/2025.')).toEqual(['05/03/2025 = 2025-05-03', '05/23/2025 = 2025-05-23'])
  })

  it('in figures is what its weekday allows', () => {
    expect(read('They met on Friday 05/12/2025 and Monday 05/12/2025.')).toEqual([
      'Friday 05/12/2025 = 2025-12-05',
      'Monday 05/12/2025 = 2025-05-12',
    ])
  })

  it('does not take its year from a number that counts', () => {
    expect(read('On March 12, 25 soldiers returned.')).toEqual(['March 12 = 2025-03-12'])
  })
})

describe('a range', () => {
  it.each([
    ['from Jan. 18 to Jan. 22, 2026', 'Jan. 18 to Jan. 22, 2026', '2026-01-18/2026-01-22'],
    ['on 18-22 January 2026', '18-22 January 2026', '2026-01-18/2026-01-22'],
    ['on April 3 – 5, 2025', 'April 3 – 5, 2025', '2025-04-03/2025-04-05'],
    ['between 30 December 2025 and 2 January 2026', '30 December 2025 and 2 January 2026', '2025-12-30/2026-01-02'],
    ['from 28 December to 3 January 2026', '28 December to 3 January 2026', '2025-12-28/2026-01-03'],
    ['from June to August 2025', 'June to August 2025', '2025-06/2025-08'],
    ['in 2014–2016', '2014–2016', '2014/2016'],
    ['in 2014-16', '2014-16', '2014/2016'],
    ['since 2016', '2016', '2016/..'],
    ['until June 2025', 'June 2025', '../2025-06'],
    ['from 2016 to the present', '2016 to the present', '2016/2026-01-23'],
    ['in 2015/16', '2015/16', '2015/2016'],
    ['on 19 and 20 February 2026', '19 and 20 February 2026', '2026-02-19/2026-02-20'],
  ])('is one mention: %s', (text, written, value) => {
    expect(read(`They met ${text}.`)).toEqual([`${written} = ${value}`])
  })

  it('whose ends say no year does not run backwards', () => {
    expect(read('They met from 30 December to 2 January.')).toEqual([
      '30 December to 2 January = 2025-12-30/2026-01-02',
    ])
  })
})

describe('a period', () => {
  it.each([
    ['in June 2025', 'June 2025 = 2025-06'],
    ['in 2016', '2016 = 2016'],
    ['in spring 2025', 'spring 2025 = 2025-21'],
    ['in Q3 2025', 'Q3 2025 = 2025-07-01/2025-09-30'],
    ['in the third quarter of 2025', 'third quarter of 2025 = 2025-07-01/2025-09-30'],
    ['in the first half of 2025', 'first half of 2025 = 2025-01-01/2025-06-30'],
    ['in the 1990s', '1990s = 1990-01-01/1999-12-31'],
    ['in the 19th century', '19th century = 1800-01-01/1899-12-31'],
    ['at the end of March 2025', 'end of March 2025 = 2025-03-16/2025-03-31'],
    ['on the first Monday of March 2025', 'first Monday of March 2025 = 2025-03-03'],
    ['in nineteen ninety-six', 'nineteen ninety-six = 1996'],
  ])('is read: %s', (text, expected) => {
    expect(read(`It was founded ${text}.`)).toEqual([expected])
  })

  it('names a year beside the thing that is of it', () => {
    expect(read('The 2025 military cooperation agreement entered into force.')).toEqual(['2025 = 2025'])
  })

  it('is found for every year of a list', () => {
    expect(read('They met in 2014, 2015 and 2016.')).toEqual(['2014 = 2014', '2015 = 2015', '2016 = 2016'])
  })
})

describe('a relative date', () => {
  it.each([
    ['yesterday', '2026-01-22'],
    ['tomorrow', '2026-01-24'],
    ['last week', '2026-01-12/2026-01-18'],
    ['This week', '2026-01-19/2026-01-25'],
    ['next month', '2026-02'],
    ['last year', '2025'],
    ['two weeks ago', '2026-01-09'],
    ['in three days', '2026-01-26'],
    ['within 90 days', '2026-01-23/2026-04-22'],
    ['past two years', '2024-01-23/2026-01-22'],
    ['last summer', '2025-22'],
    ['week after next', '2026-02-02/2026-02-08'],
  ])('is counted from the day of issue: %s', (written, value) => {
    expect(read(`They spoke of it ${written}.`)).toEqual([`${written} = ${value}`])
  })

  it.each([
    ['Earlier, in November, they met.', 'November = 2025-11'],
    ['It was signed in March.', 'March = 2025-03'],
    ['It will be held in March.', 'March = 2026-03'],
    ['It has grown since June.', 'June = 2025-06/..'],
    ['The ministers met on Monday.', 'Monday = 2026-01-19'],
    ['The ministers will meet on Monday.', 'Monday = 2026-01-26'],
  ])('follows the tense of its sentence: %s', (text, expected) => {
    expect(read(text)).toEqual([expected])
  })

  it('gives the second reading beside the likelier', () => {
    expect(datesIn('It was signed in March.', 'en')).toMatchObject([{ value: '2025-03', other: '2026-03' }])
  })

  it('counts from the date before it where its words say so', () => {
    expect(read('They arrived on 5 May 2020. The next day they signed.')).toEqual([
      '5 May 2020 = 2020-05-05',
      'The next day = 2020-05-06',
    ])
  })

  it('takes its year from the list that it stands in', () => {
    expect(read('It met in March, June and September 2024.')).toEqual([
      'March = 2024-03',
      'June = 2024-06',
      'September 2024 = 2024-09',
    ])
  })

  it('is found without a value where the day of issue is unknown', () => {
    expect(read('They met yesterday and last year.', '')).toEqual(['yesterday = ', 'last year = '])
  })

  it('finds its year nearby where the day of issue is unknown', () => {
    expect(read('They agreed on 3 May 2019 and signed in July.', '')).toEqual([
      '3 May 2019 = 2019-05-03',
      'July = 2019-07',
    ])
  })

  it('is counted in years, but not in days, from a year of issue', () => {
    expect(read('They met last year and yesterday.', '2026')).toEqual(['last year = 2025', 'yesterday = '])
  })

  it('is no more exact than the day of issue is known', () => {
    expect(read('They met two years ago and in the past two years.', '2026')).toEqual([
      'two years ago = 2024',
      'past two years = 2024-01-01/2025-12-31',
    ])
  })

  it('is one with the date that says the same', () => {
    expect(read('They met today, 23 January 2026.')).toEqual(['today, 23 January 2026 = 2026-01-23'])
  })
})

describe('feasts', () => {
  it.each([
    ['Christmas 2025', '2025-12-25'],
    ['Easter 2025', '2025-04-20'],
    ['Good Friday 2025', '2025-04-18'],
    ['Thanksgiving 2025', '2025-11-27'],
    ['Memorial Day 2025', '2025-05-26'],
  ])('are reckoned: %s', (written, value) => {
    expect(read(`They met at ${written}.`)).toEqual([`${written} = ${value}`])
  })
})

describe('two calendars', () => {
  it('gives a Hijri day by the tables, marked as approximate', () => {
    expect(read('Done on 10 Muharram 1446 AH.')).toEqual(['10 Muharram 1446 AH = 2024-07-17~'])
  })

  it('takes the Gregorian day where a text gives both', () => {
    expect(read('25 Rajab 1447 AH corresponding to 14 January 2026')).toEqual([
      '25 Rajab 1447 AH corresponding to 14 January 2026 = 2026-01-14',
    ])
  })
})

describe('passages', () => {
  it('are each read in their own language, with offsets into the whole text', () => {
    const text = 'Signed 1 March 2025.\n\nSigné le 2 mars 2025.\n\nوقع في 3 مارس 2025.'
    const passages = [
      { start: 0, end: 20, language: 'en' },
      { start: 22, end: 43, language: 'fr' },
      { start: 45, end: text.length, language: 'ar' },
    ] as const
    const mentions = readDates({ text, passages, issued: '' })
    expect(mentions.map(({ start, end, value }) => [text.slice(start, end), value])).toEqual([
      ['1 March 2025', '2025-03-01'],
      ['2 mars 2025', '2025-03-02'],
      ['3 مارس 2025', '2025-03-03'],
    ])
  })

  it.each([
    ['le 1er février 2026', '1er février 2026 = 2026-02-01'],
    ['in February 2026', 'February 2026 = 2026-02'],
    ['في فبراير 2026', 'فبراير 2026 = 2026-02'],
  ])('of an unknown language are read by the rules of their script: %s', (text, expected) => {
    expect(readIn(text, 'und')).toEqual([expected])
  })
})
