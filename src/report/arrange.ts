/** Arranges a graph and its assessments into what a report says: which claims in full, which apart, what to ask next. */

import type { Assessment, Status } from '../corroborate/types.ts';
import type { ClaimNode, KnowledgeGraph } from '../graph/types.ts';
import type { Day } from '../read/types.ts';
import { cardOf } from './claim-card.ts';
import { compareDays, copyings } from './copying.ts';
import { groupBy } from './group.ts';
import { shortIds } from './ids.ts';
import { indexOf } from './index-of.ts';
import type { AskNext, Card, Report } from './model.ts';

const FULL: ReadonlySet<Status> = new Set([
  'corroborated',
  'independence-open',
  'disputed',
  'denied',
  'circular',
  'retracted',
]);

/** Arranges a graph and its assessments for people; claims without an assessment are left out. Near linear in the graph. */
export function arrange(
  graph: KnowledgeGraph,
  assessments: ReadonlyMap<string, Assessment>,
  asOf: Day | null = null,
): Report {
  const index = indexOf(graph);
  const assessed = [...graph.claims.values()].filter((c) => assessments.has(c.id));
  const mainOf = mains(graph);
  const byMain = groupBy(assessed, (c) => mainOf(c.id));
  const cards = new Map<string, Card>();
  const build = (claim: ClaimNode, details: readonly Card[]): Card | null => {
    const assessment = assessments.get(claim.id);
    if (!assessment) return null;
    const card = cardOf(graph, index, claim, assessment, details);
    cards.set(claim.id, card);
    return card;
  };

  const sections = {
    contested: [] as Card[],
    single: [] as Card[],
    hedged: [] as Card[],
    unsourced: [] as Card[],
  };
  for (const [mainId, group] of byMain) {
    const apart = (c: ClaimNode) => {
      const status = assessments.get(c.id)?.status;
      return c.id !== mainId && (status === 'hedged' || status === 'unsourced');
    };
    const main = group.find((c) => c.id === mainId);
    const details = group.filter((c) => c.id !== mainId && !apart(c));
    const detailCards = sorted(details.flatMap((c) => build(c, []) ?? []));
    for (const c of group.filter(apart)) place(sections, build(c, []));
    const head = main ? build(main, detailCards) : null;
    if (head) place(sections, head);
    else for (const card of detailCards) place(sections, card);
  }
  return {
    asOf,
    articles: [...graph.articles.values()].sort(compareDays),
    copyings: copyings(graph),
    sources: graph.sources.size,
    statements: graph.statements.size,
    statuses: counts(assessed.flatMap((c) => assessments.get(c.id)?.status ?? [])),
    contested: sorted(sections.contested),
    single: sorted(sections.single),
    hedged: sorted(sections.hedged),
    unsourced: sorted(sections.unsourced),
    questions: askNext([...cards.values()]),
    unnamedRoots: unnamedRoots([...cards.values()]),
  };
}

/** A group stands where the weightiest of its claims belongs. */
function place(
  sections: { contested: Card[]; single: Card[]; hedged: Card[]; unsourced: Card[] },
  card: Card | null,
): void {
  if (card === null) return;
  const statuses = [card.assessment.status, ...card.details.map((d) => d.assessment.status)];
  if (statuses.some((s) => FULL.has(s))) sections.contested.push(card);
  else if (statuses.includes('single-source')) sections.single.push(card);
  else if (statuses.includes('hedged')) sections.hedged.push(card);
  else sections.unsourced.push(card);
}

/** Most spoken about first, then what happened before what is told of it, then by place in the texts (graph order). */
function sorted(cards: readonly Card[]): readonly Card[] {
  const weight = (c: Card): number =>
    new Set([...c.supports, ...c.denials].map((v) => v.source?.id)).size * 4 +
    (c.claim.occurrence ? 2 : 0) +
    Math.min(c.details.length, 1);
  const order = new Map(cards.map((c, i) => [c, earliest(c) * cards.length + i]));
  return [...cards].sort((a, b) => weight(b) - weight(a) || (order.get(a) ?? 0) - (order.get(b) ?? 0));
}

function earliest(card: Card): number {
  const starts = [...card.supports, ...card.denials, ...card.own].flatMap((v) =>
    v.passages.map((p) => p.span[0]),
  );
  return starts.length === 0 ? 0 : starts.reduce((a, b) => Math.min(a, b));
}

/** The claim at the end of a claim's DETAIL_OF links; a ring of them ends at its smallest id. */
function mains(graph: KnowledgeGraph): (id: string) => string {
  const up = new Map<string, string>();
  for (const r of graph.relations) if (r.kind === 'DETAIL_OF' && !up.has(r.from)) up.set(r.from, r.to);
  return (id) => {
    const seen = new Set<string>();
    let at = id;
    for (let next = up.get(at); next !== undefined && graph.claims.has(next); next = up.get(at)) {
      if (seen.has(at)) return [...seen].sort()[0] ?? id;
      seen.add(at);
      at = next;
    }
    return at;
  };
}

function counts<T>(items: readonly T[]): ReadonlyMap<T, number> {
  return new Map([...groupBy(items, (x) => x)].map(([key, group]) => [key, group.length]));
}

function unnamedRoots(cards: readonly Card[]): Report['unnamedRoots'] {
  const found = cards
    .filter((card) => card.assessment.status !== 'unsourced')
    .flatMap((card) => card.roots.map(({ source }) => ({ source, card })))
    .filter(({ source }) => !source.named || source.kind === 'Document');
  return [...groupBy(found, (f) => f.source)]
    .map(([source, group]) => ({ source, cards: group.map((g) => g.card) }))
    .filter(({ cards: on }) => on.length > 1 || on.some((c) => FULL.has(c.assessment.status)))
    .sort((a, b) => b.cards.length - a.cards.length);
}

/** Pivotal questions over all claims: those that move most claims first. */
function askNext(cards: readonly Card[]): readonly AskNext[] {
  const asked = cards.flatMap((card) => card.questions.map(({ question }) => ({ card, question })));
  const byId = groupBy(asked, (a) => a.question.id);
  const short = shortIds(byId.keys());
  return [...byId]
    .flatMap(([id, group]) => {
      const first = group[0]?.question;
      if (first === undefined) return [];
      return [{ id, short: short.get(id) ?? id, text: first.text, cards: group.map((g) => g.card) }];
    })
    .sort((a, b) => b.cards.length - a.cards.length);
}
