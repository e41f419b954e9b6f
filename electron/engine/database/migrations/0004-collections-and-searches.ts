import type { Migration } from '../migrate.ts'

/** Collections of documents in an order of their own, searches that are kept, and what people changed in the thesaurus. */
export const collectionsAndSearches: Migration = {
  number: 4,
  up: `
CREATE TABLE collection (
  number  INTEGER PRIMARY KEY,
  id      TEXT NOT NULL UNIQUE,
  name    TEXT NOT NULL,
  folded  TEXT NOT NULL UNIQUE,
  note    TEXT NOT NULL DEFAULT ''
) STRICT;

-- Positions order the documents of a collection; they need not be consecutive.
CREATE TABLE collection_document (
  collection INTEGER NOT NULL REFERENCES collection (number) ON DELETE CASCADE,
  document   INTEGER NOT NULL REFERENCES document (number) ON DELETE CASCADE,
  position   INTEGER NOT NULL,
  PRIMARY KEY (collection, document)
) STRICT, WITHOUT ROWID;
CREATE INDEX collection_document_by_document ON collection_document (document);

CREATE TABLE saved_search (
  number    INTEGER PRIMARY KEY,
  id        TEXT NOT NULL UNIQUE,
  name      TEXT NOT NULL,
  folded    TEXT NOT NULL UNIQUE,
  text      TEXT NOT NULL,
  sort      TEXT NOT NULL,
  pinned    INTEGER NOT NULL CHECK (pinned IN (0, 1)),
  -- What it had found when somebody last looked: a bit for each document number; null when nobody has looked yet.
  seen      BLOB,
  looked_at INTEGER
) STRICT;

-- Concepts of the thesaurus that people made or changed. One that the program brings along has its id here when it was changed;
-- "terms" is null when it was taken out.
CREATE TABLE concept (
  id    TEXT PRIMARY KEY,
  terms TEXT CHECK (terms IS NULL OR json_valid(terms))
) STRICT, WITHOUT ROWID;
`,
}
