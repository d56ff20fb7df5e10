/** What the program found of simulated claims, beside what is true of them. */

import { fromBatch } from '../graph/from-batch.ts';
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

/** Compares each claim with the one that most of its places were read as; one that was not found is wrong. `batch`: their assessed graph. */
export function compare(truth: readonly NewsTruth[], batch: GraphBatch): Found {
  const graph = fromBatch(batch);
  const bounds = new Map(
    batch.nodes
      .filter((n) => n.labels[0] === 'Claim')
      .map((n) => [
        n.id,
        [Number(n.properties.independentMin), Number(n.properties.independentMax)] as const,
      ]),
  );
  const mentions = [...graph.mentions.values()];
  const found = truth.map(({ places, kappa }) => {
    const votes = new Map<string, number>();
    for (const { article, span } of places)
      for (const mention of mentions) {
        if (mention.article !== article) continue;
        const held = mention.content.reduce((sum, content) => sum + overlapLength(content, span), 0);
        if (held < 0.5 * spanLength(span)) continue;
        for (const claim of mention.claims) votes.set(claim, (votes.get(claim) ?? 0) + 1);
      }
    const [most] = [...votes].sort(([, a], [, b]) => b - a);
    const [least, top] = bounds.get(most?.[0] ?? '') ?? [-1, -1];
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
