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
  `
  -- The graph is computed: it is made again in tables that can be looked up.
  DROP TABLE node;
  DROP TABLE edge;
  UPDATE revision SET graph = NULL;

  CREATE TABLE node (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    labels TEXT NOT NULL,
    properties TEXT NOT NULL,
    label TEXT AS (labels ->> 0),
    status TEXT AS (properties ->> 'status'),
    -- Negative, so that ascending order has most first.
    carriers INTEGER AS (-coalesce(properties ->> 'carriers', 0)),
    independent INTEGER AS (-coalesce(properties ->> 'independentMax', 0)),
    name TEXT AS (iif(labels ->> 0 = 'Source', (properties ->> 'name') || ' ' || (properties ->> 'aliases'), NULL)),
    claim TEXT AS (iif(labels ->> 0 = 'Claim', properties ->> 'text', NULL)),
    quote TEXT AS (iif(labels ->> 0 = 'Mention', properties ->> 'quote', NULL))
  ) STRICT;
  CREATE INDEX node_labels ON node (labels);
  CREATE INDEX claim_rank ON node (carriers, independent, id) WHERE label = 'Claim';
  CREATE INDEX claim_status ON node (status, carriers, independent, id) WHERE label = 'Claim';

  CREATE TABLE edge (
    id TEXT NOT NULL UNIQUE,
    type TEXT NOT NULL,
    source TEXT NOT NULL,
    target TEXT NOT NULL,
    properties TEXT NOT NULL,
    alternative TEXT AS (properties ->> 'alternativeGroup')
  ) STRICT;
  CREATE INDEX edge_source ON edge (source, type);
  CREATE INDEX edge_target ON edge (target, type);
  CREATE INDEX edge_alternative ON edge (alternative) WHERE type = 'RELIES_ON' AND alternative IS NOT NULL;

  -- Words only; what they stand in is in the node of the same number.
  CREATE VIRTUAL TABLE words USING fts5 (
    name, claim, quote, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 0'
  );
  CREATE TRIGGER node_added AFTER INSERT ON node
    WHEN coalesce(new.name, new.claim, new.quote) IS NOT NULL BEGIN
    INSERT INTO words (rowid, name, claim, quote) VALUES (new.number, new.name, new.claim, new.quote);
  END;
  CREATE TRIGGER node_removed AFTER DELETE ON node BEGIN
    DELETE FROM words WHERE rowid = old.number;
  END;
  CREATE TRIGGER node_changed AFTER UPDATE ON node
    WHEN (old.name, old.claim, old.quote) IS NOT (new.name, new.claim, new.quote) BEGIN
    DELETE FROM words WHERE rowid = old.number;
    INSERT INTO words (rowid, name, claim, quote) VALUES (new.number, new.name, new.claim, new.quote);
  END;
  `,
  `
  -- An affair is named by the number of its smallest article; 0: all of a graph that was written as a whole. What belongs to none is
  -- shared by several.
  DELETE FROM node;
  DELETE FROM edge;
  UPDATE revision SET graph = NULL;
  ALTER TABLE article ADD COLUMN affair INTEGER;
  ALTER TABLE node ADD COLUMN affair INTEGER;
  ALTER TABLE edge ADD COLUMN affair INTEGER;
  CREATE INDEX article_affair ON article (affair);
  CREATE INDEX node_affair ON node (affair);
  CREATE INDEX edge_affair ON edge (affair);

  -- Affairs that changed since they were written.
  CREATE TABLE stale (affair INTEGER PRIMARY KEY) STRICT;

  -- What each affair has of a node or relationship that others have too; NULL: no longer. Due: to be united.
  CREATE TABLE shared (
    id TEXT NOT NULL,
    affair INTEGER NOT NULL,
    element TEXT,
    due INTEGER NOT NULL,
    PRIMARY KEY (id, affair)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX shared_affair ON shared (affair);
  CREATE INDEX shared_due ON shared (id) WHERE due = 1;

  -- Articles in which that stands which a decision names; placed: they were looked for.
  ALTER TABLE decision ADD COLUMN placed INTEGER NOT NULL DEFAULT 0;
  CREATE TABLE decided (
    decision TEXT NOT NULL REFERENCES decision (id) ON DELETE CASCADE,
    article TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    PRIMARY KEY (decision, article)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX decided_article ON decided (article);
  `,
  `
  -- How many of an article's blocking keys are of copied words.
  ALTER TABLE article ADD COLUMN copied INTEGER NOT NULL DEFAULT 0;
  UPDATE article SET copied =
    (SELECT count(*) FROM blocking_key WHERE article = number AND substr(key, 1, 2) = 'r:');
  `,
];
