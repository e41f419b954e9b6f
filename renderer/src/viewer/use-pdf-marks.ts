import { useCallback, useEffect, useState } from 'react'
import { hasLetterFromRight } from './pdf-letters.ts'
import { type PdfDocument, readPage } from './pdf.ts'
import { marksOnPage, type Measures, type PageHit, type PageMarks } from './pdf-marks.ts'

/** Our text of a page. */
export interface PageOfText {
  readonly number: number
  readonly text: string
}

/** The hits of a document and which of them the reader is at. */
export interface WalkedHits {
  readonly current: number
  readonly ofPage: (page: number) => readonly PageHit[]
}

export interface PdfMarks {
  readonly ofPage: ReadonlyMap<number, PageMarks>
  /** How many hits have no place on their pages; 0 until all pages with hits were looked at. */
  readonly unplaced: number
  /** Marks a page again once it was drawn: its own fonts are there then, and widths are exact. */
  readonly markAgain: (page: number) => void
}

/** How long marks are gathered before they are shown. */
const gatherMs = 120

let canvas: CanvasRenderingContext2D | null | undefined

/**
 * Measures with the page's own font where that is loaded, else with one of its kind. A page's own Arabic font knows the shapes that
 * it paints and not how letters join, so it would measure other shapes.
 */
function measuresWith(families: ReadonlyMap<string, string>): Measures {
  canvas ??= document.createElement('canvas').getContext('2d')
  const context = canvas
  const loaded = new Set<string>()
  for (const { family, status } of document.fonts) if (status === 'loaded') loaded.add(family.replaceAll('"', ''))
  const width = (text: string, fontName: string): number => {
    if (context === null) return text.length
    const own = hasLetterFromRight(text) ? '' : `"${fontName}", `
    context.font = `100px ${own}${families.get(fontName) ?? 'sans-serif'}`
    return context.measureText(text).width
  }
  return { width, isExact: (fontName) => context !== null && loaded.has(fontName) }
}

async function markPage(pdf: PdfDocument, { number, text }: PageOfText, hits: readonly PageHit[]): Promise<PageMarks> {
  try {
    const { families, ...page } = await readPage(pdf, number)
    return marksOnPage(text, hits, page, measuresWith(families))
  } catch {
    // A page that cannot be read has no place for a hit.
    return { marks: [], unplaced: hits.length }
  }
}

/** The pages with hits, from the one with the current hit on. */
function inOrderOfNeed(pages: readonly PageOfText[], { current, ofPage }: WalkedHits): readonly PageOfText[] {
  const withHits = pages.filter(({ number }) => ofPage(number).length > 0)
  const first = withHits.findIndex(({ number }) => ofPage(number).some(({ index }) => index === current))
  return first <= 0 ? withHits : [...withHits.slice(first), ...withHits.slice(0, first)]
}

function sumOf(marks: ReadonlyMap<number, PageMarks>): number {
  return [...marks.values()].reduce((sum, { unplaced }) => sum + unplaced, 0)
}

interface Found {
  readonly source: WalkedHits['ofPage']
  /** Pages in the order in which they are needed at the moment at which the hits come. */
  readonly order: readonly PageOfText[]
  readonly ofPage: ReadonlyMap<number, PageMarks>
  readonly isComplete: boolean
}

function nothingYet(pages: readonly PageOfText[], hits: WalkedHits): Found {
  return { source: hits.ofPage, order: inOrderOfNeed(pages, hits), ofPage: new Map(), isComplete: false }
}

/** Where on the pages of a PDF the hits in our text of them stand, page by page as it is found out. */
export function usePdfMarks(pdf: PdfDocument, pages: readonly PageOfText[], hits: WalkedHits): PdfMarks {
  const [found, setFound] = useState(() => nothingYet(pages, hits))
  if (found.source !== hits.ofPage) setFound(nothingYet(pages, hits))
  const { source, order } = found
  useEffect(() => {
    let isGone = false
    const show = (marks: readonly (readonly [number, PageMarks])[], isComplete: boolean): void =>
      setFound((before) =>
        // What was marked meanwhile, when its page was drawn, is better.
        before.source === source ? { ...before, ofPage: new Map([...marks, ...before.ofPage]), isComplete } : before,
      )
    const mark = async (): Promise<void> => {
      const gathered: [number, PageMarks][] = []
      let shownAt = -Infinity
      for (const page of order) {
        gathered.push([page.number, await markPage(pdf, page, source(page.number))])
        if (isGone) return
        if (performance.now() - shownAt < gatherMs) continue
        shownAt = performance.now()
        show(gathered.splice(0), false)
      }
      show(gathered, true)
    }
    void mark()
    return () => {
      isGone = true
    }
  }, [pdf, source, order])
  const markAgain = useCallback(
    (number: number) => {
      const page = order.find((each) => each.number === number)
      if (page === undefined) return
      void markPage(pdf, page, source(number)).then((marks) =>
        setFound((before) =>
          before.source === source ? { ...before, ofPage: new Map(before.ofPage).set(number, marks) } : before,
        ),
      )
    },
    [pdf, source, order],
  )
  return { ofPage: found.ofPage, unplaced: found.isComplete ? sumOf(found.ofPage) : 0, markAgain }
}
