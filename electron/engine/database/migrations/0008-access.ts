import type { Migration } from '../migrate.ts'

/** What may be given away and what may not, and the history that records bring along from another archive. */
export const access: Migration = {
  number: 8,
  up: `
-- Documents that may not be given to anybody: why, and when that is to be looked at again (EDTF, with its first day).
CREATE TABLE access_condition (
  document    INTEGER PRIMARY KEY REFERENCES document (number) ON DELETE CASCADE,
  reason      TEXT NOT NULL,
  review      TEXT NOT NULL,
  review_from INTEGER
) STRICT;

-- Words that no package for anyone may hold.
CREATE TABLE redaction (
  id     TEXT PRIMARY KEY,
  words  TEXT NOT NULL,
  -- The words folded, apart by spaces: the same words are marked once.
  folded TEXT NOT NULL UNIQUE,
  reason TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What happened to records before they came here with a package. It proves nothing by itself: the package did.
CREATE TABLE earlier_event (
  id            TEXT PRIMARY KEY,
  at            INTEGER NOT NULL,
  act           TEXT NOT NULL,
  facts         TEXT NOT NULL CHECK (json_valid(facts)),
  undone        INTEGER NOT NULL CHECK (undone IN (0, 1)),
  hash          TEXT NOT NULL,
  archive       TEXT NOT NULL,
  archive_title TEXT NOT NULL,
  -- What it was about: ids of documents, collections and names, paths of tags.
  about         TEXT NOT NULL CHECK (json_valid(about))
) STRICT, WITHOUT ROWID;
CREATE INDEX earlier_event_by_time ON earlier_event (at);
`,
}
