/** Articles in groups that something joins: what one of them says changes nothing outside its group. */

import { equivalence } from '../corroborate/equivalence.ts';
import type { Reading } from '../resolve/types.ts';
import { push, sortBy } from './collect.ts';
import { isOutletId } from './outlets.ts';
import type { DecisionBody } from './types.ts';

/**
 * Connected components of articles, each sorted, in order of their smallest articles. Pairs with an article that is not among
 * them are passed over. Near linear.
 */
export function affairsOf(
  articles: Iterable<string>,
  pairs: Iterable<readonly [string, string]>,
): readonly (readonly string[])[] {
  const there = new Set(articles);
  const joined = [...pairs].filter(([a, b]) => there.has(a) && there.has(b));
  const smallest = equivalence(joined);
  const members = new Map<string, string[]>();
  for (const article of [...there].sort()) push(members, smallest.get(article) ?? article, article);
  return [...members.values()];
}

/** What a decision names: mentions, classes or articles. Outlets that are known by their names bind no articles together. */
export function namedBy(body: DecisionBody): readonly string[] {
  const { kind, of, ...ends } = body as DecisionBody & { readonly of?: string };
  return [ends]
    .flatMap((named): readonly unknown[] => Object.values(named))
    .filter((id): id is string => typeof id === 'string' && !isOutletId(id));
}

/** Pairs of articles that decisions bring together. `articlesOf`: those in which what a decision names stands. */
export function decidedPairs(
  bodies: readonly DecisionBody[],
  articlesOf: (id: string) => readonly string[],
): readonly (readonly [string, string])[] {
  return bodies.flatMap((body) => {
    const [first, ...others] = namedBy(body).flatMap(articlesOf);
    return others.flatMap((other) => (first === undefined ? [] : [[first, other] as const]));
  });
}

/** 16 hexadecimal digits by which a mention, a local thing and the class that is named after it go alike. */
const DIGITS = /[0-9a-f]{16}$/;

/** The part of an id that stands in the reading of every article in which what it names stands. */
export const traceOf = (id: string): string => DIGITS.exec(id)?.[0] ?? id;

/** Where each trace stands. Linear in the readings. */
export function articlesNaming(
  readings: readonly Reading[],
  ids: readonly string[],
): (id: string) => readonly string[] {
  const found = new Map<string, string[]>();
  if (ids.length > 0)
    for (const reading of sortBy(readings, (r) => r.article)) {
      const text = JSON.stringify(reading);
      for (const id of new Set(ids)) if (text.includes(traceOf(id))) push(found, id, reading.article);
    }
  return (id) => found.get(id) ?? [];
}
