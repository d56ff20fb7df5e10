/** One node for every class. */

import type { Article } from '../read/types.ts';
import type { PartOf, Reading } from '../resolve/types.ts';
import { closingArcs } from './acyclic.ts';
import { commonest, indexBy, placeKey, push, sortBy, unique } from './collect.ts';
import { describeClaim, describeEvent, describeSource, describeStatement } from './merge.ts';
import type { AllClasses, GraphClasses, Pool } from './pool.ts';
import type { Rulings } from './rulings.ts';
import type { ArticleNode, ClaimNode, EventNode, MentionNode, SourceNode, StatementNode } from './types.ts';

type ById<T> = Map<string, T>;

/** A node for each class, from its members that are there, in order of ids. */
function eachClass<L, N extends { readonly id: string }>(
  classes: GraphClasses,
  locals: ReadonlyMap<string, L>,
  make: (id: string, members: readonly L[]) => N,
): ById<N> {
  return indexBy(
    [...classes.members].map(([id, members]) =>
      make(
        id,
        members.flatMap((local) => locals.get(local) ?? []),
      ),
    ),
    (node) => node.id,
  );
}

export function articleNodes(
  articles: readonly Article[],
  readings: readonly Reading[],
  classes: AllClasses,
): ById<ArticleNode> {
  const readingOf = indexBy(readings, (r) => r.article);
  const node = ({ givenId, body, ...kept }: Article): ArticleNode => {
    const reading = readingOf.get(kept.id);
    const publishedBy = reading?.outlet ? (classes.source.id(reading.outlet) ?? null) : null;
    return { ...kept, extractor: reading?.extractor ?? '', publishedBy };
  };
  return indexBy(articles.map(node), (a) => a.id);
}

export function sourceNodes(pool: Pool, { source: classes }: AllClasses, rulings: Rulings): ById<SourceNode> {
  const wholes = wholeOf(pool.partOf, classes);
  return eachClass(classes, pool.sources, (id, members): SourceNode => {
    const described = describeSource(members);
    return {
      id,
      ...described,
      official: newest(rulings.official, members) ?? described.official,
      reliability: newest(rulings.reliability, members) ?? 'F',
      partOf: wholes.get(id) ?? null,
      mentions: sortBy(
        members.flatMap((local) =>
          local.mentions.map((m) => ({
            id: m.id,
            article: local.article,
            span: m.span,
            reason: withLink(m.reason, classes.reasons.get(local.id)),
          })),
        ),
        (m) => placeKey(m.article, m.span[0], m.id),
      ),
    };
  });
}

const withLink = (within: string, between: string | undefined): string =>
  between === undefined ? within : `${within}; ${between}`;

/** The last word on any of the members (rulings are in order of time). */
function newest<T>(rulings: ReadonlyMap<string, T>, members: readonly { readonly id: string }[]): T | null {
  if (rulings.size === 0) return null;
  const ids = new Set(members.map((m) => m.id));
  return [...rulings].findLast(([local]) => ids.has(local))?.[1] ?? null;
}

/** The whole that most mentions of a part name; never in a circle. */
function wholeOf(partOf: readonly PartOf[], classes: GraphClasses): ReadonlyMap<string, string> {
  const named = new Map<string, string[]>();
  for (const { part, whole } of partOf) {
    const [from, to] = [classes.id(part), classes.id(whole)];
    if (from !== undefined && to !== undefined && from !== to) push(named, from, to);
  }
  const arcs = sortBy(named, ([from]) => from).map(([from, to]) => ({ from, to: commonest(to) ?? '' }));
  const closing = closingArcs(arcs);
  return new Map(arcs.filter((arc) => !closing.has(arc)).map(({ from, to }) => [from, to]));
}

/** In order of article and place. A mention whose statement is not there is left out. */
export function mentionNodes(
  readings: readonly Reading[],
  articles: readonly Article[],
  { statement, claim }: AllClasses,
): ById<MentionNode> {
  const textOf = new Map(articles.map((a) => [a.id, a.text]));
  const nodes: MentionNode[] = [];
  for (const reading of readings)
    for (const m of sortBy(reading.mentions, (m) => placeKey('', m.passage[0], m.id))) {
      const id = statement.id(m.statement);
      if (id === undefined) continue;
      const via = m.via === null ? null : (statement.id(m.via) ?? null);
      nodes.push({
        ...m,
        article: reading.article,
        statement: id,
        quote: (textOf.get(reading.article) ?? '').slice(...m.passage),
        claims: unique(m.claims.flatMap((c) => claim.id(c) ?? [])),
        via: via === id ? null : via,
        reason: withLink(m.reason, statement.reasons.get(m.statement)),
      });
    }
  return indexBy(nodes, (m) => m.id);
}

export function statementNodes(
  pool: Pool,
  classes: AllClasses,
  rulings: Rulings,
  mentions: ReadonlyMap<string, MentionNode>,
): ById<StatementNode> {
  const mentionsOf = new Map<string, string[]>();
  for (const m of mentions.values()) push(mentionsOf, m.statement, m.id);
  const turned = turnedClaims(pool, classes);
  return eachClass(
    classes.statement,
    pool.statements,
    (id, members): StatementNode => ({
      id,
      source: commonest(
        members.map((m) => (m.source === null ? null : (classes.source.id(m.source) ?? null))),
      ),
      ...describeStatement(members, classes.claim.id, turned, rulings.corrected),
      retracts: unique(
        members.flatMap((m) => m.retracts.flatMap((r) => classes.statement.id(r) ?? [])),
      ).filter((retracted) => retracted !== id),
      mentions: mentionsOf.get(id) ?? [],
    }),
  );
}

/** Local claims worded as a negation ("there was no deal") in a class that others tell of positively: who says them denies it. */
function turnedClaims(pool: Pool, { claim }: AllClasses): ReadonlySet<string> {
  const positive = new Set(
    [...pool.claims.values()].flatMap(({ id, features }) => (features.negated ? [] : (claim.id(id) ?? []))),
  );
  return new Set(
    [...pool.claims.values()].flatMap(({ id, features }) =>
      features.negated && positive.has(claim.id(id) ?? '') ? [id] : [],
    ),
  );
}

export const claimNodes = (pool: Pool, { claim, event }: AllClasses): ById<ClaimNode> =>
  eachClass(claim, pool.claims, (id, members) => ({ id, ...describeClaim(members, event.id) }));

export const eventNodes = (pool: Pool, { event }: AllClasses): ById<EventNode> =>
  eachClass(event, pool.events, (id, members) => ({ id, ...describeEvent(members) }));
