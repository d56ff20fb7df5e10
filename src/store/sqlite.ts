/** The graph in one SQLite file. */

import Database from 'libsql';
import { aroundIn, upstreamOf } from '../graph/part.ts';
import type { Decision } from '../graph/types.ts';
import { COPIED, copiedIn, ENOUGH_COPIED, SHARE_COPIED } from '../resolve/keys.ts';
import { readingCache } from './reading-cache.ts';
import {
  changedIn,
  graphOfAffairs,
  markArticles,
  markDecision,
  tidyAffairs,
  WHOLE,
  writeAffairs,
} from './sqlite-affairs.ts';
import { explaining } from './sqlite-errors.ts';
import { storedGraph, writerOf } from './sqlite-graph.ts';
import { prepareFile } from './sqlite-open.ts';
import { claimIdsIn, claimsIn, findIn, lookIn, summaryIn } from './sqlite-parts.ts';
import { type Row, sessionOn } from './sqlite-session.ts';
import type { Joined, Revision, Store, StoredArticle } from './types.ts';

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
  const { once, write, reading, prepare, rows, run, paged, durably } = sessionOn(db, location);
  const changed = () => run('UPDATE revision SET truth = truth + 1');
  const cached = readingCache();

  /** The new row's number; undefined where the article is there already. */
  const insert = ({ article, reading, keys }: StoredArticle) => {
    const sql = `INSERT INTO article (id, article, reading, copied) VALUES (?, ?, ?, ?)
      ON CONFLICT DO NOTHING RETURNING number`;
    const json = JSON.stringify(reading);
    const number = rows(sql, article.id, JSON.stringify(article), json, copiedIn(keys))[0]?.number;
    if (number !== undefined) cached.put(article.id, number, reading, json.length);
    return number;
  };
  const keep = (pairs: readonly Joined[]) => {
    const sql = 'INSERT OR REPLACE INTO joined VALUES (?, ?, ?)';
    for (const { article, other, decisions } of pairs) run(sql, article, other, JSON.stringify(decisions));
    markArticles(prepare, [...new Set(pairs.flatMap(({ article, other }) => [article, other]))]);
  };
  const revisionNow = (): Revision => {
    const [now] = prepare('SELECT truth, graph FROM revision').all([]) as Revision[];
    return { truth: now?.truth ?? 0, graph: now?.graph ?? null };
  };
  const decisionsNow = () =>
    rows('SELECT decision FROM decision ORDER BY at, id').map(
      ({ decision = '' }) => JSON.parse(decision) as Decision,
    );

  return {
    location,
    async has(articles) {
      const sql = 'SELECT id FROM article WHERE id IN (SELECT value FROM json_each(?))';
      return new Set(once(() => rows(sql, JSON.stringify(articles))).map(({ id = '' }) => id));
    },
    async add(entry, join) {
      return write(() => {
        const distinct = JSON.stringify([...new Set(entry.keys.map(escaped))]);
        const added = insert(entry);
        if (added === undefined) return false;
        const sharing = rows(
          // Fewer than that of copied words in common make no pair that joining would look at.
          `SELECT number, id FROM article WHERE number IN (
             SELECT article FROM blocking_key WHERE key IN (SELECT value FROM json_each(?))
             GROUP BY article HAVING max(substr(key, 1, length(?)) <> ?) OR count(*) >= ? AND
               count(*) >= ? * min(?, (SELECT copied FROM article WHERE number = blocking_key.article))
           ) ORDER BY id`,
          ...[distinct, COPIED, COPIED, ENOUGH_COPIED, SHARE_COPIED, copiedIn(entry.keys)],
        );
        run('INSERT INTO blocking_key SELECT value, ? FROM json_each(?)', added, distinct);
        const candidates = sharing.map(({ number = '', id = '' }) =>
          cached.get(
            id,
            number,
            () => rows('SELECT reading FROM article WHERE id = ?', id)[0]?.reading ?? '',
          ),
        );
        keep(join(candidates));
        changed();
        return true;
      });
    },
    async load(entries, joined) {
      write(() => {
        for (const entry of entries) {
          const added = insert(entry);
          const distinct = JSON.stringify([...new Set(entry.keys.map(escaped))]);
          if (added !== undefined)
            run('INSERT INTO blocking_key SELECT value, ? FROM json_each(?)', added, distinct);
        }
        keep(joined);
        changed();
      });
    },
    async forget(article) {
      return write(() => {
        markArticles(prepare, [article]);
        return run('DELETE FROM article WHERE id = ?', article) > 0 && changed() > 0;
      });
    },
    async *entries() {
      const sql = `SELECT id, article, reading,
          (SELECT json_group_array(key) FROM blocking_key WHERE article = number) AS keys
        FROM article WHERE id > ? ORDER BY id LIMIT ?`;
      for await (const { article = '', reading = '', keys = '' } of paged(sql, 'id'))
        yield {
          article: JSON.parse(article),
          reading: JSON.parse(reading),
          keys: (JSON.parse(keys) as string[]).map(unescaped).sort(),
        };
    },
    async *joined() {
      const sql = 'SELECT * FROM joined WHERE (article, other) > (?, ?) ORDER BY article, other LIMIT ?';
      for await (const { article = '', other = '', decisions = '' } of paged(sql, 'article', 'other'))
        yield { article, other, decisions: JSON.parse(decisions) };
    },
    async decisions() {
      return once(decisionsNow);
    },
    async decide(decision) {
      durably(() =>
        write(() => {
          const { id, at } = decision;
          run(
            'INSERT OR REPLACE INTO decision (id, at, decision) VALUES (?, ?, ?)',
            id,
            at,
            JSON.stringify(decision),
          );
          changed();
        }),
      );
    },
    async undo(decision) {
      return durably(() =>
        write(() => {
          const [known] = rows('SELECT decision FROM decision WHERE id = ?', decision);
          if (known?.decision === undefined) return false;
          markDecision(prepare, JSON.parse(known.decision) as Decision);
          return run('DELETE FROM decision WHERE id = ?', decision) > 0 && changed() > 0;
        }),
      );
    },
    async revision() {
      return once(revisionNow);
    },
    async writeGraph(graph, truth) {
      write(() => {
        const newest = run('UPDATE revision SET graph = ? WHERE graph IS NULL OR graph <= ?', truth, truth);
        if (newest === 0) return;
        for (const table of ['shared', 'stale']) run(`DELETE FROM ${table}`);
        run('UPDATE node SET affair = ? WHERE affair IS NOT ?', WHOLE, WHOLE);
        run('UPDATE edge SET affair = ? WHERE affair IS NOT ?', WHOLE, WHOLE);
        run('UPDATE article SET affair = ?', WHOLE);
        writerOf(prepare, WHOLE).replace(graph);
      });
    },
    affairs: {
      async changed() {
        return write(() => changedIn(prepare, decisionsNow()));
      },
      async read(articles) {
        const ids = JSON.stringify(articles);
        const read = prepare(
          'SELECT article, reading FROM article WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id',
        );
        return reading(() => ({
          // Row by row: an affair may have thousands of articles.
          entries: Array.from(read.iterate(ids) as Iterable<Row>, (row) => ({
            article: JSON.parse(row.article ?? ''),
            reading: { ...JSON.parse(row.reading ?? ''), prints: [], topic: [] },
          })),
          joined: rows(
            `SELECT decisions FROM joined WHERE article IN (SELECT value FROM json_each(?)) ORDER BY article, other`,
            ids,
          ).map((row) => JSON.parse(row.decisions ?? '')),
        }));
      },
      async write(affairs, truth) {
        return write(() => {
          if (revisionNow().truth !== truth) return false;
          writeAffairs(prepare, affairs);
          return true;
        });
      },
      async finish(truth) {
        return write(() => {
          tidyAffairs(prepare);
          if (revisionNow().truth !== truth) return false;
          run('DELETE FROM stale');
          run('UPDATE revision SET graph = ?', truth);
          return true;
        });
      },
      async graph(articles) {
        return reading(() => graphOfAffairs(prepare, articles));
      },
    },
    async readGraph() {
      return reading(() => storedGraph(db));
    },
    async upstream(claim, limit) {
      return reading(() => upstreamOf(lookIn(db), claim, limit));
    },
    async around(ids, limit) {
      return reading(() => aroundIn(lookIn(db), ids, limit));
    },
    async listClaims(query) {
      return once(() => claimsIn(db, query));
    },
    async claimIds(beginning, limit) {
      return once(() => claimIdsIn(db, beginning, limit));
    },
    async find(text, limit) {
      return reading(() => findIn(db, text, limit));
    },
    async summary() {
      return reading(() => summaryIn(db));
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
