/** What one statement says on a claim: passages, the most telling first, and on whose word. */

import type { KnowledgeGraph, MentionNode, RelianceEdge, StatementNode } from '../graph/types.ts';
import { holdsFor, type Index, sourceAt } from './index-of.ts';
import type { Basis, Voice } from './model.ts';
import { type Passage, passageOf } from './passage.ts';

export function voiceOf(graph: KnowledgeGraph, index: Index, statement: StatementNode, claim: string): Voice {
  const link = statement.claims.find((c) => c.id === claim);
  const text = graph.claims.get(claim)?.text ?? '';
  const on = index.mentionsOn(statement.id, claim);
  const all = on.length > 0 ? on : statement.mentions.flatMap((id) => graph.mentions.get(id) ?? []);
  const mentions = all
    .map((m) => ({
      m,
      nested: Number(m.via !== null),
      telling: telling(m, text),
      copied: Number(index.copies.has(m.article)),
      day: graph.articles.get(m.article)?.publishedOn ?? '9999',
    }))
    .sort(
      (a, b) =>
        a.nested - b.nested || b.telling - a.telling || a.copied - b.copied || a.day.localeCompare(b.day),
    )
    .map(({ m }) => m);
  const nested = mentions.length > 0 && mentions.every((m) => m.via !== null);
  const via = nested ? mentions.flatMap((m) => graph.statements.get(m.via ?? '')?.source ?? []) : [];
  return {
    statement,
    source: statement.source === null ? null : (graph.sources.get(statement.source) ?? null),
    stance: link?.stance ?? 'asserts',
    factuality: link?.factuality ?? 'Uu',
    passages: mentions.flatMap((m) => mentionPassage(graph, m) ?? []),
    via: [...new Set(via)].flatMap((id) => graph.sources.get(id) ?? []),
    bases: basesOf(graph, index, statement.id, claim),
  };
}

/** How well a mention shows a claim: by the share of the claim's words in it; a quotation with half of them beats any paraphrase. */
function telling(m: MentionNode, claim: string): number {
  const wanted = stems(claim);
  const there = stems(m.quote);
  const share = [...wanted].filter((w) => there.has(w)).length / Math.max(1, wanted.size);
  const [start] = m.content[0] ?? [m.passage[0]];
  const verbatim = /^["“„«]/.test(m.quote.slice(start - m.passage[0]));
  return share + (verbatim && share >= 0.5 ? 1 : 0);
}

/** Beginnings of words, enough to find "captured" in "the capture of". */
const stems = (text: string): ReadonlySet<string> =>
  new Set((text.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? []).map((w) => w.slice(0, 5)));

function mentionPassage(graph: KnowledgeGraph, m: MentionNode): Passage | null {
  const article = graph.articles.get(m.article);
  return article ? passageOf(article, m.passage, m.cue, m.source) : null;
}

function basesOf(graph: KnowledgeGraph, index: Index, from: string, claim: string): readonly Basis[] {
  return (index.reliancesFrom.get(from) ?? [])
    .filter((r) => holdsFor(r, claim))
    .flatMap((r) => {
      const source = sourceAt(graph, r.to);
      if (!source) return [];
      const open = (index.reliancesFrom.get(source.id) ?? [])
        .filter((o) => holdsFor(o, claim))
        .flatMap((o) => {
          const target = sourceAt(graph, o.to);
          return target ? [{ source: target, question: o.question }] : [];
        });
      return [{ source, certainty: r.certainty, passage: cuePassage(graph, index, r), open }];
    });
}

/** The words of a reliance in what surrounds them: the mention they stand in, else the line. */
export function cuePassage(graph: KnowledgeGraph, index: Index, r: RelianceEdge): Passage | null {
  const article = graph.articles.get(r.article);
  if (!article) return null;
  const [s, e] = r.cue;
  const around = (index.mentionsIn.get(r.article) ?? []).find((m) => m.passage[0] <= s && e <= m.passage[1]);
  if (around) return passageOf(article, around.passage, [r.cue]);
  const lineStart = article.text.lastIndexOf('\n', s - 1) + 1;
  const lineEnd = article.text.indexOf('\n', e);
  return passageOf(
    article,
    [Math.max(lineStart, s - 120), Math.min(lineEnd === -1 ? article.text.length : lineEnd, e + 120)],
    [r.cue],
  );
}
