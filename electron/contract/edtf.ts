/** The first and last day that an EDTF value may mean, as numbers that compare: 20260118. Open ends reach to 0 and 99991231. */
export interface DayBounds {
  readonly from: number
  readonly to: number
}

const earliest = 0
const latest = 99991231
const datePattern = /^(\d{3}[\dX]|\d{2}XX)(?:-(\d{2})(?:-(\d{2}))?)?[?~%]?$/
/** Spring, summer, autumn, winter (21 to 24) of the northern half, winter from December of its year; quarters are 33 to 36. */
const firstMonthOfPart: Readonly<Record<number, number>> = { 21: 3, 22: 6, 23: 9, 24: 12, 33: 1, 34: 4, 35: 7, 36: 10 }

const dayNumber = (year: number, month: number, day: number): number => year * 10000 + month * 100 + day

/** Days in a month of the Gregorian calendar; `month` is 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate()
}

function partOfYear(year: number, part: number): DayBounds | undefined {
  const first = firstMonthOfPart[part]
  if (first === undefined) return undefined
  const lastMonth = ((first + 1) % 12) + 1
  const lastYear = first + 2 > 12 ? year + 1 : year
  return { from: dayNumber(year, first, 1), to: dayNumber(lastYear, lastMonth, daysInMonth(lastYear, lastMonth)) }
}

function boundsOfDate(text: string): DayBounds | undefined {
  const match = datePattern.exec(text)
  if (match === null) return undefined
  const [, yearText = '', monthText, dayText] = match
  if (monthText === undefined)
    return {
      from: dayNumber(Number(yearText.replaceAll('X', '0')), 1, 1),
      to: dayNumber(Number(yearText.replaceAll('X', '9')), 12, 31),
    }
  if (yearText.includes('X')) return undefined
  const year = Number(yearText)
  const month = Number(monthText)
  if (month > 12) return dayText === undefined ? partOfYear(year, month) : undefined
  if (month < 1) return undefined
  const days = daysInMonth(year, month)
  if (dayText === undefined) return { from: dayNumber(year, month, 1), to: dayNumber(year, month, days) }
  const day = Number(dayText)
  return day < 1 || day > days ? undefined : { from: dayNumber(year, month, day), to: dayNumber(year, month, day) }
}

/**
 * The bounds of an EDTF value (ISO 8601-2:2019): a day, month, year, season or quarter, a decade `201X` or century `19XX`, any
 * of them qualified by `?`, `~` or `%`, and intervals of two of them or with an open end (`..` or nothing). `undefined` for
 * anything else.
 */
export function edtfBounds(text: string): DayBounds | undefined {
  const ends = text.split('/')
  if (ends.length === 1) return boundsOfDate(text)
  const [start = '', end = ''] = ends
  if (ends.length > 2 || (isOpen(start) && isOpen(end))) return undefined
  const from = isOpen(start) ? earliest : boundsOfDate(start)?.from
  const to = isOpen(end) ? latest : boundsOfDate(end)?.to
  return from === undefined || to === undefined || from > to ? undefined : { from, to }
}

function isOpen(end: string): boolean {
  return end === '' || end === '..'
}
