// Amounts over articles: a later count supersedes, another amount of one day is in conflict.
import type { Same } from '../identity.ts';
import type { LocalClaim, LocalClaimRelation, Reading } from '../types.ts';

/**
 * Two amounts of one thing: the later count of the side that counts supersedes the earlier one; amounts told
 * for one day are in conflict.
 */
export function valueRelation(
  a: Reading,
  b: Reading,
  x: LocalClaim,
  y: LocalClaim,
  same: Same,
): LocalClaimRelation {
  const [before, after] = [tellers(a, x), tellers(b, y)];
  const counting = before.some((s) =>
    after.some((t) => same(s.source, t.source) || (s.official && t.official)),
  );
  const [p, q] = [latest(before), latest(after)];
  if (counting && p !== null && q !== null && p !== q) {
    const [later, earlier] = p < q ? [y, x] : [x, y];
    return { from: later.id, to: earlier.id, kind: 'SUPERSEDES', reason: 'a later count' };
  }
  return { from: x.id, to: y.id, kind: 'CONFLICTS_IN_VALUE', reason: 'the same quantity, different amounts' };
}

interface Teller {
  readonly source: string;
  readonly official: boolean;
  readonly day: string | null;
}

const tellers = (reading: Reading, claim: LocalClaim): readonly Teller[] =>
  reading.statements.flatMap((statement) => {
    const source = reading.sources.find((each) => each.id === statement.source);
    const tells = statement.claims.some((each) => each.id === claim.id && each.stance !== 'denies');
    return source === undefined || !tells
      ? []
      : [{ source: source.id, official: source.official, day: statement.said.to ?? reading.publishedOn }];
  });

const latest = (all: readonly Teller[]): string | null =>
  all.reduce<string | null>(
    (day, each) => (each.day !== null && (day === null || each.day > day) ? each.day : day),
    null,
  );
