/**
 * Corroboration by brute force, straight from the definitions and sharing nothing with the program: every
 * answer to every question of the whole evidence, κ as the smallest set of sources whose removal leaves no
 * way. For evidence with few questions and sources.
 */

import type { Evidence, EvidenceStatement, Reliance } from '../../src/corroborate/types.ts';
import { subsets } from './flow.ts';

const OMEGA = 'Ω';
const CLAIM = 'c';
type Edge = readonly [from: string, to: string];

interface World {
  readonly classOf: (source: string) => string;
  readonly live: (reliance: Reliance) => boolean;
  readonly yes: ReadonlySet<string>;
}

export interface ReferenceAssessment {
  readonly bounds: readonly [number, number];
  readonly organisations: readonly [number, number];
  readonly denial: readonly [number, number];
  readonly roots: readonly string[];
  readonly rootsSome: readonly string[];
  readonly chokes: readonly string[];
  readonly chokesSome: readonly string[];
  readonly circles: readonly string[];
  readonly confirmed: boolean;
  readonly ownBasis: boolean;
  /** κ under each combination of answers: ids of what is so, joined. */
  readonly kappas: ReadonlyMap<string, number>;
}

export function referenceAssessment(evidence: Evidence, claim: string): ReferenceAssessment {
  const all = [...worlds(evidence, claim)];
  const read = all.map((world) => readWorld(evidence, claim, world));
  const bounds = (values: readonly number[]): readonly [number, number] => [
    Math.min(...values),
    Math.max(...values),
  ];
  const everywhere = (lists: readonly ReadonlySet<string>[]): string[] =>
    [...(lists[0] ?? [])].filter((x) => lists.every((list) => list.has(x))).sort();
  const somewhere = (lists: readonly ReadonlySet<string>[]): string[] => {
    const every = everywhere(lists);
    return [...new Set(lists.flatMap((list) => [...list]))].filter((x) => !every.includes(x)).sort();
  };
  return {
    bounds: bounds(read.map(({ kappa }) => kappa)),
    organisations: bounds(read.map(({ organisations }) => organisations)),
    denial: bounds(all.map((world) => flow(evidence, claim, true, world, world.classOf).kappa())),
    roots: everywhere(read.map(({ roots }) => roots)),
    rootsSome: somewhere(read.map(({ roots }) => roots)),
    chokes: everywhere(read.map(({ chokes }) => chokes)),
    chokesSome: somewhere(read.map(({ chokes }) => chokes)),
    circles: everywhere(read.map(({ circles }) => circles)),
    confirmed: read.every(({ confirmed }) => confirmed),
    ownBasis: read.every(({ ownBasis }) => ownBasis),
    kappas: new Map(all.map(({ yes }, w) => [[...yes].sort().join(' '), read[w]?.kappa ?? 0])),
  };
}

function* worlds(evidence: Evidence, claim: string): Iterable<World> {
  const bearing = evidence.reliances.filter((r) => r.claims === null || r.claims.includes(claim));
  const open = bearing
    .filter((r) => r.certainty === 'possible' && r.alternative === null)
    .map(({ id }) => id);
  const switches = [...open, ...evidence.identities.map(({ id }) => id)];
  const groups = new Map<string, Set<number>>();
  for (const { alternative } of evidence.reliances) {
    if (alternative)
      groups.set(alternative.group, (groups.get(alternative.group) ?? new Set()).add(alternative.option));
  }
  const choices = [...groups].reduce<ReadonlyMap<string, number>[]>(
    (worlds, [group, options]) => worlds.flatMap((w) => [...options].map((o) => new Map(w).set(group, o))),
    [new Map()],
  );
  for (const bits of subsets(switches.length)) {
    const on = new Set([...bits].map((bit) => switches[bit] ?? ''));
    const same = evidence.identities.filter(({ id }) => on.has(id));
    const classOf = classes(same);
    if (evidence.notSame.some(([a, b]) => classOf(a) === classOf(b))) continue;
    if (evidence.identities.some(({ id, a, b }) => (classOf(a) === classOf(b)) !== on.has(id))) continue;
    for (const choice of choices) {
      const live = (r: Reliance): boolean =>
        r.alternative !== null
          ? choice.get(r.alternative.group) === r.alternative.option
          : r.certainty !== 'possible' || on.has(r.id);
      if (restsOnItself(bearing.filter(live))) continue;
      yield {
        classOf,
        live,
        yes: new Set([...on, ...[...choice].map(([group, option]) => `${group}=${option}`)]),
      };
    }
  }
}

function classes(pairs: readonly { a: string; b: string }[]): (source: string) => string {
  return (source) => {
    const members = new Set([source]);
    for (const member of members) {
      for (const { a, b } of pairs) {
        if (a === member) members.add(b);
        if (b === member) members.add(a);
      }
    }
    return [...members].sort()[0] ?? source;
  };
}

/** Some open reliance lies on a circle. */
function restsOnItself(reliances: readonly Reliance[]): boolean {
  const ways = reliances.map(({ from, to }) => [from, to] as const);
  return reliances.some(
    (r) => (r.certainty === 'possible' || r.alternative !== null) && reach(ways, r.to).has(r.from),
  );
}

function reach(edges: readonly Edge[], start: string): ReadonlySet<string> {
  const seen = new Set([start]);
  for (const at of seen) for (const [from, to] of edges) if (from === at) seen.add(to);
  return seen;
}

