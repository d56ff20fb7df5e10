/** The graph and its assessments as the stable JSON that programs read (`report/1`). */

import type { Assessment } from '../corroborate/types.ts';
import type { KnowledgeGraph, MentionNode, RelianceEdge, SourceNode, StatementNode } from '../graph/types.ts';
import type { Day } from '../read/types.ts';
import { groupBy } from './group.ts';

export const REPORT_VERSION = 'report/1';

/**
 * The `report/1` object: articles, sources, statements, claims with their assessment, events; each list in the graph's order.
 * Offsets are UTF-16 code units into the article's text, end-exclusive. Linear in the size of the graph.
 */
export function reportJson(
  graph: KnowledgeGraph,
  assessments: ReadonlyMap<string, Assessment>,
  asOf: Day | null = null,
) {
  const reliances = groupBy(graph.reliances, (r) => r.from);
  const fileOf = (article: string) => graph.articles.get(article)?.file ?? article;
  const relations = groupBy(graph.relations, (r) => r.from);
  const possible = groupBy(
    graph.identities
      .filter((i) => i.judgement === 'possible')
      .flatMap((i) => [
        { at: i.a, id: i.b, reason: i.reason },
        { at: i.b, id: i.a, reason: i.reason },
      ]),
    (i) => i.at,
  );
  return {
    hearsay: REPORT_VERSION,
    asOf,
    articles: [...graph.articles.values()].map((a) => ({
      id: a.id,
      file: a.file,
      title: a.title,
      outlet: a.outlet,
      date: a.publishedOn,
      url: a.url,
    })),
    sources: [...graph.sources.values()].map((s) => ({
      ...sourceJson(s, fileOf),
      possiblySame: (possible.get(s.id) ?? []).map(({ id, reason }) => ({ id, reason })),
      reliesOn: (reliances.get(s.id) ?? []).map((r) => relianceJson(r, r.claims ?? [], fileOf)),
    })),
    statements: [...graph.statements.values()].map((s) =>
      statementJson(s, graph, reliances.get(s.id) ?? [], fileOf),
    ),
    claims: [...graph.claims.values()].map((c) => ({
      id: c.id,
      text: c.text,
      occurrence: c.occurrence,
      event: c.event,
      relations: (relations.get(c.id) ?? []).map(({ to, kind }) => ({ to, kind })),
      assessment: assessments.get(c.id) ?? null,
    })),
    events: [...graph.events.values()].map(({ id, description, from, to, place }) => ({
      id,
      description,
      from,
      to,
      place,
    })),
  };
}

export type ReportJson = ReturnType<typeof reportJson>;

type FileOf = (article: string) => string;

const sourceJson = (s: SourceNode, fileOf: FileOf) => ({
  id: s.id,
  kind: s.kind,
  name: s.name,
  aliases: s.aliases,
  named: s.named,
  official: s.official,
  country: s.country,
  reliability: s.reliability,
  partOf: s.partOf,
  mentions: s.mentions.map((m) => ({ file: fileOf(m.article), span: m.span, reason: m.reason, id: m.id })),
});

const statementJson = (
  s: StatementNode,
  graph: KnowledgeGraph,
  reliances: readonly RelianceEdge[],
  fileOf: FileOf,
) => ({
  id: s.id,
  source: s.source,
  act: s.act,
  said: { from: s.said.from, to: s.said.to, rule: s.said.rule },
  provisional: s.provisional,
  channel: s.channel,
  retracts: s.retracts,
  claims: s.claims,
  mentions: s.mentions.flatMap((id) => {
    const mention = graph.mentions.get(id);
    return mention ? [mentionJson(mention, fileOf)] : [];
  }),
  reliesOn: reliances.map((r) => relianceJson(r, r.claims ?? s.claims.map((c) => c.id), fileOf)),
});

const mentionJson = (m: MentionNode, fileOf: FileOf) => ({
  id: m.id,
  file: fileOf(m.article),
  source: m.source,
  cue: m.cue,
  content: m.content,
  claims: m.claims,
  factuality: m.factuality,
  via: m.via,
  confidence: m.confidence,
  quote: m.quote,
  reason: m.reason,
});

/** `claims`: those that the reliance holds for, never "all" left unsaid. */
const relianceJson = (r: RelianceEdge, claims: readonly string[], fileOf: FileOf) => ({
  to: r.to,
  certainty: r.certainty,
  claims,
  file: fileOf(r.article),
  cue: r.cue,
  question: r.question,
});
