import { useState } from 'react'
import { useActs } from '../../app/use-acts.ts'
import { openDialog, useWorkspaceStore } from '../../app/workspace.ts'
import type { ChosenFile, Client, ImportProgress } from '../../client/client.ts'
import { useClient } from '../../client/use-client.ts'

interface ImportActs {
  /** Files are on their way to the host. */
  readonly sending: boolean
  readonly choose: (what: 'files' | 'folder', tags: readonly string[]) => void
  readonly send: (files: readonly ChosenFile[], tags: readonly string[]) => void
}

/** Starts imports; once one runs, its dialog makes room for the strip that shows its progress. */
export function useImport(): ImportActs {
  const client: Client = useClient()
  const store = useWorkspaceStore()
  const { fail } = useActs()
  const [sending, setSending] = useState(false)
  const start = (work: () => Promise<ImportProgress | undefined>): void => {
    setSending(true)
    work()
      .then((progress) => {
        if (progress === undefined) return
        // A small import may have ended, and said so, before this answer came.
        store.update((workspace) => ({
          ...workspace,
          progress: workspace.progress?.id === progress.id ? workspace.progress : progress,
        }))
        openDialog(store, undefined)
      })
      .catch(fail)
      .finally(() => setSending(false))
  }
  return {
    sending,
    choose: (what, tags) => start(() => client.chooseImport(what, tags)),
    send: (files, tags) => start(() => client.importFiles(files, tags)),
  }
}
