/** Where a page of claims ends: what the list is ordered by, of its last claim. */

import { EXIT, HearsayError } from '../errors.ts';
import type { GraphNode } from '../graph/types.ts';

export interface ClaimPlace {
  readonly carriers: number;
  readonly independent: number;
  readonly id: string;
}

const number = (claim: GraphNode, property: string): number => Number(claim.properties[property] ?? 0);

/** As text that `claimPlace` reads. */
export const placeOf = (claim: GraphNode): string =>
  `${number(claim, 'carriers')}.${number(claim, 'independentMax')}.${claim.id}`;

/** Before all claims where there is no text. Throws a `HearsayError` where the text is no place. */
export function claimPlace(text: string | undefined): ClaimPlace {
  if (text === undefined) return { carriers: Number.MAX_SAFE_INTEGER, independent: 0, id: '' };
  const [, carriers, independent, id] = /^(\d{1,15})\.(\d{1,15})\.([\s\S]+)$/.exec(text) ?? [];
  if (id === undefined)
    throw new HearsayError('this is no place in the list of claims', {
      exitCode: EXIT.usage,
      remedy: 'begin at its start',
    });
  return { carriers: Number(carriers), independent: Number(independent), id };
}

/** One page out of the claims that follow, of which one more than `limit` was asked for. */
export function pageOf(found: readonly GraphNode[], limit: number) {
  const claims = found.slice(0, limit);
  const last = claims.at(-1);
  return { claims, next: found.length > limit && last !== undefined ? placeOf(last) : null };
}
