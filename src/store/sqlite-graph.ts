/** The computed graph in its tables. */

import type Database from 'libsql';
import type { GraphBatch, GraphEdge, GraphNode } from '../graph/types.ts';
import type { Prepare } from './sqlite-affairs.ts';

/**
 * Writes nodes and relationships that belong to an affair, or to none (null); rows that are the same already are not written again.
 * Inside the caller's transaction.
 */
export function writerOf(prepare: Prepare, affair: number | null) {
  const node = prepare(
    `INSERT INTO node (id, labels, properties, affair) VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE
     SET labels = excluded.labels, properties = excluded.properties, affair = excluded.affair
     WHERE labels <> excluded.labels OR properties <> excluded.properties OR affair IS NOT excluded.affair`,
  );
  const edge = prepare(
    `INSERT INTO edge (id, type, source, target, properties, affair) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE
     SET type = excluded.type, source = excluded.source, target = excluded.target, properties = excluded.properties,
       affair = excluded.affair
     WHERE type <> excluded.type OR source <> excluded.source OR target <> excluded.target
        OR properties <> excluded.properties OR affair IS NOT excluded.affair`,
  );
  const writer = {
    node: (n: GraphNode) =>
      void node.run([n.id, JSON.stringify(n.labels), JSON.stringify(n.properties), affair]),
    edge: (e: GraphEdge) => void edge.run([e.id, e.type, e.from, e.to, JSON.stringify(e.properties), affair]),
    remove: (table: Table, id: string) => void prepare(`DELETE FROM ${table} WHERE id = ?`).run([id]),
    /** Makes the affair hold exactly this graph. Linear in both. */
    replace({ nodes, edges }: GraphBatch): void {
      nodes.forEach(writer.node);
      edges.forEach(writer.edge);
      removeOthers('node', new Set(nodes.map((n) => n.id)));
      removeOthers('edge', new Set(edges.map((e) => e.id)));
    },
  };
  const removeOthers = (table: Table, kept: ReadonlySet<string>): void => {
    const ids = prepare(`SELECT id FROM ${table} WHERE affair IS ?`).all([affair]) as { id: string }[];
    for (const { id } of ids) if (!kept.has(id)) writer.remove(table, id);
  };
  return writer;
}

type Table = 'node' | 'edge';

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
