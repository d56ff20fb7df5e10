import { countCarriers } from './carriers.ts';
import { independentChains } from './chains.ts';
import { type EvidenceIndex, indexEvidence } from './evidence.ts';
import { inquire } from './inquiry.ts';
import { surveyOuter } from './outer.ts';
import { type Cap, cuts, witnesses } from './provenance.ts';
import { weighQuestions, weighRoughly } from './questions.ts';
import { credibilityOf, statusOf } from './status.ts';
import { NOTHING, type Reading, type Survey, surveyWorlds } from './survey.ts';
import type { Assessment, Evidence, Flag, Question } from './types.ts';
import { type Side, type Upstream, upstream } from './upstream.ts';
import { answersIn, type ClassGraph, combinations, consistentWorlds } from './worlds.ts';

export interface AssessOptions {
  /**
   * Open questions of one claim up to which every world is visited; beyond, the bounds are outer bounds.
   * Default 12.
   */
  readonly questions?: number;
  /** Most minimal witnesses and most minimal cuts that are listed. Default 128. */
  readonly sets?: number;
}

/**
 * How well one claim is corroborated. Throws a RangeError when there is no such claim. For many claims use
 * `assessor`.
 */
export function assess(evidence: Evidence, claim: string, options: AssessOptions = {}): Assessment {
  return assessor(evidence, options)(claim);
}

/**
 * Every claim with its assessment, one at a time, in the order of the evidence. Linear in the evidence but
 * for large single claims.
 */
export function* assessAll(
  evidence: Evidence,
  options: AssessOptions = {},
): Iterable<readonly [claim: string, assessment: Assessment]> {
  const assessClaim = assessor(evidence, options);
  for (const claim of evidence.claims.keys()) yield [claim, assessClaim(claim)];
}

/** Looks the evidence through once, then assesses claims one by one. */
export function assessor(evidence: Evidence, options: AssessOptions = {}): (claim: string) => Assessment {
  const index = indexEvidence(evidence);
  const limit = options.questions ?? 12;
  const sets = options.sets ?? 128;
  const cap = { sets, steps: STEPS };
  const standing = new Map<string, boolean>();
  const stands = (claim: string): boolean => {
    const known = standing.get(claim) ?? surveySide(index, claim, 'support', limit).survey.bounds[1] > 0;
    standing.set(claim, known);
    return known;
  };
  return (claim) => {
    if (!evidence.claims.has(claim)) throw new RangeError(`assess: there is no claim ${claim}`);
    return assessClaim(index, claim, limit, cap, stands);
  };
}

/** Edges looked at for one list of witnesses or cuts, at most: part of a second. */
const STEPS = 5_000_000;

function assessClaim(
  index: EvidenceIndex,
  claim: string,
  limit: number,
  cap: Cap,
  stands: (claim: string) => boolean,
): Assessment {
  const support = surveySide(index, claim, 'support', limit);
  const denial = surveySide(index, claim, 'denial', limit);
  const { counted, certain, withdrawn } = support.upstream.stated;
  const { survey } = support;
  const status = statusOf({
    withdrawn: withdrawn.length > 0,
    supported: counted.length > 0,
    certain,
    support: survey.bounds,
    denialMax: denial.survey.bounds[1],
  });
  const names = (sources: readonly number[]): readonly string[] => named(support, sources);
  const sufficient = witnesses(survey.most.graph, cap);
  const critical = cuts(survey.least.graph, cap);
  const carriers = countCarriers(index, claim, counted.length > 0 ? counted : withdrawn);
  const flags: Flag[] = relationFlags(index, claim, stands);
  if (carriers === 1) flags.push('oneCarrier');
  if (sufficient.capped || critical.capped) flags.push('capped');
  return {
    status,
    officiallyConfirmed: survey.confirmed,
    officialOnOwnBasis: survey.confirmed ? survey.confirmedOnOwnBasis : null,
    provisional: counted.length > 0 && counted.every(({ provisional }) => provisional),
    independentMin: survey.bounds[0],
    independentMax: survey.bounds[1],
    organisations: survey.organisations,
    exact: survey.exact && denial.survey.exact,
    roots: names(survey.roots.every),
    rootsSomeWorlds: names(survey.roots.some),
    chokePoints: names(survey.chokePoints.every),
    chokePointsSomeWorlds: names(survey.chokePoints.some),
    chains: independentChains(survey.most.graph).chains.map((chain) =>
      vertexNames(support, survey.most, chain),
    ),
    cut: vertexNames(support, survey.least, independentChains(survey.least.graph).cut),
    witnesses: sufficient.sets.map((set) => vertexNames(support, survey.most, set)),
    cuts: critical.sets.map((set) => vertexNames(support, survey.least, set)),
    denial: {
      independentMin: denial.survey.bounds[0],
      independentMax: denial.survey.bounds[1],
      roots: named(denial, denial.survey.roots.every),
      chains: independentChains(denial.survey.most.graph).chains.map((chain) =>
        vertexNames(denial, denial.survey.most, chain),
      ),
    },
    circular: survey.circles.every.map(({ kind, members }) => ({ kind, members: names(members) })),
    carriers,
    credibility: credibilityOf(status, survey.bounds[0], denial.survey.bounds[1]),
    flags,
    questions: support.questions(),
  };
}

