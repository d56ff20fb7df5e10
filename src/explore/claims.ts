/** The claim list: filtered, in order, a page at a time. */

import { type Assessment, STATUSES } from '../corroborate/types.ts';
import type { ClaimNode } from '../graph/types.ts';
import { harmless } from '../text/harmless.ts';
import type { ClaimPage, ClaimQuery, ClaimRow, Filter, Order } from './api/claims.ts';
import type { ClaimFacts } from './facts.ts';
import type { State } from './state.ts';

interface Candidate {
  readonly claim: ClaimNode;
  readonly assessment: Assessment;
  readonly facts: ClaimFacts;
}

/** O(claims), and what sorting those that pass costs. */
export function claimPage(state: State, { filter, order, offset, limit }: ClaimQuery): ClaimPage {
  const found = passing(state, filter).sort(comparing(order));
  const rows = found.slice(offset, offset + limit).map((c) => rowOf(state, c.claim.id));
  const next = offset + rows.length;
  return {
    total: found.length,
    offset,
    rows: rows.filter((row) => row !== null),
    next: rows.length > 0 && next < found.length ? next : null,
  };
}

/** Ids of the claims that pass a filter, in the graph's order. */
export const claimsPassing = (state: State, filter: Filter): readonly string[] =>
  passing(state, filter).map(({ claim }) => claim.id);

function passing(state: State, filter: Filter): Candidate[] {
  const passes = predicate(filter);
  const found: Candidate[] = [];
  for (const [id, facts] of state.facts()) {
    const claim = state.graph.claims.get(id);
    const assessment = state.assessments.get(id);
    if (claim && assessment && passes({ claim, assessment, facts })) found.push({ claim, assessment, facts });
  }
  return found;
}

function predicate(filter: Filter): (candidate: Candidate) => boolean {
  const words = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
  const status = anyOf(filter.status);
  const kind = anyOf(filter.kind);
  const act = anyOf(filter.act);
  const outlet = anyOf(filter.outlet);
  return ({ claim, assessment, facts }) =>
    status([assessment.status]) &&
    kind(facts.involved.map((s) => s.kind)) &&
    act([...facts.acts]) &&
    outlet(facts.articles.flatMap((a) => a.publishedBy ?? [])) &&
    (!filter.official || facts.involved.some((s) => s.official)) &&
    (!filter.unnamed || facts.involved.some((s) => !s.named)) &&
    (filter.from === null || (facts.last !== null && facts.last >= filter.from)) &&
    (filter.to === null || (facts.first !== null && facts.first <= filter.to)) &&
    (words.length === 0 || holdsAll(claim, facts, words));
}

/** Whether some value is wanted; where none is asked for, all are. */
function anyOf<T>(wanted: readonly T[]): (values: readonly T[]) => boolean {
  const set = new Set(wanted);
  return (values) => set.size === 0 || values.some((value) => set.has(value));
}

function holdsAll(claim: ClaimNode, facts: ClaimFacts, words: readonly string[]): boolean {
  const names = facts.involved.flatMap((s) => [s.name, ...s.aliases]);
  const text = [claim.text, ...names].join(' ').toLowerCase();
  return words.every((word) => text.includes(word));
}

/** Equal ones stand in the graph's order. */
function comparing(order: Order): (a: Candidate, b: Candidate) => number {
  const most = (of: (c: Candidate) => number) => (a: Candidate, b: Candidate) => of(b) - of(a);
  const weight = most((c) => c.facts.speakers.length * 2 + Number(c.claim.occurrence));
  switch (order) {
    case 'weight':
      return weight;
    case 'status':
      return (a, b) =>
        STATUSES.indexOf(a.assessment.status) - STATUSES.indexOf(b.assessment.status) || weight(a, b);
    case 'recent':
      return (a, b) => alphabetical(b.facts.last ?? '', a.facts.last ?? '') || weight(a, b);
    case 'carriers':
      return most((c) => c.assessment.carriers);
    case 'text':
      return (a, b) => alphabetical(a.claim.text, b.claim.text);
  }
}

const alphabetical = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** One line of the list; null where there is no such claim. */
export function rowOf(state: State, id: string): ClaimRow | null {
  const { graph, assessments, index, timescale } = state;
  const claim = graph.claims.get(id);
  const a = assessments.get(id);
  const facts = state.facts().get(id);
  if (!claim || !a || !facts) return null;
  const { timeline, binOf } = timescale();
  const sparkline = new Array<number>(timeline.bins.length).fill(0);
  for (const { publishedOn } of facts.articles) {
    const bin = binOf(publishedOn);
    if (bin >= 0) sparkline[bin] = (sparkline[bin] ?? 0) + 1;
  }
  return {
    id,
    short: index().short.get(id) ?? id,
    text: harmless(claim.text),
    status: a.status,
    independentMin: a.independentMin,
    independentMax: a.independentMax,
    denialMax: a.denial.independentMax,
    officiallyConfirmed: a.officiallyConfirmed,
    carriers: a.carriers,
    sources: facts.speakers.length,
    questions: a.questions.filter((q) => q.pivotal).length,
    sparkline,
    first: facts.first,
    last: facts.last,
    detailOf:
      index()
        .relationsFrom.get(id)
        ?.find((r) => r.kind === 'DETAIL_OF')?.to ?? null,
  };
}
