import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { CallInput } from '../../../../electron/contract/calls.ts'
import { useActs } from '../../app/use-acts.ts'
import type { Client, ImportProgress } from '../../client/client.ts'
import { saveCsv } from '../../client/save-csv.ts'
import { useClient } from '../../client/use-client.ts'
import { useToasts } from '../../ui/toasts.ts'

type Reason = CallInput<'imports.retry'>['reasons'][number]

interface ImportActs {
  /** Tries again what was not taken in for these reasons; a password opens what is locked. */
  readonly retry: (id: string, reasons: readonly Reason[], password?: string) => void
  /** Goes on with imports that were interrupted. */
  readonly resume: () => void
  /** Ends an import that was interrupted; what it took in stays. */
  readonly giveUp: (id: string) => void
  /** Saves every file of an import with what became of it. */
  readonly saveLedger: (progress: ImportProgress) => void
}

const linesAtOnce = 1000

async function ledgerOf(client: Client, id: string): Promise<string[]> {
  const parts: string[] = []
  for (let offset = 0; ; offset += linesAtOnce) {
    const { total, csv } = await client.call('imports.ledger', { id, offset, limit: linesAtOnce })
    parts.push(csv)
    if (offset + linesAtOnce >= total) return parts
  }
}

/** What can be done about imports that have ended. Failures are told by a toast. */
export function useImportActs(): ImportActs {
  const client = useClient()
  const toasts = useToasts()
  const { t } = useTranslation()
  const { fail } = useActs()
  return useMemo(
    () => ({
      retry: (id, reasons, password) => {
        const order = { id, reasons: [...reasons], ...(password === undefined ? {} : { password }) }
        client
          .call('imports.retry', order)
          .then(() => toasts.show({ tone: 'done', text: t('importing.retried') }))
          .catch(fail)
      },
      resume: () => void client.call('imports.resume', {}).catch(fail),
      giveUp: (id) => void client.call('imports.cancel', { id }).catch(fail),
      saveLedger: ({ id, startedAt }) => {
        ledgerOf(client, id)
          .then((parts) => saveCsv(`import-${new Date(startedAt).toISOString().slice(0, 10)}.csv`, parts))
          .catch(fail)
      },
    }),
    [client, toasts, t, fail],
  )
}
