import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode } from '../../src/extract/decode.ts';

const TAGS = ['O', 'B-source', 'I-source', 'B-content', 'I-content'];
const logits = (positions: number) =>
  fc.array(fc.double({ min: -6, max: 6, noNaN: true }), {
    minLength: positions * TAGS.length,
    maxLength: positions * TAGS.length,
  });

/** The score of a sequence in which no span goes on before it began, else minus infinity. */
function score(values: readonly number[], path: readonly number[]): number {
  let sum = 0;
  for (let p = 0; p < path.length; p++) {
    const tag = TAGS[path[p]!]!;
    const before = p > 0 ? TAGS[path[p - 1]!]! : 'O';
    if (tag.startsWith('I') && (before === 'O' || before.slice(2) !== tag.slice(2)))
      return Number.NEGATIVE_INFINITY;
    const row = values.slice(p * TAGS.length, (p + 1) * TAGS.length);
    sum += values[p * TAGS.length + path[p]!]! - Math.log(row.reduce((s, v) => s + Math.exp(v), 0));
  }
  return sum;
}

const sequences = (length: number): number[][] =>
  length === 0 ? [[]] : sequences(length - 1).flatMap((rest) => TAGS.map((_, t) => [...rest, t]));

function runsOf(path: readonly number[]): [string, number, number][] {
  const runs: [string, number, number][] = [];
  path.forEach((t, p) => {
    const tag = TAGS[t]!;
    if (tag.startsWith('B')) runs.push([tag.slice(2), p, p + 1]);
    else if (tag.startsWith('I')) runs.at(-1)![2] = p + 1;
  });
  return runs;
}

describe('decoding', () => {
  it('finds the best of all sequences that are allowed', () => {
    const all = sequences(4);
    fc.assert(
      fc.property(logits(4), (values) => {
        const single = [...Float32Array.from(values)];
        const best = Math.max(...all.map((path) => score(single, path)));
        const found = decode(Float32Array.from(values), TAGS, 0, 4).map(({ role, from, to }) => [
          role,
          from,
          to,
        ]);
        const optimal = all.filter((path) => score(single, path) > best - 1e-9).map(runsOf);
        expect(optimal).toContainEqual(found);
      }),
      { numRuns: 100 },
    );
  });

  it('gives runs in order, each with a probability', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }).chain(logits), (values) => {
        const n = values.length / TAGS.length;
        let last = 0;
        for (const run of decode(Float32Array.from(values), TAGS, 0, n)) {
          expect(run.from).toBeGreaterThanOrEqual(last);
          expect(run.to).toBeGreaterThan(run.from);
          expect(run.probability).toBeGreaterThan(0);
          expect(run.probability).toBeLessThanOrEqual(1 + 1e-9);
          last = run.to;
        }
        expect(last).toBeLessThanOrEqual(n);
      }),
    );
  });

  it('finds no fewer runs with a bias towards them', () => {
    const doubtful = Float32Array.from([0.5, 0, 0, 0, 0, 3, 0, 0, 0, 0]);
    expect(decode(doubtful, TAGS, 0, 2)).toEqual([]);
    expect(decode(doubtful, TAGS, 0, 2, 1).length).toBe(1);
  });
});
