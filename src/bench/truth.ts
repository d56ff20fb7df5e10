/** What the program found of simulated claims, beside what is true of them. */

import { indexBy, push } from '../graph/collect.ts';
import { read } from '../graph/read-property.ts';
import type { GraphBatch } from '../graph/types.ts';
import type { NewsTruth } from '../simulate/articles.ts';
import { overlapLength, spanLength } from '../text/span.ts';

export interface Found {
  readonly claims: number;
  /** Bounds that hold the number of roots which the claim really has. */
  readonly holding: number;
  /** Bounds that are those of the claim's roots, with what the texts leave open. */
  readonly equal: number;
}

export const NONE_FOUND: Found = { claims: 0, holding: 0, equal: 0 };

export const plus = (a: Found, b: Found): Found => ({
  claims: a.claims + b.claims,
  holding: a.holding + b.holding,
  equal: a.equal + b.equal,
});

/**
 * Compares each claim with the one that most of its places were read as; one that was not found is wrong. `graph`: assessed, with the
 * mentions of the articles concerned, where they stand and what they state. Linear in places and mentions where articles are short.
 */
export function compare(truth: readonly NewsTruth[], { nodes, edges }: GraphBatch): Found {
  const byId = indexBy(nodes, (n) => n.id);
  const mentionsIn = new Map<string, string[]>();
  const statedBy = new Map<string, string[]>();
  for (const { type, from, to } of edges) {
    if (type === 'IN') push(mentionsIn, to, from);
    if (type === 'STATES') push(statedBy, from, to);
  }
  const found = truth.map(({ places, kappa }) => {
    const votes = new Map<string, number>();
    for (const { article, span } of places)
      for (const id of mentionsIn.get(article) ?? []) {
        const mention = byId.get(id);
        const contents = mention === undefined ? [] : read(mention).spans('contentSpans');
        const held = contents.reduce((sum, content) => sum + overlapLength(content, span), 0);
        if (held < 0.5 * spanLength(span)) continue;
        for (const claim of statedBy.get(id) ?? []) votes.set(claim, (votes.get(claim) ?? 0) + 1);
      }
    const [most] = [...votes].sort(([, a], [, b]) => b - a);
    const claim = byId.get(most?.[0] ?? '')?.properties;
    const [least, top] = claim ? [Number(claim.independentMin), Number(claim.independentMax)] : [-1, -1];
    return {
      holding: least <= kappa[1] && kappa[1] <= top,
      equal: least === kappa[0] && top === kappa[1],
    };
  });
  return {
    claims: truth.length,
    holding: found.filter((f) => f.holding).length,
    equal: found.filter((f) => f.equal).length,
  };
}
