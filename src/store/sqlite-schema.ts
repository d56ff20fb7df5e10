/** The tables of a store file, and how an older file becomes a newer one. */

/** "Hsay": tells a store from every other SQLite file. */
export const APPLICATION_ID = 0x48_73_61_79;

/**
 * Step n brings a file from version n to n + 1; `PRAGMA user_version` keeps the version. Steps are only ever added.
 *
 * Everything that comes from articles is kept as JSON text, which escapes NUL and unpaired surrogates: SQLite's text ends at
 * the first, and UTF-8 has no place for the second.
 */
export const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE revision (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    truth INTEGER NOT NULL,
    graph INTEGER
  ) STRICT;
  INSERT INTO revision VALUES (1, 0, NULL);

  -- AUTOINCREMENT: an article that is forgotten and read again has another number.
  CREATE TABLE article (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    article TEXT NOT NULL,
    reading TEXT NOT NULL
  ) STRICT;
  CREATE TABLE blocking_key (
    key TEXT NOT NULL,
    article INTEGER NOT NULL REFERENCES article (number) ON DELETE CASCADE,
    PRIMARY KEY (key, article)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX blocking_key_article ON blocking_key (article);
  CREATE TABLE joined (
    article TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    other TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    decisions TEXT NOT NULL,
    PRIMARY KEY (article, other)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX joined_other ON joined (other);
  CREATE TABLE decision (
    id TEXT PRIMARY KEY,
    at TEXT NOT NULL,
    decision TEXT NOT NULL
  ) STRICT;

  CREATE TABLE node (
    id TEXT NOT NULL UNIQUE,
    labels TEXT NOT NULL,
    properties TEXT NOT NULL
  ) STRICT;
  CREATE TABLE edge (
    id TEXT NOT NULL UNIQUE,
    type TEXT NOT NULL,
    source TEXT NOT NULL,
    target TEXT NOT NULL,
    properties TEXT NOT NULL
  ) STRICT;
  `,
];
