import { describe, expect, it } from 'vitest';
import { assess, assessAll } from '../../src/corroborate/assess.ts';
import { asOf } from '../../src/graph/as-of.ts';
import { type BuildInput, buildGraph, type Entry } from '../../src/graph/build.ts';
import { toEvidence } from '../../src/graph/evidence.ts';
import { fromBatch } from '../../src/graph/from-batch.ts';
import { toBatch } from '../../src/graph/property.ts';
import type { KnowledgeGraph } from '../../src/graph/types.ts';
import { toView } from '../../src/graph/view.ts';
import type { Decisions, Link } from '../../src/resolve/types.ts';
import { goldGraph } from '../support/gold-graph.ts';
import { entry, link, local, NO_DECISIONS, reliance, source } from '../support/readings.ts';

const build = (entries: readonly Entry[], joined: Partial<Decisions> = {}): KnowledgeGraph =>
  buildGraph({ entries, joined: [{ ...NO_DECISIONS, ...joined }], decisions: [] } satisfies BuildInput);

const same = (kind: Link['kind'], prefix: string, x: string, y: string): Link =>
  link(kind, local(prefix, 'a', x), local(prefix, 'b', y));

const only = <T>(nodes: ReadonlyMap<string, T>): T => {
  expect(nodes.size).toBe(1);
  return [...nodes.values()][0]!;
};

describe('one node for several mentions', () => {
  it('names a source by the name that most articles use, and remembers the others', () => {
    const graph = build(
      [entry('a', [{ by: 'Lind', claims: ['fire'] }]), entry('b', [{ by: 'Ada Lind', claims: ['fire'] }])],
      {
        links: [same('source', 's', 'Lind', 'Ada Lind')],
      },
    );
    expect(only(graph.sources)).toMatchObject({ name: 'Ada Lind', aliases: ['Lind'] });
    expect(only(graph.sources).mentions.map((m) => m.article)).toEqual(['a', 'b']);
  });

  it('takes the strongest act and the days on which all articles agree', () => {
    const graph = build(
      [
        entry('a', [
          {
            by: 'Lind',
            name: 'x',
            claims: ['fire'],
            statement: {
              act: 'CLAIMED',
              said: { from: '2030-01-07', to: '2030-01-09', rule: 'earlier this week' },
            },
          },
        ]),
        entry('b', [
          {
            by: 'Lind',
            name: 'x',
            claims: ['fire'],
            statement: { act: 'CONFIRMED', said: { from: null, to: '2030-01-08', rule: 'undated' } },
          },
        ]),
      ],
      {
        links: [
          same('source', 's', 'Lind', 'Lind'),
          same('statement', 't', 'x', 'x'),
          same('claim', 'c', 'fire', 'fire'),
        ],
      },
    );
    expect(only(graph.statements)).toMatchObject({
      act: 'CONFIRMED',
      said: { from: '2030-01-07', to: '2030-01-08', rule: 'earlier this week' },
    });
    expect(only(graph.statements).mentions).toHaveLength(2);
  });

  it('covers all days where articles contradict each other', () => {
    const graph = build(
      [
        entry('a', [
          {
            by: 'Lind',
            name: 'x',
            claims: [],
            statement: { said: { from: '2030-01-07', to: '2030-01-07', rule: 'weekday' } },
          },
        ]),
        entry('b', [
          {
            by: 'Lind',
            name: 'x',
            claims: [],
            statement: { said: { from: '2030-01-09', to: '2030-01-09', rule: 'weekday' } },
          },
        ]),
      ],
      { links: [same('source', 's', 'Lind', 'Lind'), same('statement', 't', 'x', 'x')] },
    );
    expect(only(graph.statements).said).toMatchObject({ from: '2030-01-07', to: '2030-01-09' });
  });

  it('never makes one statement of two sources', () => {
    const graph = build(
      [
        entry('a', [{ by: 'Lind', name: 'x', claims: [] }]),
        entry('b', [{ by: 'Berg', name: 'x', claims: [] }]),
      ],
      {
        links: [same('statement', 't', 'x', 'x')],
      },
    );
    expect(graph.statements.size).toBe(2);
  });

  it('does not relate a claim to itself', () => {
    const [a, b] = [local('c', 'a', 'fire'), local('c', 'b', 'fire')];
    const graph = build(
      [entry('a', [{ by: 'Lind', claims: ['fire'] }]), entry('b', [{ by: 'Lind', claims: ['fire'] }])],
      {
        links: [same('claim', 'c', 'fire', 'fire')],
        relations: [{ from: a, to: b, kind: 'SUPERSEDES', reason: 'later' }],
      },
    );
    expect(graph.relations).toEqual([]);
  });

  it('opens a question for a possible identity, and closes it where the two are told apart', () => {
    const entries = [
      entry('a', [{ by: 'an employee', claims: [] }]),
      entry('b', [{ by: 'a waiter', claims: [] }]),
    ];
    const ends = [local('s', 'a', 'an employee'), local('s', 'b', 'a waiter')] as const;
    const possible = link('source', ...ends, 'possible');
    expect(toEvidence(build(entries, { links: [possible] })).identities).toHaveLength(1);
    const told = toEvidence(build(entries, { links: [possible, link('source', ...ends, 'rejected')] }));
    expect([told.identities, told.notSame.length]).toEqual([[], 1]);
  });
});

