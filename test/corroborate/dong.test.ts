import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { assess } from '../../src/corroborate/assess.ts';
import type { Evidence, EvidenceStatement, Reliance } from '../../src/corroborate/types.ts';

type Example = {
  researchers: string[];
  values: Record<string, string[]>;
  true: Record<string, string>;
  relays: [string, string][];
  kappa: Record<string, Record<string, number>>;
};

const EXAMPLE = JSON.parse(
  readFileSync(new URL('../fixtures/dong-relays.json', import.meta.url), 'utf8'),
) as Example;

/**
 * Every affiliation that a source gives is a claim of its own; a copier relies on the original for values
 * that it shares with it.
 */
function affiliations({ researchers, values, relays }: Example): Evidence {
  const statements: EvidenceStatement[] = [];
  const reliances: Reliance[] = [];
  for (const [source, given] of Object.entries(values)) {
    researchers.forEach((researcher, i) => {
      const claim = `${researcher} ${given[i]}`;
      const id = `${source} on ${claim}`;
      statements.push({
        id,
        source,
        act: 'CLAIMED',
        provisional: false,
        retracts: [],
        claims: [{ id: claim, stance: 'asserts', factuality: 'CT+' }],
        mentions: [{ article: source, claims: [claim], via: null }],
      });
      for (const [original, copier] of relays) {
        if (copier !== source || values[original]?.[i] !== given[i]) continue;
        const to = `${original} on ${claim}`;
        reliances.push({
          id: `${id} copied`,
          from: id,
          to,
          certainty: 'explicit',
          claims: null,
          alternative: null,
          question: null,
        });
      }
    });
  }
  const claims = new Set(statements.flatMap((s) => s.claims.map(({ id }) => id)));
  return {
    sources: new Map(Object.keys(values).map((id) => [id, { id, official: false, partOf: null }])),
    statements: new Map(statements.map((s) => [s.id, s])),
    reliances,
    identities: [],
    notSame: [],
    claims: new Map([...claims].map((id) => [id, { id }])),
    relations: [],
    reuse: [],
  };
}

describe("Dong, Berti-Équille and Srivastava's five sources on five researchers", () => {
  const evidence = affiliations(EXAMPLE);
  const kappa = (researcher: string, value: string): number =>
    assess(evidence, `${researcher} ${value}`).independentMax;

  it('counts each value by its independent chains over the declared relays', () => {
    for (const [researcher, counts] of Object.entries(EXAMPLE.kappa)) {
      for (const [value, count] of Object.entries(counts))
        expect([value, kappa(researcher, value)]).toEqual([value, count]);
    }
  });

  it('gives every true value the lead or a tie', () => {
    for (const [researcher, value] of Object.entries(EXAMPLE.true)) {
      const others = Object.keys(EXAMPLE.kappa[researcher] ?? {}).map((other) => kappa(researcher, other));
      expect(kappa(researcher, value)).toBe(Math.max(...others));
    }
  });
});
