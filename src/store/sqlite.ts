/** The graph in one SQLite file. */

import Database from 'libsql';
import type { Decision, GraphBatch } from '../graph/types.ts';
import type { Reading } from '../resolve/types.ts';
import { explaining } from './sqlite-errors.ts';
import { replaceGraph, storedGraph } from './sqlite-graph.ts';
import { prepareFile } from './sqlite-open.ts';
import type { Joined, Revision, Store, StoredArticle } from './types.ts';

/** Articles or joins that are held at once while all of them are read. */
const PAGE = 64;

/**
 * Opens the store in a file, and makes it where there is none. Throws a `HearsayError` where the file is no store, a newer one,
 * damaged or locked for `patience` milliseconds.
 */
export async function openSqlite(location: string, patience = 10_000): Promise<Store> {
  return explaining(location, () => {
    const db = new Database(location, { timeout: patience });
    try {
      prepareFile(db, location, patience);
    } catch (error) {
      db.close();
      throw error;
    }
    return storeIn(db, location);
  });
}

function storeIn(db: Database.Database, location: string): Store {
  const once = <T>(action: () => T): T => explaining(location, action);
  const write = <T>(action: () => T): T => once(() => db.transaction(action).immediate());
  const run = (sql: string, ...values: readonly unknown[]) => db.prepare(sql).run(values).changes;
  const changed = () => run('UPDATE revision SET truth = truth + 1');
  const rows = (sql: string, ...values: readonly unknown[]) =>
    db.prepare(sql).all(values) as Record<string, string>[];

  /** Rows in order of their key, a page at a time, so that nothing keeps the file busy between two of them. */
  async function* paged<T>(
    sql: string,
    key: (row: Record<string, string>) => string,
    parse: (row: Record<string, string>) => T,
  ) {
    let last = '';
    for (;;) {
      const page = once(() => rows(sql, last, PAGE));
      for (const row of page) yield parse(row);
      const end = page.at(-1);
      if (end === undefined) return;
      last = key(end);
    }
  }

  return {
    location,
    async has(articles) {
      const found = once(() =>
        rows('SELECT id FROM article WHERE id IN (SELECT value FROM json_each(?))', JSON.stringify(articles)),
      );
      return new Set(found.map((row) => row.id ?? ''));
    },
    async add({ article, reading, keys }, join) {
      return write(() => {
        const added = run(
          'INSERT INTO article VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
          article.id,
          JSON.stringify(article),
          JSON.stringify(reading),
        );
        if (added === 0) return false;
        const unique = [...new Set(keys.map(escaped))];
        const sharing = rows(
          `SELECT reading FROM article WHERE id IN (
             SELECT article FROM blocking_key WHERE key IN (SELECT value FROM json_each(?))
           ) ORDER BY id`,
          JSON.stringify(unique),
        );
        for (const key of unique) run('INSERT INTO blocking_key VALUES (?, ?)', key, article.id);
        const candidates = sharing.map((row) => JSON.parse(row.reading ?? '') as Reading);
        for (const joined of join(candidates))
          run(
            'INSERT INTO joined VALUES (?, ?, ?)',
            joined.article,
            joined.other,
            JSON.stringify(joined.decisions),
          );
        changed();
        return true;
      });
    },
    async forget(article) {
      return write(() => run('DELETE FROM article WHERE id = ?', article) > 0 && changed() > 0);
    },
    entries: () =>
      paged(
        `SELECT id, article, reading, (SELECT json_group_array(key) FROM blocking_key WHERE article = a.id) AS keys
         FROM article a WHERE id > ? ORDER BY id LIMIT ?`,
        (row) => row.id ?? '',
        (row): StoredArticle => ({
          article: JSON.parse(row.article ?? ''),
          reading: JSON.parse(row.reading ?? ''),
          keys: (JSON.parse(row.keys ?? '[]') as string[]).map(unescaped).sort(),
        }),
      ),
    joined: () =>
      paged(
        `SELECT article || ' ' || other AS key, article, other, decisions FROM joined
         WHERE article || ' ' || other > ? ORDER BY article, other LIMIT ?`,
        (row) => row.key ?? '',
        (row): Joined => ({
          article: row.article ?? '',
          other: row.other ?? '',
          decisions: JSON.parse(row.decisions ?? ''),
        }),
      ),
    async decisions() {
      const all = once(() => rows('SELECT decision FROM decision'));
      return all
        .map((row) => JSON.parse(row.decision ?? '') as Decision)
        .sort((a, b) => (a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at < b.at ? -1 : 1));
    },
    async decide(decision) {
      durably(db, () =>
        write(() => {
          run('INSERT OR REPLACE INTO decision VALUES (?, ?)', decision.id, JSON.stringify(decision));
          changed();
        }),
      );
    },
    async undo(decision) {
      return durably(db, () =>
        write(() => run('DELETE FROM decision WHERE id = ?', decision) > 0 && changed() > 0),
      );
    },
    async revision() {
      const [now] = once(() => db.prepare('SELECT truth, graph FROM revision').all([]) as Revision[]);
      return { truth: now?.truth ?? 0, graph: now?.graph ?? null };
    },
    async writeGraph(graph: GraphBatch, truth: number) {
      write(() => {
        const newest = run('UPDATE revision SET graph = ? WHERE graph IS NULL OR graph <= ?', truth, truth);
        if (newest > 0) replaceGraph(db, graph);
      });
    },
    async readGraph() {
      return once(() => db.transaction(() => storedGraph(db)).deferred());
    },
    async close() {
      if (!db.open) return;
      // Moves everything from the journal beside the file into the file, so that it can be copied alone.
      once(() => db.pragma('wal_checkpoint(TRUNCATE)'));
      db.close();
    },
  };
}

/** JSON text of a string without its quotes. */
const escaped = (text: string): string => JSON.stringify(text).slice(1, -1);
const unescaped = (text: string): string => JSON.parse(`"${text}"`) as string;

/** A decision is a person's work, which nothing can compute again: it is on the disk before the command ends. */
function durably<T>(db: Database.Database, action: () => T): T {
  db.pragma('synchronous = FULL');
  try {
    return action();
  } finally {
    db.pragma('synchronous = NORMAL');
  }
}
