/** What assessing needs of the graph: who says what on whose word, without a word of text. */

import type { Evidence, EvidenceStatement } from '../corroborate/types.ts';
import type { Day } from '../read/types.ts';
import type { Reuse } from '../resolve/types.ts';
import type { Span } from '../text/types.ts';
import { asOf } from './as-of.ts';
import { push, unique } from './collect.ts';
import type { KnowledgeGraph, MentionNode, StatementNode } from './types.ts';

/** The evidence in a graph; with a day, what was known on that day. Linear. */
export function toEvidence(whole: KnowledgeGraph, day: Day | null = null): Evidence {
  const graph = day === null ? whole : asOf(whole, day);
  const open = graph.identities.filter((i) => i.judgement === 'possible');
  const refused = graph.identities.filter((i) => i.judgement === 'rejected');
  return {
    sources: map(graph.sources, ({ id, kind, official, partOf }) => ({ id, kind, official, partOf })),
    statements: map(graph.statements, (s) => statement(s, graph)),
    reliances: graph.reliances.map(({ id, from, to, certainty, claims, alternative, question }) => ({
      id,
      from,
      to,
      certainty,
      claims,
      alternative,
      question,
    })),
    identities: open.map(({ id, a, b, kind, question, reason }) => ({
      id,
      a,
      b,
      kind,
      question: question ?? reason,
    })),
    notSame: refused.map(({ a, b }) => [a, b] as const),
    claims: map(graph.claims, ({ id }) => ({ id })),
    relations: graph.relations.map(({ from, to, kind }) => ({ from, to, kind })),
    reuse: copied(graph),
  };
}

function statement(s: StatementNode, graph: KnowledgeGraph): EvidenceStatement {
  const { id, source, act, provisional, retracts, claims } = s;
  const mentions = s.mentions.flatMap((m) => {
    const mention = graph.mentions.get(m);
    return mention ? [{ article: mention.article, claims: mention.claims, via: mention.via }] : [];
  });
  return { id, source, act, provisional, retracts, claims, mentions };
}

/** Pairs of articles that share text, with the claims whose words stand in the shared passages on both sides. */
function copied(graph: KnowledgeGraph): Evidence['reuse'] {
  if (graph.reuse.length === 0) return [];
  const mentionsIn = new Map<string, MentionNode[]>();
  for (const m of graph.mentions.values()) push(mentionsIn, m.article, m);
  const claimsAt = (article: string, span: Span) =>
    (mentionsIn.get(article) ?? [])
      .filter((m) => (m.content.length > 0 ? m.content : m.cue).some((c) => c[0] < span[1] && span[0] < c[1]))
      .flatMap((m) => m.claims);
  return graph.reuse.map(({ from, to, spans }: Reuse) => ({
    from,
    to,
    claims: unique(
      spans.flatMap((passage) => {
        const copies = new Set(claimsAt(to, passage.to));
        return claimsAt(from, passage.from).filter((claim) => copies.has(claim));
      }),
    ),
  }));
}

function map<T, U>(nodes: ReadonlyMap<string, T>, change: (node: T) => U): ReadonlyMap<string, U> {
  return new Map([...nodes].map(([id, node]) => [id, change(node)]));
}
