import { describe, expect, it } from 'vitest';
import { describeClaim } from '../../src/graph/merge.ts';
import type { LocalClaim } from '../../src/resolve/types.ts';

const claim = (text: string, content: readonly string[]): LocalClaim => ({
  id: text,
  text,
  occurrence: false,
  event: null,
  places: [],
  features: {
    heads: [],
    entities: [],
    content,
    circumstances: [],
    subject: [],
    passive: false,
    quantities: [],
    negated: false,
    prospective: false,
    quotation: null,
  },
  wordings: [],
});

const textOf = (...members: readonly LocalClaim[]): string => describeClaim(members, () => undefined).text;

describe('the words of a claim that several articles tell', () => {
  it('are the wording most like the others, neither a scrap nor the longest', () => {
    const scrap = claim('A landing', ['land']);
    const usual = claim('Four planes landed at the cape', ['cape', 'land', 'plane']);
    const long = claim('Four grey planes landed at night at the cape', [
      'cape',
      'grey',
      'land',
      'night',
      'plane',
    ]);
    expect(textOf(scrap, usual, long)).toBe(usual.text);
  });

  it('do not begin with a pronoun where a wording can be read by itself', () => {
    const bound = claim('They landed at the cape', ['cape', 'land']);
    const free = claim('Planes came down at the cape', ['cape', 'come', 'plane']);
    expect(textOf(bound, bound, free)).toBe(free.text);
    expect(textOf(bound)).toBe(bound.text);
  });

  it('do not depend on the order of the articles', () => {
    const members = [
      claim('Planes landed', ['land', 'plane']),
      claim('Planes touched down', ['plane', 'touch']),
    ];
    expect(textOf(...members)).toBe(textOf(...members.toReversed()));
  });
});
