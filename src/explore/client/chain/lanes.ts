/**
 * Rows of the chain view: in every column the order that crosses few links (barycentre sweeps; Sugiyama, Tagawa and Toda 1981), then
 * heights as near to the neighbours' as the distances allow (isotonic regression by pooling adjacent violators).
 */

/** Something that takes room in a column: a box, or the place where a long link passes. */
export interface Slot {
  readonly id: string;
  readonly column: number;
  readonly height: number;
  /** Wished-for place before anything is known of the neighbours; smaller is higher. */
  readonly wish: number;
}

/** Between slots of neighbouring columns. */
export interface Join {
  readonly left: string;
  readonly right: string;
}

const SWEEPS = 6;

/** The middle of every slot, none overlapping another of its column, the highest at about 0. O(SWEEPS · (V log V + E)). */
export function lanesOf(
  slots: readonly Slot[],
  joins: readonly Join[],
  gap: number,
): ReadonlyMap<string, number> {
  const columns = inColumns(slots);
  const neighbours = neighboursOf(slots, joins);
  const middle = new Map<string, number>();
  for (const column of columns) stack(column, gap, middle);
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    const toRight = sweep % 2 === 0;
    for (const column of toRight ? columns : [...columns].reverse()) {
      const wished = new Map(
        column.map((slot) => {
          const near = neighbours.get(slot.id);
          const side = (toRight ? near?.left : near?.right) ?? [];
          const all = side.length > 0 ? side : [slot.id];
          return [slot.id, mean(all.map((id) => middle.get(id) ?? 0))];
        }),
      );
      column.sort((a, b) => (wished.get(a.id) ?? 0) - (wished.get(b.id) ?? 0) || a.wish - b.wish);
      stack(column, gap, middle);
    }
  }
  for (let sweep = 0; sweep < SWEEPS; sweep++)
    for (const column of sweep % 2 === 0 ? columns : [...columns].reverse())
      align(column, neighbours, gap, middle);
  return middle;
}

function inColumns(slots: readonly Slot[]): Slot[][] {
  const columns: Slot[][] = [];
  for (const slot of slots) {
    while (columns.length <= slot.column) columns.push([]);
    columns[slot.column]?.push(slot);
  }
  for (const column of columns) column.sort((a, b) => a.wish - b.wish);
  return columns;
}

interface Near {
  readonly left: string[];
  readonly right: string[];
}

function neighboursOf(slots: readonly Slot[], joins: readonly Join[]): ReadonlyMap<string, Near> {
  const near = new Map<string, Near>(slots.map((s) => [s.id, { left: [], right: [] }]));
  for (const { left, right } of joins) {
    near.get(left)?.right.push(right);
    near.get(right)?.left.push(left);
  }
  return near;
}

const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;

/** One below the other, the column's middle at 0. */
function stack(column: readonly Slot[], gap: number, middle: Map<string, number>): void {
  const total = column.reduce((sum, s) => sum + s.height + gap, -gap);
  let top = -total / 2;
  for (const slot of column) {
    middle.set(slot.id, top + slot.height / 2);
    top += slot.height + gap;
  }
}

/** Moves a column's slots towards the middle of their neighbours on both sides, without changing their order. */
function align(
  column: readonly Slot[],
  neighbours: ReadonlyMap<string, Near>,
  gap: number,
  middle: Map<string, number>,
): void {
  // With the distances taken out, "not overlapping" reads "not decreasing".
  const offsets: number[] = [];
  for (const [i, slot] of column.entries()) {
    const above = column[i - 1];
    offsets.push(above ? (offsets[i - 1] ?? 0) + (above.height + slot.height) / 2 + gap : 0);
  }
  const wished = column.map((slot, i) => {
    const near = neighbours.get(slot.id);
    const all = [...(near?.left ?? []), ...(near?.right ?? [])];
    const place = all.length > 0 ? mean(all.map((id) => middle.get(id) ?? 0)) : (middle.get(slot.id) ?? 0);
    return place - (offsets[i] ?? 0);
  });
  for (const [i, value] of notDecreasing(wished).entries()) {
    const slot = column[i];
    if (slot) middle.set(slot.id, value + (offsets[i] ?? 0));
  }
}

/** The non-decreasing sequence nearest to `values` in least squares. O(n). */
export function notDecreasing(values: readonly number[]): readonly number[] {
  const pools: { sum: number; count: number }[] = [];
  for (const value of values) {
    let pool = { sum: value, count: 1 };
    for (
      let last = pools.at(-1);
      last && last.sum / last.count > pool.sum / pool.count;
      last = pools.at(-1)
    ) {
      pool = { sum: last.sum + pool.sum, count: last.count + pool.count };
      pools.pop();
    }
    pools.push(pool);
  }
  return pools.flatMap(({ sum, count }) => new Array<number>(count).fill(sum / count));
}
