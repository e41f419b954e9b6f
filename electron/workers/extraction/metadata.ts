import { edtfBounds } from '../../contract/edtf.ts'
import type { FileMetadata } from './extracted.ts'
import { cleanText } from './text-cleanup.ts'

type Fields = { readonly [Name in keyof FileMetadata]?: string | null | undefined }

const longestField = 500

function cleanField(value: string | null | undefined): string {
  return cleanText(value ?? '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, longestField)
}

/** The day or month at the head of an ISO 8601 date and time, as EDTF; undefined when it is no such date. */
export function isoDay(value: string | null | undefined): string | undefined {
  const match = /^\s*(\d{4})[-/](\d{1,2})(?:[-/](\d{1,2}))?(?![\d])/.exec(value ?? '')
  if (match === null) return undefined
  const [, year = '', month = '', day] = match
  const edtf = [year, month.padStart(2, '0'), ...(day === undefined ? [] : [day.padStart(2, '0')])].join('-')
  return edtfBounds(edtf) === undefined ? undefined : edtf
}

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

/** The day of an Internet message date (RFC 5322), as the sender's own calendar had it. */
export function messageDay(value: string | null | undefined): string | undefined {
  const match = /\b(\d{1,2})\s+([A-Za-z]{3})[A-Za-z]*\s+(\d{4})\b/.exec(value ?? '')
  if (match === null) return isoDay(value)
  const [, day = '', name = '', year = ''] = match
  const month = months.indexOf(name.toLowerCase()) + 1
  return month === 0 ? undefined : isoDay(`${year}-${month}-${day}`)
}

/** Whether a title field holds what a program put there and not what a person called the text. */
export function isNoTitle(title: string): boolean {
  return (
    /^(microsoft (word|powerpoint|excel)|powerpoint presentation|présentation powerpoint|untitled|document\d*|sans titre|no title|print|layout)\b/i.test(
      title,
    ) ||
    /\.(docx?|pptx?|xlsx?|odt|ods|odp|epub|msg|rtf|pdf|txt|html?|indd|wpd|tmp|pages|qxd|qxp|p65|fm|tex|dvi)$/i.test(
      title,
    ) ||
    /^[\w-]*\d[\w-]*$/.test(title) ||
    /^(file|https?):/i.test(title) ||
    !/\p{L}{2}/u.test(title)
  )
}

/** Keeps the fields that say something, cleaned; a field's name is kept only with its field. */
export function metadataOf(fields: Fields): FileMetadata {
  const cleaned = Object.entries(fields).map(([name, value]) => [name, cleanField(value)] as const)
  const kept = new Map(cleaned.filter(([, value]) => value !== ''))
  if (!kept.has('title')) kept.delete('titleField')
  if (!kept.has('issued')) kept.delete('issuedField')
  return Object.fromEntries(kept)
}
