import { readFileSync } from 'node:fs';
import type {
  Evidence,
  EvidenceSource,
  EvidenceStatement,
  OpenIdentity,
  Reliance,
} from '../../src/corroborate/types.ts';
import type { Act, Certainty, Factuality } from '../../src/extract/types.ts';
import type { ClaimRelation, SourceKind, Stance } from '../../src/resolve/types.ts';

type Span = [number, number];
type GoldReliance = {
  to: string;
  certainty: Certainty;
  claims?: string[];
  alternative?: { group: string; option: number };
};
type GoldMention = { file: string; content: Span[]; cue: Span[]; claims: string[]; via?: string };
type GoldStatement = {
  id: string;
  source: string;
  act: Act;
  stance?: 'supports' | 'denies';
  provisional?: boolean;
  claims: string[];
  factuality?: Record<string, Factuality>;
  mentions: GoldMention[];
  reliesOn: GoldReliance[];
  retracts?: string[];
};
export type Expected = {
  status: string;
  officiallyConfirmed: boolean;
  provisional?: boolean;
  kappaMin: number;
  kappaMax: number;
  roots: string[];
  chokePoints: string[];
  rootsSomeWorlds?: string[];
  chokePointsSomeWorlds?: string[];
  carriers: number;
  kappaNegMin?: number;
  kappaNegMax?: number;
  circular?: { kind: string; members: string[] };
  flags?: string[];
};
export type GoldClaim = {
  id: string;
  text: string;
  authorVoice?: { file: string; span: Span }[];
  expected: Expected;
  derived?: {
    kappaOrg?: [number, number];
    kappaBeforeRetraction?: [number, number];
    officialConfirmationOnOwnBasis?: boolean;
    ifNestedMentionsCount?: { kappaMin: number; kappaMax: number; chokePoints: string[] };
  };
};
export type Gold = {
  sources: { id: string; kind: SourceKind; official?: boolean }[];
  statements: GoldStatement[];
  claims: GoldClaim[];
  claimRelations?: { a: string; b: string; relation: string }[];
  identities: {
    a: string;
    b: string;
    relation: 'SAME_AS' | 'NOT_SAME_AS' | 'PART_OF';
    certainty: string;
    why?: string;
  }[];
  textReuse?: { from: string; to: string; spans: { from: Span; to: Span }[] }[];
  sourceReliesOn?: { from: string; to: string; certainty: Certainty; why: string }[];
};

export function readGold(slug: string): Gold {
  const file = new URL(`../fixtures/cases/${slug}/gold.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')) as Gold;
}

/**
 * A case's gold as evidence. Sources that are certainly or probably one become the one that is listed first.
 */
export function goldEvidence(gold: Gold): Evidence {
  const one = firstOfClass(gold);
  const sources = new Map<string, EvidenceSource>();
  for (const { id, kind, official } of gold.sources) {
    if (one(id) !== id) continue;
    const whole = gold.identities.find((i) => i.relation === 'PART_OF' && one(i.a) === id);
    sources.set(id, { id, kind, official: official ?? false, partOf: whole ? one(whole.b) : null });
  }
  const statements = new Map<string, EvidenceStatement>();
  const reliances: Reliance[] = [];
  for (const s of gold.statements) {
    statements.set(s.id, {
      id: s.id,
      source: one(s.source),
      act: s.act,
      provisional: s.provisional ?? false,
      retracts: s.retracts ?? [],
      claims: s.claims.map((id) => ({ id, stance: stanceOf(s), factuality: s.factuality?.[id] ?? 'CT+' })),
      mentions: s.mentions.map((m) => ({ article: m.file, claims: m.claims, via: m.via ?? null })),
    });
    s.reliesOn.forEach((r, i) => {
      const to = gold.statements.some(({ id }) => id === r.to) ? r.to : one(r.to);
      reliances.push(reliance(`${s.id}>${i}`, s.id, to, r));
    });
  }
  for (const [i, r] of (gold.sourceReliesOn ?? []).entries())
    reliances.push(reliance(`source>${i}`, r.from, r.to, r));
  gold.claims.forEach((claim) => {
    for (const [i, voice] of (claim.authorVoice ?? []).entries()) {
      statements.set(`voice ${claim.id} ${i}`, {
        id: `voice ${claim.id} ${i}`,
        source: null,
        act: 'CLAIMED',
        provisional: false,
        retracts: [],
        claims: [{ id: claim.id, stance: 'asserts', factuality: 'CT+' }],
        mentions: [{ article: voice.file, claims: [claim.id], via: null }],
      });
    }
  });
  return {
    sources,
    statements,
    reliances,
    identities: gold.identities.flatMap((i, n): OpenIdentity[] =>
      i.relation === 'SAME_AS' && i.certainty === 'possible'
        ? [{ id: `identity ${n}`, a: one(i.a), b: one(i.b), kind: 'identity', question: i.why ?? '' }]
        : [],
    ),
    notSame: gold.identities.flatMap((i) =>
      i.relation === 'NOT_SAME_AS' ? [[one(i.a), one(i.b)] as const] : [],
    ),
    claims: new Map(gold.claims.map(({ id }) => [id, { id }])),
    relations: (gold.claimRelations ?? []).map(({ a, b, relation }) => ({
      from: a,
      to: b,
      kind: (relation === 'CONSISTENT_WITH' ? 'RELATED' : relation) as ClaimRelation,
    })),
    reuse: (gold.textReuse ?? []).map((r) => ({ from: r.from, to: r.to, claims: sharedClaims(gold, r) })),
  };
}

function reliance(
  id: string,
  from: string,
  to: string,
  r: { certainty: Certainty; claims?: string[]; alternative?: { group: string; option: number } },
): Reliance {
  return {
    id,
    from,
    to,
    certainty: r.certainty,
    claims: r.claims ?? null,
    alternative: r.alternative ?? null,
    question: null,
  };
}

function stanceOf({ stance, act }: GoldStatement): Stance {
  if (stance === 'denies') return 'denies';
  if (act === 'CONFIRMED') return 'confirms';
  return act === 'PREDICTED' || act === 'WARNED' ? 'predicts' : 'asserts';
}

function firstOfClass(gold: Gold): (id: string) => string {
  const order = gold.sources.map(({ id }) => id);
  const same = gold.identities.filter((i) => i.relation === 'SAME_AS' && i.certainty !== 'possible');
  return (id) => {
    const members = new Set([id]);
    for (const member of members) {
      for (const { a, b } of same) {
        if (a === member) members.add(b);
        if (b === member) members.add(a);
      }
    }
    return order.find((other) => members.has(other)) ?? id;
  };
}

/** Claims whose content stands in a reused passage on both sides. */
function sharedClaims(
  gold: Gold,
  reuse: { from: string; to: string; spans: { from: Span; to: Span }[] },
): string[] {
  const places = (claim: string, file: string): Span[] => [
    ...gold.statements.flatMap(({ mentions }) =>
      mentions
        .filter((m) => m.file === file && m.claims.includes(claim))
        .flatMap((m) => (m.content.length > 0 ? m.content : m.cue)),
    ),
    ...(gold.claims.find(({ id }) => id === claim)?.authorVoice ?? [])
      .filter((voice) => voice.file === file)
      .map(({ span }) => span),
  ];
  const meets = (passage: Span, spans: Span[]): boolean =>
    spans.some(([start, end]) => start < passage[1] && end > passage[0]);
  return gold.claims
    .map(({ id }) => id)
    .filter((id) =>
      reuse.spans.some(
        ({ from, to }) => meets(from, places(id, reuse.from)) && meets(to, places(id, reuse.to)),
      ),
    );
}
