import type {
  Evidence,
  EvidenceSource,
  EvidenceStatement,
  OpenIdentity,
  Reliance,
} from '../corroborate/types.ts';
import { type Random, seeded } from './random.ts';

/** How much news, and of what kind. */
export interface Scale {
  readonly seed: number;
  /** Statements in all, up to the few that complete the last claim. */
  readonly statements: number;
  /** Outlets that all claims share: they relay and copy. Default 2000; at least 32. */
  readonly outlets?: number;
}

/** One claim as it spread, with what is true of it. */
export interface Cascade {
  readonly claim: string;
  /** Those that no other claim knows; outlets are shared and come with `outlets`. */
  readonly sources: readonly EvidenceSource[];
  readonly statements: readonly EvidenceStatement[];
  readonly reliances: readonly Reliance[];
  readonly identities: readonly OpenIdentity[];
  readonly truth: Truth;
}

export interface Truth {
  /** κ over all answers to the open questions, smallest and largest. */
  readonly kappa: readonly [number, number];
  readonly questions: number;
  readonly ring: boolean;
}

const DEFAULT_OUTLETS = 2000;

/**
 * News cascades, one claim at a time. Each has some originators who speak on their own basis; outlets that
 * relay an originator or each other, always within one originator's following, so that κ is the number of
 * originators; in a fifth of the claims one to six open questions, each of which, answered with yes, makes
 * one originator less (the same person as another, or relying on another) or is open only as to who of two
 * copied whom; in one of a hundred a ring of outlets that cite each other and nobody else. Five to ten
 * statements a claim (a few more where many questions need them). The same scale gives the same cascades.
 */
export function* cascades(scale: Scale): Iterable<Cascade> {
  const random = seeded(scale.seed);
  const outlets = scale.outlets ?? DEFAULT_OUTLETS;
  for (let made = 0, n = 0; made < scale.statements; n++) {
    const cascade = spread(random, `claim${n}`, outlets);
    made += cascade.statements.length;
    yield cascade;
  }
}

/** The outlets that the cascades of a scale share. */
export function outletsOf(scale: Scale): readonly EvidenceSource[] {
  return Array.from({ length: scale.outlets ?? DEFAULT_OUTLETS }, (_, i) => outletSource(i));
}

function outletSource(i: number): EvidenceSource {
  // Some outlets belong to a publishing house.
  return {
    id: `outlet${i}`,
    kind: 'Outlet',
    official: false,
    partOf: i % 10 === 0 ? `house${i % 100}` : null,
  };
}

/** All cascades of a scale as one body of evidence. */
export function gatherCascades(scale: Scale): {
  readonly evidence: Evidence;
  readonly truth: ReadonlyMap<string, Truth>;
} {
  const sources = new Map(outletsOf(scale).map((s) => [s.id, s]));
  const statements = new Map<string, EvidenceStatement>();
  const claims = new Map<string, { readonly id: string }>();
  const truth = new Map<string, Truth>();
  const reliances: Reliance[] = [];
  const identities: OpenIdentity[] = [];
  for (const cascade of cascades(scale)) {
    for (const source of cascade.sources) sources.set(source.id, source);
    for (const statement of cascade.statements) statements.set(statement.id, statement);
    for (const reliance of cascade.reliances) reliances.push(reliance);
    for (const identity of cascade.identities) identities.push(identity);
    claims.set(cascade.claim, { id: cascade.claim });
    truth.set(cascade.claim, cascade.truth);
  }
  const evidence = {
    sources,
    statements,
    reliances,
    identities,
    notSame: [],
    claims,
    relations: [],
    reuse: [],
  };
  return { evidence, truth };
}

function spread(random: Random, claim: string, outlets: number): Cascade {
  const questions = random.chance(0.2) ? random.between(1, 6) : 0;
  const copies = questions > 0 && random.chance(0.3) ? 1 : 0;
  const links = questions - copies;
  const ring = random.chance(0.01);
  const originators = Math.max(links + 1, random.between(1, 4));
  const total = Math.max(random.between(5, 10), originators + 2 * copies + (ring ? 3 : 0));
  const draft = emptyDraft(random, claim, outlets);
  const followings = Array.from({ length: originators }, (_, i) => [originate(draft, i)]);
  for (let i = 1; i <= links; i++) link(draft, i, random.between(0, i - 1));
  if (copies > 0) copyEachOther(draft, followings[0]?.[0] ?? '');
  if (ring) citeEachOther(draft);
  while (draft.statements.length < total) {
    const following = followings[random.between(0, originators - 1)] ?? [];
    following.push(relay(draft, following[random.between(0, following.length - 1)] ?? ''));
  }
  const { sources, statements, reliances, identities } = draft;
  return {
    claim,
    sources,
    statements,
    reliances,
    identities,
    truth: { kappa: [originators - links, originators], questions, ring },
  };
}

