import { useCallback } from 'react'
import type { MenuCommand } from '../../../electron/contract/host.ts'
import { useClient } from '../client/use-client.ts'
import { searchBoxId } from '../features/search/search-box-id.ts'
import { useActs } from './use-acts.ts'
import { openDialog, selectionOf, useWorkspaceStore } from './workspace.ts'

/** Puts the caret in the search box, with what stands there marked, so that typing asks anew. */
function focusSearchBox(): void {
  const box = document.getElementById(searchBoxId)
  box?.focus()
  if (box instanceof HTMLInputElement) box.select()
}

/** Carries out a command of the native menu or of a key; menu, key and button share it. */
export function useMenuCommand(): (command: MenuCommand) => void {
  const client = useClient()
  const store = useWorkspaceStore()
  const { undo, fail } = useActs()
  return useCallback(
    (command) => {
      switch (command) {
        case 'import-files':
        case 'import-folder':
          openDialog(store, { type: 'import' })
          return
        case 'export': {
          const { marked, text } = store.get()
          const hasMarked = marked === 'all' || marked.size > 0
          openDialog(store, {
            type: 'export',
            selection: hasMarked ? selectionOf(marked, text) : { query: text },
            title: text,
          })
          return
        }
        case 'find':
          focusSearchBox()
          return
        case 'undo':
          void undo()
          return
        case 'archives':
          client.call('archives.close', {}).catch(fail)
          return
        case 'settings':
          openDialog(store, { type: 'settings' })
      }
    },
    [client, store, undo, fail],
  )
}