describe('on whose word', () => {
  const day = (from: string) => ({ said: { from, to: from, rule: 'given' } });
  const ends = (graph: KnowledgeGraph) =>
    graph.reliances.map((r) => [nameOf(graph, r.from), nameOf(graph, r.to)]);
  const nameOf = (graph: KnowledgeGraph, end: string) => {
    const s = graph.statements.get(end);
    return s
      ? `${graph.sources.get(s.source!)!.name} on ${s.claims.map((c) => graph.claims.get(c.id)!.text)}`
      : graph.sources.get(end)!.name;
  };
  const affair = (...says: Parameters<typeof entry>[1]) =>
    build([
      entry('a', says, {
        reliances: [reliance(local('t', 'a', 'x'), local('s', 'a', 'Berg'))],
        sources: [...new Set([...says.map((s) => s.by!), 'Berg'])].map((name, i) =>
          source('a', name, i * 30),
        ),
      }),
    ]);
  const downstream = { by: 'Lind', name: 'x', claims: ['fire'], statement: day('2030-01-09') };

  it('stays at a source that says nothing on the claim', () => {
    expect(ends(affair(downstream, { by: 'Berg', claims: ['flood'] }))).toEqual([['Lind on fire', 'Berg']]);
  });

  it('points to the one statement of the source on the claim that is earlier or undated', () => {
    const graph = affair(downstream, { by: 'Berg', claims: ['fire'], statement: day('2030-01-08') });
    expect(ends(graph)).toEqual([['Lind on fire', 'Berg on fire']]);
    const undated = affair(downstream, { by: 'Berg', claims: ['fire'] });
    expect(ends(undated)).toEqual([['Lind on fire', 'Berg on fire']]);
  });

  it('stays at the source where the statement is later, or there are two', () => {
    const later = affair(downstream, { by: 'Berg', claims: ['fire'], statement: day('2030-01-10') });
    expect(ends(later)).toEqual([['Lind on fire', 'Berg']]);
    const two = affair(
      downstream,
      { by: 'Berg', claims: ['fire'], statement: day('2030-01-08') },
      { by: 'Berg', claims: ['fire'], statement: day('2030-01-07') },
    );
    expect(ends(two)).toEqual([['Lind on fire', 'Berg']]);
  });

  it('points claim by claim where the source speaks to some of them only', () => {
    const graph = affair(
      { ...downstream, claims: ['fire', 'flood'] },
      { by: 'Berg', claims: ['fire'], statement: day('2030-01-08') },
    );
    expect(
      ends(graph)
        .map(([, to]) => to)
        .sort(),
    ).toEqual(['Berg', 'Berg on fire']);
    expect(graph.reliances.map((r) => r.claims?.length)).toEqual([1, 1]);
  });

  it('starts from the statement of a source that has one', () => {
    const graph = build([
      entry(
        'a',
        [
          { by: 'Lind', name: 'x', claims: ['fire'] },
          { by: 'Berg', claims: ['fire'] },
        ],
        {
          reliances: [reliance(local('s', 'a', 'Berg'), local('t', 'a', 'x'))],
        },
      ),
    ]);
    expect(ends(graph)).toEqual([['Berg on fire', 'Lind on fire']]);
  });

  it('leaves the less sure link of a circle at the source', () => {
    const graph = build([
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
            reliance(local('t', 'a', 'y'), local('t', 'a', 'x')),
          ],
        },
      ),
    ]);
    expect(ends(graph).sort()).toEqual([
      ['Berg on fire', 'Lind on fire'],
      ['Lind on fire', 'Berg'],
    ]);
  });

  it('is no reliance on oneself', () => {
    const graph = build([
      entry('a', [{ by: 'Lind', name: 'x', claims: ['fire'] }], {
        reliances: [reliance(local('t', 'a', 'x'), local('s', 'a', 'Lind'))],
      }),
    ]);
    expect(graph.reliances).toEqual([]);
  });

  it('keeps the surer of two links between the same ends', () => {
    const [from, to] = [local('t', 'a', 'x'), local('s', 'a', 'Berg')];
    const graph = build([
      entry('a', [downstream, { by: 'Berg', claims: ['flood'] }], {
        reliances: [
          reliance(from, to, { id: 'r1', certainty: 'possible', question: 'Does it?' }),
          reliance(from, to, { id: 'r2' }),
          reliance(from, to, { id: 'r3' }),
        ],
      }),
    ]);
    expect(graph.reliances.map((r) => r.certainty)).toEqual(['explicit']);
  });
});

