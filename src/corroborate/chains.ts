import { type FlowGraph, flagged } from './flow.ts';
import { addArc, maximumFlow, type Network, network, reachingSink, UNBOUNDED } from './network.ts';

export interface Chains {
  /**
   * A largest set of internally vertex-disjoint Ω → c paths, each from its root to the source that asserts.
   * Their number is κ.
   */
  readonly chains: readonly (readonly number[])[];
  /** A smallest set of sources whose removal cuts Ω from c: the one nearest to the claim. Ascending. */
  readonly cut: readonly number[];
}

/**
 * Independent chains by Menger's theorem (K. Menger, 1927): every vertex is split into in → out of capacity
 * one, and a maximum flow (Dinic) is taken apart into paths. A source that both is a root and asserts is a
 * chain by itself in some optimum (any other chain through it can be cut down to it), and is in every cut:
 * such sources are set aside first. O(√V · E).
 */
export function independentChains(graph: FlowGraph): Chains {
  const entry = flagged(graph.size, graph.entries);
  const direct = graph.asserting.filter((v) => entry[v]);
  const alone = direct.map((v) => [v]);
  if (direct.length === graph.entries.length || direct.length === graph.asserting.length) {
    return { chains: alone, cut: direct };
  }
  const net = splitNetwork(graph, unitCapacity, flagged(graph.size, direct));
  maximumFlow(net, omega(graph), sink(graph));
  const cut = [...direct, ...cutNearestSink(net, graph)].sort((a, b) => a - b);
  return { chains: [...alone, ...paths(net, graph)], cut };
}

const unitCapacity = (): number => 1;

/**
 * Value of a maximum flow in which source v carries at most `capacity(v)`: κ where that is 1 everywhere.
 * Capacities are non-negative integers.
 */
export function capacitatedFlow(graph: FlowGraph, capacity: (v: number) => number): number {
  return maximumFlow(splitNetwork(graph, capacity, []), omega(graph), sink(graph));
}

const into = (v: number): number => 2 * v;
const out = (v: number): number => 2 * v + 1;
const omega = (graph: FlowGraph): number => 2 * graph.size;
const sink = (graph: FlowGraph): number => 2 * graph.size + 1;

function splitNetwork(
  graph: FlowGraph,
  capacity: (v: number) => number,
  without: readonly boolean[],
): Network {
  const net = network(2 * graph.size + 2);
  for (let v = 0; v < graph.size; v++) if (!without[v]) addArc(net, into(v), out(v), capacity(v));
  for (const v of graph.entries) if (!without[v]) addArc(net, omega(graph), into(v), UNBOUNDED);
  for (const v of graph.asserting) if (!without[v]) addArc(net, out(v), sink(graph), UNBOUNDED);
  graph.next.forEach((targets, u) => {
    if (without[u]) return;
    for (const v of targets) if (!without[v]) addArc(net, out(u), into(v), UNBOUNDED);
  });
  return net;
}

/** The flow, followed from every root that carries some. */
function paths(net: Network, graph: FlowGraph): readonly (readonly number[])[] {
  const carrying = (node: number): number | undefined => {
    const arc = net.arcsOf[node]?.find((a) => a % 2 === 0 && (net.residual[a ^ 1] ?? 0) > 0);
    return arc === undefined ? undefined : net.head[arc];
  };
  const found: number[][] = [];
  for (const arc of net.arcsOf[omega(graph)] ?? []) {
    if ((net.residual[arc ^ 1] ?? 0) === 0) continue;
    const path: number[] = [];
    let node = net.head[arc];
    while (node !== undefined && node !== sink(graph)) {
      path.push(node / 2);
      node = carrying(node + 1);
    }
    found.push(path);
  }
  return found;
}

/** The vertices whose split is the last saturated place before the sink. */
function cutNearestSink(net: Network, graph: FlowGraph): readonly number[] {
  const reaches = reachingSink(net, sink(graph));
  const cut: number[] = [];
  for (let v = 0; v < graph.size; v++)
    if (reaches[out(v)] && !reaches[into(v)] && net.arcsOf[into(v)]?.length) cut.push(v);
  return cut;
}
