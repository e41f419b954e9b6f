import { existsSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { findArchiveFolder, isArchive, originalPath } from '../../electron/engine/archive-folder.ts'
import { type ReadDb, openForReading } from '../../electron/engine/database/connection.ts'
import { catalogueVersion, currentVersion } from '../../electron/engine/database/migrate.ts'
import { verifyArchive } from '../../electron/engine/preservation/verify-archive.ts'

interface FileRow {
  readonly name: string
  readonly sha256: string
  readonly extension: string
  readonly bytes: number
}

const all = <Row>(db: ReadDb, sql: string): Row[] => db.prepare<[], Row>(sql).all()

/** What must hold at any moment, also between a kill and the next start. Answers what does not. */
export function faultsAfterKill(root: string): string[] {
  if (!isArchive(root) || !existsSync(path.join(root, 'catalogue.sqlite'))) return []
  const folder = findArchiveFolder(root)
  const db = openForReading(folder.catalogue)
  try {
    // Killed while its tables were being made: the next start makes the rest, and nothing was imported yet.
    if (catalogueVersion(db) < currentVersion) return []
    const faults: string[] = []
    for (const row of all<FileRow>(db, 'SELECT name, sha256, extension, bytes FROM file')) {
      const where = originalPath(folder, row.sha256, row.extension)
      const size = statSync(where, { throwIfNoEntry: false })?.size
      if (size !== row.bytes) faults.push(`${row.name}: the original has ${size ?? 'no'} bytes, not ${row.bytes}`)
    }
    for (const row of all<FileRow>(
      db,
      'SELECT name, sha256, extension, bytes FROM file GROUP BY sha256 HAVING count(*) > 1',
    ))
      faults.push(`${row.name}: its content is there twice`)
    const stored = "SELECT path, incoming, bytes FROM import_file WHERE state = 'stored'"
    for (const row of all<{ path: string; incoming: string; bytes: number }>(db, stored)) {
      const where = path.join(folder.incoming, row.incoming)
      // Its copy may have been given its lasting name in the moment before the kill; it is made again then.
      const size = statSync(where, { throwIfNoEntry: false })?.size
      if (size !== undefined && size !== row.bytes) faults.push(`${row.path}: the stored copy is cut short`)
    }
    return faults
  } finally {
    db.close()
  }
}

/** Whether the archive's import has come to its end: a kill may hit between that and the program's own. */
export function isDone(root: string): boolean {
  if (!isArchive(root) || !existsSync(path.join(root, 'catalogue.sqlite'))) return false
  const db = openForReading(findArchiveFolder(root).catalogue)
  try {
    if (all(db, "SELECT 1 FROM sqlite_master WHERE name = 'import'").length === 0) return false
    return all(db, "SELECT 1 FROM import WHERE state = 'done'").length > 0
  } finally {
    db.close()
  }
}

/** All that an archive says, without what differs from run to run: ids, numbers, times. Equal archives give equal texts. */
export async function contentOf(root: string): Promise<string[]> {
  const folder = findArchiveFolder(root)
  const db = openForReading(folder.catalogue)
  try {
    const report = await verifyArchive(db, folder, new AbortController().signal)
    const lines = [
      ...[...report.problems, ...report.warnings].map(({ code, subject }) => `verify: ${code} ${subject}`),
      ...readdirSync(folder.incoming).map(() => 'left in the waiting room'),
      ...all(db, 'SELECT state, found, walked, imported, duplicates, refused, failed, unchanged FROM import').map(
        (row) => `import: ${JSON.stringify(row)}`,
      ),
      ...all(db, 'SELECT path, state, reason, depth, member, sha256, bytes FROM import_file').map(
        (row) => `ledger: ${JSON.stringify(row)}`,
      ),
      ...all(
        db,
        `SELECT document.title, document.kind, document.language, document.issued, document.summary, document.removed, document.member_name,
           file.name, file.source, file.sha256, file.bytes, file.media_type,
           (SELECT sha256 FROM file AS outer_file WHERE outer_file.document = document.container) AS container,
           (SELECT group_concat(grade || ':' || length(text)) FROM page WHERE page.document = document.number) AS pages,
           (SELECT count(*) FROM signature WHERE signature.document = document.number) AS signatures,
           (SELECT group_concat(tag.path) FROM document_tag JOIN tag ON tag.number = document_tag.tag WHERE document_tag.document = document.number) AS tags
         FROM document JOIN file ON file.document = document.number`,
      ).map((row) => `document: ${JSON.stringify(row)}`),
      // Entry numbers follow the order of reading; what is known of each word does not.
      ...all(
        db,
        `SELECT count(*) AS documents, sum(length) AS words, (SELECT count(*) FROM index_queue) AS waiting,
           (SELECT count(*) FROM form) AS forms, (SELECT count(DISTINCT word) FROM posting) AS words_known
         FROM index_entry`,
      ).map((row) => `index: ${JSON.stringify(row)}`),
      ...all(
        db,
        `SELECT sum(length(places)) AS places FROM posting WHERE word IN ('the', 'في', 'words', 'agreement')`,
      ).map((row) => `places: ${JSON.stringify(row)}`),
      ...all(db, 'SELECT act, facts FROM event').map((row) => `event: ${JSON.stringify(row)}`),
      ...all(db, 'SELECT count(*) AS lists, sum(length(mentions)) AS mentions FROM mention_list').map(
        (row) => `mentions: ${JSON.stringify(row)}`,
      ),
      ...all(db, 'SELECT count(*) AS n FROM source').map((row) => `sources: ${JSON.stringify(row)}`),
    ]
    return lines.sort()
  } finally {
    db.close()
  }
}
