/** One claim with everything that its chains are drawn from. */

import type { Assessment } from '../corroborate/types.ts';
import { type Side, type Upstream, upstream } from '../corroborate/upstream.ts';
import type { IdentityEdge, RelianceEdge, SourceNode, StatementNode } from '../graph/types.ts';
import { holdsFor, sourceAt } from '../report/index-of.ts';
import {
  actWords,
  assessmentWords,
  nameWords,
  RELATION_WORDS,
  STATUS_WORDS,
  saidWords,
} from '../report/words.ts';
import type { ClaimRelation } from '../resolve/types.ts';
import { harmless } from '../text/harmless.ts';
import type { Arrow, ChainSource, ClaimView } from './api/claim.ts';
import type { ClaimRow } from './api/claims.ts';
import { rowOf } from './claims.ts';
import { mentionPassages, mentionsOn, reliancePassages, wordsAt } from './passages.ts';
import { questionViews } from './questions.ts';
import type { State } from './state.ts';

/** Null where there is no such claim. `row`: other claims, as lists show them. Linear in what was said on the claim and what is upstream of it. */
export function claimView(
  state: State,
  id: string,
  row: (claim: string) => ClaimRow | null = (claim) => rowOf(state, claim),
): ClaimView | null {
  const { graph, index } = state;
  const claim = graph.claims.get(id);
  const assessment = state.assessments.get(id);
  if (!claim || !assessment) return null;
  const event = graph.events.get(claim.event ?? '') ?? null;
  const counted = countedOn(state, id);
  const statements = index().statementsOn.get(id) ?? [];
  const reliances = reliancesBehind(state, id, statements);
  const asked = new Set(assessment.questions.map((q) => q.id));
  const arrows = [
    ...statements.map((s) => saysArrow(state, id, s, counted.statements)),
    ...reliances.flatMap((r) => reliesArrow(state, r, counted.reliances, asked)),
  ];
  const shown = identitiesShown(state, assessment, arrows);
  return {
    claim: {
      id,
      short: index().short.get(id) ?? id,
      text: harmless(claim.text),
      occurrence: claim.occurrence,
    },
    event: event && {
      ...event,
      description: harmless(event.description),
      place: event.place === null ? null : harmless(event.place),
    },
    assessment,
    words: {
      status: STATUS_WORDS[assessment.status].label,
      meaning: STATUS_WORDS[assessment.status].meaning,
      beside: assessmentWords(assessment),
    },
    sources: sourcesOf(state, assessment, arrows, shown),
    arrows,
    identities: shown.map((i) => ({
      id: i.id,
      a: i.a,
      b: i.b,
      kind: i.kind,
      reason: harmless(i.reason),
      question: harmless(i.question ?? i.reason),
    })),
    questions: questionViews(state, assessment),
    ...neighbours(state, id, row),
  };
}

/** Open identities that can change the count, or join two who speak here: who else may be one of them would only crowd the drawing. */
function identitiesShown(
  { graph }: State,
  { questions }: Assessment,
  arrows: readonly Arrow[],
): readonly IdentityEdge[] {
  const pivotal = new Map(questions.map((q) => [q.id, q.pivotal]));
  const here = new Set(arrows.flatMap(({ from, to }) => [from, to]));
  return graph.identities.filter(
    ({ id, a, b, judgement }) =>
      judgement === 'possible' && pivotal.has(id) && (pivotal.get(id) || (here.has(a) && here.has(b))),
  );
}

interface Counted {
  readonly statements: ReadonlySet<string>;
  /** Reliances in every answer: neither open nor one of several directions. */
  readonly reliances: ReadonlySet<string>;
}

function countedOn({ evidence }: State, claim: string): Counted {
  const sides = (['support', 'denial'] satisfies Side[]).map((side) => upstream(evidence(), claim, side));
  return {
    statements: new Set(sides.flatMap((side) => side.stated.counted.map((s) => s.id))),
    reliances: new Set(sides.flatMap(firmReliances)),
  };
}

const firmReliances = ({ acts }: Upstream): readonly string[] =>
  acts.flatMap(({ bases }) =>
    bases.flatMap(({ reliance: r }) => (r.certainty !== 'possible' && r.alternative === null ? [r.id] : [])),
  );

/** All reliances that hold for a claim, from the statements on it down to the roots. */
function reliancesBehind(
  { index }: State,
  claim: string,
  statements: readonly StatementNode[],
): readonly RelianceEdge[] {
  const found = new Map<string, RelianceEdge>();
  const seen = new Set(statements.map((s) => s.id));
  const todo = [...seen];
  for (let at = todo.pop(); at !== undefined; at = todo.pop())
    for (const r of index().reliancesFrom.get(at) ?? []) {
      if (!holdsFor(r, claim)) continue;
      found.set(r.id, r);
      if (seen.has(r.to)) continue;
      seen.add(r.to);
      todo.push(r.to);
    }
  return [...found.values()];
}

