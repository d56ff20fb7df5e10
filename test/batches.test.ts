import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ahead, batches } from '../src/batches.ts';

async function* each<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}

describe('batches', () => {
  it('hold all items in order, none more than asked', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer()), fc.integer({ min: 1, max: 9 }), async (items, size) => {
        const found = await all(batches(each(items), size));
        expect(found.flat()).toEqual(items);
        expect(found.slice(0, -1).every((batch) => batch.length === size)).toBe(true);
        expect(found.every((batch) => batch.length > 0)).toBe(true);
      }),
    );
  });
});

describe('working ahead', () => {
  it('answers in the order of the items, however long each takes, and never has more under way', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 12 }),
        fc.integer({ min: 1, max: 4 }),
        async (delays, most) => {
          let [underWay, peak] = [0, 0];
          const work = async (delay: number) => {
            peak = Math.max(peak, ++underWay);
            await sleep(delay);
            underWay--;
            return delay;
          };
          expect(await all(ahead(each(delays), () => most, work))).toEqual(delays);
          expect(peak).toBe(Math.min(most, delays.length));
        },
      ),
      { numRuns: 30 },
    );
  });

  it('gives what comes before the first failure, then fails', async () => {
    const found: number[] = [];
    const work = async (n: number) => {
      if (n > 2) throw new Error(`no ${n}`);
      await sleep(5);
      return n;
    };
    const run = async () => {
      for await (const n of ahead(each([1, 2, 3, 4]), () => 4, work)) found.push(n);
    };
    await expect(run()).rejects.toThrow('no 3');
    expect(found).toEqual([1, 2]);
  });
});
