import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { Menu, MenuItem, MenuTrigger, Popover, Separator } from 'react-aria-components'
import { IconButton } from './Button.tsx'
import styles from './MenuButton.module.css'

/** One act of a menu; `tone: 'danger'` stands apart, at the end. */
export interface MenuAct {
  readonly id: string
  readonly label: string
  readonly icon: LucideIcon
  readonly perform: () => void
  readonly tone?: 'danger'
  readonly disabled?: boolean
}

interface MenuListProps {
  readonly label: string
  readonly acts: readonly MenuAct[]
}

/** The popover of a menu; it stands beside its trigger inside a `MenuTrigger`. */
export function MenuList({ label, acts }: MenuListProps): ReactNode {
  return (
    <Popover className={styles.popover ?? ''} offset={4}>
      <Menu aria-label={label} className={styles.menu ?? ''}>
        {acts.map(({ id, label: name, icon: Icon, perform, tone, disabled = false }, index) => [
          tone === 'danger' && index > 0 && <Separator key={`${id}-line`} className={styles.line ?? ''} />,
          <MenuItem
            key={id}
            id={id}
            textValue={name}
            isDisabled={disabled}
            onAction={perform}
            className={styles.item ?? ''}
            data-tone={tone}
          >
            <Icon aria-hidden className={styles.icon} />
            {name}
          </MenuItem>,
        ])}
      </Menu>
    </Popover>
  )
}

interface MenuButtonProps extends MenuListProps {
  readonly icon: LucideIcon
  readonly size?: 'normal' | 'small'
}

/** An icon that opens a menu of acts. */
export function MenuButton({ label, icon, acts, size = 'normal' }: MenuButtonProps): ReactNode {
  return (
    <MenuTrigger>
      <IconButton label={label} icon={icon} size={size} />
      <MenuList label={label} acts={acts} />
    </MenuTrigger>
  )
}
