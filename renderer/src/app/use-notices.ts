import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { HostNotice } from '../../../electron/contract/host.ts'
import { createInvalidator } from '../client/changes.ts'
import { useClient } from '../client/use-client.ts'
import { useMenuCommand } from './use-menu-command.ts'
import { clearWorkspace, useWorkspaceStore, type WorkspaceStore } from './workspace.ts'

function takeNotice(store: WorkspaceStore, notice: HostNotice): void {
  if (notice.type === 'imports.progress') {
    const { progress } = notice
    store.update((workspace) => ({ ...workspace, progress }))
  } else if (notice.type === 'exports.progress') {
    const { exportId, done, total } = notice
    store.update((workspace) => ({ ...workspace, exported: { exportId, done, total } }))
  } else if (notice.type === 'archives.changed') clearWorkspace(store)
}

/** Follows what the engine and the native menu tell, for as long as the page is shown. */
export function useNotices(): void {
  const client = useClient()
  const queries = useQueryClient()
  const store = useWorkspaceStore()
  const runCommand = useMenuCommand()
  useEffect(() => {
    const invalidate = createInvalidator(queries)
    const onNotice = (notice: HostNotice): void => {
      takeNotice(store, notice)
      if (notice.type === 'archive.changed') invalidate(notice.subjects)
      else if (notice.type === 'archives.changed') void queries.invalidateQueries()
      else if (notice.type === 'menu') runCommand(notice.command)
    }
    const onConnection = (connected: boolean): void => store.update((workspace) => ({ ...workspace, connected }))
    return client.subscribe(onNotice, onConnection)
  }, [client, queries, store, runCommand])
}
