import { useCallback } from 'react'
import { useToasts } from '../ui/toasts.ts'
import { useActs } from './use-acts.ts'

/** Puts a text on the clipboard and says so; a failure is told, never swallowed. */
export function useCopy(): (text: Promise<string> | string, done: string) => void {
  const toasts = useToasts()
  const { fail } = useActs()
  return useCallback(
    (text, done) => {
      Promise.resolve(text)
        .then((ready) => navigator.clipboard.writeText(ready))
        .then(() => toasts.show({ tone: 'done', text: done }))
        .catch(fail)
    },
    [toasts, fail],
  )
}
