/**
 * Maximum flow in a network with integer capacities: Dinic's algorithm (E. A. Dinic, 1970). Where every
 * vertex but source and sink has capacity one it takes O(√V · E) (S. Even, R. E. Tarjan, "Network flow and
 * testing graph connectivity", 1975).
 */
export interface Network {
  readonly nodes: number;
  /**
   * Arcs in pairs: arc `a` and its reverse `a ^ 1`. `head[a]` is where it goes, `residual[a]` what it still
   * takes.
   */
  readonly head: number[];
  readonly residual: number[];
  readonly arcsOf: readonly number[][];
}

export const UNBOUNDED = 2 ** 30;

export function network(nodes: number): Network {
  return { nodes, head: [], residual: [], arcsOf: Array.from({ length: nodes }, () => []) };
}

export function addArc(net: Network, from: number, to: number, capacity: number): void {
  net.arcsOf[from]?.push(net.head.length);
  net.head.push(to);
  net.residual.push(capacity);
  net.arcsOf[to]?.push(net.head.length);
  net.head.push(from);
  net.residual.push(0);
}

/** Fills `net` with a maximum flow from `source` to `sink` and gives its value. */
export function maximumFlow(net: Network, source: number, sink: number): number {
  let value = 0;
  for (let level = levels(net, source, sink); level !== null; level = levels(net, source, sink)) {
    value += blockingFlow(net, source, sink, level);
  }
  return value;
}

/** Distance from the source in the residual network, or null where the sink is cut off. */
function levels(net: Network, source: number, sink: number): number[] | null {
  const level = new Array<number>(net.nodes).fill(-1);
  level[source] = 0;
  const queue = [source];
  for (let i = 0; i < queue.length; i++) {
    const u = queue[i] ?? 0;
    for (const arc of net.arcsOf[u] ?? []) {
      const v = net.head[arc] ?? 0;
      if (level[v] === -1 && (net.residual[arc] ?? 0) > 0) {
        level[v] = (level[u] ?? 0) + 1;
        if (v === sink) return level;
        queue.push(v);
      }
    }
  }
  return null;
}

function blockingFlow(net: Network, source: number, sink: number, level: readonly number[]): number {
  const current = new Array<number>(net.nodes).fill(0);
  const path: number[] = [];
  let value = 0;
  let u = source;
  for (;;) {
    if (u === sink) {
      value += push(net, path);
      path.length = 0;
      u = source;
      continue;
    }
    const arcs = net.arcsOf[u] ?? [];
    const arc = arcs[current[u] ?? 0];
    if (arc === undefined) {
      const back = path.pop();
      if (back === undefined) return value;
      u = net.head[back ^ 1] ?? source;
      current[u] = (current[u] ?? 0) + 1;
      continue;
    }
    const v = net.head[arc] ?? 0;
    if ((net.residual[arc] ?? 0) > 0 && level[v] === (level[u] ?? 0) + 1) {
      path.push(arc);
      u = v;
    } else {
      current[u] = (current[u] ?? 0) + 1;
    }
  }
}

function push(net: Network, path: readonly number[]): number {
  const bottleneck = path.reduce((least, arc) => Math.min(least, net.residual[arc] ?? 0), UNBOUNDED);
  for (const arc of path) {
    net.residual[arc] = (net.residual[arc] ?? 0) - bottleneck;
    net.residual[arc ^ 1] = (net.residual[arc ^ 1] ?? 0) + bottleneck;
  }
  return bottleneck;
}

/**
 * After a maximum flow: the nodes from which the sink can still be reached in the residual network. O(V + E).
 */
export function reachingSink(net: Network, sink: number): readonly boolean[] {
  const seen = new Array<boolean>(net.nodes).fill(false);
  seen[sink] = true;
  const stack = [sink];
  for (let v = stack.pop(); v !== undefined; v = stack.pop()) {
    for (const arc of net.arcsOf[v] ?? []) {
      const u = net.head[arc] ?? 0;
      if (!seen[u] && (net.residual[arc ^ 1] ?? 0) > 0) {
        seen[u] = true;
        stack.push(u);
      }
    }
  }
  return seen;
}
