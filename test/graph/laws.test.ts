/** What holds of every graph, whatever the articles say. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { closingArcs } from '../../src/graph/acyclic.ts';
import { asOf } from '../../src/graph/as-of.ts';
import { type BuildInput, buildGraph } from '../../src/graph/build.ts';
import { toEvidence } from '../../src/graph/evidence.ts';
import { fromBatch } from '../../src/graph/from-batch.ts';
import { toBatch } from '../../src/graph/property.ts';
import { NODES, RELATIONSHIPS } from '../../src/graph/schema.ts';
import type { Decision, GraphBatch, KnowledgeGraph } from '../../src/graph/types.ts';
import { affair } from '../support/readings.ts';

/** An affair with a handful of decisions on things in it. */
const decided: fc.Arbitrary<BuildInput> = affair.chain((input) => {
  const ids = (of: 'source' | 'statement' | 'claim') =>
    input.entries.flatMap((e) =>
      of === 'source'
        ? e.reading.sources.flatMap((s) => s.mentions.map((m) => m.id))
        : of === 'statement'
          ? e.reading.mentions.map((m) => m.id)
          : e.reading.claims.map((c) => c.id),
    );
  const one = (of: 'source' | 'statement' | 'claim') => fc.constantFrom('gone', ...ids(of));
  const pair = fc.constantFrom('source' as const, 'statement' as const, 'claim' as const).chain((of) =>
    fc.record({
      kind: fc.constantFrom('same' as const, 'not-same' as const),
      of: fc.constant(of),
      a: one(of),
      b: one(of),
    }),
  );
  const body = fc.oneof(
    pair,
    fc.record({
      kind: fc.constantFrom('relies' as const, 'not-relies' as const),
      from: one('statement'),
      to: one('source'),
    }),
    fc.record({ kind: fc.constant('reject' as const), mention: one('statement') }),
    fc.record({
      kind: fc.constant('correct' as const),
      mention: one('statement'),
      source: one('source'),
      act: fc.constantFrom('DENIED' as const, 'OTHER' as const, 'CONFIRMED' as const),
    }),
    fc.record({ kind: fc.constant('official' as const), source: one('source'), official: fc.boolean() }),
    fc.record({
      kind: fc.constant('rate' as const),
      source: one('source'),
      reliability: fc.constantFrom('A' as const, 'C' as const),
    }),
    fc.record({
      kind: fc.constant('reuse' as const),
      from: fc.constant('article1'),
      to: fc.constant('article0'),
      direction: fc.constantFrom('from-to' as const, 'to-from' as const, 'third' as const),
    }),
  );
  return fc.array(body, { maxLength: 4 }).map((bodies) => ({
    ...input,
    decisions: bodies.map(
      (b, i): Decision => ({
        id: `d${i}`,
        at: `2030-02-0${i + 1}T00:00:00Z`,
        by: 'an analyst',
        note: null,
        body: b,
      }),
    ),
  }));
});

const law = (check: (input: BuildInput) => void) => fc.assert(fc.property(decided, check), { numRuns: 60 });

