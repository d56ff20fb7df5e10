/** The computed graph in its tables. */

import type Database from 'libsql';
import type { GraphBatch, GraphEdge, GraphNode } from '../graph/types.ts';
import type { Prepare } from './sqlite-affairs.ts';

/** Rows that are sent at once, and characters of them: one call for many rows costs half as much as a call for each. */
const ROWS = 500;
const LENGTH = 1 << 20;

const NODE = `INSERT INTO node (id, labels, properties, affair)
  SELECT value ->> 0, value -> 1, value -> 2, @affair FROM json_each(@rows) WHERE true
  ON CONFLICT DO UPDATE SET labels = excluded.labels, properties = excluded.properties, affair = excluded.affair
  WHERE labels <> excluded.labels OR properties <> excluded.properties OR affair IS NOT excluded.affair`;

const EDGE = `INSERT INTO edge (id, type, source, target, properties, affair)
  SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value -> 4, @affair FROM json_each(@rows) WHERE true
  ON CONFLICT DO UPDATE
  SET type = excluded.type, source = excluded.source, target = excluded.target, properties = excluded.properties,
    affair = excluded.affair
  WHERE type <> excluded.type OR source <> excluded.source OR target <> excluded.target
     OR properties <> excluded.properties OR affair IS NOT excluded.affair`;

/**
 * Writes nodes and relationships that belong to an affair, or to none (null); rows that are the same already are not written again.
 * Inside the caller's transaction.
 */
export function writerOf(prepare: Prepare, affair: number | null) {
  const put = <T>(sql: string, items: readonly T[], row: (item: T) => readonly unknown[]): void => {
    for (const rows of batches(items, (item) => JSON.stringify(row(item))))
      prepare(sql).run({ affair, rows });
  };
  const writer = {
    nodes: (nodes: readonly GraphNode[]) => put(NODE, nodes, (n) => [n.id, n.labels, n.properties]),
    edges: (edges: readonly GraphEdge[]) =>
      put(EDGE, edges, (e) => [e.id, e.type, e.from, e.to, e.properties]),
    remove: (table: Table, id: string) => void prepare(`DELETE FROM ${table} WHERE id = ?`).run([id]),
    /** Makes the affair hold exactly this graph. Linear in both. */
    replace({ nodes, edges }: GraphBatch): void {
      writer.nodes(nodes);
      writer.edges(edges);
      removeOthers('node', nodes);
      removeOthers('edge', edges);
    },
  };
  const removeOthers = (table: Table, kept: readonly { readonly id: string }[]): void => {
    const [found] = prepare(`SELECT count(*) AS n FROM ${table} WHERE affair IS ?`).all([affair]) as Count[];
    // All of them are there now: where there are no more, there are no others.
    if (found?.n === kept.length) return;
    const ids = prepare(`SELECT id FROM ${table} WHERE affair IS ?`).all([affair]) as { id: string }[];
    const known = new Set(kept.map(({ id }) => id));
    for (const { id } of ids) if (!known.has(id)) writer.remove(table, id);
  };
  return writer;
}

type Count = { readonly n: number };

/** JSON lists of the items' JSON. */
function* batches<T>(items: readonly T[], json: (item: T) => string): Iterable<string> {
  let held: string[] = [];
  let length = 0;
  for (const item of items) {
    const text = json(item);
    held.push(text);
    length += text.length;
    if (held.length < ROWS && length < LENGTH) continue;
    yield `[${held.join(',')}]`;
    held = [];
    length = 0;
  }
  if (held.length > 0) yield `[${held.join(',')}]`;
}

type Table = 'node' | 'edge';

/** In order of ids. */
export function storedGraph(db: Database.Database): GraphBatch {
  const nodes = db.prepare(`${NODES} ORDER BY id`).iterate([]) as Iterable<NodeRow>;
  const edges = db.prepare(`${EDGES} ORDER BY id`).iterate([]) as Iterable<EdgeRow>;
  return { nodes: Array.from(nodes, nodeOf), edges: Array.from(edges, edgeOf) };
}

/** Queries whose rows the functions below read. */
export const NODES = 'SELECT id, labels, properties FROM node';
export const EDGES = 'SELECT id, type, source, target, properties FROM edge';

export type NodeRow = Readonly<Record<'id' | 'labels' | 'properties', string>>;
export type EdgeRow = Readonly<Record<'id' | 'type' | 'source' | 'target' | 'properties', string>>;

export const nodeOf = ({ id, labels, properties }: NodeRow): GraphNode => ({
  id,
  labels: JSON.parse(labels) as string[],
  properties: JSON.parse(properties) as GraphNode['properties'],
});

export const edgeOf = ({ id, type, source, target, properties }: EdgeRow): GraphEdge => ({
  id,
  type,
  from: source,
  to: target,
  properties: JSON.parse(properties) as GraphEdge['properties'],
});
