import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { STATUSES } from '../../../src/corroborate/types.ts';
import { NO_FILTER, ORDERS } from '../../../src/explore/api/claims.ts';
import { NODE_KINDS } from '../../../src/explore/api/network.ts';
import { fromAddress, toAddress } from '../../../src/explore/client/address.ts';
import {
  isStep,
  openClaim,
  pathEnd,
  pick,
  START,
  type State,
  VIEWS,
} from '../../../src/explore/client/state.ts';
import { ACTS } from '../../../src/extract/types.ts';
import { SOURCE_KINDS } from '../../../src/resolve/types.ts';

const id = fc.option(fc.stringMatching(/^[a-z]{2,4}-[0-9a-f]{6}$/), { nil: null });
const day = fc.option(
  fc
    .date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true })
    .map((d) => d.toISOString().slice(0, 10)),
  { nil: null },
);
const ids = fc.uniqueArray(fc.stringMatching(/^[a-z]{2,4}-[0-9a-f]{6}$/), { maxLength: 5 });
const anyState: fc.Arbitrary<State> = fc.record({
  view: fc.constantFrom(...VIEWS),
  claim: id,
  picked: id,
  article: id,
  mention: id,
  filter: fc.record({
    text: fc.string({ maxLength: 40, unit: 'grapheme' }),
    status: fc.subarray([...STATUSES]),
    kind: fc.subarray([...SOURCE_KINDS]),
    act: fc.subarray([...ACTS]),
    outlet: ids,
    official: fc.boolean(),
    unnamed: fc.boolean(),
    from: day,
    to: day,
  }),
  order: fc.constantFrom(...ORDERS),
  kinds: fc.subarray([...NODE_KINDS]),
  path: ids.map((x) => x.slice(0, 2)),
  expanded: ids,
});

describe('address', () => {
  it('says nothing of the start', () => {
    expect(toAddress(START)).toBe('');
    expect(fromAddress('')).toEqual(START);
  });

  it('gives back every state that it was made from', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        expect(fromAddress(`#${toAddress(state)}`)).toEqual(state);
      }),
    );
  });

  it('reads anything as some state', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const state = fromAddress(text);
        expect(fromAddress(toAddress(state))).toEqual(state);
      }),
    );
    expect(fromAddress('#view=admin&status=true,denied&from=yesterday&order=%00')).toEqual({
      ...START,
      filter: { ...NO_FILTER, status: ['denied'] },
    });
  });
});

describe('state', () => {
  it('lets go of what is picked twice', () => {
    expect(pick(pick(START, 'a'), 'a')).toEqual(START);
    expect(pick(pick(START, 'a'), 'b').picked).toBe('b');
  });

  it('begins a path with the first node, ends it with the second, begins anew with the third', () => {
    const one = pathEnd(START, 'a');
    const two = pathEnd(one, 'b');
    const three = pathEnd(two, 'c');
    expect([one.path, two.path, three.path]).toEqual([['a'], ['a', 'b'], ['c']]);
  });

  it('keeps a step for the Back button where another thing is opened, not where one is picked', () => {
    expect(isStep(START, openClaim(START, 'cl-1'))).toBe(true);
    expect(isStep(START, pick(START, 'a'))).toBe(false);
  });
});