interface SideSurvey {
  readonly upstream: Upstream;
  readonly survey: Survey;
  readonly questions: () => readonly Question[];
}

function surveySide(index: EvidenceIndex, claim: string, side: Side, limit: number): SideSurvey {
  const rests = upstream(index, claim, side);
  if (rests.counted === 0) return { upstream: rests, survey: UNHEARD, questions: () => [] };
  const inquiry = inquire(index, rests);
  const reading: Reading = {
    inquiry,
    colleagues: colleagues(index, rests.sources),
    confirmations: rests.acts.slice(0, rests.counted).flatMap(({ statement }, act) => {
      const source = index.evidence.sources.get(statement?.source ?? '');
      const confirms = statement?.claims.some(
        (c) => c.id === claim && c.stance === 'confirms' && c.factuality === 'CT+',
      );
      return source?.official && confirms ? [act] : [];
    }),
  };
  if (inquiry.questions.length > limit || combinations(inquiry) > MOST_WORLDS) {
    const survey = surveyOuter(reading);
    return { upstream: rests, survey, questions: () => weighRoughly(inquiry, survey.bounds) };
  }
  const worlds = consistentWorlds(inquiry);
  const { survey, kappas } = surveyWorlds(reading, worlds);
  return {
    upstream: rests,
    survey,
    questions: () => weighQuestions(inquiry, answersIn(inquiry, worlds), kappas),
  };
}

/** Nobody says it. */
const UNHEARD: Survey = {
  exact: true,
  bounds: [0, 0],
  organisations: [0, 0],
  roots: { every: [], some: [] },
  chokePoints: { every: [], some: [] },
  circles: { every: [], some: [] },
  confirmed: false,
  confirmedOnOwnBasis: false,
  most: NOTHING,
  least: NOTHING,
};

/** So many worlds come of twelve questions with three answers each. */
const MOST_WORLDS = 3 ** 12;

function colleagues(
  index: EvidenceIndex,
  sources: readonly string[],
): readonly (readonly [number, number])[] {
  if (index.organisationOf.size === 0) return [];
  const first = new Map<string, number>();
  const pairs: (readonly [number, number])[] = [];
  sources.forEach((id, i) => {
    const organisation = index.organisationOf.get(id);
    if (organisation === undefined) return;
    const other = first.get(organisation);
    if (other === undefined) first.set(organisation, i);
    else pairs.push([other, i]);
  });
  return pairs;
}

function named(side: SideSurvey, sources: readonly number[]): readonly string[] {
  return sources.map((source) => side.upstream.sources[source] ?? '');
}

/** A class of sources goes by the first of them. */
function vertexNames(side: SideSurvey, classes: ClassGraph, vertices: readonly number[]): readonly string[] {
  return vertices.map((v) => side.upstream.sources[classes.members[v]?.[0] ?? -1] ?? '');
}

/** From relations between claims that still stand (some chain in some world). */
function relationFlags(index: EvidenceIndex, claim: string, stands: (claim: string) => boolean): Flag[] {
  const relations = (index.relationsOf.get(claim) ?? []).filter(
    ({ from, to, kind }) =>
      (kind === 'SUPERSEDES' && to === claim) || (kind === 'CONFLICTS_IN_VALUE' && from !== to),
  );
  const standing = relations.filter(({ from, to }) => stands(from) && stands(to));
  const flags: Flag[] = [];
  if (standing.some(({ kind }) => kind === 'SUPERSEDES')) flags.push('superseded');
  if (standing.some(({ kind }) => kind === 'CONFLICTS_IN_VALUE')) flags.push('valueConflict');
  return flags;
}
