/** Mentions of one thing gathered into classes, from pairwise judgements. */

import type { Link } from '../resolve/types.ts';
import { compare, push, unique } from './collect.ts';

/** An analyst's word on a pair: it wins over every link. */
export interface Verdict {
  readonly a: string;
  readonly b: string;
  readonly same: boolean;
}

export interface Classes {
  /** The class that a member is in, named by its smallest member; undefined for an unknown one. */
  readonly of: (member: string) => string | undefined;
  /** Members of each class in order, classes in order of their names. */
  readonly members: ReadonlyMap<string, readonly string[]>;
  /** Why a member is in its class, where a link put it there. */
  readonly reasons: ReadonlyMap<string, string>;
}

/**
 * Classes under the certain and probable links. What must stay apart (an analyst's "not same", then a rejected link) is never
 * merged, not even through third members; where two chains of links compete, the surer link is taken first (by its judgement, then
 * by its score), then the smaller pair, so that the order in which links arrive decides nothing. An analyst's "same" is said of the
 * classes that the links alone make: they become one, whatever links reject between their members, but for what an analyst set apart.
 *
 * `verdicts`: newest last; of two on one pair the newer holds. `bond`: two sets become one where at least that share, 0..1, of
 * the pairs between them is linked (average linkage, Sokal and Michener 1958), so that no chain of chance links grows. Union-find
 * with sets of enemies, close to linear.
 */
export function partition(
  items: Iterable<string>,
  links: Iterable<Link>,
  verdicts: readonly Verdict[] = [],
  bond = 0,
): Classes {
  const [all, judged] = [[...items], [...links]];
  const sets = disjointSets(all);
  const rulings = [...new Map(verdicts.map((v) => [pairKey(v.a, v.b), v])).values()].reverse();
  for (const v of rulings) if (!v.same) sets.keepApart(v.a, v.b);
  const accepted: { a: string; b: string; reason: string }[] = [];
  for (const v of rulings) {
    if (v.same && sets.unite(v.a, v.b))
      accepted.push({ ...v, reason: 'an analyst said that they are the same' });
  }
  accepted.push(...bringAlong(sets, all, judged, rulings, bond));
  const sorted = judged.sort(
    (x, y) =>
      (y.score ?? 0) - (x.score ?? 0) ||
      compare(x.a, y.a) ||
      compare(x.b, y.b) ||
      compare(x.reason, y.reason),
  );
  for (const link of sorted) if (link.judgement === 'rejected') sets.keepApart(link.a, link.b);
  const positive = (['certain', 'probable'] as const).flatMap((judgement) =>
    sorted.filter((link) => link.judgement === judgement),
  );
  const bonds = bond > 0 ? bondsOf(positive) : null;
  // Sets that were too loosely bound at first may hold together once others have joined them.
  for (let open = positive, before = -1; open.length !== before; ) {
    before = open.length;
    open = open.filter((link) => {
      if (bonds !== null && sets.bound(link.a, link.b, bonds) < bond) return true;
      if (sets.unite(link.a, link.b)) accepted.push(link);
      return false;
    });
    if (bonds === null) break;
  }
  return { ...sets.classes(), reasons: reasonsOf(accepted) };
}

/** Unites each two that an analyst called the same with all that stands in a class with them by the links alone. */
function bringAlong(
  sets: ReturnType<typeof disjointSets>,
  items: readonly string[],
  links: readonly Link[],
  rulings: readonly Verdict[],
  bond: number,
): readonly { a: string; b: string; reason: string }[] {
  const named = rulings.flatMap((v) => (v.same ? [v.a, v.b] : []));
  if (named.length === 0) return [];
  const apart = rulings.filter((v) => !v.same);
  const alone = partition(items, links, apart, bond);
  return named.flatMap((item) =>
    (alone.members.get(alone.of(item) ?? '') ?? []).flatMap((member) => {
      const reason = alone.reasons.get(member) ?? alone.reasons.get(item);
      return sets.unite(member, item) && reason !== undefined ? [{ a: member, b: item, reason }] : [];
    }),
  );
}

