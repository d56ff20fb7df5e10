/** The computed graph in its tables. */

import type Database from 'libsql';
import type { GraphBatch, GraphEdge, GraphNode } from '../graph/types.ts';

/**
 * Makes the tables hold exactly this graph; rows that are the same already are not written again. Inside the caller's
 * transaction. Linear in both graphs.
 */
export function replaceGraph(db: Database.Database, { nodes, edges }: GraphBatch): void {
  const node = db.prepare(
    `INSERT INTO node (id, labels, properties) VALUES (?, ?, ?) ON CONFLICT DO UPDATE
     SET labels = excluded.labels, properties = excluded.properties
     WHERE labels <> excluded.labels OR properties <> excluded.properties`,
  );
  const edge = db.prepare(
    `INSERT INTO edge (id, type, source, target, properties) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE
     SET type = excluded.type, source = excluded.source, target = excluded.target, properties = excluded.properties
     WHERE type <> excluded.type OR source <> excluded.source OR target <> excluded.target
        OR properties <> excluded.properties`,
  );
  for (const n of nodes) node.run([n.id, JSON.stringify(n.labels), JSON.stringify(n.properties)]);
  for (const e of edges) edge.run([e.id, e.type, e.from, e.to, JSON.stringify(e.properties)]);
  removeOthers(db, 'node', new Set(nodes.map((n) => n.id)));
  removeOthers(db, 'edge', new Set(edges.map((e) => e.id)));
}

function removeOthers(db: Database.Database, table: 'node' | 'edge', kept: ReadonlySet<string>): void {
  const ids = db.prepare(`SELECT id FROM ${table}`).all([]) as { id: string }[];
  const remove = db.prepare(`DELETE FROM ${table} WHERE id = ?`);
  for (const { id } of ids) if (!kept.has(id)) remove.run([id]);
}

/** In order of ids. */
export function storedGraph(db: Database.Database): GraphBatch {
  const nodes = db.prepare(`${NODES} ORDER BY id`).all([]) as NodeRow[];
  const edges = db.prepare(`${EDGES} ORDER BY id`).all([]) as EdgeRow[];
  return { nodes: nodes.map(nodeOf), edges: edges.map(edgeOf) };
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
