/** One article with everything that was read in it. */

import type { ArticleNode, MentionNode } from '../graph/types.ts';
import { sourceAt } from '../report/index-of.ts';
import { nameWords } from '../report/words.ts';
import { harmless, harmlessInPlace } from '../text/harmless.ts';
import type { ArticleView } from './api/article.ts';
import { articleRef } from './passages.ts';
import type { State } from './state.ts';

/** Null where there is no such article. */
export function articleView(state: State, id: string): ArticleView | null {
  const { graph, index } = state;
  const article = graph.articles.get(id);
  if (!article) return null;
  return {
    ...articleRef(article),
    author: article.author === null ? null : harmless(article.author),
    url: webAddress(article.url),
    text: harmlessInPlace(article.text),
    attributions: [...(index().mentionsIn.get(id) ?? [])]
      .sort((a, b) => a.passage[0] - b.passage[0] || a.passage[1] - b.passage[1])
      .flatMap((m) => attribution(state, m)),
    relays: graph.reliances
      .filter((r) => r.article === id)
      .sort((a, b) => a.cue[0] - b.cue[0])
      .flatMap((r) => {
        const [from, to] = [labelled(state, r.from), labelled(state, r.to)];
        return from && to ? [{ id: r.id, from, to, certainty: r.certainty, cue: r.cue }] : [];
      }),
    reuses: reuses(state, article),
  };
}

function attribution(state: State, m: MentionNode): ArticleView['attributions'] {
  const { graph, assessments } = state;
  const statement = graph.statements.get(m.statement);
  if (!statement) return [];
  return [
    {
      mention: m.id,
      statement: statement.id,
      by: statement.source === null ? null : labelled(state, statement.source),
      act: statement.act,
      factuality: m.factuality,
      confidence: m.confidence,
      claims: m.claims.flatMap((id) => {
        const [claim, assessment] = [graph.claims.get(id), assessments.get(id)];
        return claim && assessment ? [{ id, text: harmless(claim.text), status: assessment.status }] : [];
      }),
      source: m.source,
      cue: m.cue,
      content: m.content,
    },
  ];
}

/** The source at the end of a reliance. */
function labelled({ graph }: State, end: string): { readonly id: string; readonly label: string } | null {
  const source = sourceAt(graph, end);
  return source && { id: source.id, label: harmless(nameWords(source)) };
}

function reuses({ graph }: State, article: ArticleNode): ArticleView['reuses'] {
  return graph.reuse.flatMap(({ from, to, direction, score }) => {
    if (from !== article.id && to !== article.id) return [];
    const other = graph.articles.get(from === article.id ? to : from);
    if (!other) return [];
    const original = direction === 'from-to' ? from : to;
    const role = direction === null ? 'open' : original === article.id ? 'original' : 'copy';
    return [{ article: articleRef(other), role, score }];
  });
}

/** An address that a page may link to; null for anything but http and https. */
function webAddress(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null;
  const { protocol, href } = new URL(url);
  return protocol === 'http:' || protocol === 'https:' ? href : null;
}
