// Statements over articles: one speech act that two articles report.
import type { Act } from '../extract/types.ts';
import { linkOf, sameBy } from './identity.ts';
import { mayCoincide } from './statements.ts';
import type { Link, LocalStatement, Reading } from './types.ts';

/** One source, one act, one claim at least in common, on days that may be one: one statement. */
export function joinStatements(
  a: Reading,
  b: Reading,
  sources: readonly Link[],
  claims: readonly Link[],
): readonly Link[] {
  const sameSource = sameBy(sources, 'source');
  const sameClaim = sameBy(claims, 'claim');
  const links: Link[] = [];
  for (const x of a.statements) {
    if (x.source === null) continue;
    for (const y of b.statements) {
      if (y.source === null || !sameSource(x.source, y.source) || !compatible(x.act, y.act)) continue;
      if (!mayCoincide(x.said, y.said) || !sharesClaim(x, y, sameClaim)) continue;
      links.push(
        linkOf(
          'statement',
          x.id,
          y.id,
          'probable',
          'the same source with the same content on days that may be one',
        ),
      );
    }
  }
  return links;
}

const sharesClaim = (
  x: LocalStatement,
  y: LocalStatement,
  same: (a: string, b: string) => boolean,
): boolean =>
  x.claims.some((p) =>
    y.claims.some((q) => (p.stance === 'denies') === (q.stance === 'denies') && same(p.id, q.id)),
  );

/** Both deny or neither does; who “warned” here may have “said” there. Calls and refusals are no statements of a claim. */
const compatible = (a: Act, b: Act): boolean =>
  a !== 'OTHER' && b !== 'OTHER' && (a === 'DENIED') === (b === 'DENIED');
