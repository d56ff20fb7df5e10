/** What a search finds, with what to open for it. */

import { ACT_WORDS, countWords, nameWords, STATUS_WORDS } from '../report/words.ts';
import { harmless } from '../text/harmless.ts';
import type { Span } from '../text/types.ts';
import type { Hit } from './api/search.ts';
import { type Found, folded } from './search-index.ts';
import type { State } from './state.ts';

/** Characters of a quotation that are shown. */
export const SHOWN = 280;

/** Sources, claims, quotations and articles that hold the words, misspelt ones too; best first. */
export const search = (state: State, text: string, limit: number): readonly Hit[] =>
  state
    .search()
    .find(text, limit)
    .flatMap((found) => hit(state, found));

function hit(state: State, { kind, id, terms }: Found): readonly Hit[] {
  const what = described(state, kind, id);
  if (!what) return [];
  const text = harmless(what.text).slice(0, SHOWN);
  const meant = new Set(terms);
  return [{ ...what, kind, id, text, marks: marksOf(text, (word) => meant.has(word)) }];
}

function described(
  state: State,
  kind: Hit['kind'],
  id: string,
): Pick<Hit, 'text' | 'note' | 'claim' | 'article'> | null {
  const { graph, assessments, index } = state;
  switch (kind) {
    case 'source': {
      const source = graph.sources.get(id);
      const claims = state.claimsOf().get(id) ?? [];
      const note = `${source?.kind.toLowerCase()}, ${countWords(claims.length, 'claim')}`;
      return source ? { text: nameWords(source), note, claim: claims[0] ?? null, article: null } : null;
    }
    case 'claim': {
      const [claim, a] = [graph.claims.get(id), assessments.get(id)];
      return claim && a
        ? { text: claim.text, note: STATUS_WORDS[a.status].label, claim: id, article: null }
        : null;
    }
    case 'article': {
      const article = graph.articles.get(id);
      const claim =
        index()
          .mentionsIn.get(id)
          ?.flatMap((m) => m.claims)[0] ?? null;
      const note = [article?.outlet, article?.publishedOn].filter(Boolean).join(', ');
      return article
        ? { text: article.title ?? article.file, note: harmless(note), claim, article: id }
        : null;
    }
    case 'quotation': {
      const m = graph.mentions.get(id);
      const statement = graph.statements.get(m?.statement ?? '');
      if (!m || !statement) return null;
      const by = nameWords(graph.sources.get(statement.source ?? '') ?? null);
      const note = harmless(`${ACT_WORDS[statement.act]} ${by}`);
      return { text: m.quote, note, claim: m.claims[0] ?? null, article: m.article };
    }
  }
}

/** Where words that are meant (folded) stand in a text. */
export function marksOf(text: string, isMeant: (word: string) => boolean): readonly Span[] {
  return [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].flatMap((match): Span[] => {
    const [word] = match;
    return isMeant(folded(word)) ? [[match.index, match.index + word.length]] : [];
  });
}
