import { independentChains } from './chains.ts';
import { circles } from './circles.ts';
import { dominators } from './dominators.ts';
import { grounded, roots } from './flow.ts';
import type { Inquiry } from './inquiry.ts';
import { type Answers, type ClassGraph, classesOf, contract, flowIn } from './worlds.ts';

/** What holds of one side (support or denial) of a claim over all worlds. Sources by number. */
export interface Survey {
  /** False: bounds from outside, never narrower than the truth. */
  readonly exact: boolean;
  /** κ, smallest and largest. */
  readonly bounds: Bounds;
  /** The same over organisations. */
  readonly organisations: Bounds;
  readonly roots: InWorlds<number>;
  /** Nearest to the claim first. */
  readonly chokePoints: InWorlds<number>;
  readonly circles: InWorlds<SourceCircle>;
  /** A confirmation that is asked for (see `Reading`) is grounded in every world; one stands on its own basis in every world. */
  readonly confirmed: boolean;
  readonly confirmedOnOwnBasis: boolean;
  /** A world with κ at its largest, and one with κ at its smallest. */
  readonly most: ClassGraph;
  readonly least: ClassGraph;
}

/** Smallest and largest. */
export type Bounds = readonly [number, number];

export interface InWorlds<Item> {
  readonly every: readonly Item[];
  /** In some worlds, not in all. */
  readonly some: readonly Item[];
}

export interface SourceCircle {
  readonly kind: 'grounded' | 'ungrounded';
  readonly members: readonly number[];
}

/** An inquiry, and what else is to be read off its worlds. */
export interface Reading {
  readonly inquiry: Inquiry;
  /** Pairs of parties that belong to one organisation. */
  readonly colleagues: readonly (readonly [number, number])[];
  /** Acts among the counted ones: certain confirmations by official sources. */
  readonly confirmations: readonly number[];
}

interface WorldReading {
  readonly kappa: number;
  readonly organisations: number;
  readonly roots: readonly number[];
  readonly chokePoints: readonly number[];
  readonly circles: readonly SourceCircle[];
  readonly confirmed: boolean;
  readonly confirmedOnOwnBasis: boolean;
  readonly classes: ClassGraph;
}

/** κ of every world beside the survey, for what the questions do. */
export interface ExactSurvey {
  readonly survey: Survey;
  readonly kappas: readonly number[];
}

/** Reads every one of the given worlds (at least one). Linear in the upstream, for each. */
export function surveyWorlds(reading: Reading, worlds: readonly Answers[]): ExactSurvey {
  const readings = worlds.map((answers) => readWorld(reading, answers));
  const kappas = readings.map(({ kappa }) => kappa);
  const bounds = boundsOf(kappas);
  const graphWith = (kappa: number): ClassGraph =>
    readings.find((world) => world.kappa === kappa)?.classes ?? NOTHING;
  return {
    kappas,
    survey: {
      exact: true,
      bounds,
      organisations: boundsOf(readings.map(({ organisations }) => organisations)),
      roots: inWorlds(
        readings.map((world) => world.roots),
        String,
      ),
      chokePoints: inWorlds(
        readings.map((world) => world.chokePoints),
        String,
      ),
      circles: inWorlds(
        readings.map((world) => world.circles),
        circleKey,
      ),
      confirmed: readings.every((world) => world.confirmed),
      confirmedOnOwnBasis: readings.every((world) => world.confirmedOnOwnBasis),
      most: graphWith(bounds[1]),
      least: graphWith(bounds[0]),
    },
  };
}

const NOTHING: ClassGraph = {
  graph: { size: 0, entries: [], asserting: [], next: [] },
  members: [],
  vertexOf: [],
};

function readWorld(reading: Reading, answers: Answers): WorldReading {
  const { inquiry, colleagues, confirmations } = reading;
  const flow = flowIn(inquiry, answers);
  const classes = contract(flow, classesOf(inquiry, answers), inquiry.upstream.documents);
  const { graph } = classes;
  const kappa = independentChains(graph).chains.length;
  const whole =
    colleagues.length > 0
      ? contract(flow, classesOf(inquiry, answers, colleagues), inquiry.upstream.documents).graph
      : null;
  const members = (vertices: readonly number[]): readonly number[] =>
    vertices.flatMap((v) => classes.members[v] ?? []);
  const reached = confirmations.length > 0 ? grounded(graph) : [];
  return {
    kappa,
    organisations: whole === null ? kappa : independentChains(whole).chains.length,
    roots: members(roots(graph)),
    // One exists exactly where κ is 1 (Menger).
    chokePoints: kappa === 1 ? members(dominators(graph)) : [],
    circles: circles(graph).map((circle) => ({
      ...circle,
      members: [...members(circle.members)].sort((a, b) => a - b),
    })),
    confirmed: confirmations.some((act) => reached[vertexOfAct(inquiry, classes, act)]),
    confirmedOnOwnBasis: confirmations.some((act) => flow.ownBasis[act]),
    classes,
  };
}

export function boundsOf(kappas: readonly number[]): Bounds {
  return [kappas.reduce((a, b) => Math.min(a, b)), kappas.reduce((a, b) => Math.max(a, b))];
}

function circleKey({ kind, members }: SourceCircle): string {
  return `${kind} ${members.join()}`;
}

/** Sorts items by whether every world has them, in the order of their first appearance. */
function inWorlds<Item>(worlds: readonly (readonly Item[])[], key: (item: Item) => string): InWorlds<Item> {
  const [first] = worlds;
  if (worlds.length === 1 && first !== undefined) return { every: first, some: [] };
  const counts = new Map<string, { readonly item: Item; count: number }>();
  for (const world of worlds) {
    for (const item of world) {
      const known = counts.get(key(item));
      if (known === undefined) counts.set(key(item), { item, count: 1 });
      else known.count++;
    }
  }
  const entries = [...counts.values()];
  return {
    every: entries.filter(({ count }) => count === worlds.length).map(({ item }) => item),
    some: entries.filter(({ count }) => count < worlds.length).map(({ item }) => item),
  };
}

/** The vertex of whoever speaks in an act. */
export function vertexOfAct(inquiry: Inquiry, { vertexOf }: ClassGraph, act: number): number {
  return vertexOf[inquiry.upstream.acts[act]?.source ?? -1] ?? -1;
}
