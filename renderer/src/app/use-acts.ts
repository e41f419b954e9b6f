import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { CallInput, CallName, CallOutput } from '../../../electron/contract/calls.ts'
import type { Client } from '../client/client.ts'
import { asArchiveError } from '../client/replies.ts'
import { useClient } from '../client/use-client.ts'
import { sentenceOfError } from '../texts/sentences.ts'
import { useToasts, type Toasts } from '../ui/toasts.ts'

type Translate = ReturnType<typeof useTranslation>['t']

/** Acts that tell of their outcome by a toast. They never reject. */
export interface Acts {
  /**
   * Makes a writing call, says what was done and offers to take it back. Answers whether it was done.
   */
  readonly write: <N extends WritingCall>(name: N, input: CallInput<N>, done: string) => Promise<boolean>
  /** Takes back the last act, or the one named. */
  readonly undo: (event?: string) => Promise<void>
  readonly fail: (error: unknown) => void
}

type WritingCall = {
  [N in CallName]: CallOutput<N> extends { changed: number } ? N : never
}[CallName]

function createActs(client: Client, toasts: Toasts, t: Translate): Acts {
  const fail = (error: unknown): void =>
    toasts.show({ tone: 'failure', text: sentenceOfError(asArchiveError(error), t) })
  const undo = async (event?: string): Promise<void> => {
    try {
      await client.call('history.undo', event === undefined ? {} : { event })
      toasts.show({ tone: 'done', text: t('toasts.undone') })
    } catch (error) {
      fail(error)
    }
  }
  const write: Acts['write'] = async (name, input, done) => {
    try {
      const { event } = (await client.call(name, input)) as CallOutput<'tags.assign'>
      const offer = event !== undefined && { label: t('common.undo'), perform: () => void undo(event) }
      toasts.show({ tone: 'done', text: done, ...(offer !== false && { offer }) })
      return true
    } catch (error) {
      fail(error)
      return false
    }
  }
  return { write, undo, fail }
}

export function useActs(): Acts {
  const client = useClient()
  const toasts = useToasts()
  const { t } = useTranslation()
  return useMemo(() => createActs(client, toasts, t), [client, toasts, t])
}
