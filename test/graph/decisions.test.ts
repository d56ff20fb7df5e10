import { describe, expect, it } from 'vitest';
import { buildGraph, type Entry } from '../../src/graph/build.ts';
import type { Decision, DecisionBody, KnowledgeGraph } from '../../src/graph/types.ts';
import type { Decisions } from '../../src/resolve/types.ts';
import { entry, link, local, NO_DECISIONS, reliance } from '../support/readings.ts';

const decision = (body: DecisionBody, i = 1): Decision => ({
  id: `d${i}`,
  at: `2030-02-0${i}T10:00:00Z`,
  by: 'an analyst',
  note: null,
  body,
});

function build(
  entries: readonly Entry[],
  bodies: readonly DecisionBody[],
  joined: Partial<Decisions> = {},
): KnowledgeGraph {
  return buildGraph({
    entries,
    joined: [{ ...NO_DECISIONS, ...joined }],
    decisions: bodies.map((body, i) => decision(body, i + 1)),
  });
}

const names = (graph: KnowledgeGraph) => [...graph.sources.values()].map((s) => s.name).sort();
const speakers = (graph: KnowledgeGraph) =>
  [...graph.statements.values()].map((s) => graph.sources.get(s.source ?? '')?.name ?? null).sort();
const place = (article: string, at: number) => local('m', article, `source ${at}`);
const mention = (article: string, at: number) => local('m', article, `mention ${at}`);

const two = [
  entry('a', [{ by: 'Lind', claims: ['fire'] }], { outlet: local('s', 'a', 'Lind') }),
  entry('b', [{ by: 'Berg', claims: ['fire'] }], { outlet: local('s', 'b', 'Berg') }),
];

