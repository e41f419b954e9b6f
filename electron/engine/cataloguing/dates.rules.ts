import { daysInMonth } from '../../contract/edtf.ts'
import { foldWord } from '../language/fold.ts'

/** A full date in a text: where it stands (UTF-16 offsets) and its EDTF value, `2026-01-22`. */
export interface DateMention {
  readonly start: number
  readonly end: number
  readonly value: string
}

/** Month names as they are written in English, French and Arabic (Gregorian, Maghrebi and Levantine), January first. */
const monthNames: readonly (readonly string[])[] = [
  ['january', 'jan', 'janvier', 'janv', 'يناير', 'جانفي', 'كانون الثاني'],
  ['february', 'feb', 'février', 'févr', 'fév', 'فبراير', 'فيفري', 'شباط'],
  ['march', 'mar', 'mars', 'مارس', 'آذار'],
  ['april', 'apr', 'avril', 'avr', 'أبريل', 'إبريل', 'أفريل', 'نيسان'],
  ['may', 'mai', 'مايو', 'ماي', 'أيار'],
  ['june', 'jun', 'juin', 'يونيو', 'يونيه', 'جوان', 'حزيران'],
  ['july', 'jul', 'juillet', 'juil', 'يوليو', 'يوليوز', 'يوليه', 'جويلية', 'تموز'],
  ['august', 'aug', 'août', 'أغسطس', 'غشت', 'أوت', 'آب'],
  ['september', 'sept', 'sep', 'septembre', 'سبتمبر', 'شتنبر', 'أيلول'],
  ['october', 'oct', 'octobre', 'أكتوبر', 'تشرين الأول'],
  ['november', 'nov', 'novembre', 'نوفمبر', 'نونبر', 'تشرين الثاني'],
  ['december', 'dec', 'décembre', 'déc', 'ديسمبر', 'دجنبر', 'كانون الأول'],
]

const foldPhrase = (phrase: string): string => phrase.split(/\s+/).map(foldWord).join(' ')
const monthByName = new Map(
  monthNames.flatMap((names, index) => names.map((name) => [foldPhrase(name), index + 1] as const)),
)

const digits = '[0-9\\u0660-\\u0669\\u06F0-\\u06F9]'
const space = '[\\s\\u00a0\\u202f]'
const monthAlternatives = monthNames
  .flat()
  .sort((a, b) => b.length - a.length)
  .map((name) => name.replace(' ', `${space}+`))
  .join('|')

const dayFirst = `(?<day>${digits}{1,2})(?:st|nd|rd|th|er)?${space}+(?:of${space}+)?(?<month>${monthAlternatives})\\.?,?${space}+(?<year>${digits}{4})`
const monthFirst = `(?<month>${monthAlternatives})\\.?${space}+(?<day>${digits}{1,2})(?:st|nd|rd|th)?,?${space}+(?<year>${digits}{4})`
const yearFirst = `(?<year>${digits}{4})-(?<monthNumber>${digits}{2})-(?<day>${digits}{2})`
const edges = (pattern: string): RegExp => new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`, 'giu')
const patterns = [edges(dayFirst), edges(monthFirst), edges(yearFirst)]

const toNumber = (written: string): number => Number(foldWord(written))

function valueOf(groups: Readonly<Record<string, string | undefined>>): string | undefined {
  const { year = '', month, monthNumber, day = '' } = groups
  const monthValue = month === undefined ? toNumber(monthNumber ?? '') : monthByName.get(foldPhrase(month))
  const yearValue = toNumber(year)
  const dayValue = toNumber(day)
  if (monthValue === undefined || monthValue < 1 || monthValue > 12 || yearValue < 1000) return undefined
  if (dayValue < 1 || dayValue > daysInMonth(yearValue, monthValue)) return undefined
  return `${yearValue}-${String(monthValue).padStart(2, '0')}-${String(dayValue).padStart(2, '0')}`
}

/** The month that a word or two name in English, French or Arabic, from 1; `undefined` for other words. */
export const monthOf = (name: string): number | undefined => monthByName.get(foldPhrase(name))

const yearPattern = new RegExp(`${digits}{4}`, 'g')
/** A day and a month fit into so many characters before or after their year. */
const reach = 48

/** The passages of a text that hold a year: every full date has one, and most text is spared three slow patterns. */
function passagesWithYears(text: string): { readonly start: number; readonly passage: string }[] {
  const spans: { start: number; end: number }[] = []
  for (const { index } of text.matchAll(yearPattern)) {
    const start = Math.max(0, index - reach)
    const last = spans.at(-1)
    if (last !== undefined && start <= last.end) last.end = index + reach
    else spans.push({ start, end: index + reach })
  }
  return spans.map(({ start, end }) => {
    // A word that is cut in two would look like one that begins there.
    const from = start === 0 ? 0 : start + Math.max(0, text.slice(start, start + reach).search(/\s/))
    return { start: from, passage: text.slice(from, end) }
  })
}

/**
 * The days written out in full in a text - day, month by name, year, in any order that English, French or Arabic use, or ISO
 * 8601 - in the order in which they stand. Dates in figures only are left out: nobody can tell day from month.
 */
export function findFullDates(text: string): DateMention[] {
  const mentions: DateMention[] = []
  for (const { start, passage } of passagesWithYears(text))
    for (const pattern of patterns)
      for (const match of passage.matchAll(pattern)) {
        const value = valueOf(match.groups ?? {})
        const at = start + match.index
        if (value !== undefined) mentions.push({ start: at, end: at + match[0].length, value })
      }
  return mentions.sort((a, b) => a.start - b.start)
}
