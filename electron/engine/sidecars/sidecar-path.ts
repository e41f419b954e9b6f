import path from 'node:path'
import { type ArchiveFolder, originalPath } from '../archive-folder.ts'
import type { SidecarPlace } from './sidecars.store.ts'

/** Where a document's sidecar lies: beside its original. An original's own name has no second full stop. */
export const sidecarPath = (folder: ArchiveFolder, { id, sha256 }: SidecarPlace): string =>
  path.join(path.dirname(originalPath(folder, sha256, '')), `${sha256}.${id}.json`)

const pattern = /^[0-9a-f]{64}\.[0-9A-HJKMNP-TV-Z]{26}\.json$/

/** Whether a file among the originals is a sidecar, by its name. */
export const isSidecarName = (name: string): boolean => pattern.test(name)
