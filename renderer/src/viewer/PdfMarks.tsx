import { memo, type CSSProperties, type ReactNode } from 'react'
import type { MarkBox, PageMarks } from './pdf-marks.ts'
import styles from './Viewer.module.css'

const percent = (part: number): string => `${(part * 100).toFixed(3)}%`

/** In parts of the page, so that a mark stays where it is at any zoom. The page itself always runs from the left. */
function placeOf({ left, top, width, height, angle }: MarkBox): CSSProperties {
  return {
    insetInlineStart: percent(left),
    insetBlockStart: percent(top),
    inlineSize: percent(width),
    blockSize: percent(height),
    ...(angle !== 0 && { transform: `rotate(${angle}rad)` }),
  }
}

interface PdfMarksProps {
  readonly page: PageMarks
  /** The hit that the reader is at, where it is on this page. */
  readonly current: number | undefined
}

/** The hits over the picture of a page. Hidden from screen readers: the walker says which hit one is at. */
export const PdfMarks = memo(function PdfMarks({ page, current }: PdfMarksProps): ReactNode {
  return (
    <div className={styles.marks} aria-hidden="true">
      {page.marks.flatMap(({ index, boxes }) =>
        boxes.map((box, at) => (
          <span
            key={`${index}/${at}`}
            className={styles.mark}
            data-hit={index}
            data-current={index === current || undefined}
            style={placeOf(box)}
          />
        )),
      )}
    </div>
  )
})
