import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { formatEdtf } from '../../../electron/contract/edtf-text.ts'

/** The reader's locale with Latin digits, which archives of both Rabat and Kigali write in Arabic texts too. */
export function localeOf(language: string): string {
  return language.startsWith('ar') ? 'ar-u-nu-latn' : language === 'en' ? 'en-GB' : language
}

const byteUnits = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const

function formatBytes(bytes: number, locale: string): string {
  const step = bytes < 1000 ? 0 : Math.min(Math.floor(Math.log10(bytes) / 3), byteUnits.length - 1)
  const value = bytes / 1000 ** step
  const unit = byteUnits[step] ?? 'byte'
  const style = { style: 'unit', unit, unitDisplay: step === 0 ? 'long' : 'short' } as const
  return new Intl.NumberFormat(locale, { ...style, maximumFractionDigits: value < 10 && step > 0 ? 1 : 0 }).format(
    value,
  )
}

function formatSeconds(seconds: number, locale: string): string {
  const unit = seconds < 90 ? 'second' : seconds < 5400 ? 'minute' : 'hour'
  const value = Math.max(1, Math.round(unit === 'second' ? seconds : unit === 'minute' ? seconds / 60 : seconds / 3600))
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(value)
}

/** Numbers, sizes and times as the reader's language writes them. */
export interface Formats {
  readonly locale: string
  readonly number: (value: number) => string
  readonly bytes: (value: number) => string
  /** A length of time, in the largest unit that is not vague. */
  readonly seconds: (value: number) => string
  /** A moment, given in milliseconds since 1970, with date and time of day. */
  readonly moment: (instantMs: number) => string
  /** The day of a moment. */
  readonly day: (instantMs: number) => string
  readonly edtf: (text: string) => string
  readonly percent: (share: number) => string
  readonly languageName: (code: string) => string
  /** A country by its code of two letters; `fallback` where there is none, or it is no more. */
  readonly country: (code: string | undefined, fallback: string) => string
}

/** Codes of states that are no more; browsers give a successor's name for some of them. */
const formerCountries: ReadonlySet<string> = new Set(['CS', 'DD', 'SU', 'YU'])

/** The formats of one language. */
export function formatsFor(language: string): Formats {
  const locale = localeOf(language)
  const numbers = new Intl.NumberFormat(locale)
  const moments = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' })
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'long' })
  const percents = new Intl.NumberFormat(locale, { style: 'percent' })
  const regions = new Intl.DisplayNames(locale, { type: 'region', fallback: 'none' })
  const names = new Intl.DisplayNames(locale, { type: 'language' })
  return {
    locale,
    number: (value) => numbers.format(value),
    bytes: (value) => formatBytes(value, locale),
    seconds: (value) => formatSeconds(value, locale),
    moment: (instantMs) => moments.format(instantMs),
    day: (instantMs) => days.format(instantMs),
    edtf: (text) => formatEdtf(text, locale),
    percent: (share) => percents.format(share),
    country: (code, fallback) =>
      code === undefined || formerCountries.has(code) ? fallback : (regions.of(code) ?? fallback),
    languageName: (code) => names.of(code) ?? code,
  }
}

/** The formats of the language in which the page is shown. */
export function useFormats(): Formats {
  const { i18n } = useTranslation()
  return useMemo(() => formatsFor(i18n.language), [i18n.language])
}
