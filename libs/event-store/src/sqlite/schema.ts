/** "CLed" in ASCII: tells a ledger from any other SQLite file. */
export const APPLICATION_ID = 0x434c6564;

/**
 * Step n brings a file from schema version n to n + 1; the first makes an empty file a ledger. Steps that have shipped
 * are never changed. The triggers are a guard rail, not the proof: that is the Merkle tree.
 */
export const SCHEMA_STEPS: readonly string[] = [
  `CREATE TABLE events (
    position INTEGER PRIMARY KEY,
    stream TEXT NOT NULL,
    revision INTEGER NOT NULL,
    id TEXT NOT NULL,
    type TEXT NOT NULL,
    data TEXT NOT NULL,
    metadata TEXT NOT NULL,
    UNIQUE (stream, revision)
  ) STRICT;
  CREATE TRIGGER events_are_not_changed BEFORE UPDATE ON events
  BEGIN SELECT RAISE(ABORT, 'an event is never changed'); END;
  CREATE TRIGGER events_are_not_deleted BEFORE DELETE ON events
  BEGIN SELECT RAISE(ABORT, 'an event is never deleted'); END;`,
  // INSERT OR REPLACE deletes without asking the trigger above. A position that SQLite itself will give is -1 here.
  `CREATE TRIGGER events_are_not_replaced BEFORE INSERT ON events
  WHEN NEW.position <> -1 AND NEW.position <= (SELECT max(position) FROM events)
    OR EXISTS (SELECT 1 FROM events WHERE stream = NEW.stream AND revision = NEW.revision)
  BEGIN SELECT RAISE(ABORT, 'an event is appended at the end, and never replaced'); END;`,
];
