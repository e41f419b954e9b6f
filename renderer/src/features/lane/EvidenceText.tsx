import { memo, useEffect, useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { paragraphsOf, spansWithin, type Paragraph } from '../reader/paragraphs.ts'
import type { DocumentRecord } from '../reader/ReaderPane.tsx'
import type { Words } from './lane-items.ts'
import styles from './Lane.module.css'

const ParagraphText = memo(function ParagraphText({
  paragraph,
  start,
  end,
}: {
  readonly paragraph: Paragraph
  readonly start: number
  readonly end: number
}): ReactNode {
  const { text } = paragraph
  return (
    <p dir="auto">
      {text.slice(0, start)}
      {end > start && <mark>{text.slice(start, end)}</mark>}
      {text.slice(end)}
    </p>
  )
})

/** The text of a document, with the words that the proposal under the hand comes from. */
export function EvidenceText({
  record,
  words,
}: {
  readonly record: DocumentRecord
  readonly words: Words | undefined
}): ReactNode {
  const { t } = useTranslation()
  const area = useRef<HTMLElement>(null)
  useEffect(() => {
    area.current?.querySelector('mark')?.scrollIntoView({ block: 'center' })
  }, [words])
  return (
    <section ref={area} className={styles.text} aria-label={t('lane.words')} tabIndex={0}>
      {record.pages.flatMap((page) =>
        paragraphsOf(page.text).map((paragraph) => {
          const spans = words?.page === page.number ? spansWithin([words], paragraph) : []
          const { start = 0, end = 0 } = spans[0] ?? {}
          return <ParagraphText key={`${page.number} ${paragraph.start}`} {...{ paragraph, start, end }} />
        }),
      )}
    </section>
  )
}
