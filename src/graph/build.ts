/** From what each article says to the one graph over all of them. */

import type { Article } from '../read/types.ts';
import type { Decisions, Reading } from '../resolve/types.ts';
import { affairsOf, articlesNaming, decidedPairs, namedBy } from './affairs.ts';
import { indexBy, push, sortBy, unique } from './collect.ts';
import { claimRelations, identityEdges, relianceDrafts, relianceRulings } from './edges.ts';
import { fromBatch } from './from-batch.ts';
import { articleNodes, claimNodes, eventNodes, mentionNodes, sourceNodes, statementNodes } from './nodes.ts';
import { isOutletId } from './outlets.ts';
import { classesOf, gather } from './pool.ts';
import { toBatch } from './property.ts';
import { relianceEdges } from './reliance.ts';
import { sharedText } from './reuse.ts';
import { rule } from './rulings.ts';
import type { Decision, KnowledgeGraph, RelianceEdge } from './types.ts';
import { uniteBatches } from './unite.ts';

/** One article with what was read in it. */
export interface Entry {
  readonly article: Article;
  readonly reading: Reading;
}

export interface BuildInput {
  readonly entries: readonly Entry[];
  /** What was decided between articles. Whatever names an article that is not there is passed over. */
  readonly joined: readonly Decisions[];
  readonly decisions: readonly Decision[];
}

/**
 * The graph over all articles: that of each affair, with the outlets that they share made one. Pure; the order of entries, joined
 * decisions and links changes nothing, and neither does an entry that stands there twice. Every node takes the id of its smallest
 * mention, but for outlets of a full name, which take one made of that. Near linear in the number of mentions.
 */
export function buildGraph(input: BuildInput): KnowledgeGraph {
  const affairs = inAffairs(input);
  const [only] = affairs;
  if (only !== undefined && affairs.length === 1) return buildAffair(only);
  return fromBatch(uniteBatches(affairs.map((affair) => toBatch(buildAffair(affair)))));
}

/** The input in parts that have nothing to do with each other. */
export function inAffairs({ entries, joined, decisions }: BuildInput): readonly BuildInput[] {
  const readings = entries.map((e) => e.reading);
  const bodies = decisions.map((d) => d.body);
  const naming = articlesNaming(readings, bodies.flatMap(namedBy));
  const articleOf = new Map(readings.flatMap((r) => localsOf(r).map((local) => [local, r.article] as const)));
  const ends = joined.map((j) => endsOf(j).flatMap((end) => articleOf.get(end) ?? end));
  const pairs = ends.flatMap(([first = '', ...others]) => others.map((other) => [first, other] as const));
  const affairs = affairsOf(
    readings.map((r) => r.article),
    [...pairs, ...decidedPairs(bodies, naming)],
  );
  const place = new Map(affairs.flatMap((articles, i) => articles.map((article) => [article, i] as const)));
  const parts = affairs.map(() => ({ entries: [] as Entry[], joined: [] as Decisions[], decisions }));
  for (const entry of entries) parts[place.get(entry.article.id) ?? -1]?.entries.push(entry);
  joined.forEach((j, i) => {
    const article = ends[i]?.find((end) => place.has(end));
    parts[place.get(article ?? '') ?? -1]?.joined.push(j);
  });
  return parts;
}

/** Graph of articles that are of one affair. */
export function buildAffair({ entries, joined, decisions }: BuildInput): KnowledgeGraph {
  const distinct = sortBy(indexBy(entries, (e) => e.article.id).values(), (e) => e.article.id);
  const texts = distinct.map((e) => e.article);
  const rulings = rule(
    distinct.map((e) => e.reading),
    decisions,
  );
  const pool = gather(rulings.readings, joined);
  const classes = classesOf(pool, rulings);
  const articles = articleNodes(texts, rulings.readings, classes);
  const mentions = mentionNodes(rulings.readings, texts, classes);
  const statements = statementNodes(pool, classes, rulings, mentions);
  const shared = sharedText(
    joined.flatMap((j) => j.reuse).filter((r) => [r.from, r.to].every((id) => articles.has(id))),
    rulings.reuse,
    { articles, mentions, statements },
  );
  const drafts = [...relianceDrafts(pool, classes, rulings), ...shared.drafts];
  return {
    articles,
    sources: indexBy(
      sortBy([...sourceNodes(pool, classes, rulings).values(), ...shared.sources], (s) => s.id),
      (s) => s.id,
    ),
    statements,
    mentions,
    claims: claimNodes(pool, classes),
    events: eventNodes(pool, classes),
    reliances: limited(relianceEdges(drafts, statements, relianceRulings(classes, rulings)), mentions),
    identities: identityEdges(pool, classes, rulings),
    relations: claimRelations(pool, classes),
    reuse: shared.reuse,
  };
}

/**
 * Whom an outlet that says nothing itself has it from holds for what the article tells that says so: the same outlet stands in
 * other affairs.
 */
function limited(
  reliances: readonly RelianceEdge[],
  mentions: KnowledgeGraph['mentions'],
): readonly RelianceEdge[] {
  const open = (r: RelianceEdge) => r.claims === null && isOutletId(r.from);
  if (!reliances.some(open)) return reliances;
  const told = new Map<string, string[]>();
  for (const m of mentions.values()) for (const claim of m.claims) push(told, m.article, claim);
  return reliances.map((r) => (open(r) ? { ...r, claims: unique(told.get(r.article) ?? []) } : r));
}

const localsOf = ({ sources, statements, claims, events }: Reading): readonly string[] =>
  [sources, statements, claims, events].flatMap((locals: readonly { readonly id: string }[]) =>
    locals.map((local) => local.id),
  );

/** Local things and articles that decisions between articles speak of. */
const endsOf = ({ links, relations, reliances, reuse, retractions }: Decisions): readonly string[] => [
  ...links.flatMap(({ a, b }) => [a, b]),
  ...[...relations, ...reliances, ...reuse, ...retractions].flatMap(({ from, to }) => [from, to]),
];
