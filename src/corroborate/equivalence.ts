/**
 * The equivalence that pairs generate: every member gets the smallest of its class, whatever the order of the
 * pairs. Members of no pair are left out. Union–find with path halving; near linear.
 */
export function equivalence<Member extends string | number>(
  pairs: Iterable<readonly [Member, Member]>,
): ReadonlyMap<Member, Member> {
  const parent = new Map<Member, Member>();
  const find = (member: Member): Member => {
    let at = member;
    for (let up = parent.get(at) ?? at; up !== at; up = parent.get(at) ?? at) {
      const above = parent.get(up) ?? up;
      parent.set(at, above);
      at = above;
    }
    return at;
  };
  for (const [a, b] of pairs) {
    const x = find(a);
    const y = find(b);
    const [least, other]: readonly [Member, Member] = x < y ? [x, y] : [y, x];
    parent.set(least, least);
    parent.set(other, least);
  }
  for (const member of parent.keys()) parent.set(member, find(member));
  return parent;
}
