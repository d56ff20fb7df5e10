/** How many copied texts are found, and how many are found that are none. */

import { readBatch, type Stages } from '../ingest.ts';
import { openStages } from '../reading.ts';
import { shareKey } from '../resolve/keys.ts';
import { joinReuse } from '../resolve/reuse.ts';
import { type Pair, simulatedPairs } from '../simulate/copies.ts';

const PAIRS = 200;

/**
 * Read with the rules: how many pairs are compared, for the names that they share, how many copies of each kind are found, how
 * many pairs that are none are taken for one, and F1 of each kind against all of those.
 */
export async function benchReuse([pairs = PAIRS]: readonly number[] = []): Promise<void> {
  const stages = await openStages('rules');
  const found = new Map<string, { copied: boolean; hits: number; keys: number; all: number }>();
  for (const pair of simulatedPairs(1, pairs)) {
    const entry = found.get(pair.kind) ?? { copied: pair.copied, hits: 0, keys: 0, all: 0 };
    const [keyed, hit] = await isFound(pair, stages);
    found.set(pair.kind, {
      ...entry,
      hits: entry.hits + Number(hit),
      keys: entry.keys + Number(keyed),
      all: entry.all + 1,
    });
  }
  const none = [...found.values()].filter(({ copied }) => !copied);
  // As many pairs that are none as there are of the kind itself.
  const falsely = none.reduce((sum, { hits, all }) => sum + hits / all, 0) / Math.max(1, none.length);
  await stages.extractor.close();
  console.log(`${'pairs of articles'.padEnd(30)}  compared  found  F1`);
  for (const [kind, { copied, hits, keys, all }] of found) {
    const [recall, precision] = [hits / all, hits / all / (hits / all + falsely)];
    const f1 = copied ? ((2 * precision * recall) / (precision + recall || 1)).toFixed(3) : '';
    console.log(
      `${kind.padEnd(30)} ${(keys / all).toFixed(3).padStart(9)} ${recall.toFixed(3).padStart(6)}  ${f1}`,
    );
  }
}

async function isFound({ a, b }: Pair, stages: Stages): Promise<[compared: boolean, found: boolean]> {
  const [one, other] = await readBatch([a, b], stages);
  if (one === undefined || other === undefined || !shareKey(one.reading, other.reading))
    return [false, false];
  return [true, joinReuse(one.reading, other.reading).length > 0];
}
