/** Outlets over all articles: they stand in every affair, so they are joined by name, not article by article. */

import { type Known, knownByName } from '../gazetteer.ts';
import type { Link, LocalSource } from '../resolve/types.ts';
import { push, sortBy } from './collect.ts';
import { shortHash } from './ids.ts';

/** A name that stands for one outlet wherever it is read: of two words, or an abbreviation. */
const FULL_NAME = /^(?:[\p{Lu}\d]\S*(?:\s+[\p{Lu}\d]\S*)+|\p{Lu}{3,})$/u;

const bareName = ({ name }: LocalSource): string => name.replace(/^the\s+/i, '');

/** The outlet of the gazetteer that a source is called like, unless the text puts it in another country. */
function known(source: LocalSource): Known | null {
  const found = knownByName(source.name);
  if (source.kind !== 'Outlet' || found === null || found.kind === 'office') return null;
  return source.country === null || source.country === found.country ? found : null;
}

/** The name that the outlet goes by wherever it is read, in lower case; null for what has none. */
function fullName(source: LocalSource): string | null {
  if (source.kind !== 'Outlet') return null;
  const name = known(source)?.name.replace(/^the\s+/i, '') ?? bareName(source);
  return known(source) !== null || FULL_NAME.test(name) ? name.toLowerCase() : null;
}

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
 * A link from the smallest of the outlets of one full name, or of names of one outlet, to each other one; none where they are of different
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
    const [first, ...others] = sortBy(outlets, (o) => o.id);
    if (first === undefined) return [];
    return others.map((other) => ({
      kind: 'source',
      a: first.id,
      b: other.id,
      ...whySame(first, other),
      opens: null,
      question: null,
    }));
  });
}

/** Of one name they are one; of two names by the gazetteer's word. */
function whySame(a: LocalSource, b: LocalSource): Pick<Link, 'judgement' | 'reason'> {
  const found = known(a);
  if (found === null || bareName(a).toLowerCase() === bareName(b).toLowerCase())
    return { judgement: 'certain', reason: 'same name' };
  return {
    judgement: 'probable',
    reason: `${a.name} and ${b.name} are names of ${found.name} (${found.origin})`,
  };
}
