import { stronglyConnected } from './circles.ts';
import { equivalence } from './equivalence.ts';
import { type FlowEdges, type FlowGraph, flowGraph } from './flow.ts';
import { type Inquiry, YES } from './inquiry.ts';

/** One answer to every question, as the place in its `answers`; null: still open. */
export type Answers = readonly (number | null)[];

/** Which of the parties are held for one: every party's class, named by its smallest number. */
export type Classes = readonly number[];

/** The number of ways to answer the questions, consistent or not. */
export function combinations(inquiry: Inquiry): number {
  return inquiry.questions.reduce((product, { answers }) => product * answers.length, 1);
}

/**
 * Consistent worlds: any of `reliances` with any of `identities`. Each answers its own questions and leaves
 * the others open.
 */
export interface Worlds {
  readonly reliances: readonly Answers[];
  readonly identities: readonly Answers[];
}

/**
 * All consistent worlds, those in which least is so first: identities closed under equivalence, no two
 * parties merged that are said not to be the same, one option of every group, and no statement that rests on
 * itself through an open reliance. Should no answer be free of such a circle, none is refused for it.
 * Exponential in the number of questions.
 */
export function consistentWorlds(inquiry: Inquiry): Worlds {
  const ofIdentities = new Set(inquiry.identities.map(({ question }) => question));
  const identities = combine(inquiry, (q) => ofIdentities.has(q));
  const reliances = combine(inquiry, (q) => !ofIdentities.has(q));
  const acyclic = mayCircle(inquiry)
    ? reliances.filter((answers) => !circlesBack(inquiry, answers))
    : reliances;
  return {
    reliances: acyclic.length > 0 ? acyclic : reliances,
    identities: identities.filter((answers) => isEquivalence(inquiry, answers)),
  };
}

/** The answers of every world, in the order of `reliances`, then of `identities`. */
export function answersIn(inquiry: Inquiry, worlds: Worlds): readonly Answers[] {
  return worlds.reliances.flatMap((below) =>
    worlds.identities.map((above) => inquiry.questions.map((_, q) => above[q] ?? below[q] ?? null)),
  );
}

/** Every combination of answers to the chosen questions; the others stay open. */
function combine(inquiry: Inquiry, chosen: (question: number) => boolean): readonly Answers[] {
  return inquiry.questions.reduce<readonly (readonly (number | null)[])[]>(
    (worlds, { answers }, q) => {
      if (!chosen(q)) return worlds.map((world) => [...world, null]);
      const downwards = answers.map((_, i) => answers.length - 1 - i);
      return worlds.flatMap((world) => downwards.map((answer) => [...world, answer]));
    },
    [[]],
  );
}

function isEquivalence(inquiry: Inquiry, answers: Answers): boolean {
  if (inquiry.identities.length === 0) return true;
  const classes = classesOf(inquiry, answers);
  return (
    inquiry.notSame.every(([a, b]) => classes[a] !== classes[b]) &&
    inquiry.identities.every(
      ({ a, b, question }) => (classes[a] === classes[b]) === (answers[question] === YES),
    )
  );
}

/** Whether some answers might close a circle. */
function mayCircle(inquiry: Inquiry): boolean {
  const open = inquiry.questions.map(() => null);
  return circlesBack(inquiry, open, true);
}

/**
 * Some open reliance that holds (or, with `open`, might) lies on a circle of acts. Circles of certain
 * reliances alone are facts, which no answer undoes.
 */
function circlesBack(inquiry: Inquiry, answers: Answers, open = false): boolean {
  const next: number[][] = inquiry.upstream.acts.map(() => []);
  const conditional: [number, number][] = [];
  inquiry.upstream.acts.forEach(({ bases }, from) => {
    bases.forEach(({ act }, i) => {
      const held = act === null ? false : holds(inquiry, answers, from, i);
      if (act === null || held === false || (held === 'open' && !open)) return;
      next[from]?.push(act);
      if (inquiry.conditions[from]?.[i]) conditional.push([from, act]);
    });
  });
  if (conditional.length === 0) return false;
  const component = stronglyConnected(next);
  return conditional.some(([from, to]) => component[from] === component[to]);
}

