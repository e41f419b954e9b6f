import type { Migration } from '../migrate.ts'

/**
 * The full text leaves FTS5 for an index of our own: which documents hold a word, how often and where. It holds words as they are
 * written; forms of one word are found through `form` when a question is asked. All of it can be made anew from the texts, and is:
 * every document waits in the queue after this step.
 */
export const wordIndex: Migration = {
  number: 3,
  up: `
DROP TABLE text_index;

-- Documents go into the index under an entry number, in ascending order; one that changed gets a new number.
CREATE TABLE index_entry (
  document     INTEGER PRIMARY KEY REFERENCES document (number) ON DELETE CASCADE,
  entry        INTEGER NOT NULL UNIQUE,
  length       INTEGER NOT NULL,
  title_length INTEGER NOT NULL
) STRICT;

-- The entry number that the next document gets. Never taken back, so that what a killed program left behind names no document.
CREATE TABLE index_state (
  only       INTEGER PRIMARY KEY CHECK (only = 1),
  next_entry INTEGER NOT NULL
) STRICT;
INSERT INTO index_state (only, next_entry) VALUES (1, 1);

-- Where a word stands, in pieces with ascending entries. "entries": for each, the distance to the one before and how often;
-- "places": where, for one entry after another. How they are written is told in engine/word-index.
CREATE TABLE posting (
  word    TEXT NOT NULL,
  first   INTEGER NOT NULL,
  last    INTEGER NOT NULL,
  entries BLOB NOT NULL,
  places  BLOB NOT NULL,
  PRIMARY KEY (word, first)
) STRICT, WITHOUT ROWID;

-- Words of the index by what is left of them when their endings are cut off, each language in its way.
CREATE TABLE form (
  stem TEXT NOT NULL,
  word TEXT NOT NULL,
  PRIMARY KEY (stem, word)
) STRICT, WITHOUT ROWID;

INSERT OR IGNORE INTO index_queue (document) SELECT number FROM document WHERE removed = 0;
`,
}