describe('an analyst', () => {
  it('makes two sources one, by any id that names them', () => {
    const before = build(two, []);
    const [x, y] = [...before.sources.keys()];
    for (const [a, b] of [
      [place('a', 0), place('b', 0)],
      [x!, y!],
      [local('s', 'a', 'Lind'), y!],
    ])
      expect(build(two, [{ kind: 'same', of: 'source', a: a!, b: b! }]).sources.size).toBe(1);
  });

  it('parts two sources that a link made one, and says why they are two', () => {
    const links = [link('source', local('s', 'a', 'Lind'), local('s', 'b', 'Berg'))];
    const body = { kind: 'not-same', of: 'source', a: place('a', 0), b: place('b', 0) } as const;
    const graph = build(two, [body], { links });
    expect(graph.sources.size).toBe(2);
    expect(graph.identities.map((i) => i.judgement)).toEqual(['rejected']);
  });

  it('parts two places that one article was read to have of one source, with what is said there', () => {
    const one = [
      entry('a', [
        { by: 'Lind', name: 'x', claims: ['fire'] },
        { by: 'Lind', name: 'y', claims: ['flood'] },
      ]),
    ];
    const graph = build(one, [{ kind: 'not-same', of: 'source', a: place('a', 0), b: place('a', 30) }]);
    expect(graph.sources.size).toBe(2);
    expect(new Set([...graph.statements.values()].map((s) => s.source)).size).toBe(2);
  });

  it('parts two mentions of one statement', () => {
    const one = entry('a', [
      { by: 'Lind', name: 'x', claims: ['fire'] },
      { by: 'Lind', name: 'y', claims: ['flood'] },
    ]);
    const [first, second] = one.reading.statements;
    const merged: Entry = {
      ...one,
      reading: {
        ...one.reading,
        statements: [{ ...first!, claims: [...first!.claims, ...second!.claims] }],
        mentions: one.reading.mentions.map((m) => ({ ...m, statement: first!.id })),
      },
    };
    expect(build([merged], []).statements.size).toBe(1);
    const graph = build(
      [merged],
      [{ kind: 'not-same', of: 'statement', a: mention('a', 0), b: mention('a', 30) }],
    );
    expect([...graph.statements.values()].map((s) => s.claims.length)).toEqual([1, 1]);
  });

  it('holds what was decided last', () => {
    const pair = { of: 'source', a: place('a', 0), b: place('b', 0) } as const;
    expect(
      build(two, [
        { kind: 'same', ...pair },
        { kind: 'not-same', ...pair },
      ]).sources.size,
    ).toBe(2);
    expect(
      build(two, [
        { kind: 'not-same', ...pair },
        { kind: 'same', ...pair },
      ]).sources.size,
    ).toBe(1);
  });

  it('rejects a mention, and with it what only it said', () => {
    const graph = build(two, [{ kind: 'reject', mention: mention('b', 0) }]);
    expect([speakers(graph), names(graph), graph.mentions.size, graph.claims.size]).toEqual([
      ['Lind'],
      ['Lind'],
      1,
      1,
    ]);
  });

  it('gives a mention another source', () => {
    const graph = build(two, [{ kind: 'correct', mention: mention('b', 0), source: place('a', 0) }]);
    expect(speakers(graph)).toEqual(['Lind', 'Lind']);
  });

  it('corrects act and factuality, whatever other articles say of the statement', () => {
    const both = [
      entry('a', [{ by: 'Lind', name: 'x', claims: ['fire'], statement: { act: 'CONFIRMED' } }]),
      entry('b', [{ by: 'Lind', name: 'x', claims: ['fire'] }]),
    ];
    const links = [
      link('source', local('s', 'a', 'Lind'), local('s', 'b', 'Lind')),
      link('statement', local('t', 'a', 'x'), local('t', 'b', 'x')),
      link('claim', local('c', 'a', 'fire'), local('c', 'b', 'fire')),
    ];
    const graph = build(
      both,
      [{ kind: 'correct', mention: mention('b', 0), act: 'DENIED', factuality: 'PS+' }],
      { links },
    );
    const [statement] = graph.statements.values();
    expect(statement).toMatchObject({ act: 'DENIED', claims: [{ stance: 'denies', factuality: 'PS+' }] });
  });

  it('says that one rests on another, and that one does not', () => {
    const one = [
      entry(
        'a',
        [
          { by: 'Lind', name: 'x', claims: ['fire'] },
          { by: 'Berg', name: 'y', claims: ['fire'] },
        ],
        {
          reliances: [
            reliance(local('t', 'a', 'x'), local('t', 'a', 'y'), {
              certainty: 'possible',
              question: 'On whose word?',
            }),
          ],
        },
      ),
    ];
    const ends = { from: mention('a', 0), to: mention('a', 30) };
    expect(build(one, [{ kind: 'relies', ...ends }]).reliances.map((r) => r.certainty)).toEqual(['explicit']);
    expect(build(one, [{ kind: 'not-relies', ...ends }]).reliances).toEqual([]);
    const bySource = { kind: 'not-relies', from: place('a', 0), to: place('a', 30) } as const;
    expect(build(one, [bySource]).reliances).toEqual([]);
    expect(build(one, [bySource, { kind: 'relies', ...ends }]).reliances).toHaveLength(1);
  });

  it('says who is official and how reliable', () => {
    const graph = build(two, [
      { kind: 'official', source: place('a', 0), official: true },
      { kind: 'rate', source: place('a', 0), reliability: 'B' },
      { kind: 'rate', source: place('a', 0), reliability: 'C' },
    ]);
    const lind = [...graph.sources.values()].find((s) => s.name === 'Lind');
    expect(lind).toMatchObject({ official: true, reliability: 'C' });
  });

  it('settles which of two texts is the copy', () => {
    const links = [link('claim', local('c', 'a', 'fire'), local('c', 'b', 'fire'))];
    const reuse = [
      { from: 'a', to: 'b', direction: null, score: 1, spans: [{ from: [0, 90], to: [0, 90] }] as const },
    ];
    const copy = (direction: 'from-to' | 'to-from' | 'third') => {
      const graph = build(two, [{ kind: 'reuse', from: 'b', to: 'a', direction }], { links, reuse });
      const name = (end: string) => graph.sources.get(graph.statements.get(end)?.source ?? end)!.name;
      return graph.reliances.map((r) => [name(r.from), name(r.to)]).sort();
    };
    expect(copy('from-to')).toEqual([['Lind', 'Berg']]);
    expect(copy('to-from')).toEqual([['Berg', 'Lind']]);
    expect(copy('third').map(([from]) => from)).toEqual(['Berg', 'Lind']);
  });

  it('changes nothing by a decision on what is not there', () => {
    const bodies: DecisionBody[] = [
      { kind: 'reject', mention: 'gone' },
      { kind: 'same', of: 'claim', a: 'gone', b: 'away' },
      { kind: 'relies', from: 'gone', to: 'away' },
      { kind: 'rate', source: 'gone', reliability: 'A' },
    ];
    expect(build(two, bodies)).toEqual(build(two, []));
  });
});
