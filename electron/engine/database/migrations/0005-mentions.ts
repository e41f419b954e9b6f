import type { Migration } from '../migrate.ts'

/**
 * What texts mention: dates and names, and the authority records of the names. What a text mentions is read anew when its words are
 * indexed anew, so every document of an older archive waits in the queue after this step.
 */
export const mentions: Migration = {
  number: 5,
  up: `
CREATE TABLE name (
  number      INTEGER PRIMARY KEY,
  id          TEXT NOT NULL UNIQUE,
  type        TEXT NOT NULL CHECK (type IN ('person', 'organisation', 'place', 'country')),
  -- The form of the name by which it is called.
  preferred   TEXT NOT NULL,
  -- Its words folded, apart by spaces: texts name it so.
  folded      TEXT NOT NULL,
  -- Under which spellings in other scripts meet.
  key         TEXT NOT NULL,
  -- ISO 3166-1, two letters, or empty.
  country     TEXT NOT NULL,
  note        TEXT NOT NULL DEFAULT '',
  -- Whose other name this is, where a person said so.
  merged_into INTEGER REFERENCES name (number) ON DELETE RESTRICT,
  UNIQUE (type, folded)
) STRICT;
CREATE INDEX name_by_key ON name (type, key);
CREATE INDEX name_by_merged ON name (merged_into) WHERE merged_into IS NOT NULL;

CREATE TABLE mention_list (
  document INTEGER PRIMARY KEY REFERENCES document (number) ON DELETE CASCADE,
  -- Every mention in reading order, as engine/names/mentions.store.ts packs it.
  mentions TEXT NOT NULL CHECK (json_valid(mentions)),
  -- Numbers of the names, each once; first and last day of the dates, each pair once: 32-bit numbers, the lowest byte first.
  names    BLOB NOT NULL,
  dates    BLOB NOT NULL
) STRICT;

INSERT OR IGNORE INTO index_queue (document) SELECT number FROM document WHERE removed = 0;
`,
}
