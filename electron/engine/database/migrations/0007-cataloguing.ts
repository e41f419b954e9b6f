import type { Migration } from '../migrate.ts'

/** What people decided while cataloguing: which documents they went through, what they refused, and rules of their own. */
export const cataloguing: Migration = {
  number: 7,
  up: `
ALTER TABLE document ADD COLUMN catalogued INTEGER NOT NULL DEFAULT 0 CHECK (catalogued IN (0, 1));
CREATE INDEX document_to_catalogue ON document (number) WHERE catalogued = 0 AND removed = 0;

-- What a person said that a text does not say: a name or a date by its value, an agreement or a promise by its words.
CREATE TABLE refusal (
  document INTEGER NOT NULL REFERENCES document (number) ON DELETE CASCADE,
  about    TEXT NOT NULL,
  words    TEXT NOT NULL,
  PRIMARY KEY (document, about, words)
) STRICT, WITHOUT ROWID;

-- When a query finds a document, then it gets these.
CREATE TABLE standing_rule (
  number     INTEGER PRIMARY KEY,
  id         TEXT NOT NULL UNIQUE,
  name       TEXT NOT NULL,
  query      TEXT NOT NULL,
  tags       TEXT NOT NULL CHECK (json_valid(tags)),
  collection TEXT NOT NULL,
  -- Values of the description by field.
  fields     TEXT NOT NULL CHECK (json_valid(fields)),
  active     INTEGER NOT NULL CHECK (active IN (0, 1))
) STRICT;
`,
}
