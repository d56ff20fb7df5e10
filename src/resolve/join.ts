// Resolution over articles: what of one reading is one with something of another.
import { joinSources, sourceKeys } from './sources/join.ts';
import type { Decisions, Reading } from './types.ts';

/**
 * Compares one reading with each candidate, pair by pair. Symmetric: what `join(a, [b])` decides, `join(b, [a])`
 * decides too, so the order in which articles arrive changes nothing.
 */
export function join(reading: Reading, candidates: readonly Reading[]): Decisions {
  const others = candidates.filter((other) => other.article !== reading.article);
  return {
    links: others.flatMap((other) => joinSources(reading, other)),
    relations: [],
    reliances: [],
    reuse: [],
  };
}

/** Two readings without a common key have nothing that `join` would decide. */
export function blockingKeys(reading: Reading): readonly string[] {
  return sourceKeys(reading);
}
