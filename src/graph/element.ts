/** Nodes and relationships of the property graph, one by one. */

import type { GraphEdge, GraphNode, Value } from './types.ts';

export type Loose = Readonly<Record<string, Value>>;

/** What is unknown has no property. */
const known = (properties: Loose): Loose =>
  Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== null));

export const node = (id: string, labels: readonly string[], properties: Loose): GraphNode => ({
  id,
  labels,
  properties: known(properties),
});

/** A relationship without an id of its own is named by what it joins. */
export const edge = (
  type: string,
  from: string,
  to: string,
  properties: Loose = {},
  id?: string,
): GraphEdge => ({
  id: id ?? `${from}-${type}-${to}`,
  type,
  from,
  to,
  properties: known(properties),
});
