import { findFullDates } from './dates.rules.ts'

/** Where a title stands in a text (UTF-16 offsets). */
export interface TitleFinding {
  readonly title: string
  readonly start: number
  readonly end: number
}

/** Lines that stand above a title in such texts and are none: labels, letterheads, marks of draft and embargo. */
const label =
  /^[^\p{L}\p{N}]*(?:for\s+immediate\s+release|press\s+(?:release|statement)|media\s+release|news\s+release|embargo\w*|check\s+against\s+delivery|draft|unofficial\s+translation|communiqu[eé](?:\s+de\s+presse)?|pour\s+diffusion\s+imm[eé]diate|translated\s+from.*|(?:kingdom|republic|united\s+nations|european\s+union)\b.{0,40}|(?:royaume|r[eé]publique)\s.{0,40}|(?:المملكة|الجمهورية|جمهورية|مملكة)\s.{0,30}|(?:بلاغ|بيان)(?:\s+صحفي)?|(?:no|ref|n°|réf)\b[.:].*|page\s+\d+.*|sample\s+text\b.*|texte\s+d['’]exemple\b.*|نص\s+تجريبي.*)[^\p{L}\p{N}]*$/iu
const markup = /^\s*<\/?[\p{L}\d]+>\s*$/u
const field = /^\s*(?:date|from|to|subject|de|à|objet|contact|tel|fax|e-?mail)\s*:/iu
const heading = /^#{1,6}\s+/
const longestTitle = 300
const linesLookedAt = 25

interface Line {
  readonly text: string
  readonly start: number
}

function firstLines(text: string): Line[] {
  const lines: Line[] = []
  let start = 0
  for (const text_ of text.slice(0, 8000).split('\n')) {
    lines.push({ text: text_, start })
    start += text_.length + 1
    if (lines.length >= linesLookedAt * 2) break
  }
  return lines
}

function isOnlyDate(line: string): boolean {
  const dates = findFullDates(line)
  const rest = dates.reduceRight((left, date) => left.slice(0, date.start) + left.slice(date.end), line)
  return dates.length > 0 && rest.replace(/[^\p{L}\p{N}]/gu, '').length < 20
}

const hasLetters = (line: string): boolean => (line.match(/\p{L}/gu) ?? []).length >= 3

function isTitleLike(line: string): boolean {
  return hasLetters(line) && !label.test(line) && !field.test(line) && !markup.test(line) && !isOnlyDate(line)
}

/** A title that runs over several lines: they follow one another, none ends a sentence, and a blank line ends them all. */
function joinLines(lines: readonly Line[], from: number): readonly Line[] {
  const joined: Line[] = []
  for (const line of lines.slice(from, from + 4)) {
    if (line.text.trim() === '' || (joined.length > 0 && !isTitleLike(line.text))) break
    joined.push(line)
    if (/[.!?؟:]\s*$/u.test(line.text)) break
  }
  const length = joined.reduce((sum, line) => sum + line.text.length, 0)
  const blankFollows = (lines[from + joined.length]?.text.trim() ?? '') === ''
  return joined.length > 1 && blankFollows && length <= longestTitle ? joined : joined.slice(0, 1)
}

function cut(text: string): string {
  if (text.length <= longestTitle) return text
  const short = text.slice(0, longestTitle)
  const lastSpace = short.lastIndexOf(' ')
  return `${lastSpace > longestTitle / 2 ? short.slice(0, lastSpace) : short}…`
}

/**
 * The title of a text without one in its file's own fields: its first line that is neither letterhead, label nor date, with the
 * lines that continue it. A text without line breaks gives its first sentence. `undefined` when no line has letters.
 */
export function findTitle(text: string): TitleFinding | undefined {
  const lines = firstLines(text)
  const candidates = lines.map((line, index) => ({ line, index })).filter(({ line }) => line.text.trim() !== '')
  const first =
    candidates.slice(0, linesLookedAt).find(({ line }) => isTitleLike(line.text)) ??
    candidates.find(({ line }) => hasLetters(line.text))
  if (first === undefined) return undefined
  const joined = joinLines(lines, first.index)
  const last = joined.at(-1) ?? first.line
  const raw = joined.map((line) => line.text.trim()).join(' ')
  const sentence = raw.length > longestTitle ? (/^.{20,}?[.!?؟](?=\s|$)/su.exec(raw)?.[0] ?? raw) : raw
  const title = cut(sentence.replace(heading, '').replace(/\s+/g, ' ').trim())
  return title === '' ? undefined : { title, start: first.line.start, end: last.start + last.text.length }
}
