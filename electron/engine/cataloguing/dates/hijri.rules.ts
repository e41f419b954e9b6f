import type { Day } from './calendar.rules.ts'

/**
 * The day number of 1 Muharram of the year 1 in the civil reckoning: 16 July 622 of the Julian calendar, 19 July of the
 * Gregorian.
 */
const epoch = -492_148
const yearsPerCycle = 30
const daysPerCycle = 10_631

/**
 * The day of a Hijri date by the tabular Islamic calendar: cycles of 30 years of which 2, 5, 7, 10, 13, 16, 18, 21, 24, 26 and
 * 29 have a leap day, months of 30 and 29 days in turn, civil epoch. Where the moon was sighted the day may be one off.
 */
export function hijriToDay(year: number, month: number, day: number): Day {
  const before = year - 1
  const leapDays = Math.floor((3 + 11 * year) / yearsPerCycle)
  return epoch + before * 354 + leapDays + Math.ceil(29.5 * (month - 1)) + day - 1
}

/** The Hijri year in which a day lies, by the same tables. */
export function hijriYearOf(day: Day): number {
  const guess = Math.floor(((day - epoch) * yearsPerCycle) / daysPerCycle) + 1
  return hijriToDay(guess + 1, 1, 1) <= day ? guess + 1 : hijriToDay(guess, 1, 1) > day ? guess - 1 : guess
}

/** The days of a Hijri month by the same tables. */
export const daysOfHijriMonth = (year: number, month: number): number =>
  (month === 12 ? hijriToDay(year + 1, 1, 1) : hijriToDay(year, month + 1, 1)) - hijriToDay(year, month, 1)
