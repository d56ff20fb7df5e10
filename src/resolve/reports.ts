// What an outlet is said to report, and on whom its own article rests.
import { sameBy } from './identity.ts';
import { localId } from './ids.ts';
import type { Link, LocalReliance, LocalStatement, Reading } from './types.ts';

/**
 * Where one article says that an outlet reports something, and the outlet's own article has it from somebody, the
 * outlet's report relies on whoever that is. It does not where the outlet reports it in its own right.
 */
export const joinReports = (
  a: Reading,
  b: Reading,
  sources: readonly Link[],
  claims: readonly Link[],
): readonly LocalReliance[] => [...ownArticle(a, b, sources, claims), ...ownArticle(b, a, sources, claims)];

function ownArticle(
  own: Reading,
  citing: Reading,
  sources: readonly Link[],
  claims: readonly Link[],
): readonly LocalReliance[] {
  const outlet = own.outlet;
  if (outlet === null) return [];
  const sameSource = sameBy(sources, 'source');
  const sameClaim = sameBy(claims, 'claim');
  const reports = citing.statements.filter((s) => s.source !== null && sameSource(s.source, outlet));
  return reports.flatMap((report) => {
    const told = (statement: LocalStatement) =>
      statement.claims.some(
        (p) =>
          p.stance !== 'denies' && report.claims.some((q) => q.stance !== 'denies' && sameClaim(p.id, q.id)),
      );
    const supporting = own.statements.filter(told);
    if (supporting.some((statement) => statement.source === outlet)) return [];
    // What other outlets had before it is beside the point where somebody told it the same.
    const people = supporting.filter((statement) => !isOutlet(own, statement.source));
    return (people.length > 0 ? people : supporting).flatMap((statement): readonly LocalReliance[] => {
      const mention = own.mentions.find((each) => each.statement === statement.id && each.via === null);
      const cue = mention?.source[0] ?? mention?.passage;
      if (statement.source === null || cue === undefined) return [];
      const shared = report.claims
        .filter((q) => statement.claims.some((p) => sameClaim(p.id, q.id)))
        .map((q) => q.id);
      return [
        {
          id: localId('r', own.article, report.id, statement.id, cue),
          from: report.id,
          to: statement.id,
          certainty: 'explicit',
          claims: shared,
          cue,
          question: null,
        },
      ];
    });
  });
}

const isOutlet = (reading: Reading, id: string | null): boolean =>
  reading.sources.some((source) => source.id === id && source.kind === 'Outlet');
