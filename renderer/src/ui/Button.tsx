import type { LucideIcon } from 'lucide-react'
import type { ReactNode, Ref } from 'react'
import {
  Button as AriaButton,
  Tooltip,
  TooltipTrigger,
  type ButtonProps as AriaButtonProps,
} from 'react-aria-components'
import styles from './Button.module.css'

interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'children' | 'style'> {
  readonly look?: 'primary' | 'outline' | 'quiet' | 'danger'
  readonly size?: 'normal' | 'small' | 'large'
  readonly icon?: LucideIcon
  readonly children: ReactNode
}

/** A button with words, and an icon before them where that helps to find it. */
export function Button({ look = 'outline', size = 'normal', icon: Icon, children, ...rest }: ButtonProps): ReactNode {
  return (
    <AriaButton {...rest} className={styles.button ?? ''} data-look={look} data-size={size}>
      {Icon !== undefined && <Icon aria-hidden className={styles.icon} />}
      <span>{children}</span>
    </AriaButton>
  )
}

interface IconButtonProps extends Omit<AriaButtonProps, 'className' | 'children' | 'style' | 'aria-label'> {
  readonly label: string
  readonly icon: LucideIcon
  readonly size?: 'normal' | 'small'
  /** The icon points along the line of reading, so it is mirrored where that runs from right to left. */
  readonly directional?: boolean
  readonly pressed?: boolean
  readonly ref?: Ref<HTMLButtonElement>
}

/** A button with an icon only; its name is read out, and shown when one points at it. */
export function IconButton(props: IconButtonProps): ReactNode {
  const { label, icon: Icon, size = 'normal', directional = false, pressed, ...rest } = props
  return (
    <TooltipTrigger delay={500} closeDelay={0}>
      <AriaButton
        {...rest}
        aria-label={label}
        className={styles.iconButton ?? ''}
        data-size={size}
        {...(pressed !== undefined && { 'aria-pressed': pressed })}
      >
        <Icon aria-hidden className={styles.icon} data-directional={directional || undefined} />
      </AriaButton>
      <Tooltip className={styles.tooltip ?? ''} offset={6}>
        {label}
      </Tooltip>
    </TooltipTrigger>
  )
}
