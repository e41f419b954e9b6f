const datePattern = /^(-?\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/
const qualifier = /[~?%]/g

interface CalendarDate {
  readonly date: Date
  readonly precision: 'year' | 'month' | 'day'
}

function parse(text: string): CalendarDate | undefined {
  const match = datePattern.exec(text)
  if (match === null) return undefined
  const [, year = '', month, day] = match
  const date = new Date(Date.UTC(2000, Number(month ?? 1) - 1, Number(day ?? 1)))
  date.setUTCFullYear(Number(year))
  const monthFits = month === undefined || (Number(month) >= 1 && Number(month) <= 12)
  if (!monthFits || (day !== undefined && date.getUTCDate() !== Number(day))) return undefined
  return { date, precision: day !== undefined ? 'day' : month !== undefined ? 'month' : 'year' }
}

const formatOptions = {
  year: { year: 'numeric' },
  month: { year: 'numeric', month: 'long' },
  day: { year: 'numeric', month: 'long', day: 'numeric' },
} as const

function formatterFor(locale: string, precision: CalendarDate['precision']): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(locale, { ...formatOptions[precision], timeZone: 'UTC' })
}

function formatSingle(text: string, locale: string): string {
  const parsed = parse(text.replace(qualifier, ''))
  if (parsed === undefined) return text
  const shown = formatterFor(locale, parsed.precision).format(parsed.date)
  const marks = text.match(qualifier)?.join('') ?? ''
  return (/[~%]/.test(marks) ? '≈ ' : '') + shown + (/[?%]/.test(marks) ? ' (?)' : '')
}

/**
 * An EDTF date (ISO 8601-2) as people write it in the locale, no more exact than it is: `2025-06` is a month. An interval is
 * shown as a range, an open end as an arrow; what is beyond this reader is shown as it is written.
 */
export function formatEdtf(edtf: string, locale: string): string {
  const [start = '', end] = edtf.split('/')
  if (end === undefined) return formatSingle(start, locale)
  if (start === '' || start === '..') return `… – ${formatSingle(end, locale)}`
  if (end === '' || end === '..') return `${formatSingle(start, locale)} – …`
  const from = parse(start)
  const to = parse(end)
  if (from !== undefined && to !== undefined && from.precision === to.precision && from.date <= to.date) {
    return formatterFor(locale, from.precision).formatRange(from.date, to.date)
  }
  return `${formatSingle(start, locale)} – ${formatSingle(end, locale)}`
}
