import { memo, useEffect, useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../texts/format.ts'
import { HitWalker } from './HitWalker.tsx'
import { paragraphsOf, spansWithin } from './paragraphs.ts'
import styles from './Reader.module.css'
import type { DocumentRecord } from './ReaderPane.tsx'
import type { Hits, NumberedHit } from './use-hits.ts'

interface MarkedParagraphProps {
  readonly text: string
  readonly hits: readonly NumberedHit[]
}

function MarkedParagraph({ text, hits }: MarkedParagraphProps): ReactNode {
  const parts: ReactNode[] = []
  let from = 0
  for (const { start, end, index } of hits) {
    parts.push(
      text.slice(from, start),
      <mark key={index} data-hit={index}>
        {text.slice(start, end)}
      </mark>,
    )
    from = end
  }
  parts.push(text.slice(from))
  return (
    <p dir="auto" className={styles.paragraph}>
      {parts}
    </p>
  )
}

interface PageTextProps {
  readonly page: DocumentRecord['pages'][number]
  readonly hits: readonly NumberedHit[]
  readonly isOnly: boolean
}

const PageText = memo(function PageText({ page, hits, isOnly }: PageTextProps): ReactNode {
  const { t } = useTranslation()
  const { number, percent } = useFormats()
  const values = { percent: percent(page.confidence ?? 0) }
  return (
    <section className={styles.page} aria-label={t('reader.page', { page: number(page.number) })}>
      {!isOnly && <p className={styles.pageNumber}>{number(page.number)}</p>}
      {page.grade !== 'text' && <p className={styles.grade}>{t(`reader.grades.${page.grade}`, values)}</p>}
      {paragraphsOf(page.text).map((paragraph) => (
        <MarkedParagraph key={paragraph.start} text={paragraph.text} hits={spansWithin(hits, paragraph)} />
      ))}
    </section>
  )
})

/** The text page by page, with the words of the query marked and walked. */
export function TextPages({ record, hits }: { readonly record: DocumentRecord; readonly hits: Hits }): ReactNode {
  const area = useRef<HTMLDivElement>(null)
  const { current, isAsked } = hits
  useEffect(() => {
    const marks = area.current?.querySelectorAll('mark') ?? []
    for (const mark of marks) mark.toggleAttribute('data-current', mark.dataset['hit'] === String(current))
    area.current?.querySelector('mark[data-current]')?.scrollIntoView({ block: 'center' })
  }, [current, hits.ofPage])
  return (
    <>
      {isAsked && <HitWalker hits={hits} />}
      <div ref={area} className={styles.text}>
        {record.pages.map((page) => (
          <PageText key={page.number} page={page} hits={hits.ofPage(page.number)} isOnly={record.pages.length === 1} />
        ))}
      </div>
    </>
  )
}
