import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mapSome } from '../../src/extract/some.ts';

describe('working on some at once', () => {
  it('gives results in the order of the items, whatever ends first, and never has more under way', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(3)), fc.integer({ min: 1, max: 4 }), async (turns, atOnce) => {
        let underWay = 0;
        let most = 0;
        const results = await mapSome(turns, atOnce, async (n) => {
          most = Math.max(most, ++underWay);
          for (let k = 0; k < n; k++) await Promise.resolve();
          underWay--;
          return n;
        });
        expect(results).toEqual(turns);
        expect(most).toBeLessThanOrEqual(atOnce);
      }),
    );
  });

  it('fails as the work fails', async () => {
    await expect(
      mapSome([1, 2, 3], 2, async (n) => (n === 2 ? Promise.reject(new Error('two')) : n)),
    ).rejects.toThrow('two');
  });
});
