import { QueryClientProvider } from '@tanstack/react-query'
import type { i18n } from 'i18next'
import { useState, type ReactNode } from 'react'
import { I18nProvider } from 'react-aria-components'
import { I18nextProvider, useTranslation } from 'react-i18next'
import type { Client } from '../client/client.ts'
import { createQueryClient, useCall } from '../client/use-call.ts'
import { ClientContext } from '../client/use-client.ts'
import { Welcome } from '../features/welcome/Welcome.tsx'
import { localeOf } from '../texts/format.ts'
import { Boundary } from '../ui/Boundary.tsx'
import { FailedState } from '../ui/States.tsx'
import { ToastList } from '../ui/ToastList.tsx'
import { createToasts, ToastsContext } from '../ui/toasts.ts'
import { Shell } from './Shell.tsx'
import { useNotices } from './use-notices.ts'
import { usePreferences } from './use-preferences.ts'
import { createWorkspace, WorkspaceContext } from './workspace.ts'

/** The welcome when no archive is open, the working window when one is. */
function Window(): ReactNode {
  const { i18n } = useTranslation()
  usePreferences()
  useNotices()
  const { data, error, refetch } = useCall('archives.list', {})
  return (
    <I18nProvider locale={localeOf(i18n.language)}>
      {error !== null ? (
        <FailedState error={error} onRetry={() => void refetch()} />
      ) : data === undefined ? null : data.open === undefined ? (
        <Welcome known={data.known} folder={data.folder} />
      ) : (
        <Shell key={data.open.id} archive={data.open} />
      )}
      <ToastList />
    </I18nProvider>
  )
}

interface AppProps {
  readonly client: Client
  readonly texts: i18n
}

/** The whole page, with what its parts share. */
export function App({ client, texts }: AppProps): ReactNode {
  const [queries] = useState(createQueryClient)
  const [workspace] = useState(createWorkspace)
  const [toasts] = useState(createToasts)
  return (
    <I18nextProvider i18n={texts}>
      <QueryClientProvider client={queries}>
        <ClientContext value={client}>
          <WorkspaceContext value={workspace}>
            <ToastsContext value={toasts}>
              <Boundary fallback={(error, retry) => <FailedState error={error} onRetry={retry} />}>
                <Window />
              </Boundary>
            </ToastsContext>
          </WorkspaceContext>
        </ClientContext>
      </QueryClientProvider>
    </I18nextProvider>
  )
}
