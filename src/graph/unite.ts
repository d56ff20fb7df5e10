/** One graph out of those of several affairs, which have nothing in common but outlets known by their names. */

import { compare, push, sortBy, unique } from './collect.ts';
import { mostUsed } from './merge.ts';
import { isOutletId } from './outlets.ts';
import type { GraphBatch, GraphEdge, GraphNode, Value } from './types.ts';

/** Whether several affairs may have a node, and each its part of it. */
export const isSharedNode = ({ id }: Pick<GraphNode, 'id'>): boolean => isOutletId(id);
export const isSharedEdge = ({ from, to }: Pick<GraphEdge, 'from' | 'to'>): boolean =>
  isOutletId(from) && isOutletId(to);

/** All nodes and relationships of the batches, what they share united. Their order decides nothing. Near linear. */
export function uniteBatches(batches: readonly GraphBatch[]): GraphBatch {
  const nodes = batches.flatMap((b) => b.nodes);
  const edges = batches.flatMap((b) => b.edges);
  return {
    nodes: [...nodes.filter((n) => !isSharedNode(n)), ...united(nodes.filter(isSharedNode), uniteNodes)],
    edges: [...edges.filter((e) => !isSharedEdge(e)), ...united(edges.filter(isSharedEdge), uniteEdges)],
  };
}

function united<T extends { readonly id: string }>(
  elements: readonly T[],
  unite: (parts: readonly T[]) => T | null,
): readonly T[] {
  const parts = new Map<string, T[]>();
  for (const element of elements) push(parts, element.id, element);
  return [...parts.values()].flatMap((each) => unite(each) ?? []);
}

/** An outlet out of what affairs know of it: the kind and the name that most of them give; null where none has it. */
export function uniteNodes(parts: readonly GraphNode[]): GraphNode | null {
  const [first] = parts;
  if (first === undefined) return null;
  const named = (n: GraphNode): readonly string[] => [
    String(n.properties.name),
    ...strings(n.properties.aliases),
  ];
  const name = mostUsed(parts.map((n) => String(n.properties.name)));
  return {
    id: first.id,
    labels: mostUsed(parts.map((n) => n.labels.join(' '))).split(' '),
    properties: {
      ...uniteProperties(parts.map((n) => n.properties)),
      name,
      aliases: unique(parts.flatMap(named)).filter((alias) => alias !== name),
    },
  };
}

export function uniteEdges(parts: readonly GraphEdge[]): GraphEdge | null {
  const [first] = parts;
  return first === undefined
    ? null
    : { ...first, properties: uniteProperties(parts.map((e) => e.properties)) };
}

type Properties = GraphNode['properties'];

/** Lists of words together, either truth, the earliest first and the latest last day; all else as one of them has it. */
function uniteProperties(parts: readonly Properties[]): Properties {
  const [base = {}, ...others] = sortBy(parts, (p) => JSON.stringify(p));
  const values: Record<string, Value> = { ...base };
  for (const other of others)
    for (const [name, value] of Object.entries(other)) values[name] = uniteValues(name, values[name], value);
  return values;
}

function uniteValues(name: string, a: Value | undefined, b: Value): Value {
  if (a === undefined || a === null) return b;
  if (isStrings(a) && isStrings(b)) return unique([...a, ...b]);
  if (typeof a === 'boolean' && typeof b === 'boolean') return a || b;
  if (typeof a === 'string' && typeof b === 'string') {
    if (name === 'first') return compare(a, b) < 0 ? a : b;
    if (name === 'last') return compare(a, b) > 0 ? a : b;
    // An outlet that nobody rated is rated F.
    if (name === 'reliability') return a === 'F' ? b : a;
  }
  return a;
}

const isStrings = (value: Value): value is readonly string[] =>
  Array.isArray(value) && value.every((each) => typeof each === 'string');

const strings = (value: Value | undefined): readonly string[] =>
  value !== undefined && isStrings(value) ? value : [];
