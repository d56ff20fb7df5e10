import { describe, expect, it } from 'vitest';
import { assessed } from '../src/commands/graph.ts';
import {
  answering,
  decision,
  decisionWords,
  lookUp,
  lookUpSource,
  references,
  sameness,
} from '../src/decide.ts';
import { changes } from '../src/report/change.ts';
import { goldGraph } from './support/gold-graph.ts';

const graph = goldGraph('03-border-clash');
const refs = references(graph);
const named = (name: string) => [...graph.sources.values()].find((s) => s.name.startsWith(name))!;

describe('answers become decisions', () => {
  it('who copied from whom: one, the other, or both from a third', () => {
    const { assessments } = assessed(graph);
    const question = [...assessments.values()].flatMap((a) => a.questions).find((q) => q.kind === 'reuse')!;
    const bodies = ['1', '2', '3'].map((answer) => answering(graph, question, answer));
    expect(new Set(bodies.map((b) => decisionWords(b, refs, graph)))).toEqual(
      new Set([
        '04-moatwatch.txt copied from 06-sarn-live.txt',
        '06-sarn-live.txt copied from 04-moatwatch.txt',
        expect.stringContaining('copied from a third text'),
      ]),
    );
    expect(() => answering(graph, question, 'yes')).toThrow(/“yes” is no answer to/);
  });

  it('identity and reliance: yes or no', () => {
    const founding = goldGraph('00-founding');
    const { assessments } = assessed(founding);
    const questions = [...assessments.values()].flatMap((a) => a.questions);
    const kinds = (answer: string) => new Set(questions.map((q) => answering(founding, q, answer).kind));
    expect(kinds('yes')).toEqual(new Set(['same', 'relies']));
    expect(kinds('no')).toEqual(new Set(['not-same', 'not-relies']));
  });
});

describe('ids', () => {
  it('are looked up by an unambiguous beginning, among the kinds that fit', () => {
    const brigade = named('7th Border Brigade');
    expect(lookUp(refs, brigade.id.slice(0, 12), ['source'])).toMatchObject({
      id: brigade.id,
      kind: 'source',
    });
    expect(() => lookUp(refs, brigade.id, ['claim'])).toThrow(/nothing here has the id/);
    expect(() => lookUp(refs, 'src-', ['source'])).toThrow(/fits \d+ ids .*/);
  });

  it('of sources give way to full names, where only one source has the name', () => {
    const brigade = named('7th Border Brigade');
    expect(lookUpSource(refs, graph, `${brigade.name.toLowerCase()} `)).toMatchObject({ id: brigade.id });
    expect(lookUpSource(refs, graph, brigade.id)).toMatchObject({ id: brigade.id });
    expect(() => lookUpSource(refs, graph, '7th')).toThrow(/nothing here has the id/);
    const [one, other] = [...graph.sources.values()];
    const twins = {
      ...graph,
      sources: new Map([one!, { ...other!, name: one!.name }].map((s) => [s.id, s])),
    };
    expect(() => lookUpSource(references(twins), twins, one!.name)).toThrow(/is the name of 2 sources/);
  });

  it('pairs are of one kind, and two', () => {
    const [a, b] = [refs.get(named('7th').id)!, refs.get(named('General staff').id)!];
    expect(sameness('same', a, b)).toEqual({ kind: 'same', of: 'source', a: a.id, b: b.id });
    expect(() => sameness('same', a, a)).toThrow(/given twice/);
    const claim = refs.get([...graph.claims.keys()][0]!)!;
    expect(() => sameness('not-same', a, claim)).toThrow(/is a source, cl-\w+ a claim/);
  });
});

describe('a decision', () => {
  it('has an id of its own', () => {
    const body = { kind: 'rate', source: named('7th').id, reliability: 'B' } as const;
    const one = decision(body, 'Ada', '2025-01-01T00:00:00.000Z', null);
    expect(decision(body, 'Ada', '2025-01-01T00:00:00.000Z', null)).toEqual(one);
    expect(decision(body, 'Bob', '2025-01-01T00:00:00.000Z', null).id).not.toBe(one.id);
  });

  it('says what it means even where its ids are gone', () => {
    expect(decisionWords({ kind: 'reject', mention: 'm0000' }, refs, graph)).toBe('m0000 is no attribution');
    expect(decisionWords({ kind: 'official', source: named('7th').id, official: false }, refs, graph)).toBe(
      '7th Border Brigade of Keldavia is no official source',
    );
  });
});

describe('what changed', () => {
  it('is nothing between a graph and itself, and every claim against none', () => {
    const now = assessed(graph);
    expect(changes(now, now)).toEqual([]);
    const before = { graph: { ...graph, claims: new Map() }, assessments: new Map() };
    expect(changes(before, now)).toHaveLength(graph.claims.size);
  });
});
