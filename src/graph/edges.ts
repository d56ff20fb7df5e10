/** Relationships between classes: open identities, relations of claims, and who rests on whom before it is pointed. */

import type { ClaimRelation, Judgement } from '../resolve/types.ts';
import { closingArcs } from './acyclic.ts';
import { compare, sortBy } from './collect.ts';
import { shortHash } from './ids.ts';
import type { AllClasses, Pool } from './pool.ts';
import type { RelianceDraft } from './reliance.ts';
import type { Rulings } from './rulings.ts';
import type { IdentityEdge, KnowledgeGraph } from './types.ts';

/** One edge for two sources whose identity is open or refused. What is refused is no longer open. */
export function identityEdges(pool: Pool, classes: AllClasses, { verdicts }: Rulings): IdentityEdge[] {
  const refused = verdicts.source
    .filter((v) => !v.same)
    .map((v) => ({
      a: v.a,
      b: v.b,
      judgement: 'rejected' as Judgement,
      reason: 'an analyst said that they are not the same',
      opens: null,
      question: null,
    }));
  const open = pool.links.filter(
    (l) => l.kind === 'source' && (l.judgement === 'possible' || l.judgement === 'rejected'),
  );
  const edges = [...refused, ...open].flatMap((link): IdentityEdge[] => {
    const [x, y] = [classes.source.id(link.a), classes.source.id(link.b)];
    if (x === undefined || y === undefined || x === y) return [];
    const [a = x, b = y] = [x, y].sort();
    const judgement = link.judgement === 'rejected' ? 'rejected' : 'possible';
    const kind = link.opens ?? 'identity';
    return [
      {
        id: `id-${shortHash(`${a} ${b}`)}`,
        a,
        b,
        judgement,
        kind,
        reason: link.reason,
        question: link.question,
      },
    ];
  });
  // Refusals first, then origins, which ask for more than identity does; one edge a pair.
  const ranked = [...edges].sort(
    (x, y) =>
      compare(y.judgement, x.judgement) ||
      compare(y.kind, x.kind) ||
      compare(x.question ?? '~', y.question ?? '~') ||
      compare(x.reason, y.reason),
  );
  const byPair = new Map<string, IdentityEdge>();
  for (const edge of ranked) if (!byPair.has(edge.id)) byPair.set(edge.id, edge);
  return sortBy(byPair.values(), (e) => e.id);
}

const SYMMETRIC: ReadonlySet<ClaimRelation> = new Set(['CONTRADICTS', 'CONFLICTS_IN_VALUE', 'RELATED']);

/** Claims that one claim is shown beside without any other relation, at most. */
const SEE_ALSO = 3;

/** Each relation once, none of a claim to itself, none of what has a direction in a circle. */
export function claimRelations(pool: Pool, { claim }: AllClasses): KnowledgeGraph['relations'] {
  const byKey = new Map<string, KnowledgeGraph['relations'][number]>();
  for (const relation of pool.relations) {
    const ends = [claim.id(relation.from), claim.id(relation.to)];
    if (SYMMETRIC.has(relation.kind)) ends.sort();
    const [from, to] = ends;
    if (from === undefined || to === undefined || from === to) continue;
    const key = `${relation.kind} ${from} ${to}`;
    const before = byKey.get(key);
    if (before === undefined || relation.reason < before.reason) byKey.set(key, { ...relation, from, to });
  }
  const relations = sortBy(byKey.keys(), (key) => key).flatMap((key) => byKey.get(key) ?? []);
  const circular = new Set(
    (['DETAIL_OF', 'SUPERSEDES'] as const).flatMap((kind) => [
      ...closingArcs(relations.filter((r) => r.kind === kind)),
    ]),
  );
  // What a later count took the place of is no rival of it.
  const pairOf = (r: { from: string; to: string }) => [r.from, r.to].sort().join(' ');
  const replaced = new Set(relations.filter((r) => r.kind === 'SUPERSEDES').map(pairOf));
  const told = new Set(relations.filter((r) => r.kind !== 'RELATED').map(pairOf));
  const seen = new Map<string, number>();
  return relations.filter((r) => {
    if (circular.has(r) || (r.kind === 'CONFLICTS_IN_VALUE' && replaced.has(pairOf(r)))) return false;
    if (r.kind !== 'RELATED') return true;
    if (told.has(pairOf(r)) || [r.from, r.to].some((id) => (seen.get(id) ?? 0) >= SEE_ALSO)) return false;
    for (const id of [r.from, r.to]) seen.set(id, (seen.get(id) ?? 0) + 1);
    return true;
  });
}

/** What articles and analysts say of who rests on whom, between classes. A limit to claims that were all rejected drops it. */
export function relianceDrafts(pool: Pool, classes: AllClasses, rulings: Rulings): RelianceDraft[] {
  const end = endsOf(classes);
  const read = pool.reliances.flatMap((r): RelianceDraft[] => {
    const [from, to] = [end(r.from), end(r.to)];
    const claims = r.claims?.flatMap((c) => classes.claim.id(c) ?? []) ?? null;
    if (from === undefined || to === undefined || claims?.length === 0) return [];
    const { certainty, article, cue, question } = r;
    return [{ from, to, certainty, claims, article, cue, alternative: null, question }];
  });
  const ruled = relianceRulings(classes, rulings).flatMap(({ from, to, holds, article, cue }) =>
    holds
      ? [
          {
            from,
            to,
            certainty: 'explicit' as const,
            claims: null,
            article,
            cue,
            alternative: null,
            question: null,
          },
        ]
      : [],
  );
  return [...read, ...ruled];
}

/** The last ruling on each pair of classes, oldest first. */
export function relianceRulings(classes: AllClasses, { reliances }: Rulings) {
  const end = endsOf(classes);
  const last = new Map<string, Rulings['reliances'][number]>();
  for (const ruling of reliances) {
    const [from, to] = [end(ruling.from), end(ruling.to)];
    if (from === undefined || to === undefined) continue;
    last.delete(`${from} ${to}`);
    last.set(`${from} ${to}`, { ...ruling, from, to });
  }
  return [...last.values()];
}

const endsOf = (classes: AllClasses) => (local: string) =>
  classes.statement.id(local) ?? classes.source.id(local);
