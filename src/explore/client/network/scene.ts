/** The drawn graph: nodes of the network with places, sizes and colours. Built once a view, added to when a node is expanded. */

import { MultiDirectedGraph } from 'graphology';
import { LINE_COLOURS, NEUTRAL } from '../../../graph/colours.ts';
import type { NetworkNode, NetworkView } from '../../api/network.ts';
import { fillOf, SHAPES } from '../shapes.ts';
import { clip } from '../text.ts';

export interface SceneNode {
  readonly node: NetworkNode;
  readonly label: string;
  readonly color: string;
  readonly size: number;
  readonly corners: number;
  readonly turn: number;
  x: number;
  y: number;
  /** Held in its place by the reader: the layout leaves it there. */
  fixed: boolean;
}

export interface SceneEdge {
  readonly color: string;
  readonly size: number;
  readonly weight: number;
  readonly open: boolean;
}

export type Scene = MultiDirectedGraph<SceneNode, SceneEdge>;
export type Places = ReadonlyMap<string, Pick<SceneNode, 'x' | 'y' | 'fixed'>>;

/** Polygons in a circle of one radius look smaller the fewer corners they have. */
const SWELL: Readonly<Record<number, number>> = { 3: 1.35, 4: 1.2, 5: 1.12, 6: 1.06 };

/** Area grows with reach; 3 to 16 pixels, up to twice that where few nodes share the room. */
export const sizeOf = (node: NetworkNode, among: number): number =>
  Math.min(16, 2.4 + 1.6 * Math.sqrt(node.reach)) *
  Math.min(2, Math.max(1, Math.sqrt(250 / among))) *
  (SWELL[SHAPES[node.kind].corners] ?? 1);

/** A scene of a view; nodes that had a place keep it. */
export function sceneOf(view: NetworkView, places: Places = new Map()): Scene {
  const scene: Scene = new MultiDirectedGraph<SceneNode, SceneEdge>();
  addTo(scene, view, places, { x: 0, y: 0 });
  return scene;
}

/** Adds what is new of a view, its nodes around `near`. Whether anything was new. */
export function addTo(
  scene: Scene,
  view: NetworkView,
  places: Places,
  near: { readonly x: number; readonly y: number },
): boolean {
  const before = scene.order + scene.size;
  let added = 0;
  for (const node of view.nodes) {
    if (scene.hasNode(node.id)) continue;
    const place = places.get(node.id) ?? { ...spiral(added, near), fixed: false };
    const { corners, turn } = SHAPES[node.kind];
    scene.addNode(node.id, {
      node,
      label: clip(node.label, 40),
      color: fillOf(node.kind),
      size: sizeOf(node, Math.max(scene.order, view.nodes.length)),
      corners,
      turn,
      ...place,
    });
    added++;
  }
  for (const edge of view.edges) {
    if (scene.hasEdge(edge.id) || !scene.hasNode(edge.from) || !scene.hasNode(edge.to)) continue;
    scene.addDirectedEdgeWithKey(edge.id, edge.from, edge.to, {
      color: LINE_COLOURS[edge.type] ?? NEUTRAL.line,
      size: Math.min(4, 1.2 + Math.log2(edge.weight) * 0.6),
      weight: edge.weight,
      open: edge.open,
    });
  }
  return scene.order + scene.size > before;
}

/** Where everything stands now. */
export const placesOf = (scene: Scene): Places =>
  new Map(scene.mapNodes((id, { x, y, fixed }) => [id, { x, y, fixed }]));

/** The i-th place of a sunflower's head (Vogel 1979): even, without chance, so that one view is always laid out alike. */
function spiral(i: number, near: { readonly x: number; readonly y: number }): { x: number; y: number } {
  const angle = i * Math.PI * (3 - Math.sqrt(5));
  const radius = 10 * Math.sqrt(i + 1);
  return { x: near.x + radius * Math.cos(angle), y: near.y + radius * Math.sin(angle) };
}
