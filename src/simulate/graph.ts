/** Simulated news as a graph with texts: what stores and queries are tried on. */

import type { Evidence, EvidenceSource, EvidenceStatement } from '../corroborate/types.ts';
import type {
  ArticleNode,
  ClaimNode,
  KnowledgeGraph,
  MentionNode,
  SourceNode,
  StatementNode,
} from '../graph/types.ts';
import type { Span } from '../text/types.ts';

/** Articles, statements and mentions with made-up words for evidence as `cascades` makes it. Linear. */
export function graphOf(evidence: Evidence): KnowledgeGraph {
  const articles = new Map<string, ArticleNode>();
  const mentions = new Map<string, MentionNode>();
  const statements = new Map<string, StatementNode>();
  for (const [i, statement] of [...evidence.statements.values()].entries()) {
    const made = statement.mentions.map((m, n) => mention(statement, m, n));
    for (const { article } of made) if (!articles.has(article)) articles.set(article, articleOf(article, i));
    for (const m of made) mentions.set(m.id, m);
    const day = dayOf(i);
    const { id, source, act, provisional, retracts, claims } = statement;
    const said = { from: day, to: day, rule: 'simulated' };
    statements.set(id, {
      ...{ id, source, act, provisional, retracts, claims, said, channel: null },
      mentions: made.map((m) => m.id),
    });
  }
  return {
    articles,
    statements,
    mentions,
    sources: new Map([...evidence.sources.values(), ...houses(evidence)].map((s) => [s.id, sourceOf(s)])),
    claims: new Map([...evidence.claims.keys()].map((id) => [id, claimOf(id)])),
    events: new Map(),
    reliances: evidence.reliances.map((r) => ({ ...r, article: '', cue: WORDS.cue })),
    identities: evidence.identities.map(({ id, a, b, kind, question }) => ({
      ...{ id, a, b, kind, question },
      judgement: 'possible',
      reason: question,
    })),
    relations: evidence.relations.map((r) => ({ ...r, reason: 'simulated' })),
    reuse: [],
  };
}

const TEXT = 'The spokesman said that it was so.';
const WORDS = {
  source: [0, 13],
  cue: [14, 18],
  content: [24, 33],
  passage: [0, 34],
} as const satisfies Record<string, Span>;

const dayOf = (i: number): string => new Date(Date.UTC(2024, 0, 1 + (i % 366))).toISOString().slice(0, 10);

const articleOf = (id: string, i: number): ArticleNode => ({
  id,
  file: `${id}.txt`,
  title: `Article ${id}`,
  outlet: null,
  publishedOn: dayOf(i),
  url: null,
  author: null,
  language: null,
  text: TEXT,
  extractor: 'simulated',
  publishedBy: null,
});

const mention = (
  { id, claims }: EvidenceStatement,
  { article, claims: carried, via }: EvidenceStatement['mentions'][number],
  n: number,
): MentionNode => ({
  ...{ id: `${id}/m${n}`, article, statement: id, claims: carried, via },
  quote: TEXT,
  source: [WORDS.source],
  cue: [WORDS.cue],
  content: [WORDS.content],
  passage: WORDS.passage,
  factuality: claims[0]?.factuality ?? 'Uu',
  confidence: 1,
  reason: 'simulated',
});

/** Wholes that are named only by their parts. */
function houses(evidence: Evidence): { id: string; official: boolean; partOf: null }[] {
  const wholes = new Set([...evidence.sources.values()].flatMap((s) => s.partOf ?? []));
  return [...wholes]
    .filter((id) => !evidence.sources.has(id))
    .map((id) => ({ id, official: false, partOf: null }));
}

function sourceOf(source: EvidenceSource): SourceNode {
  const { id, kind = 'Group', official, partOf } = source;
  const known = { aliases: [], named: true, country: null, reliability: 'F', mentions: [] } as const;
  return { ...known, id, kind, name: id, official, partOf };
}

const claimOf = (id: string): ClaimNode => ({
  id,
  text: `It was so, says ${id}`,
  occurrence: false,
  event: null,
});
