export interface Migration {
  number: number
  name: string
  sql: string
}

/** In order; one that has been released is never changed: the next one mends it. */
export const migrations: readonly Migration[] = [
  {
    number: 1,
    name: 'editions',
    sql: `
      CREATE TABLE schedules (
        schedule TEXT NOT NULL,
        definition TEXT NOT NULL,
        first_seen TEXT NOT NULL,
        PRIMARY KEY (schedule, definition)
      ) STRICT;
      CREATE TABLE editions (
        schedule TEXT NOT NULL,
        slot TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('claimed', 'made', 'failed')),
        attempts INTEGER NOT NULL,
        out TEXT UNIQUE,
        claimed_by TEXT,
        claimed_at TEXT NOT NULL,
        lease_until TEXT NOT NULL,
        started_at TEXT NOT NULL,
        finished_at TEXT,
        retry_at TEXT,
        error TEXT,
        sources TEXT NOT NULL DEFAULT '[]',
        outputs TEXT NOT NULL DEFAULT '[]',
        PRIMARY KEY (schedule, slot)
      ) STRICT;
    `,
  },
  {
    number: 2,
    name: 'translations',
    sql: `
      CREATE TABLE translations (
        source TEXT NOT NULL,
        use TEXT NOT NULL,
        origin TEXT NOT NULL,
        target TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('refused', 'machine', 'translated', 'reviewed', 'final')),
        date TEXT NOT NULL,
        PRIMARY KEY (source, use, origin)
      ) STRICT;
      CREATE INDEX translations_by_length ON translations (use, length(source));
    `,
  },
]
