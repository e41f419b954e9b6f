/** A day as the number of days since 1 January 1970 in the proleptic Gregorian calendar. */
export type Day = number

/** Year, month from 1 and day of the month. */
export interface CivilDate {
  readonly year: number
  readonly month: number
  readonly day: number
}

const daysPerEra = 146_097
const yearsPerEra = 400
/** Days from 1 March of the year 0, where the eras below begin, to 1 January 1970. */
const daysBeforeUnix = 719_468

/** The number of a day. Years count from March here, so that the leap day is the last of its year. */
export function toDay(year: number, month: number, day: number): Day {
  const marchYear = month > 2 ? year : year - 1
  const era = Math.floor(marchYear / yearsPerEra)
  const yearOfEra = marchYear - era * yearsPerEra
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1
  const leapDays = Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100)
  return era * daysPerEra + yearOfEra * 365 + leapDays + dayOfYear - daysBeforeUnix
}

/** The date of a day: the inverse of `toDay`. */
export function toCivil(day: Day): CivilDate {
  const shifted = day + daysBeforeUnix
  const era = Math.floor(shifted / daysPerEra)
  const dayOfEra = shifted - era * daysPerEra
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
  return {
    year: yearOfEra + era * yearsPerEra + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1,
  }
}

/** Monday is 1 and Sunday 7, as in ISO 8601. */
export const weekdayOf = (day: Day): number => ((((day + 3) % 7) + 7) % 7) + 1

/** The Monday of the week in which a day lies. */
export const mondayOf = (day: Day): Day => day - weekdayOf(day) + 1

/** How many days a month of the Gregorian calendar has; `month` is 1 to 12. */
export const daysOfMonth = (year: number, month: number): number =>
  month === 12 ? 31 : toDay(year, month + 1, 1) - toDay(year, month, 1)

/** The same day some months later or earlier; the last of the month where the month is too short. */
export function addMonths(from: Day, months: number): Day {
  const { year, month, day } = toCivil(from)
  const index = year * 12 + month - 1 + months
  const newYear = Math.floor(index / 12)
  const newMonth = index - newYear * 12 + 1
  return toDay(newYear, newMonth, Math.min(day, daysOfMonth(newYear, newMonth)))
}

/** Easter Sunday of the Gregorian calendar (computus in the form of Meeus, Jones and Butcher). */
export function easterOf(year: number): Day {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const inCentury = year % 100
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3)
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7
  const shift = Math.floor((golden + 11 * epact + 22 * weekday) / 451)
  const index = epact + weekday - 7 * shift + 114
  return toDay(year, Math.floor(index / 31), (index % 31) + 1)
}