interface Draft {
  readonly random: Random;
  readonly claim: string;
  readonly outlets: number;
  /** Outlets that speak on the claim already: each does so once. */
  readonly taken: Set<number>;
  /** Originators that an open reliance links: no identity may touch them, lest their own basis return. */
  readonly relying: Set<number>;
  readonly sources: EvidenceSource[];
  readonly statements: EvidenceStatement[];
  readonly reliances: Reliance[];
  readonly identities: OpenIdentity[];
}

function emptyDraft(random: Random, claim: string, outlets: number): Draft {
  return {
    random,
    claim,
    outlets,
    taken: new Set(),
    relying: new Set(),
    sources: [],
    statements: [],
    reliances: [],
    identities: [],
  };
}

function say(draft: Draft, source: string, confirms = false): string {
  const { claim, statements } = draft;
  const id = `${claim}/s${statements.length}`;
  statements.push({
    id,
    source,
    act: confirms ? 'CONFIRMED' : source.startsWith('outlet') ? 'REPORTED' : 'CLAIMED',
    provisional: false,
    retracts: [],
    claims: [{ id: claim, stance: confirms ? 'confirms' : 'asserts', factuality: 'CT+' }],
    mentions: [{ article: `${id}/a`, claims: [claim], via: null }],
  });
  return id;
}

/**
 * A source of this claim alone, on its own basis. The first statements are those of the originators, in
 * order.
 */
function originate(draft: Draft, i: number): string {
  const id = `${draft.claim}/o${i}`;
  const official = draft.random.chance(0.2);
  draft.sources.push({ id, kind: 'Person', official, partOf: null });
  return say(draft, id, official);
}

/**
 * Originator i may be originator j, or may rely on it. Every originator but the first has at most one such
 * link.
 */
function link(draft: Draft, i: number, j: number): void {
  const { claim, random, relying, identities, reliances } = draft;
  if (random.chance(0.5) && !relying.has(j)) {
    const [a, b] = [`${claim}/o${j}`, `${claim}/o${i}`];
    const question = `Is ${a} the same as ${b}?`;
    identities.push({ id: `${claim}/same${i}`, a, b, kind: 'identity', question });
    return;
  }
  relying.add(i);
  reliances.push(
    reliance(`${claim}/open${i}`, `${claim}/s${i}`, `${claim}/s${j}`, { certainty: 'possible' }),
  );
}

function outlet(draft: Draft): string {
  const { random, outlets, taken } = draft;
  let i = random.between(0, outlets - 1);
  while (taken.has(i)) i = (i + 1) % outlets;
  taken.add(i);
  return `outlet${i}`;
}

/** An outlet passes on what another statement says. */
function relay(draft: Draft, upper: string): string {
  const id = say(draft, outlet(draft));
  const certainty = draft.random.chance(0.8) ? 'explicit' : 'implied';
  draft.reliances.push(reliance(`${id}>`, id, upper, { certainty }));
  return id;
}

/** Two outlets print the same words: one from the other or both from the origin, all within its following. */
function copyEachOther(draft: Draft, origin: string): void {
  const [a, b] = [say(draft, outlet(draft)), say(draft, outlet(draft))];
  const group = `${draft.claim}/copied`;
  const option = (n: number, from: string, to: string): Reliance =>
    reliance(`${group}${n}/${from}`, from, to, { certainty: 'possible', alternative: { group, option: n } });
  draft.reliances.push(
    option(1, a, b),
    option(1, b, origin),
    option(2, b, a),
    option(2, a, origin),
    option(3, a, origin),
    option(3, b, origin),
  );
}

/**
 * Three outlets, each on the word of the next: nothing carries them. They cite outlets, not statements, as
 * the graph keeps circles.
 */
function citeEachOther(draft: Draft): void {
  const members = [outlet(draft), outlet(draft), outlet(draft)];
  members.forEach((member, i) => {
    const id = say(draft, member);
    draft.reliances.push(reliance(`${id}>`, id, members[(i + 1) % 3] ?? '', {}));
  });
}

function reliance(id: string, from: string, to: string, rest: Partial<Reliance>): Reliance {
  return { id, from, to, certainty: 'explicit', claims: null, alternative: null, question: null, ...rest };
}
