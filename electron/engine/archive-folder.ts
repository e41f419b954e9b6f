import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { ArchiveError } from '../contract/errors.ts'

/** The paths of an archive. Everything that the program keeps is below `root`. */
export interface ArchiveFolder {
  readonly root: string
  readonly catalogue: string
  readonly lock: string
  readonly originals: string
  /** Files on their way into `originals`; whatever is left here after a crash was never named by a row. */
  readonly incoming: string
  readonly backups: string
  readonly card: ArchiveCard
}

/** What `archive.json` says. */
export interface ArchiveCard {
  readonly format: 'chancery-archive'
  readonly formatVersion: number
  readonly id: string
  readonly title: string
  /** Set on the archive of samples that a first start offers. */
  readonly sample?: boolean
}

const formatVersion = 1

const readme = (title: string): string => `${title}

This folder is a Chancery archive. It can be copied whole, to a USB stick for example, and opened from there.
It can also be read without the program:

originals/   The files as they were imported, byte for byte. Each is named by the SHA-256 of its content, in two levels of
             folders by the first characters of that name. Beside each lies the record of its document (.json): its own
             name, title, date, text, tags, and everything else that the catalogue says of it, table by table.
catalogue.sqlite
             An SQLite 3 database. Table "file" has the name, source and SHA-256 of every original; "document" has title,
             kind, language, date (EDTF, ISO 8601-2); "page" the text; "tag" and "document_tag" the tags; "event" the
             history, in which every event carries the SHA-256 of the one before it. The tables "posting",
             "form" and those whose names begin with "index" hold nothing that the others do not.
archive-records.ndjson
             What the catalogue holds besides: history, collections, authority records, a row of a table on each line. From
             these records and those in originals/ the catalogue can be made again: chancery rebuild FOLDER.
archive.json The archive's title, id and format version.
seal.json    The SHA-256 of the catalogue and of the files beside it, as they were when the archive was closed.
backups/     Copies of the catalogue, and their SHA-256: sha256sum -c SHA256SUMS
archive.lock Keeps two programs from writing at once. It holds no data.

While the archive is open there are files ending in -wal and -shm beside the catalogue; they belong to it. Close the
program before copying the folder.
`

function pathsOf(root: string, card: ArchiveCard): ArchiveFolder {
  return {
    root,
    catalogue: path.join(root, 'catalogue.sqlite'),
    lock: path.join(root, 'archive.lock'),
    originals: path.join(root, 'originals'),
    incoming: path.join(root, 'originals', '.incoming'),
    backups: path.join(root, 'backups'),
    card,
  }
}

function syncFolder(folder: string): void {
  // Windows cannot open folders.
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Writes what tells people how to read the archive without the program. */
export function writeReadme({ root, card }: ArchiveFolder): void {
  writeFileSync(path.join(root, 'README.txt'), readme(card.title))
}

const cardName = 'archive.json'
/** Stands in an archive's folder while that is being made, and becomes its card in the end. */
const draftName = 'archive.json.partial'
const madeBeforeCard = new Set([draftName, 'originals', 'backups', 'README.txt'])

/** Whether a folder holds nothing but an archive that was begun and not finished: the program ended while making it. */
function isUnfinished(root: string): boolean {
  const names = readdirSync(root)
  return names.includes(draftName) && names.every((name) => madeBeforeCard.has(name))
}

/** Whether a folder holds an archive, told by its `archive.json`. */
export function isArchive(root: string): boolean {
  return existsSync(path.join(root, cardName))
}

/**
 * Makes the folder of a new archive. The folder may exist when it is empty, or holds an archive that
 * was begun and not finished. Throws `folder-not-empty` otherwise.
 * `archive.json` is written last: until it is there, the folder is not an archive.
 */
export function createArchiveFolder(root: string, card: Omit<ArchiveCard, 'format' | 'formatVersion'>): ArchiveFolder {
  if (existsSync(root)) {
    const isFree = statSync(root).isDirectory() && (readdirSync(root).length === 0 || isUnfinished(root))
    if (!isFree) throw new ArchiveError('folder-not-empty', `${root} is not an empty folder.`, { path: root })
  }
  const folder = pathsOf(root, { format: 'chancery-archive', formatVersion, ...card })
  mkdirSync(root, { recursive: true })
  writeFileSync(path.join(root, draftName), `${JSON.stringify(folder.card, null, 2)}\n`)
  for (const each of [folder.originals, folder.incoming, folder.backups]) mkdirSync(each, { recursive: true })
  // All of the first level at once and on disk: two files that arrive together never wait for each other's folders.
  for (let first = 0; first < 256; first++)
    mkdirSync(path.join(folder.originals, first.toString(16).padStart(2, '0')), { recursive: true })
  syncFolder(folder.originals)
  writeReadme(folder)
  renameSync(path.join(root, draftName), path.join(root, cardName))
  syncFolder(root)
  return folder
}

/**
 * Finds the parts of an archive. Throws `archive-not-found` where there is none, `archive-too-new` for a format of a later
 * program, `archive-damaged` when `archive.json` cannot be read.
 */
export function findArchiveFolder(root: string): ArchiveFolder {
  const cardPath = path.join(root, cardName)
  if (!existsSync(cardPath))
    throw new ArchiveError('archive-not-found', `${root} is not a Chancery archive.`, { path: root })
  let card: Partial<ArchiveCard>
  try {
    card = JSON.parse(readFileSync(cardPath, 'utf8')) as Partial<ArchiveCard>
  } catch (error) {
    throw new ArchiveError('archive-damaged', `${cardPath} cannot be read.`, { path: cardPath }, error)
  }
  const { format, formatVersion: version, id, title } = card
  if (
    format !== 'chancery-archive' ||
    typeof version !== 'number' ||
    typeof id !== 'string' ||
    typeof title !== 'string'
  )
    throw new ArchiveError('archive-damaged', `${cardPath} does not describe an archive.`, { path: cardPath })
  if (version > formatVersion)
    throw new ArchiveError(
      'archive-too-new',
      `The archive has format ${version}; this program knows ${formatVersion}.`,
      { version },
    )
  return pathsOf(root, { format, formatVersion: version, id, title, ...(card.sample === true ? { sample: true } : {}) })
}

/** Where the bytes of an original are kept: two levels of 256 folders, so that none grows large. */
export function originalPath(folder: ArchiveFolder, sha256: string, extension: string): string {
  return path.join(folder.originals, sha256.slice(0, 2), sha256.slice(2, 4), `${sha256}.${extension}`)
}
