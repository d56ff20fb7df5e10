/** Verbatim passages with source, cue and content marked, in what surrounds them. */

import type {
  ArticleNode,
  KnowledgeGraph,
  MentionNode,
  RelianceEdge,
  StatementNode,
} from '../graph/types.ts';
import { harmless, harmlessInPlace } from '../text/harmless.ts';
import type { Span } from '../text/types.ts';
import type { ArticleRef, PassageView } from './api/passages.ts';

/** Characters of one passage at most, what surrounds it included. */
const LIMIT = 2400;
/** Characters shown on each side of a passage, as far as its paragraph reaches. */
const AROUND = 240;

export const articleRef = (a: ArticleNode): ArticleRef => ({
  id: a.id,
  file: harmless(a.file),
  title: a.title === null ? null : harmless(a.title),
  outlet: a.outlet === null ? null : harmless(a.outlet),
  date: a.publishedOn,
});

/** The mentions of a statement that carry a claim. */
export const mentionsOn = (
  graph: KnowledgeGraph,
  statement: StatementNode,
  claim: string,
): readonly MentionNode[] =>
  statement.mentions.flatMap((id) => {
    const mention = graph.mentions.get(id);
    return mention?.claims.includes(claim) ? [mention] : [];
  });

/** The passages of mentions, those given in the article's own right first. */
export const mentionPassages = (
  graph: KnowledgeGraph,
  mentions: readonly MentionNode[],
): readonly PassageView[] =>
  [...mentions]
    .sort((a, b) => Number(a.via !== null) - Number(b.via !== null))
    .flatMap((m) => {
      const article = graph.articles.get(m.article);
      return article ? [passageIn(article, m.passage, { ...m, mention: m.id })] : [];
    });

/** Where the text says who rests on whom: the sentence-like passage around the cue. */
export function reliancePassages(graph: KnowledgeGraph, r: RelianceEdge): readonly PassageView[] {
  const article = graph.articles.get(r.article);
  if (!article) return [];
  const marks = { source: [], cue: [r.cue], content: [], mention: null, reason: '' };
  return [passageIn(article, r.cue, marks)];
}

/** The words of a span on one line; empty where the article is not there. */
export const wordsAt = (article: ArticleNode | undefined, span: Span): string =>
  harmless((article?.text ?? '').slice(...span)).trim();

interface Marks {
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
  readonly mention: string | null;
  readonly reason: string;
}

function passageIn(article: ArticleNode, whole: Span, marks: Marks): PassageView {
  const { text } = article;
  const [first, last] = shortened(whole, marks.cue[0]);
  const start = wordStart(text, Math.max(first - AROUND, lineStart(text, first)), first);
  const end = wordEnd(text, Math.min(last + AROUND, lineEnd(text, last)), last);
  const within = (spans: readonly Span[]) => spans.flatMap((span) => clamped(span, [start, end]));
  return {
    article: articleRef(article),
    mention: marks.mention,
    text: harmlessInPlace(text.slice(start, end)),
    start,
    source: within(marks.source),
    cue: within(marks.cue),
    content: within(marks.content),
    cut: start > whole[0] || end < whole[1],
    reason: harmless(marks.reason),
  };
}

/** A passage too long to show loses what is far from its cue. */
function shortened([start, end]: Span, cue: Span | undefined): Span {
  const room = LIMIT - 2 * AROUND;
  if (end - start <= room) return [start, end];
  const middle = Math.min(Math.max(cue?.[0] ?? start, start), end);
  const from = Math.max(start, Math.min(middle - room / 2, end - room));
  return [from, from + room];
}

const lineStart = (text: string, at: number): number => (at <= 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1);

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end === -1 ? text.length : end;
}

/** Moves a little inwards, never past `limit`, so that no word is torn. */
function wordStart(text: string, at: number, limit: number): number {
  if (at <= 0 || /\s/.test(text.charAt(at - 1))) return Math.max(0, at);
  const space = text.slice(at, Math.min(limit, at + 40)).search(/\s/);
  return space === -1 ? at : at + space + 1;
}

function wordEnd(text: string, at: number, limit: number): number {
  if (at >= text.length || /\s/.test(text.charAt(at))) return Math.min(text.length, at);
  const from = Math.max(limit, at - 40);
  const space = text.slice(from, at).search(/\s\S*$/);
  return space === -1 ? at : from + space;
}

function clamped([s, e]: Span, [min, max]: Span): readonly Span[] {
  const span: Span = [Math.max(s, min), Math.min(e, max)];
  return span[0] < span[1] ? [span] : [];
}
