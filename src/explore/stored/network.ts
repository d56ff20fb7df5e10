/** Parts of a stored graph to draw. */

import type { Store } from '../../store/types.ts';
import {
  type NetworkNode,
  type NetworkQuery,
  type NetworkView,
  NODE_KINDS,
  type PathView,
} from '../api/network.ts';
import { bestConnected, wayBack } from '../network.ts';
import { firstClaims } from './claims.ts';
import { drawn } from './rows.ts';

/** Nodes that are looked at for one drawing, and on the way from one node to another. */
const MOST = 5000;
/** Steps that a path may have. */
const STEPS = 8;

/** The claims that the list begins with, one in six of the nodes asked for, and what surrounds them. */
export async function storedNetwork(
  store: Store,
  { filter, kinds, limit }: NetworkQuery,
): Promise<NetworkView> {
  const wanted = new Set(kinds.length === 0 ? NODE_KINDS.filter((k) => k !== 'Article') : kinds);
  const claims = await firstClaims(store, filter, Math.max(1, Math.min(500, Math.ceil(limit / 6))));
  const { graph } = await store.around(
    claims.map((c) => c.id),
    MOST,
  );
  const nodes = drawn(graph).nodes.filter((n) => wanted.has(n.kind));
  return joined(store, bestConnected(nodes, limit), nodes.length);
}

/** Null where there is no such node. */
export async function storedAround(store: Store, id: string, limit: number): Promise<NetworkView | null> {
  const { nodes } = drawn((await store.around([id], MOST)).graph);
  const centre = nodes.find((n) => n.id === id);
  if (!centre) return null;
  const others = nodes.filter((n) => n.id !== id && n.kind !== 'Article');
  return joined(store, [centre, ...bestConnected(others, limit - 1)], nodes.length);
}

/** Nodes with all that joins them. */
async function joined(store: Store, nodes: readonly NetworkNode[], total: number): Promise<NetworkView> {
  const ids = nodes.map((n) => n.id);
  const { edges } = drawn((await store.around(ids, ids.length)).graph);
  return { nodes, edges, total };
}

/** Looks some thousand nodes far; null where it finds none there. */
export async function storedPath(store: Store, from: string, to: string): Promise<PathView | null> {
  const cameFrom = new Map<string, string | null>([[from, null]]);
  for (let step = 0, edge = new Set([from]); step < STEPS && !cameFrom.has(to); step++) {
    if (edge.size === 0 || cameFrom.size > MOST) return null;
    const { nodes, edges } = drawn((await store.around([...edge], MOST)).graph);
    const passable = new Set(nodes.filter((n) => n.kind !== 'Article' || n.id === to).map((n) => n.id));
    const fresh = new Set<string>();
    for (const e of edges)
      for (const [at, next] of [
        [e.from, e.to],
        [e.to, e.from],
      ] as const) {
        if (!edge.has(at) || cameFrom.has(next) || !passable.has(next)) continue;
        cameFrom.set(next, at);
        fresh.add(next);
      }
    edge = fresh;
  }
  if (!cameFrom.has(to)) return null;
  const path = wayBack(cameFrom, to);
  const view = drawn((await store.around(path, path.length)).graph);
  return { ...view, total: view.nodes.length, path };
}
