import { edtfBounds } from '../../contract/edtf.ts'
import type { AgreementStatus, HappeningType } from '../../contract/schemas.ts'

interface DatedHappening {
  readonly type: HappeningType
  readonly value: string
}

const statusAfter: Partial<Record<HappeningType, AgreementStatus>> = {
  'in-force': 'in-force',
  suspended: 'suspended',
  terminated: 'terminated',
}

/**
 * The status of an agreement on a day (20260118), derived from what is known to have happened to it by then: never typed. `cited`
 * where no text says that it was signed, or it was signed later.
 */
export function statusOn(signed: string, happenings: readonly DatedHappening[], day: number): AgreementStatus {
  const signedFrom = signed === '' ? undefined : edtfBounds(signed)?.from
  let status: AgreementStatus = signedFrom !== undefined && signedFrom <= day ? 'signed' : 'cited'
  const ofItself = happenings
    .map(({ type, value }) => ({ status: statusAfter[type], from: edtfBounds(value)?.from ?? Infinity }))
    .filter(({ from }) => from <= day && (signedFrom === undefined || from >= signedFrom))
    .sort((a, b) => a.from - b.from)
  for (const each of ofItself) if (each.status !== undefined) status = each.status
  return status
}

/** A day as it is compared. */
export const dayNumberOf = (date: Date): number =>
  date.getFullYear() * 10_000 + (date.getMonth() + 1) * 100 + date.getDate()
