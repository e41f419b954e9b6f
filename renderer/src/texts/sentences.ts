import type { TFunction } from 'i18next'
import type { CallOutput } from '../../../electron/contract/calls.ts'
import type { ArchiveError } from '../../../electron/contract/errors.ts'
import type { RefusalReason } from '../../../electron/contract/vocabulary.ts'

type Notice = CallOutput<'search.run'>['query']['notices'][number]

/** What went wrong, for a person, with the facts that the error carries. */
export function sentenceOfError(error: ArchiveError, t: TFunction): string {
  return t(`errors.${error.code}`, { ...error.details })
}

/** Why a file was refused, and what can be done. */
export function sentenceOfRefusal(reason: RefusalReason, t: TFunction): string {
  return t(`refusals.${reason}`)
}

/** How something in a query was read. */
export function sentenceOfNotice(notice: Notice, t: TFunction): string {
  return t(`notices.${notice.code}`, { text: notice.text })
}
