import type { ReactNode } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { CallOutput } from '../../../../electron/contract/calls.ts'
import { useFormats } from '../../texts/format.ts'
import { Pill } from '../../ui/Pill.tsx'
import styles from './Agreements.module.css'

export type Agreement = CallOutput<'agreements.list'>['agreements'][number]

/** Its title in the language of the page where a text of it has that language, else the one of the register. */
export function useAgreementTitle(): (agreement: Pick<Agreement, 'title' | 'titles'>) => string {
  const { i18n } = useTranslation()
  return ({ title, titles }) => titles[i18n.language as keyof typeof titles] ?? title
}

/** The parties, states by their name in the language of the page. */
export function usePartyNames(): (agreement: Pick<Agreement, 'parties'>) => string[] {
  const { country: nameOf } = useFormats()
  return ({ parties }) => parties.map(({ name, country }) => nameOf(country, name))
}

function Row({ agreement, onOpen }: { readonly agreement: Agreement; readonly onOpen: () => void }): ReactNode {
  const { t } = useTranslation()
  const { number, edtf } = useFormats()
  const titleOf = useAgreementTitle()
  const namesOf = usePartyNames()
  const { signed, status, carriers, citing } = agreement
  return (
    <tr>
      <td dir="auto">
        <AriaButton className={styles.open ?? ''} onPress={onOpen}>
          <bdi>{titleOf(agreement)}</bdi>
        </AriaButton>
      </td>
      <td>{namesOf(agreement).join(' · ')}</td>
      <td>{signed === '' ? t('facts.noDate') : edtf(signed)}</td>
      <td>
        <Pill tone={status === 'in-force' || status === 'signed' ? 'accent' : 'plain'}>
          {t(`register.statuses.${status}`)}
        </Pill>
      </td>
      <td className={styles.count}>{number(carriers)}</td>
      <td className={styles.count}>{number(citing)}</td>
    </tr>
  )
}

/** The agreements, a line each: also what the graph shows, for those who do not see it. */
export function RegisterTable({
  agreements,
  onOpen,
}: {
  readonly agreements: readonly Agreement[]
  readonly onOpen: (id: string) => void
}): ReactNode {
  const { t } = useTranslation()
  const columns = ['title', 'parties', 'signed', 'status', 'texts', 'citing'] as const
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {t(`register.columns.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {agreements.map((agreement) => (
          <Row key={agreement.id} agreement={agreement} onOpen={() => onOpen(agreement.id)} />
        ))}
      </tbody>
    </table>
  )
}
