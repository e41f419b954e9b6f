import yauzl, { type Entry, type ZipFile } from 'yauzl'
import type { ExtractedText, Member } from '../extracted.ts'
import { entryName } from '../zip-members.ts'
import { asRefusal, damaged, emptyFile } from '../refusals.ts'
import { distinctNames, labelOf, MemberBudget, type MemberLimits } from './member-budget.ts'

/** Most entries that are listed; an archive of more is a trap or a backup of a disk, and neither is a document. */
const mostEntries = 200_000
// Plain text shrinks to a twentieth or so; only a trap shrinks to less than a two-hundredth.
const steepestRatio = 200
const ratioFrom = 4 * 1024 * 1024
const mostNamesListed = 5_000

/** What programs put beside the files for themselves. */
const isClutter = (name: string): boolean =>
  name.endsWith('/') || /(?:^|\/)(?:__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$)/i.test(name)

async function open(bytes: Uint8Array): Promise<ZipFile> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    return await yauzl.fromBufferPromise(buffer, {
      lazyEntries: true,
      decodeStrings: false,
      validateEntrySizes: true,
    })
  } catch (error) {
    throw damaged('zip archive', error)
  }
}

async function entriesOf(zip: ZipFile): Promise<Entry[]> {
  const entries: Entry[] = []
  return new Promise((resolve, reject) => {
    zip.on('entry', (entry: Entry) => {
      if (!isClutter(entryName(entry))) entries.push(entry)
      if (entries.length >= mostEntries) resolve(entries)
      else zip.readEntry()
    })
    zip.on('end', () => resolve(entries))
    // What was listed before the damage can still come out.
    zip.on('error', (error) => (entries.length > 0 ? resolve(entries) : reject(damaged('zip archive', error))))
    zip.readEntry()
  })
}

const isSteep = ({ compressedSize, uncompressedSize }: Entry): boolean =>
  uncompressedSize > ratioFrom && uncompressedSize > compressedSize * steepestRatio

async function inflate(zip: ZipFile, entry: Entry): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of await zip.openReadStreamPromise(entry)) {
    const bytes = chunk as Buffer
    size += bytes.length
    // yauzl checks against the size that the archive claims; this holds it to that.
    if (size > entry.uncompressedSize) throw damaged('file in the archive')
    chunks.push(bytes)
  }
  return Buffer.concat(chunks)
}

async function memberOf(zip: ZipFile, entry: Entry, name: string): Promise<Member> {
  const refused = (reason: 'encrypted' | 'too-large' | 'damaged', detail: string): Member => ({
    ...{ kind: 'refused', name, reason, detail },
  })
  if ((entry.generalPurposeBitFlag & 1) === 1)
    return refused('encrypted', 'The file is locked with a password. Unpack the archive and import its files.')
  if (isSteep(entry)) return refused('too-large', 'The file unpacks to more than two hundred times its size.')
  try {
    const modifiedAt = entry.getLastModDate().getTime()
    const bytes = await inflate(zip, entry)
    return { kind: 'file', name, bytes, ...(Number.isFinite(modifiedAt) && modifiedAt > 0 ? { modifiedAt } : {}) }
  } catch (error) {
    return refused('damaged', asRefusal(error, 'file in the archive').message)
  }
}

/** The files in a zip archive, one after another; what cannot come out is said, and the others come. */
export async function* membersOfZip(bytes: Uint8Array, limits: MemberLimits): AsyncGenerator<Member> {
  const zip = await open(bytes)
  const budget = new MemberBudget(limits)
  const distinct = distinctNames()
  for (const entry of await entriesOf(zip)) {
    const name = distinct(labelOf(entryName(entry)))
    const refusal = budget.refuse(name, entry.uncompressedSize)
    if (refusal !== undefined) yield refusal.member
    if (refusal?.last === true) return
    if (refusal !== undefined) continue
    const member = await memberOf(zip, entry, name)
    budget.spend(member.kind === 'file' ? member.bytes.length : 0)
    yield member
  }
}

/** A zip archive as a document: its name, and the list of what it holds. Throws a Refusal for one that is empty or damaged. */
export async function extractZip(bytes: Uint8Array, name: string): Promise<ExtractedText> {
  const entries = await entriesOf(await open(bytes))
  if (entries.length === 0) throw emptyFile()
  const names = entries.slice(0, mostNamesListed).map((entry) => labelOf(entryName(entry)))
  return {
    ...{
      mediaType: 'application/zip',
      extension: 'zip',
      metadata: { title: labelOf(name), titleField: 'file-name' },
      hasMembers: true,
    },
    pages: [{ text: names.join('\n'), grade: 'text' }],
  }
}
