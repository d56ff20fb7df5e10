/** Everything that can be found by words: sources, claims, quotations, articles. */

import MiniSearch from 'minisearch';
import type { Hit } from './api/search.ts';
import type { State } from './state.ts';

export interface SearchIndex {
  /** Best first; `terms`: words of the entry that were meant. */
  find(text: string, limit: number): readonly Found[];
}

export interface Found {
  readonly kind: Hit['kind'];
  readonly id: string;
  readonly terms: readonly string[];
}

interface Entry {
  /** The kind's place in `KINDS`, and the id: ids are unique among one kind only. */
  readonly id: string;
  readonly text: string;
}

const KINDS: readonly Hit['kind'][] = ['source', 'claim', 'article', 'quotation'];
const BOOST: Readonly<Record<Hit['kind'], number>> = { source: 1.6, claim: 1.4, article: 1.1, quotation: 1 };

/** Words and characters of an entry that are looked at; a name or a quotation has far fewer. */
const LONGEST = 2000;
const WORD = 32;
/** Words of a question that are looked at. */
const ASKED = 8;

/**
 * Words are folded (case, accents) and found by their beginnings and with typing mistakes: one letter in short words, two in
 * words of six letters or more, which two swapped letters amount to. Linear in the texts.
 */
export function searchIndexOf(state: State): SearchIndex {
  const index = new MiniSearch<Entry>({ fields: ['text'], tokenize: words, processTerm: (word) => word });
  index.addAll([...entries(state)]);
  return {
    find: (text, limit) =>
      index
        .search(words(text).slice(0, ASKED).join(' '), {
          combineWith: 'AND',
          prefix: (word) => word.length > 1,
          fuzzy: (word) => (word.length > 5 ? 2 : word.length > 3 ? 1 : false),
          boostDocument: (id) => BOOST[kindOf(String(id))],
        })
        .slice(0, limit)
        .map(({ id, terms }) => ({ kind: kindOf(String(id)), id: String(id).slice(1), terms })),
  };
}

function* entries({ graph, assessments }: State): Iterable<Entry> {
  const entry = (kind: Hit['kind'], id: string, text: string): Entry => ({
    id: `${KINDS.indexOf(kind)}${id}`,
    text: text.slice(0, LONGEST),
  });
  for (const s of graph.sources.values()) yield entry('source', s.id, [s.name, ...s.aliases].join(' '));
  for (const id of assessments.keys()) yield entry('claim', id, graph.claims.get(id)?.text ?? '');
  for (const a of graph.articles.values()) if (a.title !== null) yield entry('article', a.id, a.title);
  for (const m of graph.mentions.values()) yield entry('quotation', m.id, m.quote);
}

const kindOf = (id: string): Hit['kind'] => KINDS[Number(id.charAt(0))] ?? 'quotation';

/** Runs of letters, marks and digits, folded; the beginning of one that is too long. */
export const words = (text: string): string[] =>
  (text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).map(folded).filter((word) => word !== '');

export const folded = (word: string): string =>
  word.slice(0, WORD).normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
