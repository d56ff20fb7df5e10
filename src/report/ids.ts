/** Short ids for people: a prefix of the full id that is still unambiguous, as version control does it. */

/** Characters after the type prefix (`cl-`) that a short id has at least: it rarely changes when articles are added. */
const MIN = 6;

/** The shortest unambiguous prefix of each id, never below `MIN` characters after its type. O(n log n). */
export function shortIds(ids: Iterable<string>): ReadonlyMap<string, string> {
  const sorted = [...new Set(ids)].sort();
  return new Map(
    sorted.map((id, i) => {
      const shared = Math.max(common(id, sorted[i - 1] ?? ''), common(id, sorted[i + 1] ?? ''));
      return [id, id.slice(0, Math.max(shared + 1, id.indexOf('-') + 1 + MIN))];
    }),
  );
}

function common(a: string, b: string): number {
  let n = 0;
  while (n < a.length && n < b.length && a[n] === b[n]) n++;
  return n;
}

/** All ids that a prefix fits; an id given in full fits itself alone. The type (`cl-`) may be left out. */
export function matching(prefix: string, ids: Iterable<string>): readonly string[] {
  const all = [...ids];
  if (prefix === '') return [];
  if (all.includes(prefix)) return [prefix];
  return all.filter((id) => id.startsWith(prefix) || id.slice(id.indexOf('-') + 1).startsWith(prefix));
}
