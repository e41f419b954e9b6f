import { Check, ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'
import {
  Button,
  FieldError,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Select,
  SelectValue,
  Text,
  TextField,
} from 'react-aria-components'
import styles from './Fields.module.css'

interface TextInputProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly hint?: string
  readonly error?: string | undefined
  readonly autoFocus?: boolean
  readonly hideLabel?: boolean
  readonly placeholder?: string
  /** Shows dots in place of what is typed. */
  readonly isSecret?: boolean
}

/** A line of text with its name above it; `error` is shown under it and read out. */
export function TextInput(props: TextInputProps): ReactNode {
  const {
    label,
    hint,
    error,
    hideLabel = false,
    placeholder,
    value,
    onChange,
    autoFocus = false,
    isSecret = false,
  } = props
  return (
    <TextField
      className={styles.field ?? ''}
      value={value}
      onChange={onChange}
      type={isSecret ? 'password' : 'text'}
      isInvalid={error !== undefined}
      {...(hideLabel && { 'aria-label': label })}
    >
      {!hideLabel && <Label className={styles.label ?? ''}>{label}</Label>}
      <Input
        dir="auto"
        className={styles.input ?? ''}
        // The field is the reason why its dialog was opened.
        autoFocus={autoFocus}
        {...(placeholder !== undefined && { placeholder })}
      />
      {hint !== undefined && (
        <Text slot="description" className={styles.hint ?? ''}>
          {hint}
        </Text>
      )}
      <FieldError className={styles.error ?? ''}>{error}</FieldError>
    </TextField>
  )
}

export interface Choice<V extends string> {
  readonly value: V
  readonly label: string
}

interface SelectInputProps<V extends string> {
  readonly label: string
  readonly value: V
  readonly choices: readonly Choice<V>[]
  readonly onChange: (value: V) => void
  readonly look?: 'field' | 'quiet'
  readonly hideLabel?: boolean
}

/** One of a few choices. */
export function SelectInput<V extends string>(props: SelectInputProps<V>): ReactNode {
  const { label, value, choices, onChange, look = 'field', hideLabel = false } = props
  return (
    <Select
      className={styles.field ?? ''}
      value={value}
      onChange={(key) => {
        const choice = choices.find((candidate) => candidate.value === key)
        if (choice !== undefined) onChange(choice.value)
      }}
      {...(hideLabel && { 'aria-label': label })}
    >
      {!hideLabel && <Label className={styles.label ?? ''}>{label}</Label>}
      <Button className={styles.select ?? ''} data-look={look}>
        <SelectValue className={styles.value ?? ''} />
        <ChevronDown aria-hidden className={styles.chevron} />
      </Button>
      <Popover className={styles.popover ?? ''} offset={4}>
        <ListBox className={styles.list ?? ''}>
          {choices.map((choice) => (
            <ListBoxItem key={choice.value} id={choice.value} textValue={choice.label} className={styles.choice ?? ''}>
              {({ isSelected }) => (
                <>
                  <Text slot="label">{choice.label}</Text>
                  {isSelected && <Check aria-hidden className={styles.chevron} />}
                </>
              )}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  )
}
