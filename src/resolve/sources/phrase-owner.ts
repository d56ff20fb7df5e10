// Whom a source speaks for or belongs to: possessor, "of", "for", or a name before the noun.
import type { Span } from '../../text/types.ts';
import { DEFINITE } from './lexicon.ts';
import { ownerPart } from './name-noun.ts';
import type { Phrase } from './phrase.ts';
import type { Parts } from './phrase-parts.ts';
import { pronounOf } from './pronouns.ts';
import type { Word } from './words.ts';

/** Reads the phrase at a place of the text. */
export type Reader = (span: Span) => Phrase;

/** Roles that speak for somebody, so that it matters for whom. */
const OWNED_ROLES = new Set(['voice', 'head', 'rank', 'reporter', 'office']);

/** The role that a part tells of, with "who chairs …". */
export const roleIn = ({ noun, leads }: Parts) =>
  leads && noun?.role !== 'voice' ? 'head' : (noun?.role ?? null);

/** Whose the source of a part is; `at` tells where words of it stand. */
export function ownerOf(
  read: Reader,
  at: (words: readonly Word[]) => Span | null,
  words: readonly Word[],
  parts: Parts,
): Phrase | null {
  const { possessor, linked, link, name, noun, before } = parts;
  const role = roleIn(parts);
  const speaks = role !== null && OWNED_ROLES.has(role);
  const premodifier = at(ownerPart(speaks && (noun !== null || name !== null) ? before : []));
  const first = words[0]?.lower ?? '';
  const place =
    at(possessor) ??
    (DEFINITE.has(first) && pronounOf(first) !== null && speaks ? at(words.slice(0, 1)) : null) ??
    (speaks || (name !== null && link === 'of') || noun?.body === 'document' ? at(linked) : null) ??
    premodifier;
  const owner = place === null ? null : read(place);
  return noun?.role === 'reporter' && place === premodifier ? asOutlet(owner) : owner;
}

/** "A Post reporter": what a reporter writes for is an outlet, also where its name is a common noun. */
const asOutlet = (phrase: Phrase | null): Phrase | null =>
  phrase !== null && phrase.name === null && /^\p{Lu}/u.test(phrase.text)
    ? { ...phrase, form: 'name', name: phrase.text, noun: null, nameClass: 'outlet' }
    : phrase;
