/** A property graph back into the typed graph: what a store kept, as the program computes with it. */

import { ACTS, CERTAINTIES, FACTUALITIES } from '../extract/types.ts';
import { type ClaimRelation, SOURCE_KINDS, type Stance } from '../resolve/types.ts';
import { indexBy, placeKey, push, sortBy } from './collect.ts';
import { STANCE_TYPES } from './property.ts';
import { read } from './read-property.ts';
import type { GraphBatch, GraphEdge, KnowledgeGraph, SourceNode } from './types.ts';

const RELATION_TYPES = ['DETAIL_OF', 'CONTRADICTS', 'CONFLICTS_IN_VALUE', 'SUPERSEDES', 'RELATED'] as const;
const RELIABILITIES = ['A', 'B', 'C', 'D', 'E', 'F'] as const;
const STANCES = Object.keys(STANCE_TYPES) as readonly Stance[];

/**
 * The inverse of `toBatch` for graphs as the builder makes them; derived relationships and assessments are passed over.
 * Throws a RangeError that names the node or relationship where the batch does not follow the schema. O(n log n).
 */
export function fromBatch(batch: GraphBatch): KnowledgeGraph {
  const nodes = (label: string) =>
    sortBy(
      batch.nodes.filter((n) => n.labels[0] === label),
      (n) => n.id,
    );
  const byType = new Map<string, GraphEdge[]>();
  for (const e of sortBy(batch.edges, (e) => e.id)) push(byType, e.type, e);
  const edges = (type: string) => byType.get(type) ?? [];
  const one = (type: string) => new Map(edges(type).map((e) => [e.from, e.to]));
  const many = (type: string) => {
    const ends = new Map<string, string[]>();
    for (const e of edges(type)) push(ends, e.from, e.to);
    return (from: string) => ends.get(from) ?? [];
  };

  const publishedBy = one('PUBLISHED_BY');
  const partOf = one('PART_OF');
  const madeBy = one('MADE_BY');
  const within = one('IN');
  const via = one('VIA');
  const about = one('ABOUT');
  const retracts = many('RETRACTS');
  const states = many('STATES');
  const statementOf = new Map(edges('HAS_MENTION').map((e) => [e.to, e.from]));
  const claimsOf = new Map<
    string,
    { id: string; stance: Stance; factuality: (typeof FACTUALITIES)[number] }[]
  >();
  for (const stance of STANCES)
    for (const e of edges(STANCE_TYPES[stance]))
      push(claimsOf, e.from, { id: e.to, stance, factuality: read(e).oneOf('factuality', FACTUALITIES) });
  const placesOf = new Map<string, SourceNode['mentions'][number][]>();
  for (const e of edges('MENTIONED_IN')) {
    const p = read(e);
    const id = e.id.slice(`${e.from}-MENTIONED_IN-`.length);
    push(placesOf, e.from, {
      id,
      article: e.to,
      span: [p.number('start'), p.number('end')],
      reason: p.string('reason'),
    });
  }

  const mentions = indexBy(
    sortBy(
      nodes('Mention').map((n) => {
        const p = read(n);
        const [passage = [0, 0] as const] = p.spans('passage');
        return {
          id: n.id,
          article: within.get(n.id) ?? '',
          statement: statementOf.get(n.id) ?? '',
          quote: p.string('quote'),
          source: p.spans('sourceSpans'),
          cue: p.spans('cueSpans'),
          content: p.spans('contentSpans'),
          passage,
          claims: [...states(n.id)].sort(),
          factuality: p.oneOf('factuality', FACTUALITIES),
          confidence: p.number('confidence'),
          via: via.get(n.id) ?? null,
          reason: p.string('reason'),
        };
      }),
      (m) => placeKey(m.article, m.passage[0], m.id),
    ),
    (m) => m.id,
  );
  const mentionsOf = new Map<string, string[]>();
  for (const m of mentions.values()) push(mentionsOf, m.statement, m.id);

  return {
    mentions,
    articles: indexBy(
      nodes('Article').map((n) => {
        const p = read(n);
        return {
          id: n.id,
          file: p.string('file'),
          title: p.maybe('title'),
          outlet: p.maybe('outlet'),
          publishedOn: p.maybe('publishedOn'),
          url: p.maybe('url'),
          author: p.maybe('author'),
          language: p.maybe('language'),
          text: p.string('text'),
          extractor: p.string('extractor'),
          publishedBy: publishedBy.get(n.id) ?? null,
        };
      }),
      (a) => a.id,
    ),
    sources: indexBy(
      nodes('Source').map((n): SourceNode => {
        const p = read(n);
        return {
          id: n.id,
          kind: p.among(n.labels, SOURCE_KINDS),
          name: p.string('name'),
          aliases: p.strings('aliases'),
          named: p.flag('named'),
          official: p.flag('official'),
          country: p.maybe('country'),
          reliability: p.oneOf('reliability', RELIABILITIES),
          partOf: partOf.get(n.id) ?? null,
          mentions: sortBy(placesOf.get(n.id) ?? [], (m) => placeKey(m.article, m.span[0], m.id)),
        };
      }),
      (s) => s.id,
    ),
    statements: indexBy(
      nodes('Statement').map((n) => {
        const p = read(n);
        return {
          id: n.id,
          source: madeBy.get(n.id) ?? null,
          act: p.oneOf('act', ACTS),
          provisional: p.flag('provisional'),
          said: { from: p.maybe('saidFrom'), to: p.maybe('saidTo'), rule: p.string('dateRule') },
          channel: p.maybe('channel'),
          retracts: [...retracts(n.id)].sort(),
          claims: sortBy(claimsOf.get(n.id) ?? [], (c) => c.id),
          mentions: mentionsOf.get(n.id) ?? [],
        };
      }),
      (s) => s.id,
    ),
    claims: indexBy(
      nodes('Claim').map((n) => ({
        id: n.id,
        text: read(n).string('text'),
        occurrence: read(n).flag('occurrence'),
        event: about.get(n.id) ?? null,
      })),
      (c) => c.id,
    ),
    events: indexBy(
      nodes('Event').map((n) => {
        const p = read(n);
        return {
          id: n.id,
          description: p.string('description'),
          from: p.maybe('from'),
          to: p.maybe('to'),
          place: p.maybe('place'),
        };
      }),
      (e) => e.id,
    ),
    reliances: edges('RELIES_ON').map((e) => {
      const p = read(e);
      const [cue = [0, 0] as const] = p.spans('cue');
      const group = p.maybe('alternativeGroup');
      return {
        id: e.id,
        from: e.from,
        to: e.to,
        certainty: p.oneOf('certainty', CERTAINTIES),
        claims: e.properties.claims === undefined ? null : p.strings('claims'),
        article: p.string('article'),
        cue,
        alternative: group === null ? null : { group, option: p.number('alternativeOption') },
        question: p.maybe('question'),
      };
    }),
    identities: sortBy([...edges('SAME_AS'), ...edges('NOT_SAME_AS')], (e) => e.id).map((e) => {
      const p = read(e);
      return {
        id: e.id,
        a: e.from,
        b: e.to,
        judgement: e.type === 'SAME_AS' ? 'possible' : 'rejected',
        kind: p.oneOf('kind', ['identity', 'origin'] as const),
        reason: p.string('reason'),
        question: p.maybe('question'),
      };
    }),
    relations: sortBy(
      RELATION_TYPES.flatMap((kind) =>
        edges(kind).map((e) => ({
          from: e.from,
          to: e.to,
          kind: kind as ClaimRelation,
          reason: read(e).string('reason'),
        })),
      ),
      (r) => `${r.kind} ${r.from} ${r.to}`,
    ),
    reuse: sortBy(edges('REUSES').map(reuseOf), (r) => `${r.from} ${r.to}`),
  };
}

function reuseOf(e: GraphEdge): KnowledgeGraph['reuse'][number] {
  const p = read(e);
  const copies = p.spans('copySpans');
  const originals = p.spans('originalSpans');
  const passages = copies.map((copy, i) => ({ copy, original: originals[i] ?? copy }));
  const ordered = e.from < e.to;
  return {
    from: ordered ? e.from : e.to,
    to: ordered ? e.to : e.from,
    direction: p.flag('directionKnown') ? (ordered ? 'to-from' : 'from-to') : null,
    score: p.number('score'),
    spans: passages.map(({ copy, original }) =>
      ordered ? { from: copy, to: original } : { from: original, to: copy },
    ),
  };
}
