/** Where links leave and enter boxes, so that none hides another, and their ways as smooth paths. */

export type Point = readonly [x: number, y: number];

export interface Box {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A link with the points it passes between its ends. `backward`: it runs from right to left. */
export interface Waypoints {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly backward: boolean;
  readonly between: readonly Point[];
}

export interface Route {
  readonly id: string;
  /** From the border of one box, past those between, to the border of the other. */
  readonly points: readonly Point[];
  readonly backward: boolean;
}

interface End {
  readonly link: Waypoints;
  readonly start: boolean;
  /** The side of its box. */
  readonly side: 'left' | 'right';
  /** Height of what it comes from or goes to next. */
  readonly towards: number;
}

/** Every link with its points; links with unknown boxes are left out. O(E log E). */
export function routesOf(boxes: ReadonlyMap<string, Box>, links: readonly Waypoints[]): readonly Route[] {
  const ends = new Map<string, End[]>();
  for (const link of links) {
    const [from, to] = [boxes.get(link.from), boxes.get(link.to)];
    if (!from || !to) continue;
    const first = link.between[0]?.[1] ?? middle(to);
    const last = link.between.at(-1)?.[1] ?? middle(from);
    const add = (box: Box, end: End) => {
      const key = `${end.side} ${box.id}`;
      const there = ends.get(key);
      if (there) there.push(end);
      else ends.set(key, [end]);
    };
    add(from, { link, start: true, side: link.backward ? 'left' : 'right', towards: first });
    add(to, { link, start: false, side: link.backward ? 'right' : 'left', towards: last });
  }
  const ports = new Map<string, Point>();
  for (const side of ends.values()) {
    side.sort((a, b) => a.towards - b.towards);
    for (const [i, { link, start, side: at }] of side.entries()) {
      const box = boxes.get(start ? link.from : link.to);
      if (!box) continue;
      const y = box.y + (box.height * (i + 1)) / (side.length + 1);
      ports.set(`${link.id} ${start}`, [at === 'left' ? box.x : box.x + box.width, y]);
    }
  }
  return links.flatMap((link) => {
    const [start, end] = [ports.get(`${link.id} true`), ports.get(`${link.id} false`)];
    return start && end
      ? [{ id: link.id, points: [start, ...link.between, end], backward: link.backward }]
      : [];
  });
}

const middle = (box: Box): number => box.y + box.height / 2;

/** As an SVG path: level at every point, curved between. */
export function pathOf(points: readonly Point[]): string {
  const [first, ...rest] = points;
  if (!first) return '';
  let at = first;
  const steps = rest.map((to) => {
    const bend = (at[0] + to[0]) / 2;
    const step = at[1] === to[1] ? `H${to[0]}` : `C${bend} ${at[1]} ${bend} ${to[1]} ${to[0]} ${to[1]}`;
    at = to;
    return step;
  });
  return `M${first[0]} ${first[1]}${steps.join('')}`;
}

/** Where the word on a link stands: on its curve, nearer to where it leaves, for that is where links of one box are apart. */
export function labelAt(points: readonly Point[]): Point {
  const [a, b] = points;
  if (!a || !b) return [0, 0];
  // The point at a third of the curve that `pathOf` draws.
  return [a[0] + (b[0] - a[0]) * 0.384, a[1] + (b[1] - a[1]) * 0.282];
}
