import type { ReactNode } from 'react'
import { CheckboxButton, CheckboxField } from 'react-aria-components'
import styles from './CheckInput.module.css'

interface CheckInputProps {
  readonly isSelected: boolean
  readonly onChange: (isSelected: boolean) => void
  readonly children: ReactNode
}

/** A box to tick, with what it means behind it. */
export function CheckInput({ isSelected, onChange, children }: CheckInputProps): ReactNode {
  return (
    <CheckboxField isSelected={isSelected} onChange={onChange}>
      <CheckboxButton className={styles.check ?? ''}>
        <span className={styles.box} aria-hidden />
        {children}
      </CheckboxButton>
    </CheckboxField>
  )
}
