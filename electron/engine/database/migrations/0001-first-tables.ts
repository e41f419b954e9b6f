import type { Migration } from '../migrate.ts'

/**
 * The first tables. Numbers are for joins inside this file; ids are ULIDs and leave it. Dates are EDTF text with the first and
 * last day beside it as numbers (20260118), so that ranges can be compared.
 */
export const firstTables: Migration = {
  number: 1,
  up: `
CREATE TABLE import (
  number      INTEGER PRIMARY KEY,
  id          TEXT NOT NULL UNIQUE,
  state       TEXT NOT NULL CHECK (state IN ('running', 'done', 'cancelled', 'interrupted')),
  sources     TEXT NOT NULL CHECK (json_valid(sources)),
  tags        TEXT NOT NULL CHECK (json_valid(tags)),
  started_at  INTEGER NOT NULL,
  finished_at INTEGER,
  found       INTEGER NOT NULL DEFAULT 0,
  walked      INTEGER NOT NULL DEFAULT 0,
  imported    INTEGER NOT NULL DEFAULT 0,
  duplicates  INTEGER NOT NULL DEFAULT 0,
  refused     INTEGER NOT NULL DEFAULT 0,
  unchanged   INTEGER NOT NULL DEFAULT 0,
  failure     TEXT
) STRICT;

CREATE TABLE document (
  number      INTEGER PRIMARY KEY,
  id          TEXT NOT NULL UNIQUE,
  import      INTEGER NOT NULL REFERENCES import (number) ON DELETE RESTRICT,
  title       TEXT NOT NULL,
  kind        TEXT NOT NULL,
  language    TEXT NOT NULL,
  issued      TEXT NOT NULL DEFAULT '',
  issued_from INTEGER,
  issued_to   INTEGER,
  issuer      TEXT NOT NULL DEFAULT '',
  place       TEXT NOT NULL DEFAULT '',
  reference   TEXT NOT NULL DEFAULT '',
  summary     TEXT NOT NULL DEFAULT '',
  evidence    TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(evidence)),
  has_text    INTEGER NOT NULL CHECK (has_text IN (0, 1)),
  imported_at INTEGER NOT NULL,
  -- 0: present; 1: removed by itself; 2: its import was undone; 3: both. Each can be taken back without the other.
  removed     INTEGER NOT NULL DEFAULT 0 CHECK (removed BETWEEN 0 AND 3),
  CHECK ((issued_from IS NULL) = (issued_to IS NULL))
) STRICT;
CREATE INDEX document_by_import ON document (import);

CREATE TABLE file (
  number      INTEGER PRIMARY KEY,
  id          TEXT NOT NULL UNIQUE,
  document    INTEGER NOT NULL REFERENCES document (number) ON DELETE CASCADE,
  name        TEXT NOT NULL,
  source      TEXT NOT NULL,
  bytes       INTEGER NOT NULL,
  sha256      TEXT NOT NULL CHECK (length(sha256) = 64),
  media_type  TEXT NOT NULL,
  extension   TEXT NOT NULL,
  modified_at INTEGER
) STRICT;
CREATE INDEX file_by_document ON file (document);
CREATE INDEX file_by_sha256 ON file (sha256);

CREATE TABLE source (
  path TEXT PRIMARY KEY,
  file INTEGER NOT NULL REFERENCES file (number) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE page (
  document INTEGER NOT NULL REFERENCES document (number) ON DELETE CASCADE,
  number   INTEGER NOT NULL,
  grade    TEXT NOT NULL CHECK (grade IN ('text', 'repaired', 'image', 'empty')),
  text     TEXT NOT NULL,
  PRIMARY KEY (document, number)
) STRICT;

CREATE TABLE tag (
  number INTEGER PRIMARY KEY,
  path   TEXT NOT NULL UNIQUE,
  folded TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE document_tag (
  tag      INTEGER NOT NULL REFERENCES tag (number) ON DELETE CASCADE,
  document INTEGER NOT NULL REFERENCES document (number) ON DELETE CASCADE,
  PRIMARY KEY (tag, document)
) STRICT, WITHOUT ROWID;
CREATE INDEX document_tag_by_document ON document_tag (document, tag);

CREATE TABLE import_file (
  import   INTEGER NOT NULL REFERENCES import (number) ON DELETE CASCADE,
  ordinal  INTEGER NOT NULL,
  path     TEXT NOT NULL,
  state    TEXT NOT NULL CHECK (state IN ('imported', 'duplicate', 'refused', 'unchanged')),
  document INTEGER REFERENCES document (number) ON DELETE SET NULL,
  reason   TEXT,
  detail   TEXT,
  PRIMARY KEY (import, ordinal),
  CHECK ((state = 'refused') = (reason IS NOT NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX import_file_by_state ON import_file (import, state, ordinal);
CREATE INDEX import_file_by_document ON import_file (document);

CREATE TABLE event (
  sequence      INTEGER PRIMARY KEY,
  id            TEXT NOT NULL UNIQUE,
  at            INTEGER NOT NULL,
  act           TEXT NOT NULL,
  facts         TEXT NOT NULL CHECK (json_valid(facts)),
  changes       TEXT NOT NULL CHECK (json_valid(changes)),
  undoes        INTEGER REFERENCES event (sequence) ON DELETE RESTRICT,
  undone        INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1)),
  previous_hash TEXT NOT NULL,
  hash          TEXT NOT NULL UNIQUE
) STRICT;

-- Documents in the order in which they changed. Whoever keeps something derived remembers how far it has read.
CREATE TABLE change_feed (
  sequence INTEGER PRIMARY KEY AUTOINCREMENT,
  document INTEGER NOT NULL
) STRICT;

-- Documents whose words are not yet in the full-text index.
CREATE TABLE index_queue (
  document INTEGER PRIMARY KEY REFERENCES document (number) ON DELETE CASCADE
) STRICT;

-- Analysed words, apart by spaces; the row id is the document's number. Nothing of it is shown to anyone: it can be rebuilt.
CREATE VIRTUAL TABLE text_index USING fts5 (title, body, exact, content='', contentless_delete=1, tokenize='ascii');
`,
}
