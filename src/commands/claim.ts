/** One claim with what it rests on: from a store without reading the rest of it, or from articles read into memory. */

import { assess } from '../corroborate/assess.ts';
import type { Assessment } from '../corroborate/types.ts';
import { EXIT, HearsayError } from '../errors.ts';
import { toEvidence } from '../graph/evidence.ts';
import { fromBatch } from '../graph/from-batch.ts';
import { PREFIX } from '../graph/ids.ts';
import { lookInto, type Part, upstreamOf } from '../graph/part.ts';
import { toBatch } from '../graph/property.ts';
import type { ClaimNode, KnowledgeGraph } from '../graph/types.ts';
import { settle } from '../settle.ts';
import type { Store } from '../store/types.ts';
import { find } from './lookup.ts';
import type { StoreOptions } from './options.ts';
import { withStore } from './stored.ts';

export interface AssessedClaim {
  /** What the claim rests on, and other claims that it is related to. */
  readonly graph: KnowledgeGraph;
  readonly claim: ClaimNode;
  readonly assessment: Assessment;
}

/** Claims that an id may be the beginning of: so many are told apart. */
const SIMILAR = 100;

/** The claim that an id or a beginning of it names, out of a store. */
export const storedClaim = (options: StoreOptions, id: string): Promise<AssessedClaim> =>
  withStore(options, false, async (store) => {
    await settle(store);
    const claim = find('claim', id, await similar(store, id), 'hearsay claims');
    return assessedIn(await store.upstream(claim), claim);
  });

/** The same out of a graph that is read as a whole. */
export function claimIn(graph: KnowledgeGraph, id: string): AssessedClaim {
  const claim = find('claim', id, graph.claims, 'hearsay claims');
  return assessedIn(upstreamOf(lookInto(toBatch(graph)), claim.id), claim.id);
}

/** By id. The type in front of an id may be left out. */
async function similar(store: Store, id: string): Promise<ReadonlyMap<string, string>> {
  const beginnings = [id, `${PREFIX.claim}-${id}`];
  const ids = await Promise.all(beginnings.map((beginning) => store.claimIds(beginning, SIMILAR)));
  return new Map(ids.flat().map((found) => [found, found]));
}

function assessedIn(part: Part | null, id: string): AssessedClaim {
  const graph = part === null ? null : fromBatch(part.graph);
  const claim = graph?.claims.get(id);
  if (part === null || graph === null || claim === undefined)
    throw new HearsayError(`no claim ${id}`, {
      exitCode: EXIT.nothingFound,
      remedy: 'hearsay claims lists them',
    });
  const assessment = assess(toEvidence(graph), id);
  return { graph, claim, assessment: part.capped ? capped(assessment) : assessment };
}

const capped = (assessment: Assessment): Assessment =>
  assessment.flags.includes('capped')
    ? assessment
    : { ...assessment, exact: false, flags: [...assessment.flags, 'capped'] };