describe('any graph', () => {
  it('does not depend on the order in which articles come', () => {
    fc.assert(
      fc.property(decided, fc.infiniteStream(fc.nat(1_000_000)), (input, numbers) => {
        const shuffled = <T>(items: readonly T[]): T[] =>
          items
            .map((item) => ({ item, rank: numbers.next().value as number }))
            .sort((a, b) => a.rank - b.rank)
            .map(({ item }) => item);
        const other = buildGraph({
          entries: shuffled(input.entries),
          joined: shuffled(input.joined),
          decisions: shuffled(input.decisions),
        });
        expect(inOrder(other)).toEqual(inOrder(buildGraph(input)));
      }),
      { numRuns: 60 },
    );
  });

  it('does not change when everything is ingested twice', () => {
    law((input) => {
      const { entries, joined, decisions } = input;
      const twice = buildGraph({
        entries: [...entries, ...entries],
        joined: [...joined, ...joined],
        decisions,
      });
      expect(inOrder(twice)).toEqual(inOrder(buildGraph(input)));
    });
  });

  it('is the same after a way through the property graph', () => {
    law((input) => {
      const graph = buildGraph(input);
      const { nodes, edges } = toBatch(graph);
      expect(inOrder(fromBatch({ nodes: nodes.toReversed(), edges: edges.toReversed() }))).toEqual(
        inOrder(graph),
      );
    });
  });

  it('follows the schema as a property graph', () => {
    law((input) => {
      expect(violations(toBatch(buildGraph(input)))).toEqual([]);
    });
  });

  it('names nothing that is not in it, on any day', () => {
    law((input) => {
      const graph = buildGraph(input);
      for (const known of [graph, asOf(graph, '2030-01-09'), asOf(graph, '2029-12-31')])
        expect(violations(toBatch(known))).toEqual([]);
      expect(inOrder(asOf(graph, '2999-01-01'))).toEqual(
        inOrder(asOf(asOf(graph, '2999-01-01'), '2999-01-01')),
      );
    });
  });

  it('has a mention, verbatim in its article, for every statement', () => {
    law((input) => {
      const graph = buildGraph(input);
      for (const s of graph.statements.values()) expect(s.mentions.length).toBeGreaterThan(0);
      for (const m of graph.mentions.values())
        expect(m.quote).toBe(graph.articles.get(m.article)!.text.slice(...m.passage));
    });
  });

  it('lets nobody rely on himself, and statements never in a circle', () => {
    law((input) => {
      const { reliances, statements } = buildGraph(input);
      const by = (end: string) => (statements.has(end) ? statements.get(end)!.source : end);
      for (const r of reliances) expect(by(r.from)).not.toBe(by(r.to));
      expect(closingArcs(reliances.filter((r) => r.alternative === null && statements.has(r.to))).size).toBe(
        0,
      );
    });
  });

  it('keeps apart what an analyst or a rejected link keeps apart', () => {
    law((input) => {
      const graph = buildGraph({ ...input, decisions: [] });
      const classOf = new Map(
        [...graph.sources.values()].flatMap((s) => s.mentions.map((m) => [m.id, s.id])),
      );
      const mention = new Map(
        input.entries.flatMap((e) => e.reading.sources.map((s) => [s.id, s.mentions[0]!.id] as const)),
      );
      for (const { kind, judgement, a, b } of input.joined.flatMap((j) => j.links))
        if (kind === 'source' && judgement === 'rejected' && mention.has(a) && mention.has(b))
          expect(classOf.get(mention.get(a)!)).not.toBe(classOf.get(mention.get(b)!));
    });
  });

  it('gives evidence in which every end is known', () => {
    law((input) => {
      const evidence = toEvidence(buildGraph(input), '2030-01-09');
      const ends = new Set([...evidence.sources.keys(), ...evidence.statements.keys()]);
      for (const r of evidence.reliances) expect([ends.has(r.from), ends.has(r.to)]).toEqual([true, true]);
      for (const s of evidence.statements.values())
        for (const c of s.claims) expect(evidence.claims.has(c.id)).toBe(true);
    });
  });
});

/** A graph as plain data, in the order of its maps. */
const inOrder = (graph: KnowledgeGraph) =>
  Object.fromEntries(
    Object.entries(graph).map(([name, part]) => [name, part instanceof Map ? [...part.values()] : part]),
  );

function violations({ nodes, edges }: GraphBatch): string[] {
  const labels = new Map(nodes.map((n) => [n.id, n.labels]));
  const found: string[] = [];
  if (labels.size !== nodes.length) found.push('two nodes have one id');
  if (new Set(edges.map((e) => e.id)).size !== edges.length) found.push('two relationships have one id');
  for (const n of nodes) {
    const type = NODES.find((t) => t.label === n.labels[0]);
    if (type === undefined) found.push(`${n.id} has no known label`);
    else if (n.labels.length !== (type.kinds.length > 0 ? 2 : 1))
      found.push(`${n.id} has ${n.labels.join(':')}`);
    found.push(...badProperties(n.id, n.properties, type?.properties ?? {}));
  }
  for (const e of edges) {
    const type = RELATIONSHIPS.find((t) => t.type === e.type);
    if (type === undefined) found.push(`${e.id} has no known type`);
    if (!type?.from.some((l) => labels.get(e.from)?.includes(l))) found.push(`${e.id} starts wrongly`);
    if (!type?.to.some((l) => labels.get(e.to)?.includes(l))) found.push(`${e.id} ends wrongly`);
    found.push(...badProperties(e.id, e.properties, type?.properties ?? {}));
    if (type?.derived)
      for (const s of e.properties.statements as string[])
        if (!labels.get(s)?.includes('Statement')) found.push(`${e.id} rests on ${s}`);
  }
  return found;
}

const CHECKS: Record<string, (v: unknown) => boolean> = {
  string: (v) => typeof v === 'string',
  integer: Number.isInteger,
  float: (v) => typeof v === 'number',
  boolean: (v) => typeof v === 'boolean',
  date: (v) => /^\d{4}-\d\d-\d\d$/.test(String(v)),
  'string[]': (v) => Array.isArray(v) && v.every((s) => typeof s === 'string'),
  'integer[]': (v) => Array.isArray(v) && v.every(Number.isInteger),
};

function badProperties(id: string, values: object, types: Readonly<Record<string, string>>): string[] {
  return Object.entries(values).flatMap(([name, value]) =>
    CHECKS[types[name] ?? '']?.(value) ? [] : [`${id}.${name} is ${JSON.stringify(value)}`],
  );
}