function flow(
  evidence: Evidence,
  claim: string,
  denying: boolean,
  world: World,
  vertexOf: (source: string) => string,
): { edges: Edge[]; counted: EvidenceStatement[]; involved: Set<string>; kappa: () => number } {
  const withdrawn = new Set([...evidence.statements.values()].flatMap(({ retracts }) => retracts));
  const view = (s: EvidenceStatement) =>
    s.claims.find(({ id, stance }) => id === claim && (stance === 'denies') === denying);
  const speaking = [...evidence.statements.values()].filter(
    (s) => s.source !== null && view(s) !== undefined,
  );
  const standing = speaking.filter(({ id }) => !withdrawn.has(id));
  const certain = standing.filter(
    (s) => view(s)?.factuality === 'CT+' || (denying && view(s)?.factuality === 'CT-'),
  );
  const counted = certain.length > 0 ? certain : standing;
  const speakers = new Set(
    [...counted, ...speaking.filter(({ id }) => withdrawn.has(id))].map(({ source }) => source),
  );
  const edges: Edge[] = [];
  const involved = new Set<string>();
  for (const s of counted) {
    if (s.mentions.some((m) => m.via === null && m.claims.includes(claim)))
      edges.push([vertexOf(s.source ?? ''), CLAIM]);
  }
  const todo = new Set(counted.map(({ id }) => id));
  for (const id of todo) {
    const statement = evidence.statements.get(id);
    const source = statement?.source ?? id;
    involved.add(source);
    const bases = evidence.reliances.filter((r) => {
      if (r.from !== id || !(r.claims === null || r.claims.includes(claim)) || !world.live(r)) return false;
      const target = evidence.statements.get(r.to);
      return statement !== undefined || target === undefined || target.claims.some((c) => c.id === claim);
    });
    if (bases.length === 0) edges.push([OMEGA, vertexOf(source)]);
    for (const { to } of bases) {
      const target = evidence.statements.get(to);
      const upper = target?.source ?? to;
      involved.add(upper);
      edges.push([vertexOf(upper), vertexOf(source)]);
      if (target === undefined ? !speakers.has(to) : !withdrawn.has(to)) todo.add(to);
    }
  }
  const clean = edges.filter(([from, to]) => from !== to);
  return { edges: clean, counted, involved, kappa: () => smallestCut(clean) };
}

function vertices(edges: readonly Edge[]): string[] {
  return [...new Set(edges.flat())].filter((v) => v !== OMEGA && v !== CLAIM);
}

function flowsWithout(edges: readonly Edge[], removed: ReadonlySet<string>): boolean {
  return reach(
    edges.filter(([from, to]) => !removed.has(from) && !removed.has(to)),
    OMEGA,
  ).has(CLAIM);
}

function smallestCut(edges: readonly Edge[]): number {
  const all = vertices(edges);
  const cutting = subsets(all.length).filter(
    (set) => !flowsWithout(edges, new Set([...set].map((v) => all[v] ?? ''))),
  );
  return Math.min(...cutting.map(({ size }) => size));
}

function readWorld(evidence: Evidence, claim: string, world: World) {
  const { edges, counted, involved, kappa } = flow(evidence, claim, false, world, world.classOf);
  const k = kappa();
  const document = (id: string): boolean =>
    ['Document', 'Data'].includes(evidence.sources.get(id)?.kind ?? '');
  const members = (v: string): string[] => {
    const all = [...involved].filter((source) => world.classOf(source) === v);
    const makers = all.filter((source) => !document(source));
    return makers.length > 0 ? makers : all;
  };
  const list = (vs: readonly string[]): Set<string> => new Set(vs.flatMap(members));
  const fromOmega = reach(edges, OMEGA);
  const inner = vertices(edges);
  const upstream = [...flow(evidence, claim, false, { ...world, live: () => true }, (id) => id).involved];
  const partOf = classes(
    [...evidence.sources.values()].flatMap(({ id, partOf }) =>
      partOf === null ? [] : [{ a: id, b: partOf }],
    ),
  );
  const colleagues = upstream.flatMap((a) =>
    upstream.filter((b) => partOf(a) === partOf(b)).map((b) => ({ a, b })),
  );
  const organisation = classes([...evidence.identities.filter(({ id }) => world.yes.has(id)), ...colleagues]);
  const mutual = (v: string): string[] =>
    inner.filter((w) => w === v || (reach(edges, v).has(w) && reach(edges, w).has(v)));
  const confirming = counted.filter(
    (s) =>
      evidence.sources.get(s.source ?? '')?.official &&
      s.claims.some((c) => c.id === claim && c.stance === 'confirms' && c.factuality === 'CT+'),
  );
  return {
    kappa: k,
    organisations: flow(evidence, claim, false, world, organisation).kappa(),
    roots: list(
      inner.filter(
        (v) => edges.some(([from, to]) => from === OMEGA && to === v) && reach(edges, v).has(CLAIM),
      ),
    ),
    chokes: list(k === 0 ? [] : inner.filter((v) => !flowsWithout(edges, new Set([v])))),
    circles: new Set(
      inner
        .map(mutual)
        .filter((circle) => circle.length > 1)
        .map((circle) => {
          const grounded = circle.some((v) => fromOmega.has(v));
          return `${grounded ? 'grounded' : 'ungrounded'} ${[...list(circle)].sort().join()}`;
        }),
    ),
    confirmed: confirming.some((s) => fromOmega.has(world.classOf(s.source ?? ''))),
    ownBasis: confirming.some((s) =>
      evidence.reliances.every(
        (r) => r.from !== s.id || !(r.claims === null || r.claims.includes(claim)) || !world.live(r),
      ),
    ),
  };
}