/** For each member those that it is linked with. */
function bondsOf(links: readonly Link[]): ReadonlyMap<string, ReadonlySet<string>> {
  const bonds = new Map<string, Set<string>>();
  const add = (a: string, b: string) => bonds.set(a, (bonds.get(a) ?? new Set()).add(b));
  for (const { a, b } of links) {
    add(a, b);
    add(b, a);
  }
  return bonds;
}

const pairKey = (a: string, b: string) => (a < b ? `${a} ${b}` : `${b} ${a}`);

function reasonsOf(links: readonly { a: string; b: string; reason: string }[]): Map<string, string> {
  const reasons = new Map<string, string>();
  for (const { a, b, reason } of links) {
    const [, later = b] = [a, b].sort();
    if (!reasons.has(later)) reasons.set(later, reason);
  }
  return reasons;
}

/** Union-find by size with path halving; every root knows the roots that it must not be united with. */
function disjointSets(items: Iterable<string>) {
  const parent = new Map<string, string>();
  const size = new Map<string, number>();
  const enemies = new Map<string, Set<string>>();
  const members = new Map<string, string[]>();
  for (const item of items) parent.set(item, item);
  const membersOf = (root: string): readonly string[] => members.get(root) ?? [root];

  const find = (item: string): string => {
    let at = item;
    for (let up = parent.get(at); up !== undefined && up !== at; up = parent.get(at)) {
      const next = parent.get(up) ?? up;
      parent.set(at, next);
      at = next;
    }
    return at;
  };
  const enemiesOf = (root: string): Set<string> => {
    const set = enemies.get(root) ?? new Set<string>();
    enemies.set(root, set);
    return set;
  };
  const known = (a: string, b: string) => parent.has(a) && parent.has(b);

  return {
    keepApart(a: string, b: string): void {
      const [x, y] = [find(a), find(b)];
      if (!known(a, b) || x === y) return;
      enemiesOf(x).add(y);
      enemiesOf(y).add(x);
    },
    /** The share of the pairs between the sets of two that are linked; 1 where they are in one set. */
    bound(a: string, b: string, bonds: ReadonlyMap<string, ReadonlySet<string>>): number {
      const [x, y] = [find(a), find(b)];
      if (x === y) return 1;
      const [few, many] = (size.get(x) ?? 1) <= (size.get(y) ?? 1) ? [x, y] : [y, x];
      let linked = 0;
      for (const member of membersOf(few))
        for (const other of bonds.get(member) ?? []) if (parent.has(other) && find(other) === many) linked++;
      return linked / (membersOf(few).length * membersOf(many).length);
    },
    /** True when the two were in two sets and now are in one. */
    unite(a: string, b: string): boolean {
      const [x, y] = [find(a), find(b)];
      if (!known(a, b) || x === y || enemies.get(x)?.has(y)) return false;
      const weight = (root: string) => (size.get(root) ?? 1) + (enemies.get(root)?.size ?? 0);
      const [big, small] = weight(x) >= weight(y) ? [x, y] : [y, x];
      parent.set(small, big);
      const together = members.get(big) ?? [big];
      for (const member of membersOf(small)) together.push(member);
      members.set(big, together);
      members.delete(small);
      size.set(big, (size.get(big) ?? 1) + (size.get(small) ?? 1));
      for (const enemy of enemies.get(small) ?? []) {
        enemiesOf(enemy).delete(small);
        enemiesOf(enemy).add(big);
        enemiesOf(big).add(enemy);
      }
      enemies.delete(small);
      return true;
    },
    classes(): Pick<Classes, 'of' | 'members'> {
      const byRoot = new Map<string, string[]>();
      for (const item of unique(parent.keys())) push(byRoot, find(item), item);
      const name = new Map<string, string>();
      const members = new Map<string, readonly string[]>();
      for (const list of byRoot.values()) {
        const [smallest = ''] = list;
        members.set(smallest, list);
        for (const member of list) name.set(member, smallest);
      }
      return { of: (member) => name.get(member), members };
    },
  };
}
