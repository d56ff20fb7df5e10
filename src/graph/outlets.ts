/** Outlets over all articles: they stand in every affair, so they are joined by name, not article by article. */

import type { Link, LocalSource } from '../resolve/types.ts';
import { push, sortBy } from './collect.ts';
import { shortHash } from './ids.ts';

/** A name that stands for one outlet wherever it is read: of two words, or an abbreviation. */
const FULL_NAME = /^(?:[\p{Lu}\d]\S*(?:\s+[\p{Lu}\d]\S*)+|\p{Lu}{3,})$/u;

const fullName = ({ kind, name }: LocalSource): string | null => {
  const bare = name.replace(/^the\s+/i, '');
  return kind === 'Outlet' && FULL_NAME.test(bare) ? bare.toLowerCase() : null;
};

/**
 * The id of an outlet of a full name, made of the name and the country where one is told; null for every other source. Outlets stand in
 * affairs that have nothing else in common: an id made of mentions would change everywhere with each article.
 */
export function outletId(source: LocalSource): string | null {
  const name = fullName(source);
  // Ids of classes are of hexadecimal digits alone: none of them begins so.
  return name === null ? null : `src-o${shortHash(`${name} ${source.country ?? ''}`).slice(1)}`;
}

export const isOutletId = (id: string): boolean => id.startsWith('src-o');

/**
 * A certain link from the smallest of the outlets of one full name to each other one; none where they are of different
 * countries. Near linear.
 */
export function sameOutlets(sources: Iterable<LocalSource>): readonly Link[] {
  const byName = new Map<string, LocalSource[]>();
  for (const source of sources) {
    const name = fullName(source);
    if (name !== null) push(byName, name, source);
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
