import { useCallback, useEffect, useRef, useState, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import type { DescribedField } from '../../../../electron/contract/schemas.ts'
import { useActs } from '../../app/use-acts.ts'
import type { DocumentRecord } from '../reader/ReaderPane.tsx'
import type { LaneItem } from './lane-items.ts'

type Corrections = Partial<Record<DescribedField, string>>

/** What is being done with the document of the lane. */
export interface LaneWork {
  /** Values that were corrected and not accepted yet. */
  readonly corrections: Corrections
  /** The field under correction. */
  readonly edited: DescribedField | undefined
  /** The line under the hand. */
  readonly pointed: string | undefined
  readonly point: (key: string) => void
  readonly edit: (field: DescribedField | undefined) => void
  readonly correct: (field: DescribedField, value: string) => void
  readonly refuse: (item: LaneItem) => void
  readonly accept: () => void
}

/** Moves the focus to the line before or after the one that has it. */
function moveFocus(list: HTMLElement | null, step: 1 | -1): void {
  const lines = [...(list?.querySelectorAll<HTMLElement>('[data-item]') ?? [])]
  const at = lines.findIndex((line) => line === document.activeElement)
  const next = lines[at < 0 ? 0 : Math.min(lines.length - 1, Math.max(0, at + step))]
  next?.focus()
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && ['INPUT', 'TEXTAREA'].includes(target.tagName)

interface Keys {
  readonly accept: () => void
  readonly skip: () => void
  readonly refuse: (item: LaneItem) => void
  readonly edit: (field: DescribedField) => void
}

/** The keys of the lane, while nobody types. */
function useLaneKeys(
  items: readonly LaneItem[],
  pointed: string | undefined,
  listRef: RefObject<HTMLElement | null>,
  { accept, skip, refuse, edit }: Keys,
): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey) return
      const item = items.find(({ key }) => key === pointed)
      const key = event.key.toLowerCase()
      if (key === 'arrowdown' || key === 'arrowup') moveFocus(listRef.current, key === 'arrowdown' ? 1 : -1)
      else if (key === 'a') accept()
      else if (key === 's') skip()
      else if (key === 'c' && item?.type === 'field') edit(item.key)
      else if ((key === 'x' || key === 'delete') && item?.type === 'fact') refuse(item)
      else return
      event.preventDefault()
      event.stopPropagation()
    }
    window.addEventListener('keydown', onKeyDown, true)
    return () => window.removeEventListener('keydown', onKeyDown, true)
  }, [items, pointed, listRef, accept, skip, refuse, edit])
}

/** Accepting, correcting and refusing, by hand and by key. `onAccepted` after the document was accepted. */
export function useLaneWork(
  record: DocumentRecord,
  items: readonly LaneItem[],
  { onAccepted, onSkip }: { readonly onAccepted: () => void; readonly onSkip: () => void },
): { readonly work: LaneWork; readonly listRef: RefObject<HTMLElement | null> } {
  const { t } = useTranslation()
  const { write } = useActs()
  const [corrections, setCorrections] = useState<Corrections>({})
  const [edited, setEdited] = useState<DescribedField | undefined>()
  const [pointed, setPointed] = useState<string | undefined>()
  const listRef = useRef<HTMLElement>(null)
  const { id, title } = record
  const accept = useCallback(() => {
    void write('cataloguing.accept', { id, changes: corrections as never }, t('lane.accepted', { title })).then(
      (done) => {
        if (done) onAccepted()
      },
    )
  }, [write, id, corrections, t, title, onAccepted])
  const refuse = useCallback(
    (item: LaneItem) => {
      if (item.type !== 'fact') return
      const refused = !item.isRefused
      const what = item.refusal.words.slice(0, 120)
      const done = t(refused ? 'lane.refused' : 'lane.takenBack', { what })
      void write('cataloguing.refuse', { id, refusal: item.refusal, refused }, done)
    },
    [write, id, t],
  )
  useLaneKeys(items, pointed, listRef, { accept, skip: onSkip, refuse, edit: setEdited })
  useEffect(() => moveFocus(listRef.current, 1), [])
  const work: LaneWork = {
    ...{ corrections, edited, pointed, point: setPointed, edit: setEdited, refuse, accept },
    correct: (field, value) => {
      setCorrections({ ...corrections, [field]: value })
      setEdited(undefined)
    },
  }
  return { work, listRef }
}
