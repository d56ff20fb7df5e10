/** The order in which a claim's voices spoke, and where order is all there is between them. */

import type { KnowledgeGraph } from '../graph/types.ts';
import type { Index } from './index-of.ts';
import type { Chronology, Voice } from './model.ts';

export function byTime(voices: readonly Voice[]): readonly Voice[] {
  const key = (v: Voice) => v.statement.said.from ?? '9999';
  const later = (v: Voice) => v.statement.said.to ?? '9999';
  return [...voices].sort((a, b) => compare(key(a), key(b)) || compare(later(a), later(b)));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export function chronologyOf(graph: KnowledgeGraph, index: Index, voices: readonly Voice[]): Chronology {
  const dated = byTime(voices.filter((v) => v.statement.said.from !== null));
  const unlinked = dated.flatMap((later, i) => {
    const earlier = dated[i - 1];
    if (!earlier || earlier.source === later.source) return [];
    const apart = (earlier.statement.said.to ?? '9999') < (later.statement.said.from ?? '');
    return apart && !restsOn(graph, index, later, earlier) ? [{ earlier, later }] : [];
  });
  return { dated, undated: voices.filter((v) => v.statement.said.from === null), unlinked };
}

/** Whether the texts say that one voice stands on the other's word, by however many steps. */
function restsOn(graph: KnowledgeGraph, index: Index, voice: Voice, on: Voice): boolean {
  const seen = new Set<string>();
  const todo = [voice.statement.id];
  for (let at = todo.pop(); at !== undefined; at = todo.pop()) {
    if (at === on.statement.id || at === on.source?.id) return true;
    if (seen.has(at)) continue;
    seen.add(at);
    for (const r of index.reliancesFrom.get(at) ?? []) if (r.certainty !== 'possible') todo.push(r.to);
    const source = graph.sources.get(at);
    if (source && source.id === on.source?.id) return true;
  }
  return false;
}
