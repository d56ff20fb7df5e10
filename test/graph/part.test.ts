/** What one claim rests on: as good as the whole graph to whoever asks for this claim. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess } from '../../src/corroborate/assess.ts';
import { buildGraph } from '../../src/graph/build.ts';
import { toEvidence } from '../../src/graph/evidence.ts';
import { fromBatch } from '../../src/graph/from-batch.ts';
import { aroundIn, lookInto, onClaim, upstreamOf } from '../../src/graph/part.ts';
import { sorted, toBatch } from '../../src/graph/property.ts';
import type { GraphBatch, KnowledgeGraph } from '../../src/graph/types.ts';
import { chainJson } from '../../src/report/chain-tree.ts';
import { reportJson } from '../../src/report/json.ts';
import { graphOf } from '../../src/simulate/graph.ts';
import { anyEvidence } from '../support/any-evidence.ts';
import { affair } from '../support/readings.ts';

const anyGraph: fc.Arbitrary<GraphBatch> = fc.oneof(
  anyEvidence.map((evidence) => sorted(toBatch(graphOf(evidence)))),
  affair.map(({ entries, joined }) => sorted(toBatch(buildGraph({ entries, joined, decisions: [] })))),
);

/** What is printed of a claim. */
function printed(graph: KnowledgeGraph, id: string) {
  const claim = graph.claims.get(id);
  if (claim === undefined) return null;
  const assessment = assess(toEvidence(graph), id);
  const { claims } = reportJson(onClaim(graph, id), new Map([[id, assessment]]));
  return { chains: chainJson(graph, claim, assessment), claims };
}

const claimsOf = (graph: GraphBatch) => graph.nodes.filter((n) => n.labels[0] === 'Claim').map((n) => n.id);

describe('what a claim rests on', () => {
  it('says of the claim what the whole graph says', () => {
    fc.assert(
      fc.property(anyGraph, (batch) => {
        const whole = fromBatch(batch);
        for (const id of claimsOf(batch)) {
          const part = upstreamOf(lookInto(batch), id);
          expect(part?.capped).toBe(false);
          expect(printed(fromBatch(part!.graph), id)).toEqual(printed(whole, id));
        }
      }),
    );
  });

  it('is part of the graph, and says as much of its statements and sources', () => {
    fc.assert(
      fc.property(anyGraph, (batch) => {
        const nodes = new Set(batch.nodes);
        const edges = new Set(batch.edges);
        for (const id of claimsOf(batch)) {
          const { graph } = upstreamOf(lookInto(batch), id)!;
          expect(graph.nodes.every((n) => nodes.has(n)) && graph.edges.every((e) => edges.has(e))).toBe(true);
          const ids = new Set(graph.nodes.map((n) => n.id));
          expect(graph.edges.every((e) => ids.has(e.from) && ids.has(e.to))).toBe(true);
        }
      }),
    );
  });

  it('holds no more statements than asked for, and says so', () => {
    fc.assert(
      fc.property(anyGraph, fc.integer({ min: 1, max: 4 }), (batch, limit) => {
        for (const id of claimsOf(batch)) {
          const look = lookInto(batch);
          const statements = (limit?: number) =>
            upstreamOf(look, id, limit)!.graph.nodes.filter((n) => n.labels[0] === 'Statement').length;
          expect(statements(limit)).toBeLessThanOrEqual(limit);
          expect(upstreamOf(look, id, limit)!.capped).toBe(statements() > limit);
        }
      }),
    );
  });

  it('is nothing where there is no such claim', () => {
    expect(upstreamOf(lookInto({ nodes: [], edges: [] }), 'nothing')).toBeNull();
  });
});

describe('what surrounds nodes', () => {
  it('are their neighbours, and among them only what touches the nodes', () => {
    fc.assert(
      fc.property(anyGraph, fc.array(fc.nat()), (batch, picks) => {
        if (batch.nodes.length === 0) return;
        const ids = new Set(picks.map((n) => batch.nodes[n % batch.nodes.length]!.id));
        const { graph, capped } = aroundIn(lookInto(batch), [...ids], 10_000);
        const touching = batch.edges.filter((e) => ids.has(e.from) || ids.has(e.to));
        expect(capped).toBe(false);
        expect(graph.edges).toEqual(touching);
        const ends = new Set([...ids, ...touching.flatMap((e) => [e.from, e.to])]);
        expect(graph.nodes).toEqual(batch.nodes.filter((n) => ends.has(n.id)));
      }),
    );
  });
});
