/** What queries shall answer, computed from the evidence by plain search. */

import { indexEvidence } from '../../src/corroborate/evidence.ts';
import type { Evidence, EvidenceStatement } from '../../src/corroborate/types.ts';
import { upstream } from '../../src/corroborate/upstream.ts';

/** Who takes a claim from whom where every open question is answered with no. */
function flow(evidence: Evidence, claim: string) {
  const rests = upstream(indexEvidence(evidence), claim, 'support');
  const next = new Map<number, Set<number>>();
  const entries = new Set<number>();
  const speak = new Set(rests.acts.slice(0, rests.counted).map((a) => a.source));
  for (const act of rests.acts) {
    const bases = act.bases.filter((b) => b.reliance.certainty !== 'possible');
    if (bases.length === 0 && (act.statement !== null || !speak.has(act.source))) entries.add(act.source);
    for (const { source } of bases)
      if (source !== act.source) next.set(source, (next.get(source) ?? new Set()).add(act.source));
  }
  return { rests, next, entries };
}

/** Every simple chain from a root to a source that says the claim in its own right, as ids joined by spaces, sorted. */
export function simpleChains(evidence: Evidence, claim: string): string[] {
  const { rests, next, entries } = flow(evidence, claim);
  const asserting = new Set(rests.asserting);
  const found: string[] = [];
  const walk = (chain: readonly number[]) => {
    const last = chain.at(-1) ?? -1;
    if (asserting.has(last)) found.push(chain.map((v) => rests.sources[v]).join(' '));
    for (const v of next.get(last) ?? []) if (!chain.includes(v)) walk([...chain, v]);
  };
  for (const root of entries) walk([root]);
  return found.sort();
}

/** Sources that take the claim from each other in a circle, sorted. */
export function inCircles(evidence: Evidence, claim: string): string[] {
  const { rests, next } = flow(evidence, claim);
  const reaches = (from: number, to: number): boolean => {
    const seen = new Set<number>();
    const todo = [...(next.get(from) ?? [])];
    for (let at = todo.pop(); at !== undefined; at = todo.pop()) {
      if (at === to) return true;
      if (seen.has(at)) continue;
      seen.add(at);
      todo.push(...(next.get(at) ?? []));
    }
    return false;
  };
  return rests.sources.filter((_, v) => reaches(v, v));
}

/** Statements on the claim with a source, first said first. */
export function inOrder(
  evidence: Evidence,
  claim: string,
  dayOf: (statement: string) => string | null,
): string[] {
  const on = (s: EvidenceStatement) => s.source !== null && s.claims.some((c) => c.id === claim);
  const key = (id: string) => `${dayOf(id) ?? '9999'} ${id}`;
  return [...evidence.statements.values()]
    .filter(on)
    .map((s) => s.id)
    .sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
