/** What copied text means for who rests on whom. */

import type { Reuse } from '../resolve/types.ts';
import type { Span } from '../text/types.ts';
import { indexBy, placeKey, push, sortBy, unique } from './collect.ts';
import { classId } from './ids.ts';
import type { RelianceDraft } from './reliance.ts';
import { type ReuseRuling, reuseKey } from './rulings.ts';
import type { ArticleNode, MentionNode, SourceNode, StatementNode } from './types.ts';

interface Carried {
  readonly articles: ReadonlyMap<string, ArticleNode>;
  readonly mentions: ReadonlyMap<string, MentionNode>;
  readonly statements: ReadonlyMap<string, StatementNode>;
}

export interface SharedText {
  readonly reuse: readonly Reuse[];
  readonly drafts: readonly RelianceDraft[];
  /** The third texts that two articles may both have from. */
  readonly sources: readonly SourceNode[];
}

/**
 * Two statements by different sources whose words stand in one copied passage. What an outlet copied and gives as its own relies
 * on the original where it is known which is which; where it is not, and both give it as their own, exactly one of three holds:
 * one from the other, the other from the one, both from a third text.
 * Who copies what somebody else said only carries it. `rulings`: what an analyst said of the direction, by `reuseKey`.
 * Near linear in mentions and passages.
 */
export function sharedText(
  found: readonly Reuse[],
  rulings: ReadonlyMap<string, ReuseRuling>,
  { articles, mentions, statements }: Carried,
): SharedText {
  const byArticle = new Map<string, MentionNode[]>();
  for (const m of mentions.values()) if (m.via === null) push(byArticle, m.article, m);
  const isOwn = (m: MentionNode) =>
    statements.get(m.statement)?.source === articles.get(m.article)?.publishedBy;
  const reuse = merged(found);
  const drafts: RelianceDraft[] = [];
  const sources: SourceNode[] = [];
  const open: { shared: Reuse; direction: 'third' | null; pairs: readonly CopiedPair[] }[] = [];
  for (const shared of reuse) {
    const ruling = rulings.get(reuseKey(shared));
    const direction = ruling ? directionOf(ruling, shared) : shared.direction;
    const pairs = copiedPairs(shared, byArticle, statements);
    if (direction === 'from-to')
      drafts.push(...pairs.filter((p) => isOwn(p.to)).map((p) => copied(p.to, p.from, p.claims)));
    else if (direction === 'to-from')
      drafts.push(...pairs.filter((p) => isOwn(p.from)).map((p) => copied(p.from, p.to, p.claims)));
    else open.push({ shared, direction, pairs: pairs.filter((p) => isOwn(p.from) && isOwn(p.to)) });
  }
  const originals = new Map<string, string[]>();
  for (const { from, to } of drafts) push(originals, from, to);
  const known = ({ from, to }: CopiedPair) =>
    originals.get(from.statement)?.some((original) => originals.get(to.statement)?.includes(original));
  for (const { shared, direction, pairs: all } of open) {
    // Two copies of one known original need no third text.
    const pairs = all.filter((pair) => !known(pair));
    if (pairs.length === 0) continue;
    const third = thirdText(shared, pairs);
    sources.push(third);
    for (const pair of pairs) {
      const both = [pair.from, pair.to].map((copy) => rests(copy, third.id, pair.claims));
      drafts.push(...(direction === 'third' ? both : alternatives(pair, both)));
    }
  }
  return { reuse, drafts, sources };
}

interface CopiedPair {
  readonly from: MentionNode;
  readonly to: MentionNode;
  readonly claims: readonly string[];
}

