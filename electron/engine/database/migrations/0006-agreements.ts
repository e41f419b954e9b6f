import type { Migration } from '../migrate.ts'

/** The register of agreements, what documents say of them, and what was promised. */
export const agreements: Migration = {
  number: 6,
  up: `
CREATE TABLE agreement (
  number      INTEGER PRIMARY KEY,
  id          TEXT NOT NULL UNIQUE,
  title       TEXT NOT NULL,
  -- What it is about, in the words of the texts, and the keys by which texts in other languages mean the same.
  subject     TEXT NOT NULL,
  subject_keys TEXT NOT NULL CHECK (json_valid(subject_keys)),
  parties     TEXT NOT NULL CHECK (json_valid(parties)),
  -- EDTF, with its first and last day; empty and null where no text says it.
  signed      TEXT NOT NULL,
  signed_from INTEGER,
  signed_to   INTEGER,
  place       TEXT NOT NULL,
  CHECK ((signed_from IS NULL) = (signed_to IS NULL))
) STRICT;
CREATE INDEX agreement_by_parties ON agreement (parties);
CREATE INDEX agreement_by_signed ON agreement (signed_from, signed_to);

-- Words of a document that carry or cite an agreement. "decided": 1 where a person confirmed it, 0 where one refused it.
CREATE TABLE agreement_link (
  document  INTEGER NOT NULL REFERENCES document (number) ON DELETE CASCADE,
  page      INTEGER NOT NULL,
  start     INTEGER NOT NULL,
  end       INTEGER NOT NULL,
  agreement INTEGER NOT NULL REFERENCES agreement (number) ON DELETE CASCADE,
  role      TEXT NOT NULL CHECK (role IN ('carries', 'cites')),
  quote     TEXT NOT NULL,
  confidence REAL NOT NULL,
  clauses   TEXT NOT NULL CHECK (json_valid(clauses)),
  decided   INTEGER CHECK (decided IN (0, 1)),
  PRIMARY KEY (document, page, start)
) STRICT, WITHOUT ROWID;
CREATE INDEX agreement_link_by_agreement ON agreement_link (agreement);

CREATE TABLE commitment (
  document   INTEGER NOT NULL REFERENCES document (number) ON DELETE CASCADE,
  page       INTEGER NOT NULL,
  start      INTEGER NOT NULL,
  end        INTEGER NOT NULL,
  quote      TEXT NOT NULL,
  due        TEXT NOT NULL,
  due_to     INTEGER,
  confidence REAL NOT NULL,
  PRIMARY KEY (document, page, start)
) STRICT, WITHOUT ROWID;
-- What texts say to have happened around agreements, and when.
CREATE TABLE happening (
  document   INTEGER NOT NULL REFERENCES document (number) ON DELETE CASCADE,
  page       INTEGER NOT NULL,
  start      INTEGER NOT NULL,
  end        INTEGER NOT NULL,
  type       TEXT NOT NULL,
  value      TEXT NOT NULL,
  value_from INTEGER NOT NULL,
  value_to   INTEGER NOT NULL,
  quote      TEXT NOT NULL,
  PRIMARY KEY (document, page, start)
) STRICT, WITHOUT ROWID;
CREATE INDEX commitment_by_due ON commitment (due_to);
`,
}
