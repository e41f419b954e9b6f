import type { CallOutput } from '../../../electron/contract/calls.ts'

export type NoticeCode = CallOutput<'search.run'>['query']['notices'][number]['code']

/** Texts by key; plural forms have i18next's endings. Which keys there must be is checked against English by a test. */
export interface Texts {
  readonly [key: string]: string | Texts
}
