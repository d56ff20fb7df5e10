import type { SourceKind } from '../resolve/types.ts';
import { type EvidenceIndex, onClaim } from './evidence.ts';
import type { EvidenceStatement, Reliance } from './types.ts';

export type Side = 'support' | 'denial';

/**
 * What one claim's support (or denial) may rest on, in any world: the statements for it and everything
 * upstream of them. Sources are numbered by the order of their ids.
 */
export interface Upstream {
  readonly stated: Stated;
  /** Ids of the sources, ascending; the number of a source is its place here. */
  readonly sources: readonly string[];
  /** Which of them are documents or data. */
  readonly documents: readonly boolean[];
  readonly acts: readonly Act[];
  /** The first so many acts are the support itself: not retracted and, where some are certain, certain. */
  readonly counted: number;
  /** Sources of counted statements that some article reads directly, not only through another source. */
  readonly asserting: readonly number[];
}

/**
 * Somebody's word: a statement, or what a source is taken to have said that has no statement of its own on
 * the claim.
 */
export interface Act {
  readonly source: number;
  readonly statement: EvidenceStatement | null;
  readonly retracted: boolean;
  readonly bases: readonly Basis[];
}

/** One thing that an act may rest on; several are alternatives. */
export interface Basis {
  readonly source: number;
  /**
   * The act relied on, or null where only the source is known, which speaks on the claim in acts of its own.
   */
  readonly act: number | null;
  readonly reliance: Reliance;
}

/** The statements for (or against) a claim. */
export interface Stated {
  /** Those that count: not retracted; only certain ones where there are any. */
  readonly counted: readonly EvidenceStatement[];
  /** The counted ones are certain. */
  readonly certain: boolean;
  readonly withdrawn: readonly EvidenceStatement[];
}

function statedOn(index: EvidenceIndex, claim: string, side: Side): Stated {
  const live: EvidenceStatement[] = [];
  const withdrawn: EvidenceStatement[] = [];
  for (const statement of index.statementsOf.get(claim) ?? []) {
    if (statement.source === null) continue;
    if (!onClaim(statement, claim).links.some((link) => takes(side, link.stance))) continue;
    (index.retracted.has(statement.id) ? withdrawn : live).push(statement);
  }
  const certain = live.filter((statement) => isCertain(statement, claim, side));
  return { counted: certain.length > 0 ? certain : live, certain: certain.length > 0, withdrawn };
}

function isCertain(statement: EvidenceStatement, claim: string, side: Side): boolean {
  return onClaim(statement, claim).links.some(
    (c) => takes(side, c.stance) && (c.factuality === 'CT+' || (side === 'denial' && c.factuality === 'CT-')),
  );
}

function takes(side: Side, stance: string): boolean {
  return (stance === 'denies') === (side === 'denial');
}

function carries(statement: EvidenceStatement, claim: string): boolean {
  return onClaim(statement, claim).links.length > 0;
}

/** Linear in the statements for the claim and all that is upstream of them. */
export function upstream(index: EvidenceIndex, claim: string, side: Side): Upstream {
  const stated = statedOn(index, claim, side);
  // Sources whose word on the claim is their own statements; any other that is relied on is a root. One that
  // took its statement back is not a root again by being relied on.
  const speakers = new Set<string>();
  for (const { source } of stated.counted) if (source !== null) speakers.add(source);
  for (const { source } of stated.withdrawn) if (source !== null) speakers.add(source);
  const found = new Map<string, number>();
  const drafts: Draft[] = [];
  const meet = (id: string, source: string, statement: EvidenceStatement | null): number => {
    const known = found.get(id);
    if (known !== undefined) return known;
    found.set(id, drafts.length);
    drafts.push({ id, source, statement, bases: [] });
    return drafts.length - 1;
  };
  for (const statement of stated.counted) meet(statement.id, statement.source ?? '', statement);
  // Grows while it is walked: what is relied on joins the end.
  for (const draft of drafts) {
    for (const reliance of index.reliancesOf.get(draft.id) ?? []) {
      if (reliance.claims !== null && !reliance.claims.includes(claim)) continue;
      const target = index.evidence.statements.get(reliance.to);
      // What a source without a statement of its own is taken to say can only come from a statement that says
      // it.
      if (draft.statement === null && target !== undefined && !carries(target, claim)) continue;
      if (target === undefined) {
        const act = speakers.has(reliance.to) ? null : meet(reliance.to, reliance.to, null);
        draft.bases.push({ source: reliance.to, act, reliance });
      } else if (target.source !== null) {
        draft.bases.push({ source: target.source, act: meet(target.id, target.source, target), reliance });
      }
    }
  }
  return numbered(index, claim, drafts, stated);
}

interface Draft {
  readonly id: string;
  readonly source: string;
  readonly statement: EvidenceStatement | null;
  readonly bases: { readonly source: string; readonly act: number | null; readonly reliance: Reliance }[];
}

const DOCUMENTS: ReadonlySet<SourceKind | undefined> = new Set(['Document', 'Data'] as const);

function numbered(index: EvidenceIndex, claim: string, drafts: readonly Draft[], stated: Stated): Upstream {
  const ids = new Set<string>();
  for (const { source, bases } of drafts) {
    ids.add(source);
    for (const basis of bases) ids.add(basis.source);
  }
  const sources = [...ids].sort();
  const numberOf = new Map(sources.map((id, i) => [id, i]));
  const number = (id: string): number => numberOf.get(id) ?? -1;
  const asserting = stated.counted.filter((s) => onClaim(s, claim).mentions.some((m) => m.via === null));
  return {
    stated,
    sources,
    documents: sources.map((id) => DOCUMENTS.has(index.evidence.sources.get(id)?.kind)),
    acts: drafts.map(({ id, source, statement, bases }) => ({
      source: number(source),
      statement,
      retracted: index.retracted.has(id),
      bases: bases.map(({ source: upper, act, reliance }) => ({ source: number(upper), act, reliance })),
    })),
    counted: stated.counted.length,
    asserting: asserting.map(({ source }) => number(source ?? '')),
  };
}
