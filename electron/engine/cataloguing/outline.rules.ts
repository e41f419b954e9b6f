import type { Outline, ReleaseNote } from '../../contract/schemas.ts'
import type { Language } from '../../contract/vocabulary.ts'
import { analyseText } from '../language/analyse.ts'
import { findFullDates } from './dates.rules.ts'
import { pageBreak, placeOnPages } from './pages.ts'

const notePatterns: Readonly<Record<ReleaseNote['type'], RegExp>> = {
  embargo:
    /(?:\bembargo(?:ed)?\b|\bnot for (?:release|publication|broadcast) before\b|\bhold for release\b|\bsous embargo\b|\bne pas (?:publier|diffuser) avant\b|محظور النشر|يحظر النشر|لا ينشر قبل)[^\n]{0,160}/iu,
  'check-against-delivery':
    /(?:\bcheck against delivery\b|\bas (?:delivered|prepared for delivery)\b|\bseul le prononcé fait foi\b|\bprononcé faisant foi\b|العبرة بما يلقى|تراجع عند الإلقاء|النص الملقى هو المعتمد)[^\n]{0,80}/iu,
  immediate: /(?:\bfor immediate release\b|\bpour diffusion immédiate\b|للنشر الفوري)[^\n]{0,40}/iu,
}
const headLength = 3000
const shortestSubtitle = 15
const longestSubtitle = 250

/** What a text says of its own release: embargo, delivery, immediate release, with the day of the embargo where it has one. */
function notesIn(head: string): ReleaseNote[] {
  return (Object.keys(notePatterns) as ReleaseNote['type'][]).flatMap((type): ReleaseNote[] => {
    const match = notePatterns[type].exec(head)
    if (match === null) return []
    const text = match[0].trim()
    // From its first figure on: `until 4 March` is a time with an open beginning, and no day.
    const day = text.slice(Math.max(0, text.search(/\p{Nd}/u)))
    const until = type === 'embargo' ? findFullDates(day)[0]?.value : undefined
    const place = { page: 1, start: match.index, end: match.index + match[0].trimEnd().length, text }
    return [{ type, ...place, ...(until === undefined ? {} : { until }) }]
  })
}

/** The line below the title that goes on with it: neither a date nor running text nor a note of release. */
function subtitleBelow(head: string, title: string): string {
  const lines = head.split('\n').map((line) => line.trim())
  const flat = (text: string): string => text.replace(/\s+/gu, ' ').toLowerCase()
  const words = flat(title)
  const at = lines.findIndex((line) => line !== '' && words.endsWith(flat(line)))
  if (at < 0) return ''
  const below = lines.slice(at + 1).find((line) => line !== '') ?? ''
  const isLine = below.length >= shortestSubtitle && below.length <= longestSubtitle
  const isRunning = /[.!?؟:;]$/u.test(below) || findFullDates(below).length > 0 || /\s[–—]\s*\S/u.test(below)
  const isNote = Object.values(notePatterns).some((pattern) => pattern.test(below))
  return isLine && !isRunning && !isNote ? below : ''
}

/**
 * How a document is laid out beside its description: the subtitle, what it says of its own release, and the language of each
 * paragraph. Read from the pages whenever it is asked for; it costs about as much as finding the words of the text.
 */
export function outlineOf(pages: readonly { readonly text: string }[], title: string, language: Language): Outline {
  const head = pages[0]?.text.slice(0, headLength) ?? ''
  const { passages } = analyseText(pages.map(({ text }) => text).join(pageBreak), language)
  return {
    subtitle: subtitleBelow(head, title),
    notes: notesIn(head),
    paragraphs: placeOnPages(
      pages,
      passages.map(({ start, end, language: own }) => ({ start, end, language: own })),
    ).map(({ page, start, end, language: own }) => ({ page, start, end, language: own })),
  }
}