describe('copied words', () => {
  const outlets = [
    entry('a', [{ by: 'Sarn Live', claims: ['fire'], statement: { act: 'REPORTED' } }], {
      outlet: local('s', 'a', 'Sarn Live'),
    }),
    entry('b', [{ by: 'Moatwatch', claims: ['fire'], statement: { act: 'REPORTED' } }], {
      outlet: local('s', 'b', 'Moatwatch'),
    }),
  ];
  const shared = (direction: 'from-to' | 'to-from' | null) =>
    build(outlets, {
      links: [same('claim', 'c', 'fire', 'fire')],
      reuse: [{ from: 'b', to: 'a', direction, score: 0.4, spans: [{ from: [5, 15], to: [5, 15] }] }],
    });

  it('make the copy rest on the original where it is known which is which', () => {
    const graph = shared('to-from');
    const by = (end: string) => graph.sources.get(graph.statements.get(end)!.source!)!.name;
    expect(graph.reliances.map((r) => [by(r.from), by(r.to), r.certainty])).toEqual([
      ['Moatwatch', 'Sarn Live', 'implied'],
    ]);
  });

  it('leave three alternatives where it is not: each way round, or both from a third text', () => {
    const graph = shared(null);
    expect(graph.reliances.map((r) => r.alternative?.option).sort()).toEqual([1, 2, 3, 3]);
    const claim = only(graph.claims).id;
    expect(assess(toEvidence(graph), claim)).toMatchObject({
      independentMin: 1,
      independentMax: 1,
      carriers: 1,
    });
  });
});

