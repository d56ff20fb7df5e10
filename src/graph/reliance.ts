/** On whose word: what articles say of it, mapped to classes and pointed as exactly as the graph allows. */

import { CERTAINTIES } from '../extract/types.ts';
import type { Stance } from '../resolve/types.ts';
import { type Arc, closingArcs } from './acyclic.ts';
import { compare, placeKey, push, sortBy, unique } from './collect.ts';
import { shortHash } from './ids.ts';
import type { RelianceEdge, StatementNode } from './types.ts';

export type Statements = ReadonlyMap<string, StatementNode>;
/** A reliance between classes before it has its final end and id. */
export type RelianceDraft = Omit<RelianceEdge, 'id'>;

/** An analyst's word on whether one class rests on another; the newest comes last. */
export interface ClassRuling extends Arc {
  readonly holds: boolean;
}

/**
 * The edges RELIES_ON. From a source only where it has no statement of its own; to the one statement of a source on the
 * claim that is earlier or undated, where there is exactly one, else to the source; a link that would close a circle of
 * statements stays at the source; nobody relies on himself, and the article's own voice
 * neither relies nor is relied on. Near linear.
 */
export function relianceEdges(
  drafts: readonly RelianceDraft[],
  statements: Statements,
  rulings: readonly ClassRuling[] = [],
): RelianceEdge[] {
  const index = statementIndex(statements);
  const sourceOf = (end: string) => statements.get(end)?.source ?? (statements.has(end) ? null : end);
  // A ruling on a source holds for each of its statements, and one on a statement for an edge that stays at its source.
  const meets = (end: string, ruled: string) =>
    end === ruled || sourceOf(end) === ruled || end === sourceOf(ruled);
  const ruled = (draft: RelianceDraft) =>
    rulings.findLast((r) => meets(draft.from, r.from) && meets(draft.to, r.to));
  const pointed = drafts
    .flatMap((draft) => fromStatements(draft, index))
    .flatMap((draft) => toStatements(draft, statements, index))
    .filter(({ from, to }) => {
      const [relying, reliedOn] = [sourceOf(from), sourceOf(to)];
      return relying !== null && reliedOn !== null && relying !== reliedOn;
    })
    .filter((draft) => ruled(draft)?.holds !== false);
  return openCircles(consolidate(pointed), statements);
}

interface StatementIndex {
  readonly bySource: ReadonlyMap<string, readonly StatementNode[]>;
  readonly byClaim: (source: string, claim: string) => readonly StatementNode[];
}

function statementIndex(statements: Statements): StatementIndex {
  const bySource = new Map<string, StatementNode[]>();
  const byClaim = new Map<string, StatementNode[]>();
  for (const statement of statements.values()) {
    if (statement.source === null) continue;
    push(bySource, statement.source, statement);
    for (const { id } of statement.claims) push(byClaim, `${statement.source} ${id}`, statement);
  }
  return { bySource, byClaim: (source, claim) => byClaim.get(`${source} ${claim}`) ?? [] };
}

/** What a source relies on, its statements on those claims rely on, where it has any. */
function fromStatements(draft: RelianceDraft, index: StatementIndex): RelianceDraft[] {
  const own = index.bySource.get(draft.from) ?? [];
  const { claims } = draft;
  const concerned = claims === null ? own : own.filter((s) => s.claims.some((c) => claims.includes(c.id)));
  return concerned.length === 0 ? [draft] : concerned.map((s) => ({ ...draft, from: s.id }));
}

function toStatements(draft: RelianceDraft, statements: Statements, index: StatementIndex): RelianceDraft[] {
  if (statements.has(draft.to)) return [draft];
  const from = statements.get(draft.from);
  if (from === undefined) {
    const all = index.bySource.get(draft.to) ?? [];
    return [all.length === 1 && all[0] ? { ...draft, to: all[0].id } : draft];
  }
  const stances = new Map(from.claims.map((c) => [c.id, c.stance]));
  const covered = (draft.claims ?? [...stances.keys()]).filter((claim) => stances.has(claim));
  const claimsAt = new Map<string, string[]>();
  for (const claim of covered) {
    const earlier = index
      .byClaim(draft.to, claim)
      .filter((s) => mayPrecede(s, from) && sameSide(s, claim, stances.get(claim)));
    push(claimsAt, earlier.length === 1 && earlier[0] ? earlier[0].id : draft.to, claim);
  }
  if (claimsAt.size <= 1) return [{ ...draft, to: [...claimsAt.keys()][0] ?? draft.to }];
  return [...claimsAt].map(([to, claims]) => ({ ...draft, to, claims }));
}

const mayPrecede = (a: StatementNode, b: StatementNode): boolean =>
  a.id !== b.id && (a.said.from === null || b.said.to === null || a.said.from <= b.said.to);

const sameSide = (s: StatementNode, claim: string, stance: Stance | undefined): boolean =>
  s.claims.some((c) => c.id === claim && (c.stance === 'denies') === (stance === 'denies'));

/** One edge for what several mentions say; a weaker one that a surer one covers is left out. */
function consolidate(drafts: readonly RelianceDraft[]): RelianceEdge[] {
  const same = new Map<string, RelianceDraft[]>();
  for (const draft of drafts) push(same, keyOf(draft), draft);
  const merged = [...same].map(([key, group]): RelianceEdge => {
    return {
      ...group.reduce((a, b) => (placeOf(b) < placeOf(a) ? b : a)),
      id: `rl-${shortHash(key)}`,
      claims: group.some((d) => d.claims === null) ? null : unique(group.flatMap((d) => d.claims ?? [])),
      question:
        group
          .map((d) => d.question)
          .filter((q) => q !== null)
          .sort()[0] ?? null,
    };
  });
  const byEnds = new Map<string, RelianceEdge[]>();
  for (const edge of merged) push(byEnds, `${edge.from} ${edge.to}`, edge);
  return merged.filter(
    (edge) => !(byEnds.get(`${edge.from} ${edge.to}`) ?? []).some((other) => covers(other, edge)),
  );
}

const keyOf = (d: RelianceDraft): string =>
  [d.from, d.to, d.certainty, d.alternative?.group ?? '', d.alternative?.option ?? ''].join(' ');

const placeOf = (d: RelianceDraft): string => placeKey(d.article, d.cue[0]);

const strength = (edge: RelianceDraft) => CERTAINTIES.indexOf(edge.certainty);

const covers = (a: RelianceEdge, b: RelianceEdge): boolean =>
  a.alternative === null &&
  strength(a) < strength(b) &&
  (a.claims === null || (b.claims ?? ['']).every((claim) => a.claims?.includes(claim)));

/** Surer links are laid first, so that in a circle the least sure one gives way. */
function openCircles(edges: readonly RelianceEdge[], statements: Statements): RelianceEdge[] {
  const order = [...edges].sort((a, b) => strength(a) - strength(b) || compare(a.id, b.id));
  const closing = closingArcs(order.filter((e) => e.alternative === null && statements.has(e.to)));
  const opened = order.map((edge) => {
    const source = closing.has(edge) ? statements.get(edge.to)?.source : null;
    return source ? { ...edge, to: source } : edge;
  });
  return sortBy(closing.size > 0 ? consolidate(opened) : opened, (e) => e.id);
}
