import { describe, expect, it } from 'vitest';
import type { NetworkEdge, NetworkNode, NetworkView } from '../../../src/explore/api/network.ts';
import { NODE, taskOf } from '../../../src/explore/client/network/matrices.ts';
import { addTo, placesOf, sceneOf } from '../../../src/explore/client/network/scene.ts';
import { outline, SHAPES } from '../../../src/explore/client/shapes.ts';
import { NODE_COLOURS } from '../../../src/graph/colours.ts';

const node = (id: string, kind: NetworkNode['kind'] = 'Person', reach = 1): NetworkNode => ({
  id,
  kind,
  label: id,
  reach,
  degree: 1,
  named: true,
  official: false,
  status: null,
});
const edge = (from: string, to: string): NetworkEdge => ({
  id: `${from}-${to}`,
  from,
  to,
  type: 'CITES',
  weight: 1,
  open: false,
});
const part = (nodes: readonly NetworkNode[], edges: readonly NetworkEdge[] = []): NetworkView => ({
  nodes,
  edges,
  total: nodes.length,
});

describe('scene', () => {
  it('stands every node in a place of its own, the same each time', () => {
    const view = part(Array.from({ length: 50 }, (_, i) => node(`n${i}`)));
    const places = placesOf(sceneOf(view));
    expect(new Set([...places.values()].map(({ x, y }) => `${x} ${y}`)).size).toBe(50);
    expect(placesOf(sceneOf(view))).toEqual(places);
  });

  it('leaves what is there where it is when a node is expanded, and says whether anything came', () => {
    const scene = sceneOf(part([node('a'), node('b')], [edge('a', 'b')]));
    const before = placesOf(scene);
    const more = part([node('a'), node('c')], [edge('a', 'c'), edge('a', 'elsewhere')]);
    expect(addTo(scene, more, new Map(), { x: 0, y: 0 })).toBe(true);
    expect(addTo(scene, more, new Map(), { x: 0, y: 0 })).toBe(false);
    expect([...scene.nodes()]).toEqual(['a', 'b', 'c']);
    expect(scene.size).toBe(2);
    for (const id of ['a', 'b']) expect(placesOf(scene).get(id)).toEqual(before.get(id));
  });

  it('keeps places over a change of the filter, held ones held', () => {
    const scene = sceneOf(part([node('a'), node('b')]));
    scene.mergeNodeAttributes('a', { x: 7, y: 9, fixed: true });
    expect(placesOf(sceneOf(part([node('c'), node('a')]), placesOf(scene))).get('a')).toEqual({
      x: 7,
      y: 9,
      fixed: true,
    });
  });

  it('draws larger who reaches further', () => {
    const scene = sceneOf(part([node('a', 'Person', 1), node('b', 'Person', 30)]));
    expect(scene.getNodeAttribute('b', 'size')).toBeGreaterThan(scene.getNodeAttribute('a', 'size'));
  });

  it('hands the layout places, masses and who is held', () => {
    const scene = sceneOf(part([node('a'), node('b')], [edge('a', 'b')]));
    scene.setNodeAttribute('b', 'fixed', true);
    const { nodes, edges } = taskOf(scene, 10);
    expect(nodes.length).toBe(2 * NODE.width);
    expect(nodes[NODE.fixed]).toBe(0);
    expect(nodes[NODE.width + NODE.fixed]).toBe(1);
    expect([...edges]).toEqual([0, NODE.width, 1]);
  });
});

it('tells kinds apart by shape and colour, never by colour alone', () => {
  const looks = Object.entries(SHAPES).map(
    ([kind, shape]) => `${outline(shape, 5)} ${NODE_COLOURS[kind]?.[0]}`,
  );
  expect(new Set(looks).size).toBe(looks.length);
  expect(new Set(Object.values(SHAPES).map((s) => outline(s, 5))).size).toBe(looks.length);
});
