import { useEffect } from 'react'
import type { MenuCommand } from '../../../electron/contract/host.ts'
import { openDialog, useWorkspaceStore } from './workspace.ts'
import { useMenuCommand } from './use-menu-command.ts'

/** Keys with Ctrl, or Cmd on a Mac. */
const commandKeys: Readonly<Record<string, MenuCommand>> = {
  f: 'find',
  i: 'import-files',
  e: 'export',
  ',': 'settings',
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || ['INPUT', 'TEXTAREA'].includes(target.tagName))
}

/** The keys that work everywhere in the window; inside a text field only those with Ctrl, and Ctrl+Z is the field's own. */
export function useShortcuts(): void {
  const run = useMenuCommand()
  const store = useWorkspaceStore()
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const typing = isTyping(event.target)
      const withCommand = event.ctrlKey || event.metaKey
      const command = withCommand && !event.shiftKey ? commandKeys[event.key.toLowerCase()] : undefined
      if (command !== undefined) run(command)
      else if (withCommand && event.key.toLowerCase() === 'z' && !event.shiftKey && !typing) run('undo')
      else if (!typing && !withCommand && event.key === '/') run('find')
      else if (!typing && !withCommand && event.key === '?') openDialog(store, { type: 'shortcuts' })
      else if (event.key === 'Escape' && store.get().reading)
        store.update((workspace) => ({ ...workspace, reading: false }))
      else return
      event.preventDefault()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [run, store])
}
