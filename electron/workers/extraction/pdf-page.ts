import type { ExtractedPage } from './extracted.ts'
import { isBackwards, isLineFromRight, isRightToLeft, readLine, turnedRound } from './pdf-direction.ts'
import { hasShapedArabic, type PagePieces } from './pdf-items.ts'
import { readingBlocks, type Row, rowsOf } from './pdf-layout.ts'
import { cleanText } from './text-cleanup.ts'

// A gap this much wider than the usual one between two lines begins a paragraph.
const paragraphGap = 1.3
const widestPitch = 2.1

interface PageLine {
  readonly text: string
  readonly isReordered: boolean
  readonly beginsParagraph: boolean
  readonly y: number
}

/** Words of a line that was stretched to the width of its column stand as far apart as cells, but evenly. */
function isStretched({ segments, height }: Row): boolean {
  const gaps = segments.slice(1).map((segment, at) => segment.left - (segments[at]?.right ?? 0))
  const [least, most] = [Math.min(...gaps), Math.max(...gaps)]
  return gaps.length > 1 && most - least < height * 0.15 && most < height * 4
}

function lineOf(row: Row, isBlockFromRight: boolean): { text: string; isReordered: boolean } {
  const lines = row.segments.map((segment) => readLine(segment.pieces, isBlockFromRight))
  const isFromRight = isLineFromRight(lines.map((line) => line.text).join(''), isBlockFromRight)
  if (isFromRight) lines.reverse()
  const border = isStretched(row) ? ' ' : '\t'
  return {
    text: lines.map((line) => line.text.trim()).join(border),
    isReordered: lines.some((line) => line.isReordered),
  }
}

function usualPitch(rows: readonly Row[]): number {
  const pitches = rows.slice(1).map((row, at) => row.y - (rows[at]?.y ?? 0))
  const close = pitches.filter((pitch, at) => pitch <= (rows[at]?.height ?? 0) * widestPitch).sort((a, b) => a - b)
  return close[Math.floor(close.length / 2)] ?? 0
}

function linesOf(rows: readonly Row[]): PageLine[] {
  const pitch = usualPitch(rows)
  const pieces = rows.flatMap((row) => row.segments.flatMap((segment) => segment.pieces))
  const isFromRight = isRightToLeft(pieces.map((piece) => piece.text).join(''))
  return rows.map((row, at) => {
    const above = rows[at - 1]
    const gap = above === undefined ? Infinity : row.y - above.y
    const usual = pitch === 0 ? Math.max(row.height, above?.height ?? 0) * 1.5 : pitch
    return { ...lineOf(row, isFromRight), beginsParagraph: gap > usual * paragraphGap, y: row.y }
  })
}

const firstParts =
  /(?:^|[\s(«“"'’])(?:non|self|vice|ex|semi|mi|sous|après|avant|demi|quasi|pan|pre|post|anti|inter|well|co|peut|est|vis|celui|ceux|celle|celles|lui|elle|moi|nous|vous|eux)$/iu

/** Joins words that were divided at a line's end, unless the hyphen seems to be part of the word. */
function joinDivided(lines: readonly string[], whole: string): string[] {
  const joined: string[] = []
  for (const line of lines) {
    const above = joined.at(-1) ?? ''
    const begun = /(\p{L}{2,})[-\u2010\u00ad]$/u.exec(above)
    const rest = /^(\p{Ll}{2,})(\S*)[ \t]*/u.exec(line)
    const [start = '', tail = ''] = [begun?.[1], rest?.[1]]
    const stem = above.slice(0, -1)
    const isCompound = firstParts.test(stem) || /-\p{L}+$/u.test(stem) || (rest?.[2] ?? '').startsWith('-')
    if (begun === null || rest === null || isCompound || whole.includes(`${start}-${tail}`)) {
      joined.push(line)
      continue
    }
    joined[joined.length - 1] = stem + tail + (rest[2] ?? '')
    const left = line.slice(rest[0].length)
    if (left !== '') joined.push(left)
  }
  return joined
}

function paragraphsOf(lines: readonly PageLine[]): string[] {
  const paragraphs: string[][] = []
  for (const line of lines) {
    const last = paragraphs.at(-1)
    if (last === undefined || line.beginsParagraph) paragraphs.push([line.text])
    else last.push(line.text)
  }
  const whole = lines.map((line) => line.text).join('\n')
  return paragraphs.map((paragraph) => joinDivided(paragraph, whole).join('\n'))
}

/** A line near the upper or lower edge of a page, where running headers and page numbers stand. */
export interface PageEdge {
  /** As in the text of the page. */
  readonly text: string
  /** The baseline, in points from the top of the page. */
  readonly y: number
  readonly isTop: boolean
}

export interface ReadPage extends ExtractedPage {
  readonly edges: readonly PageEdge[]
}

// Parts of the page's height.
const upperEdge = 0.13
const lowerEdge = 0.87
const longestEdge = 200
/** So many lines from either end of the text count as near an edge wherever they stand: some pages have wide margins. */
const outermost = 2

function edgesOf(lines: readonly PageLine[], pageHeight: number, readable: (text: string) => string): PageEdge[] {
  const heights = [...new Set(lines.map(({ y }) => y))].sort((a, b) => a - b)
  const upper = Math.max(pageHeight * upperEdge, heights[outermost - 1] ?? 0)
  const lower = Math.min(pageHeight * lowerEdge, heights.at(-outermost) ?? pageHeight)
  return lines
    .filter(({ y }) => y <= upper || y >= lower)
    .map(({ text, y }) => ({ text: readable(cleanText(text)), y, isTop: y < pageHeight / 2 }))
    .filter(({ text }) => text !== '' && text.length <= longestEdge)
}

/**
 * The text of a page of `pageHeight` points in the order of reading. The grade is `empty` when there is none; whether it is a picture
 * is not known here.
 */
export function readPage({ upright, turned }: PagePieces, pageHeight: number): ReadPage {
  const lines = readingBlocks(rowsOf(upright)).flatMap(linesOf)
  const text = cleanText([...paragraphsOf(lines), ...(turned.length === 0 ? [] : [turned.join(' ')])].join('\n\n'))
  if (text === '') return { text, grade: 'empty', edges: [] }
  const isTurned = isBackwards(text)
  const wasRepaired =
    isTurned || lines.some((line) => line.isReordered) || upright.some((piece) => hasShapedArabic(piece.text))
  const readable = (part: string): string => (isTurned ? part.split('\n').map(turnedRound).join('\n') : part)
  return {
    text: readable(text),
    grade: wasRepaired ? 'repaired' : 'text',
    edges: edgesOf(lines, pageHeight, readable),
  }
}
