// Open questions inside one article, only by the rules of origin and of reliance.
import { mentionsEarlierReport } from '../extract/relay/relays.ts';
import type { Attribution } from '../extract/types.ts';
import { overlaps } from '../text/span.ts';
import type { Document, Span } from '../text/types.ts';
import type { Draft } from './drafts.ts';
import type { Resolved } from './reliances.ts';
import { reliance } from './reliances.ts';
import type { Link, LocalReliance, LocalSource, LocalStatement } from './types.ts';

/**
 * Rule of origin: a document, recording or data set whose maker is not named may come from another unnamed root of the
 * same claim.
 */
export function originLinks(
  sources: readonly LocalSource[],
  statements: readonly LocalStatement[],
  reliances: readonly LocalReliance[],
): readonly Link[] {
  const byId = new Map(sources.map((source) => [source.id, source]));
  const links = new Map<string, Link>();
  for (const roots of rootsByClaim(statements, reliances).values()) {
    const unnamed = [...roots].flatMap((id) => byId.get(id) ?? []);
    for (const made of unnamed.filter(hasUnnamedMaker))
      for (const other of unnamed) {
        if (other.id === made.id || (other.named && !hasUnnamedMaker(other))) continue;
        const [a, b] = made.id < other.id ? [made, other] : [other, made];
        links.set(`${a.id} ${b.id}`, {
          kind: 'source',
          a: a.id,
          b: b.id,
          judgement: 'possible',
          reason: 'neither says who is behind it, and both are roots of one claim',
          opens: 'origin',
          question: `Do ${asked(other)} and ${asked(made)} come from one side?`,
        });
      }
  }
  return [...links.values()];
}

/** Claim → sources on which its support ends, as far as this article tells. */
function rootsByClaim(
  statements: readonly LocalStatement[],
  reliances: readonly LocalReliance[],
): ReadonlyMap<string, ReadonlySet<string>> {
  const roots = new Map<string, Set<string>>();
  const ends = new Map(statements.map((statement) => [statement.id, statement]));
  for (const statement of statements) {
    if (statement.source === null) continue;
    for (const claim of statement.claims) {
      if (claim.stance === 'denies') continue;
      const bases = reliances.filter(
        (each) =>
          each.from === statement.id &&
          each.certainty !== 'possible' &&
          (each.claims?.includes(claim.id) ?? true),
      );
      const set = roots.get(claim.id) ?? new Set();
      for (const { to } of bases) if (!ends.has(to)) set.add(to);
      if (bases.length === 0) set.add(statement.source);
      roots.set(claim.id, set);
    }
  }
  return roots;
}

/** A document or data set of which neither a possessor nor an author or publisher is told. */
const hasUnnamedMaker = (source: LocalSource): boolean =>
  (source.kind === 'Document' || source.kind === 'Data') &&
  !/[’']s?\s|\bof\s+(?:the\s+)?\p{Lu}|\b(?:by|from)\s+(?:the\s+)?\p{Lu}/u.test(source.name);

/** A source as the subject of a question: "a photo" and "photo" become "the photo", a name stays as it is. */
const asked = ({ name, named }: Pick<LocalSource, 'name' | 'named'>): string => {
  const bare = name.replace(/^(?:an?|some|the)\s/i, '');
  return named && /^\p{Lu}/u.test(bare) ? name : `the ${bare}`;
};

/**
 * Rule of reliance: the text sets an earlier report beside a statement whose basis is unnamed or not told. The basis
 * (or, untold, the statement) may rest on that report.
 */
export function openReliances(
  document: Document,
  attributions: readonly Attribution[],
  resolved: Resolved,
  known: readonly LocalReliance[],
): readonly LocalReliance[] {
  const { drafts, sources, statementOf } = resolved;
  const byId = new Map(sources.sources.map((source) => [source.id, source]));
  const at = (span: Span) =>
    drafts.find(
      (draft) =>
        draft.attribution.act !== 'OTHER' &&
        [...draft.attribution.source, ...draft.attribution.cue].some((each) => overlaps(each, span)),
    );
  const claimsOf = (draft: Draft) =>
    new Set(
      drafts
        .filter((each) => statementOf(each) === statementOf(draft))
        .flatMap((each) => [...resolved.clusters.of(each)]),
    );
  const common = (a: Draft, b: Draft) => [...claimsOf(a)].filter((claim) => claimsOf(b).has(claim)).length;
  // A text may point several times to what one outlet reported: it is asked once, about the report that says most of it.
  const open = new Map<string, { readonly common: number; readonly reliance: LocalReliance }>();
  for (const earlier of mentionsEarlierReport(document, attributions)) {
    const [statement, report] = [at(earlier.statement), at(earlier.report)];
    if (statement?.source == null || report?.source == null || statement.source.id === report.source.id)
      continue;
    if (report.source.kind !== 'Outlet') continue;
    const from = statementOf(statement);
    const bases = known
      .filter((each) => each.from === from && each.certainty !== 'possible')
      .flatMap((each) => byId.get(each.to) ?? []);
    const unnamed = bases.filter((source) => !source.named);
    const bearers =
      bases.length === 0
        ? [{ id: from, name: statement.source.name, named: statement.source.named }]
        : unnamed;
    const shared = common(statement, report);
    for (const bearer of bearers) {
      const pair = `${bearer.id} ${report.source.id}`;
      if ((open.get(pair)?.common ?? -1) >= shared) continue;
      const question = `Did ${asked(bearer)} rely on ${possessive(report.source.name)} report?`;
      open.set(pair, {
        common: shared,
        reliance: reliance(document, bearer.id, statementOf(report), 'possible', null, earlier.cue, question),
      });
    }
  }
  return [...open.values()].map((each) => each.reliance);
}

const possessive = (name: string): string => (name.endsWith('s') ? `${name}’` : `${name}’s`);
