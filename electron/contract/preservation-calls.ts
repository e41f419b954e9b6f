import { z } from 'zod'
import { nothing, ofShelf, read, write } from './call-shape.ts'
import { ArchiveSummary, CatalogueCopy, FixityState, KnownArchive, Limit, Offset, VerifyReport } from './schemas.ts'

const ofArchive = { key: KnownArchive.shape.key }

/** Calls about archives that need not be open: what to do where a catalogue is damaged or lost. */
export const repairCalls = {
  /** Copies of an archive's catalogue, the newest first. */
  'archives.copies': ofShelf(
    read(z.strictObject(ofArchive), z.strictObject({ copies: z.array(CatalogueCopy), hasRecords: z.boolean() })),
  ),
  /** Puts a copy in the place of a catalogue, and opens the archive. */
  'archives.restore': ofShelf(write(z.strictObject({ ...ofArchive, copy: CatalogueCopy.shape.name }), ArchiveSummary)),
  /** Makes a catalogue again from the records in the archive's folder, imports what has none, and opens the archive. */
  'archives.rebuild': ofShelf(
    write(
      z.strictObject(ofArchive),
      z.strictObject({
        summary: ArchiveSummary,
        /** Records that could not be read. */
        unread: z.int().min(0),
        /** Originals without a record, which are being imported. */
        importing: z.int().min(0),
      }),
    ),
  ),
} as const

/** Calls about whether an archive is whole, and how it stays so. */
export const preservationCalls = {
  /** Checks everything: catalogue, history, originals, records, copies. Where the archive can be written, this goes into its history. */
  'archive.verify': read(nothing, VerifyReport),
  'archive.fixity': read(nothing, FixityState),
  /** A part of the report on every original as CSV, the first with the header; safe to open in a spreadsheet. */
  'archive.fixityReport': read(
    z.strictObject({ offset: Offset, limit: Limit }),
    z.strictObject({ total: z.int().min(0), csv: z.string() }),
  ),
  'archive.backup': write(nothing, z.strictObject({ path: z.string(), bytes: z.int().min(0) })),
  'archive.reindex': write(nothing, z.strictObject({ documents: z.int().min(0) })),
} as const
