/** The property graph as a graphology graph: what the explorer draws and exports walk over. */

import { MultiDirectedGraph } from 'graphology';
import type { GraphBatch, Value } from './types.ts';

export interface NodeAttributes {
  readonly labels: readonly string[];
  readonly properties: Readonly<Record<string, Value>>;
}

export interface EdgeAttributes {
  readonly type: string;
  readonly properties: Readonly<Record<string, Value>>;
}

export type GraphView = MultiDirectedGraph<NodeAttributes, EdgeAttributes>;

/** Keys are ids. Throws where a relationship leads to a node that is not there. Linear. */
export function toView({ nodes, edges }: GraphBatch): GraphView {
  const view = new MultiDirectedGraph<NodeAttributes, EdgeAttributes>();
  for (const { id, labels, properties } of nodes) view.addNode(id, { labels, properties });
  for (const { id, type, from, to, properties } of edges)
    view.addDirectedEdgeWithKey(id, from, to, { type, properties });
  return view;
}
