import { type DateMention, findFullDates, findMonths } from './dates.rules.ts'

/** The day of issue as the text itself states it, the place if the same words name it, and where they stand. */
export interface DatelineFinding extends DateMention {
  readonly place: string
  readonly rule: 'dateline' | 'date-line' | 'done-at'
  readonly confidence: number
}

const headLength = 3000
const tailLength = 3000

/** `RABAT, 22 January 2026 –`, `Kigali, le 23 janvier 2026`, `الرباط، 22 يناير 2026`: a place in capitals or a name, then the date. */
const placeBefore =
  /(?:^|\n)[\s*_>#–—(-]*(?:le\s+|on\s+)?(?<place>\p{Lu}[\p{L}.'’-]*(?:[ -]\p{Lu}?[\p{L}.'’-]+){0,3}(?:\s*\([^)\n]{1,30}\))?|[\u0621-\u064A]+(?:\s[\u0621-\u064A]+){0,2})\s*[,،–—:-]\s*(?:le\s+|on\s+|the\s+|في\s+|يوم\s+|(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|monday|tuesday|wednesday|thursday|friday|saturday|sunday)[ ,]+|\p{L}+\s+)?$/iu
const weekday =
  /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$|^(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)$/i
const months = /^(?:issued|date|updated|published|released|publié|publiée|fait|done)$/i
/** The closing words of an instrument, at the beginning of a line: what stands inside a sentence tells of another text's signing. */
const doneAt =
  /(?:^|\n)[\s*_>#]*(?:done\s+(?:at|in)\s+(?<en>\p{L}[\p{L}' -]{1,40}?)|signed\s+(?:at|in)\s+(?<en2>\p{L}[\p{L}' -]{1,40}?)|faite?\s+(?:à|a)\s+(?<fr>\p{L}[\p{L}'’ -]{1,40}?)|signée?\s+à\s+(?<fr2>\p{L}[\p{L}'’ -]{1,40}?)|(?:حررت?|وقعت?|حُررت?)\s+(?:في\s+|ب)(?:مدينة\s+)?(?<ar>[\u0621-\u064A]+(?:\s(?!(?:في|يوم|بتاريخ)\s)[\u0621-\u064A]+)?))[\s,،]*(?:(?:on|this|le|ce|في|يوم|بتاريخ)\s+(?:the\s+)?)?$/iu
const ordinaryLabel =
  /^[\s*_>#(-]*(?:(?:date|issued|published|released|posted|updated|release date|publié|publiée|date de publication|التاريخ|تاريخ النشر)(?:\s+(?:on|le))?\s*[:：]?\s*)?(?:le\s+)?(?:\p{L}+(?:day|di)\s*,?\s+)?(?:يوم\s+\S+\s+)?$/iu

function lineAround(text: string, date: DateMention): { before: string; after: string } {
  const start = text.lastIndexOf('\n', date.start - 1) + 1
  const end = text.indexOf('\n', date.end)
  return { before: text.slice(start, date.start), after: text.slice(date.end, end === -1 ? undefined : end) }
}

const toPlace = (written: string): string =>
  written === written.toUpperCase() && written !== written.toLowerCase()
    ? written.toLowerCase().replace(/(^|[\s(-])\p{L}/gu, (letter) => letter.toUpperCase())
    : written

function asDateline(text: string, date: DateMention): DatelineFinding | undefined {
  const before = text.slice(Math.max(0, date.start - 120), date.start)
  const place = placeBefore.exec(`\n${before.slice(before.lastIndexOf('\n') + 1)}`)?.groups?.['place']?.trim()
  if (place === undefined || weekday.test(place) || months.test(place)) return undefined
  return { ...date, place: toPlace(place), rule: 'dateline', confidence: 0.95 }
}

function asDateLine(text: string, date: DateMention): DatelineFinding | undefined {
  const { before, after } = lineAround(text, date)
  const isAlone = ordinaryLabel.test(before) && after.replace(/[^\p{L}\p{N}]/gu, '').length < 12
  // `30 April 2026. Reference: ...`: the date opens a line of particulars.
  const opensLine = before.trim() === '' && date.start < 1500 && /^\s*(?:[.·;|]\s|[–—])/u.test(after)
  return isAlone || opensLine ? { ...date, place: '', rule: 'date-line', confidence: 0.85 } : undefined
}

function asDoneAt(text: string, date: DateMention): DatelineFinding | undefined {
  const match = doneAt.exec(text.slice(Math.max(0, date.start - 160), date.start))
  if (match === null) return undefined
  const place = Object.values(match.groups ?? {}).find(Boolean) ?? ''
  return { ...date, place: place.trim(), rule: 'done-at', confidence: 0.9 }
}

/**
 * The day on which a text says in its head that it was issued: a dateline, or a line that is a date. Dates inside sentences are
 * not taken: they are dates of what the text tells.
 */
export function findDateline(text: string): DatelineFinding | undefined {
  const head = text.slice(0, headLength)
  const dates = findFullDates(head)
  for (const rule of [asDateline, asDateLine]) {
    for (const date of dates) {
      const found = rule(head, date)
      if (found !== undefined) return found
    }
  }
  return findMonthLine(head)
}

/** `KIGALI, October 2016 –`: a dateline that leaves the day out. */
function findMonthLine(head: string): DatelineFinding | undefined {
  for (const month of findMonths(head)) {
    const found = asDateline(head, month)
    if (found !== undefined && /^\s*[–—-]/u.test(head.slice(month.end))) return { ...found, confidence: 0.8 }
  }
  return undefined
}

/** The day on which an instrument says at its end that it was done: `Done at ... on ...`, `Fait à ..., le ...`. */
export function findDoneAt(text: string): DatelineFinding | undefined {
  const offset = Math.max(0, text.length - tailLength)
  const tail = text.slice(offset)
  for (const date of findFullDates(tail)) {
    const found = asDoneAt(tail, date)
    if (found !== undefined) return { ...found, start: found.start + offset, end: found.end + offset }
  }
  return undefined
}
