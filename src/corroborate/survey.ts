import { independentChains } from './chains.ts';
import { circles } from './circles.ts';
import { dominators } from './dominators.ts';
import { grounded, roots } from './flow.ts';
import type { Inquiry } from './inquiry.ts';
import { type ClassGraph, classesOf, contract, flowIn, type Worlds } from './worlds.ts';

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
  /**
   * A confirmation that is asked for (see `Reading`) is grounded in every world; one stands on its own basis
   * in every world.
   */
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

/** κ of every world, in the order of `answersIn`, beside the survey. */
export interface ExactSurvey {
  readonly survey: Survey;
  readonly kappas: readonly number[];
}

/** Reads every one of the given worlds (at least one). Linear in the upstream, for each. */
export function surveyWorlds(reading: Reading, worlds: Worlds): ExactSurvey {
  const { inquiry, colleagues, confirmations } = reading;
  const { documents } = inquiry.upstream;
  const classes = worlds.identities.map((answers) => classesOf(inquiry, answers));
  const houses =
    colleagues.length > 0
      ? worlds.identities.map((answers) => classesOf(inquiry, answers, colleagues))
      : null;
  const kappas: number[] = [];
  const organisations: number[] = [];
  const ownRoots = tally<number>(String);
  const chokePoints = tally<number>(String);
  const rings = tally<SourceCircle>(({ kind, members }) => `${kind} ${members.join()}`);
  let confirmed = true;
  let confirmedOnOwnBasis = true;
  let most: Extreme | null = null;
  let least: Extreme | null = null;
  for (const answers of worlds.reliances) {
    const flow = flowIn(inquiry, answers);
    confirmedOnOwnBasis &&= confirmations.some((act) => flow.ownBasis[act]);
    for (let i = 0; i < classes.length; i++) {
      const world = contract(flow, classes[i] ?? [], documents);
      const kappa = independentChains(world.graph).chains.length;
      kappas.push(kappa);
      const house = houses?.[i];
      organisations.push(
        house === undefined ? kappa : independentChains(contract(flow, house, documents).graph).chains.length,
      );
      ownRoots.add(membersOf(world, roots(world.graph)));
      // One exists exactly where κ is 1 (Menger).
      if (kappa === 1) chokePoints.add(membersOf(world, dominators(world.graph)));
      rings.add(
        circles(world.graph).map((circle) => ({
          ...circle,
          members: membersOf(world, circle.members).sort(ascending),
        })),
      );
      confirmed &&= isGrounded(inquiry, world, confirmations);
      if (most === null || kappa > most.kappa) most = { kappa, world };
      if (least === null || kappa < least.kappa) least = { kappa, world };
    }
  }
  return {
    kappas,
    survey: {
      exact: true,
      bounds: boundsOf(kappas),
      organisations: boundsOf(organisations),
      roots: ownRoots.in(kappas.length),
      chokePoints: chokePoints.in(kappas.length),
      circles: rings.in(kappas.length),
      confirmed,
      confirmedOnOwnBasis,
      most: most?.world ?? NOTHING,
      least: least?.world ?? NOTHING,
    },
  };
}

interface Extreme {
  readonly kappa: number;
  readonly world: ClassGraph;
}

/** The flow where there is none. */
export const NOTHING: ClassGraph = {
  graph: { size: 0, entries: [], asserting: [], next: [] },
  members: [],
  vertexOf: [],
};

export function boundsOf(kappas: readonly number[]): Bounds {
  let [least, most] = [Infinity, -Infinity];
  for (const kappa of kappas) {
    if (kappa < least) least = kappa;
    if (kappa > most) most = kappa;
  }
  return [least, most];
}

/** The sources of these vertices, in their order. */
export function membersOf(classes: ClassGraph, vertices: readonly number[]): number[] {
  const sources: number[] = [];
  for (const v of vertices) for (const source of classes.members[v] ?? []) sources.push(source);
  return sources;
}

function ascending(a: number, b: number): number {
  return a - b;
}

/** Some confirmation is by a source that something supports. */
export function isGrounded(inquiry: Inquiry, world: ClassGraph, confirmations: readonly number[]): boolean {
  if (confirmations.length === 0) return false;
  const reached = grounded(world.graph);
  return confirmations.some((act) => reached[world.vertexOf[inquiry.upstream.acts[act]?.source ?? -1] ?? -1]);
}

/** Counts in how many worlds items are found; items in the order of their first appearance. */
function tally<Item>(key: (item: Item) => string): {
  readonly add: (items: readonly Item[]) => void;
  readonly in: (worlds: number) => InWorlds<Item>;
} {
  const counts = new Map<string, { readonly item: Item; count: number }>();
  return {
    add: (items) => {
      for (const item of items) {
        const known = counts.get(key(item));
        if (known === undefined) counts.set(key(item), { item, count: 1 });
        else known.count++;
      }
    },
    in: (worlds) => {
      const every: Item[] = [];
      const some: Item[] = [];
      for (const { item, count } of counts.values()) (count === worlds ? every : some).push(item);
      return { every, some };
    },
  };
}
