import { type DayBounds, daysInMonth } from '../../contract/edtf.ts'
import { type Period, periods } from '../../contract/vocabulary.ts'

const otherNames: Readonly<Record<string, Period>> = {
  "aujourd'hui": 'today',
  'aujourd’hui': 'today',
  hier: 'yesterday',
  'cette-semaine': 'this-week',
  'semaine-dernière': 'last-week',
  'ce-mois': 'this-month',
  'mois-dernier': 'last-month',
  'cette-année': 'this-year',
  'année-dernière': 'last-year',
  "l'année-dernière": 'last-year',
  'an-dernier': 'last-year',
  اليوم: 'today',
  أمس: 'yesterday',
  'هذا-الأسبوع': 'this-week',
  'الأسبوع-الماضي': 'last-week',
  'هذا-الشهر': 'this-month',
  'الشهر-الماضي': 'last-month',
  'هذا-العام': 'this-year',
  'العام-الماضي': 'last-year',
  'السنة-الماضية': 'last-year',
}

const names = new Map<string, Period>([
  ...periods.map((period) => [period, period] as const),
  ...Object.entries(otherNames),
])

/** The period that words in English, French or Arabic name; spaces may stand for hyphens. */
export function periodOf(written: string): Period | undefined {
  return names.get(
    written
      .trim()
      .toLowerCase()
      .replace(/[\s_]+/gu, '-'),
  )
}

const dayNumber = (date: Date): number => date.getFullYear() * 10_000 + (date.getMonth() + 1) * 100 + date.getDate()

function weekBounds(now: Date, weeks: number): DayBounds {
  // Weeks begin on Monday (ISO 8601).
  const monday = new Date(now.getFullYear(), now.getMonth(), now.getDate() - ((now.getDay() + 6) % 7) + weeks * 7)
  const sunday = new Date(monday.getFullYear(), monday.getMonth(), monday.getDate() + 6)
  return { from: dayNumber(monday), to: dayNumber(sunday) }
}

function monthBounds(now: Date, months: number): DayBounds {
  const first = new Date(now.getFullYear(), now.getMonth() + months, 1)
  const from = dayNumber(first)
  return { from, to: from - 1 + daysInMonth(first.getFullYear(), first.getMonth() + 1) }
}

/** The days of a period, seen from `now` in local time; `undefined` for other text. */
export function periodBounds(period: string, now: Date): DayBounds | undefined {
  const year = now.getFullYear()
  switch (period as Period) {
    case 'today':
      return { from: dayNumber(now), to: dayNumber(now) }
    case 'yesterday': {
      const day = dayNumber(new Date(year, now.getMonth(), now.getDate() - 1))
      return { from: day, to: day }
    }
    case 'this-week':
      return weekBounds(now, 0)
    case 'last-week':
      return weekBounds(now, -1)
    case 'this-month':
      return monthBounds(now, 0)
    case 'last-month':
      return monthBounds(now, -1)
    case 'this-year':
      return { from: year * 10_000 + 101, to: year * 10_000 + 1231 }
    case 'last-year':
      return { from: (year - 1) * 10_000 + 101, to: (year - 1) * 10_000 + 1231 }
  }
  return undefined
}
