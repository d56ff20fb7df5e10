import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnsOf } from '../../../src/explore/client/chain/columns.ts';
import { notDecreasing } from '../../../src/explore/client/chain/lanes.ts';
import { type ChainLink, type ChainNode, GOAL, layoutOf } from '../../../src/explore/client/chain/layout.ts';
import type { Box } from '../../../src/explore/client/chain/routes.ts';

const node = (id: string, from: string | null = null, to: string | null = from, lane = 0): ChainNode => ({
  id,
  said: { from, to },
  height: 60,
  lane,
});
const link = (from: string, to: string): ChainLink => ({ id: `${from}>${to}`, from, to });

const day = fc.option(
  fc.integer({ min: 10, max: 19 }).map((d) => `2024-05-${d}`),
  { nil: null },
);
const anyChains = fc.integer({ min: 1, max: 12 }).chain((n) => {
  const index = fc.integer({ min: 0, max: n - 1 }).map((i) => `n${i}`);
  return fc.record({
    nodes: fc.tuple(
      ...Array.from({ length: n }, (_, i) =>
        fc.tuple(day, day, fc.nat(3)).map(([a, b, lane]) => {
          const [from, to] = a !== null && b !== null && a > b ? [b, a] : [a, b];
          return node(`n${i}`, from, to, lane);
        }),
      ),
    ),
    links: fc
      .uniqueArray(fc.tuple(index, fc.oneof(index, fc.constant(GOAL))), { selector: String, maxLength: 24 })
      .map((pairs) => pairs.map(([a, b]) => link(a, b))),
  });
});

describe('columns', () => {
  it('puts the one relied on before who relies on it, and days in their order', () => {
    const { columnOf, bands } = columnsOf(
      [node('service', '2024-12-27'), node('friend'), node('paper', '2024-12-26'), node('photo')],
      [link('friend', 'service'), link('photo', 'paper')],
    );
    expect(bands.map((b) => b.day)).toEqual(['2024-12-26', '2024-12-27']);
    expect(['photo', 'paper', 'friend', 'service'].map((id) => columnOf.get(id))).toEqual([0, 1, 2, 3]);
  });

  it('keeps an undated speaker no later than who relies on it', () => {
    const { columnOf } = columnsOf(
      [node('a', null, '2024-05-20'), node('b', '2024-05-11')],
      [link('a', 'b')],
    );
    expect(columnOf.get('a')).toBe(0);
    expect(columnOf.get('b')).toBe(1);
  });

  it('places who speaks of an earlier source’s word by its own day, even if that is later', () => {
    const { columnOf } = columnsOf(
      [node('late', '2024-05-15'), node('early', '2024-05-11')],
      [link('late', 'early')],
    );
    expect(columnOf.get('late')).toBeGreaterThan(columnOf.get('early')!);
  });

  it('puts what nobody dates first', () => {
    const { bands } = columnsOf([node('a', '2024-05-11'), node('b')], []);
    expect(bands.map((b) => b.day)).toEqual([null, '2024-05-11']);
  });

  it('gives every node one column in a band, whatever the links', () => {
    fc.assert(
      fc.property(anyChains, ({ nodes, links }) => {
        const { columnOf, bands, count } = columnsOf(nodes, links);
        expect([...columnOf.keys()].sort()).toEqual(nodes.map((n) => n.id).sort());
        for (const column of columnOf.values())
          expect(bands.some((b) => b.first <= column && column <= b.last)).toBe(true);
        expect(bands.at(-1)!.last).toBe(count - 1);
      }),
    );
  });
});

describe('layout', () => {
  const apart = (a: Box, b: Box) =>
    a.x + a.width <= b.x ||
    b.x + b.width <= a.x ||
    a.y + a.height <= b.y + 0.001 ||
    b.y + b.height <= a.y + 0.001;

  it('lets no box overlap another, inside its own size', () => {
    fc.assert(
      fc.property(anyChains, ({ nodes, links }) => {
        const { boxes, goal, width, height } = layoutOf(nodes, links, 120);
        const all = [...boxes, goal];
        for (const [i, a] of all.entries()) {
          expect(
            a.x >= 0 && a.y >= -0.001 && a.x + a.width <= width && a.y + a.height <= height + 0.001,
          ).toBe(true);
          for (const b of all.slice(i + 1)) expect(apart(a, b)).toBe(true);
        }
      }),
    );
  });

  it('stands the claim right of everything', () => {
    fc.assert(
      fc.property(anyChains, ({ nodes, links }) => {
        const { boxes, goal } = layoutOf(nodes, links, 120);
        for (const box of boxes) expect(box.x + box.width).toBeLessThan(goal.x);
      }),
    );
  });

  it('leads every link from border to border, and through no box on its way', () => {
    fc.assert(
      fc.property(anyChains, ({ nodes, links }) => {
        const { boxes, goal, routes } = layoutOf(nodes, links, 120);
        const all = [...boxes, goal];
        const wanted = links.filter((l) => l.from !== l.to);
        expect(routes.map((r) => r.id).sort()).toEqual(wanted.map((l) => l.id).sort());
        for (const { id, points, backward } of routes) {
          const { from, to } = wanted.find((l) => l.id === id)!;
          const [a, b] = [from, to].map((x) => all.find((box) => box.id === x)!);
          expect(points[0]![0]).toBe(backward ? a!.x : a!.x + a!.width);
          expect(points.at(-1)![0]).toBe(backward ? b!.x + b!.width : b!.x);
          for (const [x, y] of points.slice(1, -1))
            for (const box of all) {
              const inside = x >= box.x && x <= box.x + box.width && y > box.y && y < box.y + box.height;
              expect(inside).toBe(false);
            }
        }
      }),
    );
  });
});

it('finds the nearest sequence that does not fall', () => {
  expect(notDecreasing([1, 3, 2, 4])).toEqual([1, 2.5, 2.5, 4]);
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1 }), (values) => {
      const out = notDecreasing(values);
      expect(out.length).toBe(values.length);
      for (const [i, v] of out.entries()) if (i > 0) expect(v).toBeGreaterThanOrEqual(out[i - 1]! - 1e-9);
      const sum = (xs: readonly number[]) => xs.reduce((a, b) => a + b, 0);
      expect(sum(out)).toBeCloseTo(sum(values), 6);
    }),
  );
});
