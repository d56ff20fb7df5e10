/** The part of the graph that one claim rests on: enough to assess it, however large the rest is. */

import type { GraphBatch } from '../../graph/types.ts';
import type { Client, Row } from './client.ts';
import { edgeOf, nodeOf } from './graph.ts';

/** Statements on one claim beyond which the rest is left out. */
const LIMIT = 5000;

export interface Upstream {
  readonly graph: GraphBatch;
  /** Some statements on the claim are left out. */
  readonly capped: boolean;
}

/** Assessing the claim in this gives what assessing it in the whole graph gives. Null where there is no such claim. */
export async function upstreamOf(client: Client, claim: string, limit = LIMIT): Promise<Upstream | null> {
  const rows = await client.read((run) => run('load/upstream', { claim, limit }));
  if (rows.length === 0) return null;
  return {
    graph: {
      nodes: rows.map(nodeOf),
      edges: rows.flatMap((row) => (row.edges as readonly Row[]).map(edgeOf)),
    },
    capped: rows[0]?.capped === true,
  };
}