/** Statements of two sources on one claim that stand in corresponding passages, each pair of statements once. */
function copiedPairs(
  shared: Reuse,
  byArticle: ReadonlyMap<string, readonly MentionNode[]>,
  statements: ReadonlyMap<string, StatementNode>,
): CopiedPair[] {
  const source = (m: MentionNode) => statements.get(m.statement)?.source ?? null;
  const standing = (article: string, span: Span) =>
    (byArticle.get(article) ?? []).filter(
      (m) => source(m) !== null && m.content.some((c) => overlap(c, span)),
    );
  const pairs = new Map<string, CopiedPair>();
  for (const passage of shared.spans)
    for (const from of standing(shared.from, passage.from))
      for (const to of standing(shared.to, passage.to)) {
        if (from.statement === to.statement || source(from) === source(to)) continue;
        const key = `${from.statement} ${to.statement}`;
        const before = pairs.get(key)?.claims ?? [];
        const claims = unique([...before, ...from.claims.filter((c) => to.claims.includes(c))]);
        if (claims.length > 0)
          pairs.set(key, { from: pairs.get(key)?.from ?? from, to: pairs.get(key)?.to ?? to, claims });
      }
  return [...pairs.values()];
}

/** One entry a pair of articles, the smaller id first. */
function merged(found: readonly Reuse[]): Reuse[] {
  const best = new Map<string, Reuse>();
  for (const reuse of found.map(ordered)) {
    const before = best.get(reuseKey(reuse));
    if (before === undefined || rank(reuse) > rank(before)) best.set(reuseKey(reuse), reuse);
  }
  return sortBy(best.values(), reuseKey);
}

const rank = (r: Reuse): string => `${r.score.toFixed(6)} ${r.direction ?? ''} ${JSON.stringify(r.spans)}`;

const FLIPPED = { 'from-to': 'to-from', 'to-from': 'from-to' } as const;

function ordered(r: Reuse): Reuse {
  if (r.from < r.to) return r;
  return {
    from: r.to,
    to: r.from,
    direction: r.direction && FLIPPED[r.direction],
    score: r.score,
    spans: r.spans.map(({ from, to }) => ({ from: to, to: from })),
  };
}

const overlap = (a: Span, b: Span) => a[0] < b[1] && b[0] < a[1];

const rests = (on: MentionNode, to: string, claims: readonly string[]): RelianceDraft => ({
  from: on.statement,
  to,
  certainty: 'implied',
  claims,
  article: on.article,
  cue: on.passage,
  alternative: null,
  question: null,
});

const copied = (copy: MentionNode, original: MentionNode, claims: readonly string[]) =>
  rests(copy, original.statement, claims);

function alternatives({ from, to, claims }: CopiedPair, third: readonly RelianceDraft[]): RelianceDraft[] {
  const group = unique([from.statement, to.statement]).join(' ');
  const [first, second] = from.statement < to.statement ? [from, to] : [to, from];
  const question = 'Two texts share these words: which is from which, or are both from a third?';
  const option = (number: number, draft: RelianceDraft): RelianceDraft => ({
    ...draft,
    certainty: 'possible',
    alternative: { group, option: number },
    question,
  });
  return [
    option(1, copied(first, second, claims)),
    option(2, copied(second, first, claims)),
    ...third.map((draft) => option(3, draft)),
  ];
}

/** A text that nobody has seen: a root of its own if both copied it. */
function thirdText(shared: Reuse, pairs: readonly CopiedPair[]): SourceNode {
  const places = indexBy(
    pairs.flatMap((p) => [p.from, p.to]),
    (m) => m.id,
  );
  return {
    id: classId('source', `shared ${reuseKey(shared)}`),
    kind: 'Document',
    name: 'a text that both articles may have copied',
    aliases: [],
    named: false,
    official: false,
    country: null,
    reliability: 'F',
    partOf: null,
    mentions: sortBy(places.values(), (m) => placeKey(m.article, m.passage[0], m.id)).map((m) => ({
      id: m.id,
      article: m.article,
      span: m.passage,
      reason: 'the words that two articles share',
    })),
  };
}

const directionOf = (ruling: ReuseRuling, shared: Reuse): ReuseRuling['direction'] =>
  ruling.direction === 'third' || ruling.from === shared.from ? ruling.direction : FLIPPED[ruling.direction];
