/** Deterministic choices among the values that several mentions give. */

/** The value given most often; of equally frequent ones the smallest. Null when there is none. O(n). */
export function commonest<T extends string>(values: Iterable<T | null>): T | null {
  const counts = new Map<T, number>();
  for (const value of values) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  let best: T | null = null;
  for (const [value, n] of counts) {
    const most = best === null ? 0 : (counts.get(best) ?? 0);
    if (n > most || (n === most && best !== null && value < best)) best = value;
  }
  return best;
}

/** The first of `order` that occurs among the values. */
export function strongest<T>(order: readonly T[], values: Iterable<T>): T | null {
  const present = new Set(values);
  return order.find((value) => present.has(value)) ?? null;
}

export const unique = <T>(values: Iterable<T>): T[] => [...new Set(values)].sort();

/** Appends to the list under a key. */
export function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

export const compare = <T extends string | number>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0);

/** Sorted by a string key; equal keys keep their order. */
export const sortBy = <T>(items: Iterable<T>, key: (item: T) => string): T[] =>
  [...items]
    .map((item) => ({ item, key: key(item) }))
    .sort((a, b) => compare(a.key, b.key))
    .map(({ item }) => item);

export const indexBy = <T>(items: Iterable<T>, key: (item: T) => string): Map<string, T> => {
  const index = new Map<string, T>();
  for (const item of items) index.set(key(item), item);
  return index;
};

/** Sorts by article, then place, then id. */
export const placeKey = (article: string, start: number, id = ''): string =>
  `${article} ${String(start).padStart(9, '0')} ${id}`;
