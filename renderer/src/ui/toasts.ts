import { createContext, useContext } from 'react'
import { UNSTABLE_ToastQueue as ToastQueue } from 'react-aria-components'

/** What a toast says, and the one act that it may offer. */
export interface ToastContent {
  readonly tone: 'done' | 'failure'
  readonly text: string
  readonly offer?: { readonly label: string; readonly perform: () => void }
}

export interface Toasts {
  readonly queue: ToastQueue<ToastContent>
  readonly show: (content: ToastContent) => void
}

/** Long enough to read the sentence and to decide about Undo; WCAG's adjustable time is met by hovering, which waits. */
const shownMs = 8000

export function createToasts(): Toasts {
  const queue = new ToastQueue<ToastContent>({ maxVisibleToasts: 3 })
  return {
    queue,
    show: (content) => {
      queue.add(content, { timeout: content.tone === 'failure' ? shownMs * 2 : shownMs })
    },
  }
}

export const ToastsContext = createContext<Toasts | undefined>(undefined)

/** The toasts of this page; throws outside `ToastsContext`. */
export function useToasts(): Toasts {
  const toasts = useContext(ToastsContext)
  if (toasts === undefined) throw new Error('useToasts needs a ToastsContext above it.')
  return toasts
}
