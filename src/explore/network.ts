/** Parts of the graph to draw: what passes a filter, what surrounds a node, what lies between two. */

import type { NetworkNode, NetworkQuery, NetworkView, NodeKind, PathView } from './api/network.ts';
import { NODE_KINDS } from './api/network.ts';
import { claimsPassing } from './claims.ts';
import type { Links } from './links.ts';
import type { State } from './state.ts';

const WITHOUT_ARTICLES: readonly NodeKind[] = NODE_KINDS.filter((kind) => kind !== 'Article');

/**
 * Claims that pass the filter with who speaks to them or stands behind them, their events and articles; the best connected of
 * them, up to the limit. Linear in the graph, but for sorting.
 */
export function networkView(state: State, { filter, kinds, limit }: NetworkQuery): NetworkView {
  const { graph } = state;
  const { nodes } = state.links();
  const wanted = new Set(kinds.length === 0 ? WITHOUT_ARTICLES : kinds);
  const ids = new Set<string>();
  for (const id of claimsPassing(state, filter)) {
    const facts = state.facts().get(id);
    const event = graph.claims.get(id)?.event ?? null;
    ids.add(id);
    if (event !== null) ids.add(event);
    for (const part of [...(facts?.involved ?? []), ...(facts?.articles ?? [])]) ids.add(part.id);
  }
  const passing = [...ids].flatMap((id) => nodes.get(id) ?? []).filter((n) => wanted.has(n.kind));
  return among(state.links(), bestConnected(passing, limit), passing.length);
}

/** A node with its neighbours, the best connected first, up to the limit; null where there is no such node. */
export function aroundView(state: State, id: string, limit: number): NetworkView | null {
  const links = state.links();
  const node = links.nodes.get(id);
  if (!node) return null;
  const ids = new Set((links.at.get(id) ?? []).flatMap((e) => [e.from, e.to]));
  ids.delete(id);
  const neighbours = [...ids].flatMap((n) => links.nodes.get(n) ?? []);
  return among(links, [node, ...bestConnected(neighbours, limit - 1)], neighbours.length + 1);
}

/**
 * A shortest path over all relationships, whichever way they point, through no article but at its ends: standing in one text joins
 * nothing. Null where none leads there. O(nodes + edges).
 */
export function pathView(state: State, from: string, to: string): PathView | null {
  const links = state.links();
  if (!links.nodes.has(from) || !links.nodes.has(to)) return null;
  const cameFrom = new Map<string, string | null>([[from, null]]);
  // Grows while it is walked: nearest first.
  const queue = [from];
  for (const at of queue) {
    if (at === to) break;
    for (const edge of links.at.get(at) ?? []) {
      const next = edge.from === at ? edge.to : edge.from;
      if (cameFrom.has(next) || (next !== to && links.nodes.get(next)?.kind === 'Article')) continue;
      cameFrom.set(next, at);
      queue.push(next);
    }
  }
  if (!cameFrom.has(to)) return null;
  const path = wayBack(cameFrom, to);
  const nodes = path.flatMap((id) => links.nodes.get(id) ?? []);
  return { ...among(links, nodes, nodes.length), path };
}

/** The path to a node, given from where each was reached. */
export function wayBack(cameFrom: ReadonlyMap<string, string | null>, to: string): readonly string[] {
  const path: string[] = [];
  for (let at: string | null = to; at !== null; at = cameFrom.get(at) ?? null) path.push(at);
  return path.reverse();
}

/** Those with most relationships. */
export const bestConnected = (nodes: readonly NetworkNode[], limit: number): readonly NetworkNode[] =>
  nodes.length <= limit
    ? nodes
    : [...nodes].sort((a, b) => b.degree - a.degree || (a.id < b.id ? -1 : 1)).slice(0, Math.max(0, limit));

/** Nodes with all relationships between them. */
function among(links: Links, nodes: readonly NetworkNode[], total: number): NetworkView {
  const shown = new Set(nodes.map((n) => n.id));
  const edges = nodes.flatMap((n) =>
    (links.at.get(n.id) ?? []).filter((e) => e.from === n.id && shown.has(e.to)),
  );
  return { nodes, edges, total };
}