function saysArrow(
  { graph, index }: State,
  claim: string,
  s: StatementNode,
  counted: ReadonlySet<string>,
): Arrow {
  const link = s.claims.find((c) => c.id === claim);
  const mentions = mentionsOn(graph, s, claim);
  const nested = mentions.length > 0 && mentions.every((m) => m.via !== null);
  const via = nested ? mentions.flatMap((m) => graph.statements.get(m.via ?? '')?.source ?? []) : [];
  return {
    id: s.id,
    type: 'says',
    from: s.source,
    to: null,
    statement: s.id,
    upstream: null,
    stance: link?.stance ?? null,
    act: s.act,
    factuality: link?.factuality ?? null,
    certainty: null,
    word: actWords(s.act, link?.stance ?? 'asserts'),
    said: { from: s.said.from, to: s.said.to, words: saidWords(s.said) },
    provisional: s.provisional,
    withdrawn: index().retracted.has(s.id),
    counted: counted.has(s.id),
    via: [...new Set(via)],
    channel: s.channel === null ? null : harmless(s.channel),
    question: null,
    passages: mentionPassages(graph, mentions),
  };
}

/** Longer cues are shown by their first words. */
const CUE = 60;

function reliesArrow(
  { graph, index }: State,
  r: RelianceEdge,
  counted: ReadonlySet<string>,
  asked: ReadonlySet<string>,
): readonly Arrow[] {
  const [upper, lower] = [sourceAt(graph, r.to), sourceAt(graph, r.from)];
  if (!upper || !lower) return [];
  const statement = graph.statements.get(r.to) ?? null;
  const question = r.alternative?.group ?? r.id;
  const cue = wordsAt(graph.articles.get(r.article), r.cue);
  return [
    {
      id: r.id,
      type: 'relies',
      from: upper.id,
      to: lower.id,
      statement: graph.statements.has(r.from) ? r.from : null,
      upstream: statement?.id ?? null,
      stance: null,
      act: null,
      factuality: null,
      certainty: r.certainty,
      word: cue === '' ? 'relied on' : cue.length > CUE ? `${cue.slice(0, CUE - 1)}…` : cue,
      said: statement && {
        from: statement.said.from,
        to: statement.said.to,
        words: saidWords(statement.said),
      },
      provisional: statement?.provisional ?? false,
      withdrawn: statement !== null && index().retracted.has(statement.id),
      counted: counted.has(r.id),
      via: [],
      channel: null,
      question: asked.has(question) ? question : null,
      passages: reliancePassages(graph, r),
    },
  ];
}

function sourcesOf(
  state: State,
  assessment: Assessment,
  arrows: readonly Arrow[],
  identities: readonly IdentityEdge[],
): readonly ChainSource[] {
  const { graph } = state;
  const ids = new Set([
    ...arrows.flatMap((a) => [a.from, a.to]),
    ...identities.flatMap((i) => [i.a, i.b]),
    ...assessment.roots,
    ...assessment.denial.roots,
  ]);
  const role = (id: string, always: readonly string[], some: readonly string[]) =>
    always.includes(id) ? 'always' : some.includes(id) ? 'sometimes' : null;
  return [...ids]
    .flatMap((id) => graph.sources.get(id ?? '') ?? [])
    .map((source) => ({
      ...described(source),
      partOf: source.partOf === null ? null : harmless(nameWords(graph.sources.get(source.partOf) ?? null)),
      root: role(source.id, [...assessment.roots, ...assessment.denial.roots], assessment.rootsSomeWorlds),
      choke: role(source.id, assessment.chokePoints, assessment.chokePointsSomeWorlds),
      reach: state.whole ? (state.claimsOf().get(source.id)?.length ?? 0) : null,
    }));
}

const described = (s: SourceNode) => ({
  id: s.id,
  name: harmless(s.name),
  label: harmless(nameWords(s)),
  kind: s.kind,
  aliases: s.aliases.map(harmless),
  named: s.named,
  official: s.official,
  country: s.country,
  reliability: s.reliability,
});

/** Details of the claim, and claims that contradict, replace or accompany it. */
function neighbours(
  { index }: State,
  id: string,
  row: (claim: string) => ClaimRow | null,
): Pick<ClaimView, 'details' | 'related'> {
  const { relationsFrom, relationsTo } = index();
  const [from, to] = [relationsFrom.get(id) ?? [], relationsTo.get(id) ?? []];
  const related = (kind: ClaimRelation, other: string, side: 0 | 1) => {
    const claim = row(other);
    return claim ? [{ kind, words: RELATION_WORDS[kind][side], claim }] : [];
  };
  return {
    details: to.filter((r) => r.kind === 'DETAIL_OF').flatMap((r) => row(r.from) ?? []),
    related: [
      ...from.flatMap((r) => related(r.kind, r.to, 0)),
      ...to.filter((r) => r.kind !== 'DETAIL_OF').flatMap((r) => related(r.kind, r.from, 1)),
    ],
  };
}
