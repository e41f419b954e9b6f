import type { Migration } from '../migrate.ts'

/**
 * What keeps an archive alive: how far the change feed was followed by whoever writes the catalogue out of itself, and when each
 * original was last found sound. Every document waits for its sidecar after this step. A later step that changes a table of
 * `sidecars/catalogue-tables.rules.ts` puts every document into the feed again, so that all sidecars have the new shape.
 */
export const keeping: Migration = {
  number: 9,
  up: `
CREATE TABLE feed_reader (
  name     TEXT PRIMARY KEY,
  -- The last change that it has seen.
  sequence INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO feed_reader (name, sequence) SELECT 'sidecars', coalesce(max(sequence), 0) FROM change_feed;
INSERT INTO change_feed (document) SELECT number FROM document ORDER BY number;

CREATE TABLE fixity_check (
  file       INTEGER PRIMARY KEY REFERENCES file (number) ON DELETE CASCADE,
  checked_at INTEGER NOT NULL,
  outcome    TEXT NOT NULL CHECK (outcome IN ('sound', 'changed', 'missing', 'unreadable'))
) STRICT;
CREATE INDEX fixity_check_by_time ON fixity_check (checked_at);
CREATE INDEX fixity_check_unsound ON fixity_check (outcome) WHERE outcome <> 'sound';
`,
}
