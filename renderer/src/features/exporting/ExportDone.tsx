import { PackageCheck } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ExportResult } from '../../client/client.ts'
import { useClient } from '../../client/use-client.ts'
import { useFormats } from '../../texts/format.ts'
import { Button } from '../../ui/Button.tsx'
import styles from './ExportDialog.module.css'

/** What was withheld, and how it was proved. */
function Withheld({ withheld }: { readonly withheld: NonNullable<ExportResult['withheld']> }): ReactNode {
  const { t } = useTranslation()
  const { number } = useFormats()
  const { restricted, redacted, marks, filesSearched } = withheld
  return (
    <>
      {restricted > 0 && <p>{t('access.restricted', { count: restricted, shown: number(restricted) })}</p>}
      {redacted > 0 && <p>{t('access.withheld', { count: redacted, shown: number(redacted) })}</p>}
      {marks > 0 && <p>{t('access.proved', { count: filesSearched, shown: number(filesSearched) })}</p>}
    </>
  )
}

/** How an export ended, and where it is. */
export function ExportDone({ result }: { readonly result: ExportResult }): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const client = useClient()
  return (
    <div className={styles.done} role="status">
      <PackageCheck aria-hidden size={32} strokeWidth={1.25} />
      <p className={styles.result}>
        {t('exporting.done', {
          count: result.documents,
          shown: formats.number(result.documents),
          size: formats.bytes(result.bytes),
        })}
      </p>
      <bdi className={styles.path}>{result.path}</bdi>
      {(result.format === 'bag' || result.format === 'bag-zip') && (
        <p className={styles.explained}>{t('exporting.verifies')}</p>
      )}
      {result.withheld !== undefined && <Withheld withheld={result.withheld} />}
      {result.problems.map((problem) => (
        <p key={problem} className={styles.problem}>
          {problem}
        </p>
      ))}
      {client.abilities.writesFolders && (
        <Button size="small" onPress={() => void client.showExport(result.path)}>
          {t('exporting.show')}
        </Button>
      )}
    </div>
  )
}
