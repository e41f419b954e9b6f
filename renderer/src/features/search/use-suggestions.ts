import { useEffect, useState } from 'react'
import type { CallOutput } from '../../../../electron/contract/calls.ts'
import { useCall } from '../../client/use-call.ts'
import type { Command } from './use-commands.ts'

export type Suggestion = CallOutput<'search.suggest'>['suggestions'][number]

/** The time between keys of a fast typist; a question for each key would only be thrown away. */
const pauseMs = 90

function useSettled(text: string): string {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), pauseMs)
    return () => clearTimeout(timer)
  }, [text])
  return settled
}

/** What quick find answers to the words that are being typed. A failure shows nothing: the full search will say it. */
export function useSuggestions(typed: string, enabled: boolean, commands: readonly Command[]): readonly Suggestion[] {
  const text = useSettled(typed.slice(0, 300))
  const isAsked = enabled && text.trim().length > 1
  const { data } = useCall(
    'search.suggest',
    { text, limit: 10, commands: [...commands] },
    { enabled: isAsked, keepPrevious: true },
  )
  return isAsked ? (data?.suggestions ?? []) : []
}
