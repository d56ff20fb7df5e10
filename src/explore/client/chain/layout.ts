/** Where everything of a claim's chains stands: columns by time, lanes by who passes on whom, and the ways of the links between boxes. */

import { type Band, columnsOf, type Link, type TimedNode } from './columns.ts';
import { type Join, lanesOf, type Slot } from './lanes.ts';
import { type Box, type Point, type Route, routesOf, type Waypoints } from './routes.ts';

export interface ChainNode extends TimedNode {
  readonly height: number;
  /** Wished-for lane, 0 the highest: members of one chain wish for the same. */
  readonly lane: number;
}

export interface ChainLink extends Link {
  readonly id: string;
}

/** Everything in pixels. */
export interface Metrics {
  readonly boxWidth: number;
  readonly goalWidth: number;
  /** Between columns: room for the word on a link. */
  readonly columnGap: number;
  readonly laneGap: number;
  /** Added to it around boxes. */
  readonly boxGap: number;
  /** What a link takes that passes by a column. */
  readonly passing: number;
}

export const METRICS: Metrics = {
  boxWidth: 160,
  goalWidth: 188,
  columnGap: 84,
  laneGap: 6,
  boxGap: 18,
  passing: 6,
};

export interface Layout {
  readonly boxes: readonly Box[];
  readonly goal: Box;
  readonly routes: readonly Route[];
  readonly bands: readonly (Band & { readonly x: number; readonly width: number })[];
  readonly width: number;
  readonly height: number;
}

/** Id of the claim's own box; links to it end there. */
export const GOAL = 'goal';

/**
 * Nodes from left to right by time, the claim (`GOAL`, `goalHeight` high) rightmost. Links with unknown ends are left out.
 * O(V log V + E · columns).
 */
export function layoutOf(
  nodes: readonly ChainNode[],
  links: readonly ChainLink[],
  goalHeight: number,
  metrics: Metrics = METRICS,
): Layout {
  const { columnOf, bands, count } = columnsOf(nodes, links);
  const columns = new Map(columnOf).set(GOAL, count);
  const column = (id: string) => columns.get(id) ?? 0;
  const laneOf = new Map(nodes.map((n) => [n.id, n.lane]));
  const known = links
    .filter((l) => columns.has(l.from) && columns.has(l.to) && l.from !== l.to)
    .map(
      (link): Passing => ({
        link,
        stops: stopsOf(link, column(link.from), column(link.to)),
        backward: column(link.to) < column(link.from),
      }),
    );

  const boxSlots: readonly Slot[] = [
    ...nodes.map((n) => ({
      id: n.id,
      column: column(n.id),
      height: n.height + metrics.boxGap,
      wish: n.lane,
    })),
    { id: GOAL, column: count, height: goalHeight + metrics.boxGap, wish: 0 },
  ];
  const passSlots = known.flatMap(({ link, stops }) =>
    stops.map((s) => ({ ...s, height: metrics.passing, wish: laneOf.get(link.from) ?? 0 })),
  );
  const slots = [...boxSlots, ...passSlots];
  const middles = lanesOf(slots, known.flatMap(joinsOf), metrics.laneGap);
  const edge = (side: 1 | -1) => slots.map((s) => (middles.get(s.id) ?? 0) + (side * s.height) / 2);
  const top = edge(-1).reduce((a, b) => Math.min(a, b));
  const bottom = edge(1).reduce((a, b) => Math.max(a, b));

  const middle = (id: string) => (middles.get(id) ?? 0) - top;
  const stride = metrics.boxWidth + metrics.columnGap;
  const boxes = boxSlots.map((s) => ({
    id: s.id,
    x: s.column * stride,
    y: middle(s.id) - (s.height - metrics.boxGap) / 2,
    width: s.id === GOAL ? metrics.goalWidth : metrics.boxWidth,
    height: s.height - metrics.boxGap,
  }));
  const waypoints = known.map(({ link, stops, backward }): Waypoints => {
    const between = stops.flatMap((s): Point[] => {
      const [left, right] = [s.column * stride, s.column * stride + metrics.boxWidth];
      const y = middle(s.id);
      return backward
        ? [
            [right, y],
            [left, y],
          ]
        : [
            [left, y],
            [right, y],
          ];
    });
    return { ...link, backward, between };
  });
  return {
    boxes: boxes.filter((b) => b.id !== GOAL),
    goal: boxes.find((b) => b.id === GOAL) ?? { id: GOAL, x: 0, y: 0, width: 0, height: 0 },
    routes: routesOf(new Map(boxes.map((b) => [b.id, b])), waypoints),
    bands: bands.map((b) => ({
      ...b,
      x: b.first * stride,
      width: (b.last - b.first) * stride + metrics.boxWidth,
    })),
    width: count * stride + metrics.goalWidth,
    height: bottom - top,
  };
}

interface Passing {
  readonly link: ChainLink;
  /** Columns that the link passes, from its start on. */
  readonly stops: readonly { readonly id: string; readonly column: number }[];
  readonly backward: boolean;
}

function stopsOf(link: ChainLink, from: number, to: number): Passing['stops'] {
  const step = from < to ? 1 : -1;
  return Array.from({ length: Math.max(0, Math.abs(to - from) - 1) }, (_, i) => {
    const column = from + step * (i + 1);
    return { id: `${link.id} past ${column}`, column };
  });
}

/** Neighbouring stops of a link, the left one first. */
function joinsOf({ link, stops, backward }: Passing): readonly Join[] {
  const all = [link.from, ...stops.map((s) => s.id), link.to];
  return all.slice(1).map((id, i) => {
    const before = all[i] ?? id;
    return backward ? { left: id, right: before } : { left: before, right: id };
  });
}