describe('the property graph', () => {
  it('derives who confirms, reports, denies, claims and cites', () => {
    const graph = build([
      entry(
        'a',
        [
          {
            by: 'Lind',
            name: 'x',
            claims: ['fire'],
            statement: {
              act: 'CONFIRMED',
              claims: [{ id: local('c', 'a', 'fire'), stance: 'confirms', factuality: 'CT+' }],
            },
          },
          { by: 'Berg', name: 'y', claims: ['fire'] },
          { by: 'Moatwatch', name: 'z', claims: ['fire'], statement: { act: 'REPORTED' } },
          {
            by: 'Holm',
            name: 'w',
            claims: ['fire'],
            statement: {
              act: 'DENIED',
              claims: [{ id: local('c', 'a', 'fire'), stance: 'denies', factuality: 'CT+' }],
            },
          },
          { by: 'Falk', name: 'v', claims: ['fire'] },
          {
            by: 'Falk',
            name: 'u',
            claims: [],
            statement: { act: 'OTHER', retracts: [local('t', 'a', 'v')] },
          },
        ],
        {
          reliances: [reliance(local('t', 'a', 'x'), local('s', 'a', 'Berg'))],
        },
      ),
    ]);
    const name = (id: string) => graph.sources.get(id)?.name ?? graph.claims.get(id)!.text;
    const derived = toBatch(graph).edges.filter((e) => e.properties.derived === true);
    expect(derived.map((e) => `${name(e.from)} ${e.type} ${name(e.to)}`).sort()).toEqual([
      'Berg CLAIMED fire',
      'Lind CITES Berg',
      'fire CONFIRMED_BY Lind',
      'fire DENIED_BY Holm',
      'fire REPORTED_BY Moatwatch',
    ]);
  });

  it('is assessed as the typed graph is', () => {
    for (const slug of ['00-founding', '03-border-clash']) {
      const graph = goldGraph(slug);
      const assessed = new Map(assessAll(toEvidence(graph)));
      const back = fromBatch(toBatch(graph, { assessments: assessed, version: 'test' }));
      expect(back.articles).toEqual(graph.articles);
      for (const [claim, { status, independentMin, independentMax }] of assessAll(toEvidence(back)))
        expect(assessed.get(claim)).toMatchObject({ status, independentMin, independentMax });
    }
  });

  it('carries assessments on claims', () => {
    const graph = goldGraph('00-founding');
    const assessments = new Map(assessAll(toEvidence(graph)));
    const { nodes } = toBatch(graph, { assessments, version: 'v1' });
    const capture = nodes.find((n) => n.labels[0] === 'Claim' && n.properties.occurrence === true);
    expect(capture?.properties).toMatchObject({
      status: 'independence-open',
      independentMin: 1,
      independentMax: 2,
      officiallyConfirmed: true,
      graphVersion: 'v1',
    });
  });

  it('says which node does not follow the schema', () => {
    const node = { id: 'cl-1', labels: ['Claim'], properties: { text: 7 } };
    expect(() => fromBatch({ nodes: [node], edges: [] })).toThrow('cl-1: the property text cannot be 7');
  });

  it('can be walked over', () => {
    const view = toView(toBatch(build([entry('a', [{ by: 'Lind', name: 'x', claims: ['fire'] }])])));
    const lind = view.findNode((_, node) => node.properties.name === 'Lind')!;
    expect(view.mapInEdges(lind, (_, edge) => edge.type)).toEqual(['MADE_BY']);
  });
});

describe('what was known on a day', () => {
  const entries = [
    entry('a', [{ by: 'Lind', claims: ['fire'] }], {}, { publishedOn: '2030-01-08' }),
    entry(
      'b',
      [
        { by: 'Berg', claims: ['fire'] },
        { by: 'Holm', claims: ['flood'] },
      ],
      {},
      { publishedOn: '2030-01-10' },
    ),
  ];
  const graph = build(entries, { links: [same('claim', 'c', 'fire', 'fire')] });

  it('leaves out later articles and what only they say', () => {
    const known = asOf(graph, '2030-01-09');
    expect([...known.sources.values()].map((s) => s.name)).toEqual(['Lind']);
    expect([...known.claims.values()].map((c) => c.text)).toEqual(['fire']);
    expect(assess(toEvidence(graph, '2030-01-09'), only(known.claims).id).independentMax).toBe(1);
    expect(assess(toEvidence(graph), only(known.claims).id).independentMax).toBe(2);
  });

  it('keeps articles without a date', () => {
    const undated = build([entry('a', [{ by: 'Lind', claims: ['fire'] }], {}, { publishedOn: null })]);
    expect(asOf(undated, '2000-01-01').articles.size).toBe(1);
  });
});
