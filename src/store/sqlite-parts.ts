/** Parts of the computed graph, looked up in its tables. */

import type Database from 'libsql';
import type { Look } from '../graph/part.ts';
import type { GraphNode } from '../graph/types.ts';
import { claimPlace, pageOf } from './claim-place.ts';
import { EDGES, type EdgeRow, edgeOf, NODES, type NodeRow, nodeOf } from './sqlite-graph.ts';
import type { ClaimPage, ClaimQuery, Summary } from './types.ts';
import { wordsOf } from './words.ts';

/** Each look-up is answered from an index. */
export function lookIn(db: Database.Database): Look {
  const nodes = db.prepare(`${NODES} WHERE id IN (SELECT value FROM json_each(?))`);
  const along = (end: 'source' | 'target') => {
    const within = `${EDGES} WHERE ${end} IN (SELECT value FROM json_each(?))`;
    const all = db.prepare(within);
    const some = db.prepare(`${within} AND type IN (SELECT value FROM json_each(?))`);
    return (ids: readonly string[], types: readonly string[] | null) => {
      const found =
        types === null
          ? all.all([JSON.stringify(ids)])
          : some.all([JSON.stringify(ids), JSON.stringify(types)]);
      return (found as EdgeRow[]).map(edgeOf);
    };
  };
  const alternatives = db.prepare(
    `${EDGES} WHERE type = 'RELIES_ON' AND alternative IN (SELECT value FROM json_each(?))`,
  );
  return {
    nodes: (ids) => (nodes.all([JSON.stringify(ids)]) as NodeRow[]).map(nodeOf),
    from: along('source'),
    to: along('target'),
    alternatives: (groups) => (alternatives.all([JSON.stringify(groups)]) as EdgeRow[]).map(edgeOf),
  };
}

export function claimsIn(db: Database.Database, { status, text, after, limit }: ClaimQuery): ClaimPage {
  const { carriers, independent, id } = claimPlace(after);
  const words = text === undefined ? null : matching('claim', text);
  const filters = [
    ...(status === undefined ? [] : ['status = @status']),
    ...(words === null ? [] : ['number IN (SELECT rowid FROM words WHERE words MATCH @words)']),
  ];
  const found = db
    .prepare(
      `${NODES} WHERE ${["label = 'Claim'", ...filters].join(' AND ')}
         AND (carriers, independent, id) > (@carriers, @independent, @id)
       ORDER BY carriers, independent, id LIMIT @limit`,
    )
    .all({
      ...(status === undefined ? {} : { status }),
      ...(words === null ? {} : { words }),
      ...{ carriers: -carriers, independent: -independent, id, limit: limit + 1 },
    }) as NodeRow[];
  return pageOf(found.map(nodeOf), limit);
}

export function claimIdsIn(db: Database.Database, beginning: string, limit: number): readonly string[] {
  const sql =
    "SELECT id FROM node WHERE id >= ? AND substr(id, 1, length(?)) = ? AND label = 'Claim' ORDER BY id LIMIT ?";
  const found = db.prepare(sql).all([beginning, beginning, beginning, limit]) as { readonly id: string }[];
  return found.map(({ id }) => id);
}

export function findIn(db: Database.Database, text: string, limit: number): readonly GraphNode[] {
  const sql = `${NODES} JOIN (SELECT rowid AS number, rank FROM words WHERE words MATCH ? ORDER BY rank LIMIT ?) USING (number)
    ORDER BY rank, id`;
  const found = ['name', 'claim', 'quote'].flatMap((column) => {
    const words = matching(column, text);
    return words === null ? [] : (db.prepare(sql).all([words, limit]) as NodeRow[]);
  });
  return found.map(nodeOf);
}

/** All the words, of which the last may go on; nothing where there are none. */
function matching(column: string, text: string): string | null {
  const words = wordsOf(text).map((word) => `"${word.replaceAll('"', '""')}"`);
  return words.length === 0 ? null : `${column} : (${words.join(' AND ')} *)`;
}

export function summaryIn(db: Database.Database): Summary {
  type Count = { readonly key: string; readonly n: number };
  const count = (sql: string) => db.prepare(sql).all([]) as Count[];
  const labels: Record<string, number> = {};
  for (const { key, n } of count('SELECT labels AS key, count(*) AS n FROM node GROUP BY labels'))
    for (const label of JSON.parse(key) as string[]) labels[label] = (labels[label] ?? 0) + n;
  const statuses = count(
    "SELECT status AS key, count(*) AS n FROM node WHERE label = 'Claim' AND status IS NOT NULL GROUP BY status",
  );
  return { labels, statuses: Object.fromEntries(statuses.map(({ key, n }) => [key, n])) };
}
