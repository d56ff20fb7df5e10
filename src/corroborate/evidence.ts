import type { ClaimRelation } from '../resolve/types.ts';
import { equivalence } from './equivalence.ts';
import type { Evidence, EvidenceStatement, OpenIdentity, Reliance } from './types.ts';

/**
 * Evidence looked up by what it touches. Everything that is asked of one claim is found without looking at
 * another.
 */
export interface EvidenceIndex {
  readonly evidence: Evidence;
  /** Statements that carry the claim, whatever their stance, the article's own voice included. */
  readonly statementsOf: ReadonlyMap<string, readonly EvidenceStatement[]>;
  /** By the statement or source that relies; reliances on nothing known are left out. */
  readonly reliancesOf: ReadonlyMap<string, readonly Reliance[]>;
  readonly retracted: ReadonlySet<string>;
  /** Text reuse of unknown direction: for every group its reliances. */
  readonly alternatives: ReadonlyMap<string, readonly Reliance[]>;
  /** Component of the open-identity graph, by source. */
  readonly kinOf: ReadonlyMap<string, Kin>;
  /** What stands for the organisation (sources joined by PART_OF), by source that belongs to one. */
  readonly organisationOf: ReadonlyMap<string, string>;
  readonly relationsOf: ReadonlyMap<string, readonly Relation[]>;
  readonly reuseOf: ReadonlyMap<string, readonly ArticlePair[]>;
  /** Articles that share text on whatever they say, by either of them. */
  readonly copiesOf: ReadonlyMap<string, readonly ArticlePair[]>;
}

/** Sources that open identities join, and what is said of their being the same. */
export interface Kin {
  readonly members: readonly string[];
  readonly identities: readonly OpenIdentity[];
  readonly notSame: readonly (readonly [string, string])[];
}

type Relation = { readonly from: string; readonly to: string; readonly kind: ClaimRelation };
type ArticlePair = { readonly from: string; readonly to: string };

/** O(size of the evidence), but for sorting the few reliances of one statement. */
export function indexEvidence(evidence: Evidence): EvidenceIndex {
  const statementsOf = new Map<string, EvidenceStatement[]>();
  const retracted = new Set<string>();
  for (const statement of evidence.statements.values()) {
    for (const claim of new Set(statement.claims.map(({ id }) => id))) gather(statementsOf, claim, statement);
    for (const id of statement.retracts) retracted.add(id);
  }
  const reliancesOf = new Map<string, Reliance[]>();
  const alternatives = new Map<string, Reliance[]>();
  for (const reliance of evidence.reliances) {
    if (!evidence.sources.has(reliance.to) && !evidence.statements.get(reliance.to)?.source) continue;
    gather(reliancesOf, reliance.from, reliance);
    if (reliance.alternative !== null) gather(alternatives, reliance.alternative.group, reliance);
  }
  const relationsOf = new Map<string, Relation[]>();
  for (const relation of evidence.relations) {
    gather(relationsOf, relation.from, relation);
    gather(relationsOf, relation.to, relation);
  }
  const reuseOf = new Map<string, ArticlePair[]>();
  const copiesOf = new Map<string, ArticlePair[]>();
  for (const reuse of evidence.reuse) {
    if (reuse.claims === null) {
      gather(copiesOf, reuse.from, reuse);
      gather(copiesOf, reuse.to, reuse);
    } else {
      for (const claim of reuse.claims) gather(reuseOf, claim, reuse);
    }
  }
  return {
    evidence,
    statementsOf,
    reliancesOf,
    retracted,
    alternatives,
    kinOf: kinships(evidence),
    organisationOf: equivalence(parts(evidence)),
    relationsOf,
    reuseOf,
    copiesOf,
  };
}

type Link = EvidenceStatement['claims'][number];
type EvidenceMention = EvidenceStatement['mentions'][number];

/** What a statement says on one claim. */
export interface OnClaim {
  readonly links: readonly Link[];
  readonly mentions: readonly EvidenceMention[];
}

const NOTHING: OnClaim = { links: [], mentions: [] };
const known = new WeakMap<EvidenceStatement, ReadonlyMap<string, OnClaim>>();

/** The links of a statement to a claim, and its mentions of it. Each statement is looked through once, however many claims it makes. */
export function onClaim(statement: EvidenceStatement, claim: string): OnClaim {
  const byClaim = known.get(statement) ?? partsOf(statement);
  known.set(statement, byClaim);
  return byClaim.get(claim) ?? NOTHING;
}

function partsOf({ claims, mentions }: EvidenceStatement): ReadonlyMap<string, OnClaim> {
  const parts = new Map<string, { links: Link[]; mentions: EvidenceMention[] }>();
  const part = (claim: string) => {
    const there = parts.get(claim) ?? { links: [], mentions: [] };
    parts.set(claim, there);
    return there;
  };
  for (const link of claims) part(link.id).links.push(link);
  for (const mention of mentions)
    for (const claim of new Set(mention.claims)) part(claim).mentions.push(mention);
  return parts;
}

function gather<Key, Value>(into: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = into.get(key);
  if (list === undefined) into.set(key, [value]);
  else list.push(value);
}

function kinships(evidence: Evidence): ReadonlyMap<string, Kin> {
  const neighbours = new Map<string, OpenIdentity[]>();
  for (const identity of evidence.identities) {
    if (identity.a === identity.b) continue;
    gather(neighbours, identity.a, identity);
    gather(neighbours, identity.b, identity);
  }
  const kinOf = new Map<
    string,
    { members: string[]; identities: OpenIdentity[]; notSame: (readonly [string, string])[] }
  >();
  for (const start of neighbours.keys()) {
    if (kinOf.has(start)) continue;
    const kin = {
      members: [start],
      identities: [] as OpenIdentity[],
      notSame: [] as (readonly [string, string])[],
    };
    kinOf.set(start, kin);
    for (const member of kin.members) {
      for (const identity of neighbours.get(member) ?? []) {
        if (identity.a === member) kin.identities.push(identity);
        const other = identity.a === member ? identity.b : identity.a;
        if (kinOf.has(other)) continue;
        kinOf.set(other, kin);
        kin.members.push(other);
      }
    }
  }
  for (const pair of evidence.notSame) {
    const kin = kinOf.get(pair[0]);
    if (kin !== undefined && kin === kinOf.get(pair[1])) kin.notSame.push(pair);
  }
  return kinOf;
}

function* parts(evidence: Evidence): Iterable<readonly [string, string]> {
  for (const { id, partOf } of evidence.sources.values()) if (partOf !== null) yield [id, partOf];
}
