import { describe, expect, it } from 'vitest';
import { partition } from '../../src/graph/classes.ts';
import { link } from '../support/readings.ts';

const items = ['a', 'b', 'c', 'd'];
const classes = (...args: Parameters<typeof partition>) => [...partition(...args).members.values()];

describe('gathering mentions into classes', () => {
  it('follows certain and probable links, not possible ones', () => {
    const links = [
      link('source', 'a', 'b'),
      link('source', 'b', 'c', 'probable'),
      link('source', 'c', 'd', 'possible'),
    ];
    expect(classes(items, links)).toEqual([['a', 'b', 'c'], ['d']]);
  });

  it('lets a rejected link win over a chain of others', () => {
    const links = [
      link('source', 'a', 'b', 'probable'),
      link('source', 'b', 'c', 'certain'),
      link('source', 'a', 'c', 'rejected'),
    ];
    expect(classes(items, links)).toEqual([['a'], ['b', 'c'], ['d']]);
  });

  it('takes the likelier of two links that exclude each other', () => {
    const one = link('claim', 'a', 'b', 'probable');
    const other = { ...link('claim', 'b', 'c', 'probable'), score: 2 };
    const apart = link('claim', 'a', 'c', 'rejected');
    expect(classes(items, [one, other, apart])).toEqual([['a'], ['b', 'c'], ['d']]);
    expect(classes(items, [{ ...one, score: 3 }, other, apart])).toEqual([['a', 'b'], ['c'], ['d']]);
  });

  it('lets "same" of an analyst win over a rejected link, and "not same" over everything', () => {
    const rejected = [link('source', 'a', 'b', 'rejected')];
    expect(classes(items, rejected, [{ a: 'a', b: 'b', same: true }])).toContainEqual(['a', 'b']);
    const certain = [link('source', 'a', 'b'), link('source', 'b', 'c')];
    expect(classes(items, certain, [{ a: 'a', b: 'c', same: false }])).toEqual([['a', 'b'], ['c'], ['d']]);
  });

  it('makes whole classes one where an analyst says that they are, but for what an analyst set apart', () => {
    const links = [
      link('claim', 'a', 'b', 'probable'),
      link('claim', 'c', 'd', 'probable'),
      link('claim', 'a', 'd', 'rejected'),
      link('claim', 'b', 'd', 'rejected'),
    ];
    const same = { a: 'b', b: 'c', same: true };
    for (const bond of [0, 0.6]) {
      expect(classes(items, links, [], bond)).toEqual([
        ['a', 'b'],
        ['c', 'd'],
      ]);
      expect(classes(items, links, [same], bond)).toEqual([items]);
      expect(classes(items, links, [same, { a: 'a', b: 'c', same: false }], bond)).toEqual([
        ['a'],
        ['b', 'c', 'd'],
      ]);
    }
  });

  it('holds the newer of two verdicts on one pair', () => {
    const verdicts = [
      { a: 'a', b: 'b', same: false },
      { a: 'b', b: 'a', same: true },
    ];
    expect(classes(items, [], verdicts)).toContainEqual(['a', 'b']);
    expect(classes(items, [], verdicts.toReversed())).toContainEqual(['a']);
  });

  it('lets no chain of links grow where classes must hold together', () => {
    const chain = ['a', 'b', 'c', 'd', 'e', 'f'];
    const links = chain.slice(1).map((b, i) => link('claim', chain[i]!, b, 'probable'));
    expect(classes(chain, links)).toEqual([chain]);
    expect(classes(chain, links, [], 0.5).length).toBeGreaterThan(1);
    const all = chain.flatMap((a, i) => chain.slice(i + 1).map((b) => link('claim', a, b, 'probable')));
    expect(classes(chain, all, [], 0.5)).toEqual([chain]);
    expect(classes(chain, links.toReversed(), [], 0.5)).toEqual(classes(chain, links, [], 0.5));
  });

  it('passes over links to what is not there', () => {
    expect(classes(['a'], [link('source', 'a', 'z'), link('source', 'y', 'z', 'rejected')])).toEqual([['a']]);
  });

  it('keeps the reason of the link that put a member in its class', () => {
    const found = partition(items, [link('source', 'a', 'b', 'certain', 'one name')]);
    expect([found.of('b'), found.reasons.get('b'), found.reasons.get('a')]).toEqual([
      'a',
      'one name',
      undefined,
    ]);
  });
});
