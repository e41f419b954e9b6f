import type { Migration } from '../migrate.ts'

/**
 * An import becomes rows that survive the program: a row for every file from the moment it is found. Documents know the
 * container that they came out of, pages what was read by OCR and what is a running header, and every text has a signature by
 * which near-duplicates are found. Imports that an earlier version had marked as interrupted have their event already and are
 * not taken up again.
 */
export const durableImports: Migration = {
  number: 2,
  up: `
ALTER TABLE import ADD COLUMN failed INTEGER NOT NULL DEFAULT 0;
-- 'keep': sources stay where they are. 'remove': a source is removed once its original was read back and found whole.
ALTER TABLE import ADD COLUMN afterwards TEXT NOT NULL DEFAULT 'keep' CHECK (afterwards IN ('keep', 'remove'));
UPDATE import SET state = 'cancelled' WHERE state = 'interrupted';

CREATE TABLE import_file_next (
  import      INTEGER NOT NULL REFERENCES import (number) ON DELETE CASCADE,
  ordinal     INTEGER NOT NULL,
  path        TEXT NOT NULL,
  state       TEXT NOT NULL CHECK (state IN
    ('waiting', 'stored', 'extracted', 'catalogued', 'duplicate', 'unchanged', 'refused', 'failed')),
  document    INTEGER REFERENCES document (number) ON DELETE SET NULL,
  reason      TEXT,
  detail      TEXT,
  -- Where the file came out of another: that document, the place in it from 1, how deep, and the row of the outermost one.
  container   INTEGER REFERENCES document (number) ON DELETE SET NULL,
  member      INTEGER,
  depth       INTEGER NOT NULL DEFAULT 0,
  outermost   INTEGER,
  -- While it is stored: the name of its copy in the waiting room, and what the copy holds.
  incoming    TEXT,
  sha256      TEXT,
  bytes       INTEGER,
  modified_at INTEGER,
  PRIMARY KEY (import, ordinal),
  CHECK ((state IN ('refused', 'failed')) = (reason IS NOT NULL)),
  CHECK (state <> 'stored' OR (incoming IS NOT NULL AND sha256 IS NOT NULL AND bytes IS NOT NULL))
) STRICT, WITHOUT ROWID;
INSERT INTO import_file_next (import, ordinal, path, state, document, reason, detail)
  SELECT import, ordinal, path,
    CASE WHEN state = 'imported' THEN 'catalogued'
         WHEN reason IN ('disk-full', 'out-of-memory', 'permission', 'timed-out', 'unreadable', 'vanished') THEN 'failed'
         ELSE state END,
    document, reason, detail FROM import_file;
DROP TABLE import_file;
ALTER TABLE import_file_next RENAME TO import_file;
CREATE INDEX import_file_by_document ON import_file (document) WHERE document IS NOT NULL;
UPDATE import SET failed = (SELECT count(*) FROM import_file WHERE import_file.import = import.number AND state = 'failed');
UPDATE import SET refused = refused - failed;

ALTER TABLE document ADD COLUMN container INTEGER REFERENCES document (number) ON DELETE SET NULL;
-- Where it stands in its container: a path or a name in there.
ALTER TABLE document ADD COLUMN member_name TEXT NOT NULL DEFAULT '';
-- The address that a web page gives as its own.
ALTER TABLE document ADD COLUMN link TEXT NOT NULL DEFAULT '';
CREATE INDEX document_by_container ON document (container) WHERE container IS NOT NULL;

CREATE TABLE page_next (
  document   INTEGER NOT NULL REFERENCES document (number) ON DELETE CASCADE,
  number     INTEGER NOT NULL,
  grade      TEXT NOT NULL CHECK (grade IN ('text', 'repaired', 'ocr', 'image', 'empty')),
  text       TEXT NOT NULL,
  -- Running headers and footers: pairs of offsets into the text, as JSON; null where there are none.
  furniture  TEXT CHECK (furniture IS NULL OR json_valid(furniture)),
  -- How sure the OCR program is, from 0 to 1; null where the text was not read by one.
  confidence REAL,
  -- When a program last tried to read the picture, in milliseconds since 1970.
  tried_at   INTEGER,
  PRIMARY KEY (document, number)
) STRICT;
INSERT INTO page_next (document, number, grade, text) SELECT document, number, grade, text FROM page;
DROP TABLE page;
ALTER TABLE page_next RENAME TO page;
-- Pages that no search can see, those that were never tried among them.
CREATE INDEX page_unread ON page (document, number, tried_at) WHERE grade = 'image';

-- By what near-duplicates are found: a hash of the words, and two sketches (of shingles of words, and of the figures in the text).
CREATE TABLE signature (
  document  INTEGER PRIMARY KEY REFERENCES document (number) ON DELETE CASCADE,
  text_hash TEXT NOT NULL,
  words     INTEGER NOT NULL,
  shingles  BLOB NOT NULL,
  figures   TEXT NOT NULL CHECK (json_valid(figures))
) STRICT;

-- What a person said of two documents; the lower number first.
CREATE TABLE edition (
  first    INTEGER NOT NULL REFERENCES document (number) ON DELETE CASCADE,
  second   INTEGER NOT NULL REFERENCES document (number) ON DELETE CASCADE,
  relation TEXT NOT NULL CHECK (relation IN ('edition', 'translation', 'unrelated')),
  PRIMARY KEY (first, second),
  CHECK (first < second)
) STRICT, WITHOUT ROWID;
CREATE INDEX edition_by_second ON edition (second);

CREATE TABLE watched_folder (
  number     INTEGER PRIMARY KEY,
  id         TEXT NOT NULL UNIQUE,
  path       TEXT NOT NULL UNIQUE,
  tags       TEXT NOT NULL CHECK (json_valid(tags)),
  afterwards TEXT NOT NULL CHECK (afterwards IN ('keep', 'remove')),
  active     INTEGER NOT NULL CHECK (active IN (0, 1)),
  added_at   INTEGER NOT NULL
) STRICT;
`,
}
