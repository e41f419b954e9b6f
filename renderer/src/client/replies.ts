import type { Reply } from '../../../electron/contract/envelope.ts'
import { ArchiveError, fromWire } from '../../../electron/contract/errors.ts'

/** The value of a reply; throws the `ArchiveError` that it carries instead. The type is the caller's word. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the contract names it, the engine keeps it
export function valueOf<T>(reply: Reply): T {
  if (!reply.ok) throw fromWire(reply.error)
  return reply.value as T
}

function isReply(value: unknown): value is Reply {
  return typeof value === 'object' && value !== null && 'ok' in value
}

/** The value of a reply that came over HTTP; an answer that is no reply at all becomes `not-allowed` or `engine-stopped`. */
export async function valueOfResponse<T>(response: Response): Promise<T> {
  const body: unknown = await response.json().catch(() => undefined)
  if (isReply(body)) return valueOf<T>(body)
  throw errorOfStatus(response.status)
}

/** The error that a bare HTTP status stands for. */
export function errorOfStatus(status: number): ArchiveError {
  if (status === 401 || status === 403)
    return new ArchiveError('not-allowed', 'The host refused the token of this page.')
  if (status === 404) return new ArchiveError('file-not-found', 'The host has no such file.')
  return new ArchiveError('engine-stopped', `The host answered with status ${status}.`, { status })
}

/** Whatever a failed fetch or call threw, as an `ArchiveError`; a giving-up stays `cancelled`. */
export function asArchiveError(error: unknown): ArchiveError {
  if (error instanceof ArchiveError) return error
  if (error instanceof DOMException && error.name === 'AbortError') return new ArchiveError('cancelled', 'Given up.')
  if (error instanceof TypeError) return new ArchiveError('engine-stopped', error.message, {}, error)
  return new ArchiveError('internal', error instanceof Error ? error.message : String(error), {}, error)
}