/** Whether a basis of an act holds. */
function holds(inquiry: Inquiry, answers: Answers, act: number, basis: number): boolean | 'open' {
  const condition = inquiry.conditions[act]?.[basis] ?? null;
  if (condition === null) return true;
  const answer = answers[condition.question] ?? null;
  return answer === null ? 'open' : answer === condition.answer;
}

/** The classes that the identities answered with yes make, with `further` pairs if given. */
export function classesOf(
  inquiry: Inquiry,
  answers: Answers,
  further: readonly (readonly [number, number])[] = [],
): Classes {
  const same = inquiry.identities.filter(({ question }) => answers[question] === YES);
  const classOf = equivalence([...same.map(({ a, b }) => [a, b] as const), ...further]);
  return Array.from({ length: inquiry.parties }, (_, party) => classOf.get(party) ?? party);
}

/** What flows in one world, before any sources are merged. */
export interface Flow extends FlowEdges {
  /** Sources that have a part in it. */
  readonly involved: readonly boolean[];
  /** Which counted acts rest on nobody. */
  readonly ownBasis: readonly boolean[];
}

/**
 * The flow under some answers. Where all are given, that of a world. Open reliances are taken by `reading`:
 * `sure` keeps only what flows however they are answered, `possible` whatever flows under some answer. Linear
 * in the upstream.
 */
export function flowIn(inquiry: Inquiry, answers: Answers, reading: 'sure' | 'possible' = 'sure'): Flow {
  const { upstream } = inquiry;
  const entries: number[] = [];
  const relays: (readonly [number, number])[] = [];
  const involved = new Array<boolean>(inquiry.parties).fill(false);
  const ownBasis: boolean[] = [];
  const reached = upstream.acts.map((_, act) => act < upstream.counted);
  const queue = Array.from({ length: upstream.counted }, (_, act) => act);
  for (const at of queue) {
    const act = upstream.acts[at];
    if (act === undefined) continue;
    involved[act.source] = true;
    let rests = false;
    act.bases.forEach((basis, i) => {
      const held = holds(inquiry, answers, at, i);
      if (held === false) return;
      if (held === true || reading === 'sure') rests = true;
      if (held === 'open' && reading === 'sure') return;
      involved[basis.source] = true;
      relays.push([basis.source, act.source]);
      if (basis.act === null || reached[basis.act] || upstream.acts[basis.act]?.retracted) return;
      reached[basis.act] = true;
      queue.push(basis.act);
    });
    if (!rests) entries.push(act.source);
    if (at < upstream.counted) ownBasis[at] = !rests;
  }
  return { entries, asserting: upstream.asserting, relays, involved, ownBasis };
}

/** A flow graph whose vertices are classes of sources. */
export interface ClassGraph {
  readonly graph: FlowGraph;
  /**
   * The sources in every vertex that have a part in the flow, ascending; the first stands for the class. A
   * document held for one with whoever made it is not listed beside its maker.
   */
  readonly members: readonly (readonly number[])[];
  /** The vertex of every source that has a part in the flow. */
  readonly vertexOf: readonly (number | undefined)[];
}

/** Merges the sources of each class. Vertices are in the order of their smallest members. */
export function contract(flow: Flow, classes: Classes, documents: readonly boolean[]): ClassGraph {
  const members: number[][] = [];
  const vertexOf: number[] = [];
  const vertexOfClass = new Map<number, number>();
  flow.involved.forEach((is, source) => {
    if (!is) return;
    const of = classes[source] ?? source;
    const vertex = vertexOfClass.get(of) ?? members.length;
    if (vertex === members.length) members.push([]);
    vertexOfClass.set(of, vertex);
    vertexOf[source] = vertex;
    members[vertex]?.push(source);
  });
  const makers = (sources: readonly number[]): readonly number[] => {
    const others = sources.length > 1 ? sources.filter((source) => !documents[source]) : [];
    return others.length > 0 ? others : sources;
  };
  return { graph: flowGraph(flow, vertexOf, members.length), members: members.map(makers), vertexOf };
}
