import { useId, type ReactNode } from 'react'
import styles from './Preservation.module.css'

interface SectionProps {
  readonly title: string
  readonly explained?: string
  readonly children: ReactNode
}

/** A part of the dialog, with its heading. */
export function Section({ title, explained, children }: SectionProps): ReactNode {
  const id = useId()
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h3 id={id} className={styles.heading}>
        {title}
      </h3>
      {explained !== undefined && <p className={styles.explained}>{explained}</p>}
      {children}
    </section>
  )
}
