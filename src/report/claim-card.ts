/** One claim with everything said on it, looked up and put in order. */

import type { Assessment } from '../corroborate/types.ts';
import type { ClaimNode, EventNode, KnowledgeGraph, SourceNode } from '../graph/types.ts';
import type { ClaimRelation } from '../resolve/types.ts';
import { answerLabels } from './answers.ts';
import { byTime, chronologyOf } from './chronology.ts';
import { holdsFor, type Index, sourceAt } from './index-of.ts';
import type { Card, Circle, Unsaid, Voice } from './model.ts';
import { cuePassage, voiceOf } from './voice.ts';

/** Everything said on one claim. `details`: its details, already built. */
export function cardOf(
  graph: KnowledgeGraph,
  index: Index,
  claim: ClaimNode,
  assessment: Assessment,
  details: readonly Card[],
): Card {
  const voices = (index.statementsOn.get(claim.id) ?? []).map((s) => voiceOf(graph, index, s, claim.id));
  const live = voices.filter((v) => v.source !== null && !index.retracted.has(v.statement.id));
  const supports = byTime(live.filter((v) => v.stance !== 'denies'));
  const denials = byTime(live.filter((v) => v.stance === 'denies'));
  const own = voices.filter((v) => v.source === null);
  const sources = (ids: readonly string[]) => ids.flatMap((id) => graph.sources.get(id) ?? []);
  const always = new Set(assessment.roots);
  return {
    claim,
    short: index.short.get(claim.id) ?? claim.id,
    assessment,
    supports,
    denials,
    withdrawn: byTime(voices.filter((v) => v.source !== null && index.retracted.has(v.statement.id))),
    own,
    roots: sources([...assessment.roots, ...assessment.rootsSomeWorlds.filter((r) => !always.has(r))]).map(
      (source) => ({
        source,
        always: always.has(source.id),
      }),
    ),
    chains: assessment.chains.map(sources),
    chokePoints: sources(assessment.chokePoints),
    chokePointsSomeWorlds: sources(
      assessment.chokePointsSomeWorlds.filter((c) => !assessment.chokePoints.includes(c)),
    ),
    chronology: chronologyOf(graph, index, [...supports, ...denials]),
    circles: assessment.circular.map((c) => circleOf(graph, index, claim.id, c)),
    details,
    questions: assessment.questions
      .filter((q) => q.pivotal)
      .map((question) => ({
        question,
        labels: answerLabels(graph, question, index.reuseOptions.get(question.id) ?? []),
      })),
    unsaid: unsaidOf(graph, claim, supports, details),
    readIn: new Set([...supports, ...own].flatMap((v) => v.passages.map((p) => p.article.id))).size,
    related: relatedOf(graph, index, claim.id),
  };
}

const KIND_SHOWN: ReadonlySet<ClaimRelation> = new Set([
  'CONTRADICTS',
  'CONFLICTS_IN_VALUE',
  'SUPERSEDES',
  'RELATED',
]);

function relatedOf(graph: KnowledgeGraph, index: Index, id: string): Card['related'] {
  const line = (other: string, kind: ClaimRelation, outgoing: boolean) => {
    const claim = graph.claims.get(other);
    return claim && KIND_SHOWN.has(kind)
      ? [{ kind, outgoing, claim, short: index.short.get(other) ?? other }]
      : [];
  };
  return [
    ...(index.relationsFrom.get(id) ?? []).flatMap((r) => line(r.to, r.kind, true)),
    ...(index.relationsTo.get(id) ?? []).flatMap((r) => line(r.from, r.kind, false)),
  ];
}

function circleOf(
  graph: KnowledgeGraph,
  index: Index,
  claim: string,
  circle: Assessment['circular'][number],
): Circle {
  const members = new Set(circle.members);
  const links = (index.statementsOn.get(claim) ?? []).flatMap((s) =>
    (index.reliancesFrom.get(s.id) ?? []).flatMap((r) => {
      const from = graph.sources.get(s.source ?? '');
      const to = sourceAt(graph, r.to);
      if (!from || !to || from === to || !holdsFor(r, claim)) return [];
      return members.has(from.id) && members.has(to.id)
        ? [{ from, to, passage: cuePassage(graph, index, r) }]
        : [];
    }),
  );
  return { kind: circle.kind, links };
}

function unsaidOf(
  graph: KnowledgeGraph,
  claim: ClaimNode,
  supports: readonly Voice[],
  details: readonly Card[],
): Unsaid {
  const event = claim.event === null ? null : (graph.events.get(claim.event) ?? null);
  const sources = unique(supports.map((v) => v.source));
  const several = sources.length > 1;
  return {
    when: claim.occurrence && event !== null && event.from === null,
    place: several && event ? placeFrom(graph, event, supports, details) : null,
    onlyFrom: several
      ? details.flatMap((d) => {
          const from = unique(d.supports.map((v) => v.source));
          return from.length > 0 && from.length < sources.length ? [{ detail: d.claim, sources: from }] : [];
        })
      : [],
  };
}

/** Which of a claim's sources name the place of its event, where not all do and no detail tells it already. */
function placeFrom(
  graph: KnowledgeGraph,
  event: EventNode,
  supports: readonly Voice[],
  details: readonly Card[],
): Unsaid['place'] {
  const name = event.place;
  if (name === null || name === '' || details.some((d) => d.claim.text.includes(name))) return null;
  const says = (v: Voice) => v.statement.mentions.some((m) => graph.mentions.get(m)?.quote.includes(name));
  const sources = unique(supports.filter(says).map((v) => v.source));
  const all = unique(supports.map((v) => v.source));
  return sources.length > 0 && sources.length < all.length ? { name, sources } : null;
}

const unique = (sources: readonly (SourceNode | null)[]): readonly SourceNode[] => [
  ...new Set(sources.filter((s) => s !== null)),
];
