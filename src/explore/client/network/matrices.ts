/** A scene as the flat numbers that the layout works on. */

import type { Scene } from './scene.ts';

/** Where things stand among the numbers of one node. */
export const NODE = { x: 0, y: 1, mass: 6, convergence: 7, size: 8, fixed: 9, width: 10 } as const;
const EDGE_WIDTH = 3;

/** What the worker is given; at most `steps` iterations. */
export interface Task {
  readonly nodes: Float32Array;
  readonly edges: Float32Array;
  readonly steps: number;
}

/** What it reports: x, y for each node in the order given. */
export interface Placed {
  readonly places: Float32Array;
  readonly last: boolean;
}

export function taskOf(scene: Scene, steps: number): Task {
  const nodes = new Float32Array(scene.order * NODE.width);
  const edges = new Float32Array(scene.size * EDGE_WIDTH);
  const offset = new Map<string, number>();
  for (const [i, id] of scene.nodes().entries()) {
    const at = i * NODE.width;
    const { x, y, size, fixed } = scene.getNodeAttributes(id);
    offset.set(id, at);
    nodes.set([x, y, 0, 0, 0, 0, 1 + scene.degree(id), 1, size, fixed ? 1 : 0], at);
  }
  let at = 0;
  scene.forEachEdge((_, { weight }, source, target) => {
    edges.set([offset.get(source) ?? 0, offset.get(target) ?? 0, weight], at);
    at += EDGE_WIDTH;
  });
  return { nodes, edges, steps };
}
