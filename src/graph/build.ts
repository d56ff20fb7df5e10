/** From what each article says to the one graph over all of them. */

import type { Article } from '../read/types.ts';
import type { Decisions, Reading } from '../resolve/types.ts';
import { indexBy, sortBy } from './collect.ts';
import { claimRelations, identityEdges, relianceDrafts, relianceRulings } from './edges.ts';
import { articleNodes, claimNodes, eventNodes, mentionNodes, sourceNodes, statementNodes } from './nodes.ts';
import { classesOf, gather } from './pool.ts';
import { relianceEdges } from './reliance.ts';
import { sharedText } from './reuse.ts';
import { rule } from './rulings.ts';
import type { Decision, KnowledgeGraph } from './types.ts';

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
 * The graph over all articles. Pure; the order of entries, joined decisions and links changes nothing, and neither does an
 * entry that stands there twice. Every node takes the id of its smallest mention. Near linear in the number of mentions.
 */
export function buildGraph({ entries, joined, decisions }: BuildInput): KnowledgeGraph {
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
    reliances: relianceEdges(drafts, statements, relianceRulings(classes, rulings)),
    identities: identityEdges(pool, classes, rulings),
    relations: claimRelations(pool, classes),
    reuse: shared.reuse,
  };
}
