import { capacitatedFlow, independentChains } from './chains.ts';
import { circles } from './circles.ts';
import { dominators } from './dominators.ts';
import { equivalence } from './equivalence.ts';
import { contributing, flagged, grounded, roots } from './flow.ts';
import { type Inquiry, NO } from './inquiry.ts';
import { type Bounds, isGrounded, membersOf, type Reading, type Survey } from './survey.ts';
import { type Answers, type ClassGraph, classesOf, contract, type Flow, flowIn } from './worlds.ts';

type Pairs = readonly (readonly [number, number])[];

/** All m up to 12 divide it. */
const UNIT = 27_720;

/**
 * Bounds of κ over the worlds that agree with `answers`, never narrower than the truth. Sources of `merged`
 * pairs are one.
 *
 * From below: only what flows in every world (more edges never lower κ). Merging sources could lower it; but
 * the sources of a cut of the merged graph cut the unmerged one too, so where each of the m sources of one
 * component of open identities carries 1/m, the flow is a lower bound. From above: whatever flows in some
 * world, and instead of merging, sources that may be one pass their support to each other both ways: chains
 * that are disjoint in a world remain so. Two maximum flows.
 */
export function outerBounds(inquiry: Inquiry, answers: Answers, merged: Pairs = []): Bounds {
  const classes = classesOf(inquiry, answers, merged);
  const sure = contract(flowIn(inquiry, answers, 'sure'), classes, inquiry.upstream.documents);
  const possible = contract(passingOn(inquiry, answers), classes, inquiry.upstream.documents);
  const kinOf = equivalence(
    openPairs(inquiry, answers).map(([a, b]) => [classes[a] ?? a, classes[b] ?? b] as const),
  );
  const kin = sure.members.map(([source = -1]) => kinOf.get(classes[source] ?? source) ?? source);
  const sizes = new Map<number, number>();
  for (const of of kin) sizes.set(of, (sizes.get(of) ?? 0) + 1);
  const share = (v: number): number => Math.floor(UNIT / (sizes.get(kin[v] ?? -1) ?? 1));
  return [
    Math.ceil(capacitatedFlow(sure.graph, share) / UNIT),
    independentChains(possible.graph).chains.length,
  ];
}

/**
 * The survey where there are too many worlds to visit: everything it says is so, yet it may not say
 * everything.
 */
export function surveyOuter(reading: Reading): Survey {
  const { inquiry, colleagues, confirmations } = reading;
  const open = inquiry.questions.map(() => null);
  const classes = classesOf(inquiry, open);
  const sureFlow = flowIn(inquiry, open, 'sure');
  const sure = contract(sureFlow, classes, inquiry.upstream.documents);
  const possible = contract(passingOn(inquiry, open), classes, inquiry.upstream.documents);
  const bounds = outerBounds(inquiry, open);
  const kinOf = equivalence(openPairs(inquiry, open));
  // A document that may be of another source is not listed where it is.
  const listed = (v: number): boolean => !(inquiry.upstream.documents[v] && kinOf.has(v));
  const everyRoot = membersOf(sure, roots(sure.graph)).filter(listed);
  const kinOfRoots = new Set(membersOf(possible, roots(possible.graph)).map((v) => kinOf.get(v) ?? v));
  const everyChoke =
    bounds[0] > 0
      ? membersOf(possible, dominators(possible.graph)).filter((v) => sureFlow.involved[v] && listed(v))
      : [];
  const carried = grounded(possible.graph);
  const passing = membersOf(
    possible,
    trueAt(contributing(possible.graph)).filter((v) => carried[v]),
  );
  const inSources = (v: number): boolean => v < inquiry.upstream.sources.length;
  const world = oneWorld(inquiry);
  return {
    exact: false,
    bounds,
    organisations: colleagues.length > 0 ? outerBounds(inquiry, open, colleagues) : bounds,
    roots: {
      every: everyRoot,
      some: without(
        passing.filter((v) => kinOfRoots.has(kinOf.get(v) ?? v) && inSources(v)),
        everyRoot,
      ),
    },
    chokePoints: {
      every: everyChoke,
      some: bounds[0] > 1 ? [] : without(passing.filter(inSources), everyChoke),
    },
    circles: { every: sureCircles(sure, possible), some: [] },
    confirmed: isGrounded(inquiry, sure, confirmations),
    confirmedOnOwnBasis: confirmations.some((act) => sureFlow.ownBasis[act]),
    most: world,
    least: world,
  };
}

function openPairs(inquiry: Inquiry, answers: Answers): Pairs {
  return inquiry.identities
    .filter(({ question }) => (answers[question] ?? null) === null)
    .map(({ a, b }) => [a, b]);
}

/** Whatever may flow, where sources that may be one pass on to each other. */
function passingOn(inquiry: Inquiry, answers: Answers): Flow {
  const flow = flowIn(inquiry, answers, 'possible');
  const pairs = openPairs(inquiry, answers);
  const joined = flagged(inquiry.parties, pairs.flat());
  return {
    ...flow,
    relays: [...flow.relays, ...pairs.flatMap(([a, b]) => [[a, b] as const, [b, a] as const])],
    involved: flow.involved.map((is, v) => is || joined[v] === true),
  };
}

/** The world in which nothing open is so. */
function oneWorld(inquiry: Inquiry): ClassGraph {
  const answers = inquiry.questions.map(({ kind, answers: all }) => (kind === 'reuse' ? all.length - 1 : NO));
  return contract(flowIn(inquiry, answers), classesOf(inquiry, answers), inquiry.upstream.documents);
}

/** Circles that every world has, where it is also sure whether anything carries them. */
function sureCircles(sure: ClassGraph, possible: ClassGraph): Survey['circles']['every'] {
  const reached = new Set(membersOf(possible, trueAt(grounded(possible.graph))));
  return circles(sure.graph)
    .map((circle) => ({ ...circle, members: [...membersOf(sure, circle.members)].sort((a, b) => a - b) }))
    .filter((circle) => circle.kind === 'grounded' || !circle.members.some((v) => reached.has(v)));
}

function without(items: readonly number[], others: readonly number[]): readonly number[] {
  const excluded = new Set(others);
  return items.filter((item) => !excluded.has(item));
}

function trueAt(flags: readonly boolean[]): readonly number[] {
  return flags.flatMap((flag, i) => (flag ? [i] : []));
}
