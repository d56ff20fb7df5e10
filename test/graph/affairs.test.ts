import { describe, expect, it } from 'vitest';
import { affairsOf, decidedPairs, namedBy } from '../../src/graph/affairs.ts';
import { buildGraph } from '../../src/graph/build.ts';
import { isOutletId } from '../../src/graph/outlets.ts';
import type { Decision, DecisionBody } from '../../src/graph/types.ts';
import { uniteNodes } from '../../src/graph/unite.ts';
import { claim, entry, link, local, NO_DECISIONS, reliance, source } from '../support/readings.ts';

const outlet = (article: string, name: string, at = 90) => source(article, name, at, { kind: 'Outlet' });
const decide = (...bodies: readonly DecisionBody[]): Decision[] =>
  bodies.map((body, i) => ({ id: `d${i}`, at: `2030-02-0${i + 1}T00:00:00Z`, by: 'Ada', note: null, body }));

/** One article in which an outlet of some name says one thing. */
const by = (article: string, name: string, says = `claim of ${article}`) =>
  entry(article, [{ by: name, claims: [says] }], { sources: [outlet(article, name, 0)] });

describe('affairs', () => {
  it('are the articles that pairs connect, whatever the order', () => {
    const pairs = [
      ['b', 'd'],
      ['c', 'gone'],
      ['d', 'a'],
    ] as const;
    expect(affairsOf(['d', 'c', 'b', 'a'], pairs)).toEqual([['a', 'b', 'd'], ['c']]);
    expect(affairsOf(['a', 'b', 'c', 'd'], pairs.toReversed())).toEqual([['a', 'b', 'd'], ['c']]);
  });

  it('are brought together by decisions, but not by outlets that stand everywhere', () => {
    const body: DecisionBody = { kind: 'same', of: 'source', a: 'm1', b: 'src-o2' };
    expect(namedBy(body)).toEqual(['m1']);
    const same: DecisionBody = { kind: 'same', of: 'source', a: 'm1', b: 'm2' };
    expect(decidedPairs([same], (id) => [`article of ${id}`])).toEqual([['article of m1', 'article of m2']]);
  });
});

describe('an outlet of a full name', () => {
  it('is one source in affairs that have nothing else in common', () => {
    const graph = buildGraph({
      entries: [by('a', 'The Salm Courier'), by('b', 'Salm Courier'), by('c', 'The Salm Courier')],
      joined: [],
      decisions: [],
    });
    const [only, ...others] = graph.sources.values();
    expect(others).toEqual([]);
    expect(only).toMatchObject({ name: 'The Salm Courier', aliases: ['Salm Courier'], kind: 'Outlet' });
    expect(isOutletId(only!.id)).toBe(true);
    expect(only!.mentions.map((m) => m.article)).toEqual(['a', 'b', 'c']);
    expect(new Set([...graph.statements.values()].map((s) => s.source))).toEqual(new Set([only!.id]));
  });

  it('keeps its id whatever else is read', () => {
    const ids = (...articles: readonly string[]) => [
      ...buildGraph({
        entries: articles.map((a) => by(a, 'Salm Courier')),
        joined: [],
        decisions: [],
      }).sources.keys(),
    ];
    expect(ids('a')).toEqual(ids('b', 'c', 'd'));
  });

  it('is not the one of another country, nor a person of that name', () => {
    const abroad = by('b', 'Daily News');
    const graph = buildGraph({
      entries: [
        by('a', 'Daily News'),
        {
          ...abroad,
          reading: { ...abroad.reading, sources: [{ ...outlet('b', 'Daily News', 0), country: 'Ardia' }] },
        },
        entry('c', [{ by: 'Daily News', claims: ['x'] }]),
      ],
      joined: [],
      decisions: [],
    });
    expect(graph.sources.size).toBe(3);
  });

  it('is what an analyst says it is, in every affair', () => {
    const entries = [by('a', 'Salm Courier'), by('b', 'SCO'), by('c', 'SCO'), by('d', 'Salm Courier')];
    const graph = buildGraph({ entries, joined: [], decisions: [] });
    const [x = '', y = ''] = graph.sources.keys();
    const one = buildGraph({
      entries,
      joined: [],
      decisions: decide({ kind: 'same', of: 'source', a: x, b: y }),
    });
    expect(one.sources.size).toBe(1);
    const two = buildGraph({
      entries,
      joined: [],
      decisions: decide(
        { kind: 'same', of: 'source', a: x, b: y },
        { kind: 'not-same', of: 'source', a: y, b: x },
      ),
    });
    expect([...two.sources.keys()]).toEqual([x, y]);
  });

  it('can be what an affair knows by a description only', () => {
    const entries = [by('a', 'Salm Courier'), entry('b', [{ by: 'the paper', claims: ['x'] }])];
    const place = entries[1]!.reading.sources[0]!.mentions[0]!.id;
    const [courier = ''] = buildGraph({ entries: [entries[0]!], joined: [], decisions: [] }).sources.keys();
    const graph = buildGraph({
      entries,
      joined: [],
      decisions: decide({ kind: 'same', of: 'source', a: place, b: courier }),
    });
    expect([...graph.sources.keys()]).toEqual([courier]);
  });

  it('has it from somebody only in the affair whose article says so', () => {
    const says = (article: string, claims: readonly string[]) =>
      entry(article, [{ by: 'Ilse Brandt', claims }], {
        sources: [source(article, 'Ilse Brandt', 0), outlet(article, 'Salm Courier')],
        claims: claims.map((c) => claim(article, c)),
      });
    const a = says('a', ['one']);
    const b = says('b', ['two']);
    const rests = reliance(local('s', 'a', 'Salm Courier'), local('s', 'a', 'Ilse Brandt'));
    const graph = buildGraph({
      entries: [{ ...a, reading: { ...a.reading, reliances: [rests] } }, b],
      joined: [],
      decisions: [],
    });
    const told = [...graph.mentions.values()].filter((m) => m.article === 'a').flatMap((m) => m.claims);
    expect(graph.reliances.map((r) => r.claims)).toEqual([told]);
  });
});

describe('uniting', () => {
  it('does not depend on the order of the parts', () => {
    const parts = ['Salm Courier', 'The Salm Courier', 'The Salm Courier'].map((name, i) => ({
      id: 'src-o1',
      labels: ['Source', 'Outlet'],
      properties: {
        name,
        aliases: [`alias ${i}`],
        named: true,
        official: false,
        reliability: i === 1 ? 'B' : 'F',
      },
    }));
    const node = uniteNodes(parts);
    expect(node?.properties).toEqual({
      name: 'The Salm Courier',
      aliases: ['Salm Courier', 'alias 0', 'alias 1', 'alias 2'],
      named: true,
      official: false,
      reliability: 'B',
    });
    expect(uniteNodes(parts.toReversed())).toEqual(node);
    expect(uniteNodes([])).toBeNull();
  });

  it('leaves one affair as it is, and joined articles of one name too', () => {
    const entries = [by('a', 'Salm Courier', 'x'), by('b', 'Salm Courier', 'x')];
    const links = [link('claim', local('c', 'a', 'x'), local('c', 'b', 'x'))];
    const graph = buildGraph({ entries, joined: [{ ...NO_DECISIONS, links }], decisions: [] });
    expect([graph.claims.size, graph.sources.size]).toEqual([1, 1]);
  });
});
