import type { RefusalReason } from '../../contract/vocabulary.ts'

const reasons: Readonly<Record<string, RefusalReason>> = {
  ENOENT: 'vanished',
  ENOTDIR: 'vanished',
  EACCES: 'permission',
  EPERM: 'permission',
  EISDIR: 'not-a-file',
  ENXIO: 'not-a-file',
}

/** Why a source cannot be looked at or read, told by the system's error. */
export function reasonOfSource(error: unknown): RefusalReason {
  return reasons[(error as NodeJS.ErrnoException).code ?? ''] ?? 'unreadable'
}
