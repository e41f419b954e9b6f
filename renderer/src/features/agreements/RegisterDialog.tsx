import { Handshake } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { CallOutput } from '../../../../electron/contract/calls.ts'
import { useCall } from '../../client/use-call.ts'
import { useFormats } from '../../texts/format.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { TextInput } from '../../ui/Fields.tsx'
import { Pill } from '../../ui/Pill.tsx'
import { EmptyState, FailedState, LoadingLines } from '../../ui/States.tsx'
import { AgreementPage } from './AgreementPage.tsx'
import styles from './Agreements.module.css'

type Agreement = CallOutput<'agreements.list'>['agreements'][number]

const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
const partiesOf = ({ parties }: Agreement): string => parties.map(({ name }) => name).join(', ')

function Row({ agreement, onOpen }: { readonly agreement: Agreement; readonly onOpen: () => void }): ReactNode {
  const { t } = useTranslation()
  const { number, edtf } = useFormats()
  const { title, signed, status, carriers, citing } = agreement
  return (
    <tr>
      <td dir="auto">
        <AriaButton className={styles.open ?? ''} onPress={onOpen}>
          <bdi>{title}</bdi>
        </AriaButton>
      </td>
      <td>{partiesOf(agreement)}</td>
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

function RegisterTable({
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

interface RegisterDialogProps {
  /** The agreement that is shown first; without one, the register. */
  readonly agreement: string | undefined
  readonly onClose: () => void
}

/** The register of agreements that the texts carry or cite, and the page of each. */
export function RegisterDialog({ agreement, onClose }: RegisterDialogProps): ReactNode {
  const { t } = useTranslation()
  const [shown, setShown] = useState(agreement)
  const [typed, setTyped] = useState('')
  const { data, error, refetch } = useCall('agreements.list', {})
  const fitting = (data?.agreements ?? []).filter((each) =>
    fold(`${each.title} ${partiesOf(each)} ${each.signed}`).includes(fold(typed.trim())),
  )
  return (
    <Dialog title={t('register.title')} size="large" onClose={onClose}>
      {shown !== undefined ? (
        <AgreementPage id={shown} onBack={() => setShown(undefined)} onClose={onClose} />
      ) : (
        <>
          <p className={styles.explained}>{t('register.explained')}</p>
          <TextInput label={t('register.find')} value={typed} onChange={setTyped} autoFocus />
          {error !== null && <FailedState error={error} onRetry={() => void refetch()} />}
          {error === null && data === undefined && <LoadingLines lines={8} />}
          {data?.agreements.length === 0 && <EmptyState icon={Handshake} title={t('register.none')} />}
          {fitting.length > 0 && <RegisterTable agreements={fitting} onOpen={setShown} />}
        </>
      )}
    </Dialog>
  )
}
