import { describe, expect, it } from 'vitest';
import { assessAll } from '../../src/corroborate/assess.ts';
import { cascades, gatherCascades } from '../../src/simulate/cascades.ts';

const SCALE = { seed: 7, statements: 6_000 };

describe('simulated cascades', () => {
  const { evidence, truth } = gatherCascades(SCALE);

  it('are assessed as they were made', () => {
    for (const [claim, found] of assessAll(evidence)) {
      const made = truth.get(claim);
      expect([claim, found.independentMin, found.independentMax]).toEqual([claim, ...(made?.kappa ?? [])]);
      expect(found.exact).toBe(true);
      expect(found.questions.length).toBe(made?.questions);
      expect(found.circular.some(({ kind }) => kind === 'ungrounded')).toBe(made?.ring);
    }
  });

  it('are the same for the same seed, and others for another', () => {
    expect([...cascades({ ...SCALE, statements: 500 })]).toEqual([
      ...cascades({ ...SCALE, statements: 500 }),
    ]);
    expect([...cascades({ ...SCALE, statements: 500 })]).not.toEqual([
      ...cascades({ seed: 8, statements: 500 }),
    ]);
  });

  it('are of the announced kind: a fifth with questions, one in a hundred with a ring, five to ten statements a claim', () => {
    const all = [...truth.values()];
    const share = (passes: (t: (typeof all)[number]) => boolean): number =>
      all.filter(passes).length / all.length;
    expect(share(({ questions }) => questions > 0)).toBeGreaterThan(0.15);
    expect(share(({ questions }) => questions > 0)).toBeLessThan(0.25);
    expect(share(({ ring }) => ring)).toBeGreaterThan(0.001);
    expect(share(({ ring }) => ring)).toBeLessThan(0.03);
    expect(Math.max(...all.map(({ questions }) => questions))).toBe(6);
    expect(evidence.statements.size / evidence.claims.size).toBeGreaterThan(5);
    expect(evidence.statements.size / evidence.claims.size).toBeLessThan(10);
  });

  it('name only sources and statements that there are', () => {
    const known = (id: string): boolean => evidence.sources.has(id) || evidence.statements.has(id);
    expect(evidence.reliances.every(({ from, to }) => known(from) && known(to))).toBe(true);
    expect(evidence.identities.every(({ a, b }) => known(a) && known(b))).toBe(true);
    expect(new Set(evidence.reliances.map(({ id }) => id)).size).toBe(evidence.reliances.length);
  });
});
