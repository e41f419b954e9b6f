/**
 * Every way in which a call can fail for a reason that its caller may act on. The page turns a code into a sentence in the
 * reader's language; a code without a sentence does not compile there.
 */
export const errorCodes = [
  'agreement-not-found',
  'archive-damaged',
  'archive-in-use',
  'archive-not-found',
  'archive-not-open',
  'archive-read-only',
  'archive-too-new',
  'cancelled',
  'collection-exists',
  'collection-not-found',
  'redaction-failed',
  'redaction-not-found',
  'rule-not-found',
  'concept-not-found',
  'disk-full',
  'document-not-found',
  'engine-stopped',
  'event-not-found',
  'file-not-found',
  'folder-not-empty',
  'import-not-found',
  'internal',
  'invalid-input',
  'name-not-found',
  'not-allowed',
  'nothing-to-export',
  'nothing-to-undo',
  'path-not-found',
  'permission-denied',
  'runtime-too-old',
  'search-exists',
  'search-not-found',
  'tag-exists',
  'tag-not-found',
  'target-exists',
  'undo-conflict',
  'unknown-call',
  'watch-not-found',
] as const

export type ErrorCode = (typeof errorCodes)[number]

/** Facts that a sentence may name: a path, an id, a count. Never a stack, never text of a document. */
export type ErrorDetails = Readonly<Record<string, string | number | boolean | readonly string[]>>

/** What crosses a process border in place of an error: class, prototype and code of an `Error` do not survive the journey. */
export interface WireError {
  readonly code: ErrorCode
  readonly message: string
  readonly details: ErrorDetails
}

/** An expected failure. `message` is plain English for logs and terminals; people at the page read the sentence of `code`. */
export class ArchiveError extends Error {
  override readonly name = 'ArchiveError'
  readonly code: ErrorCode
  readonly details: ErrorDetails

  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}, cause?: unknown) {
    super(message, { cause })
    this.code = code
    this.details = details
  }
}

const systemCodes: Readonly<Record<string, ErrorCode>> = {
  EACCES: 'permission-denied',
  EDQUOT: 'disk-full',
  ENOSPC: 'disk-full',
  EPERM: 'permission-denied',
  EROFS: 'permission-denied',
  SQLITE_FULL: 'disk-full',
  SQLITE_CORRUPT: 'archive-damaged',
  SQLITE_NOTADB: 'archive-damaged',
  SQLITE_READONLY: 'archive-read-only',
}

/**
 * Reduces anything that was thrown to plain fields. A failure of the system that a person can mend (full disk, no permission)
 * keeps a code of its own; everything else that is not an `ArchiveError` is a bug and becomes `internal`.
 */
export function toWire(error: unknown): WireError {
  if (error instanceof ArchiveError) return { code: error.code, message: error.message, details: error.details }
  if (!(error instanceof Error)) return { code: 'internal', message: String(error), details: {} }
  if (error.name === 'AbortError') return { code: 'cancelled', message: 'The work was cancelled.', details: {} }
  const systemCode = (error as { readonly code?: string }).code
  const code = systemCode === undefined ? undefined : systemCodes[systemCode]
  return { code: code ?? 'internal', message: error.message, details: systemCode === undefined ? {} : { systemCode } }
}

/** The `ArchiveError` that a reply from another process stands for. */
export function fromWire(wire: WireError): ArchiveError {
  return new ArchiveError(wire.code, wire.message, wire.details)
}
