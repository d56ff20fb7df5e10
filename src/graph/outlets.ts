/** Outlets over all articles: they stand in every affair, so they are joined by name, not article by article. */

import type { Link, LocalSource } from '../resolve/types.ts';
import { push, sortBy } from './collect.ts';

/** A name that stands for one outlet wherever it is read: of two words, or an abbreviation. */
const FULL_NAME = /^(?:[\p{Lu}\d]\S*(?:\s+[\p{Lu}\d]\S*)+|\p{Lu}{3,})$/u;

/**
 * A certain link from the smallest of the outlets of one full name to each other one; none where they are of different
 * countries. Near linear.
 */
export function sameOutlets(sources: Iterable<LocalSource>): readonly Link[] {
  const byName = new Map<string, LocalSource[]>();
  for (const source of sources) {
    const name = source.name.replace(/^the\s+/i, '');
    if (source.kind === 'Outlet' && FULL_NAME.test(name)) push(byName, name.toLowerCase(), source);
  }
  return [...byName.values()].flatMap((outlets): Link[] => {
    if (new Set(outlets.flatMap((o) => o.country ?? [])).size > 1) return [];
    const [first = '', ...others] = sortBy(outlets, (o) => o.id).map((o) => o.id);
    return others.map((other) => ({
      kind: 'source',
      a: first,
      b: other,
      judgement: 'certain',
      reason: 'same name',
      opens: null,
      question: null,
    }));
  });
}
