/** What a store finds by words. */

import { STATUSES } from '../../corroborate/types.ts';
import type { GraphEdge, GraphNode } from '../../graph/types.ts';
import { STATUS_WORDS } from '../../report/words.ts';
import type { Store } from '../../store/types.ts';
import { harmless } from '../../text/harmless.ts';
import type { Hit } from '../api/search.ts';
import { marksOf, SHOWN } from '../search.ts';
import { words } from '../search-index.ts';

/** Sources, claims and quotations that hold all the words, as they are spelt. */
export async function storedSearch(store: Store, text: string, limit: number): Promise<readonly Hit[]> {
  const asked = words(text);
  if (asked.length === 0) return [];
  const found = (await store.find(text, limit)).slice(0, limit);
  const { edges } = (
    await store.around(
      found.map((n) => n.id),
      20 * limit,
    )
  ).graph;
  return found.map((node) => hit(node, edges, asked));
}

function hit(node: GraphNode, edges: readonly GraphEdge[], asked: readonly string[]): Hit {
  const at = edges.filter((e) => e.from === node.id || e.to === node.id);
  const other = (start: string) =>
    at.flatMap((e) => [e.from, e.to]).find((end) => end !== node.id && end.startsWith(start)) ?? null;
  const { properties: p } = node;
  const text = harmless(String(p.name ?? p.text ?? p.quote ?? '')).slice(0, SHOWN);
  const marks = marksOf(text, (word) => asked.some((w) => word.startsWith(w)));
  const found = { id: node.id, text, marks };
  if (node.labels.includes('Source'))
    return {
      ...found,
      kind: 'source',
      note: (node.labels[1] ?? '').toLowerCase(),
      claim: other('cl-'),
      article: null,
    };
  if (node.labels.includes('Claim')) {
    const status = STATUSES.find((s) => s === p.status);
    return {
      ...found,
      kind: 'claim',
      note: status ? STATUS_WORDS[status].label : '',
      claim: node.id,
      article: null,
    };
  }
  const article = at.find((e) => e.type === 'IN')?.to ?? null;
  return {
    ...found,
    kind: 'quotation',
    note: '',
    claim: at.find((e) => e.type === 'STATES')?.to ?? null,
    article,
  };
}
