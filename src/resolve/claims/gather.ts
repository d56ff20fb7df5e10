// Propositions that are one, gathered into the claims of an article with their details.
import type { Draft } from '../drafts.ts';
import type { Rarity } from './compare.ts';
import { type Detail, detailsOf } from './details.ts';
import type { Placed, Told } from './placed.ts';
import type { Proposition } from './proposition.ts';

export interface Cluster {
  /** In text order. */
  readonly places: readonly Placed[];
  /** Index of the cluster that this one tells more about, or null. */
  readonly detailOf: number | null;
}

export interface Clusters {
  readonly clusters: readonly Cluster[];
  readonly values: readonly (readonly [a: number, b: number])[];
  /** Indices of the clusters that a mention carries, its main ones first. */
  readonly of: (draft: Draft) => ReadonlySet<number>;
  /** The propositions by which a mention says a claim. */
  readonly says: (draft: Draft, cluster: number) => readonly Proposition[];
}

/** Who says that there was no deal denies that there was one, where others say so. */
function turned(places: readonly Placed[]): Placed[] {
  if (places.every(({ proposition }) => proposition.features.negated || proposition.anaphoric))
    return [...places];
  return places.map((each) => {
    const { proposition } = each;
    const { denied, features } = proposition;
    return features.negated
      ? {
          ...each,
          proposition: { ...proposition, denied: !denied, features: { ...features, negated: false } },
        }
      : each;
  });
}

const NONE: ReadonlySet<number> = new Set();

/** The clusters of propositions by their roots, with the mentions that tell a claim beside their own words, and details. */
export function gather(
  placed: readonly Placed[],
  find: (i: number) => number,
  values: readonly (readonly [number, number])[],
  rarity: Rarity,
  told: readonly Told[],
): Clusters {
  const index = new Map<number, number>();
  const mains: Placed[][] = [];
  for (const [i, each] of placed.entries()) {
    const root = find(i);
    const at = index.get(root) ?? mains.length;
    index.set(root, at);
    const list = mains[at];
    if (list === undefined) mains.push([each]);
    else list.push(each);
  }
  for (const [i, places] of mains.entries()) mains[i] = turned(places);
  for (const { draft, cluster, factuality, denied } of told) {
    const places = mains[index.get(cluster) ?? -1];
    const first = places?.[0];
    if (places === undefined || first === undefined || places.some((each) => each.draft === draft)) continue;
    places.push({ draft, proposition: { ...first.proposition, denied, factuality } });
  }
  const details: readonly Detail[] = mains.flatMap((places, main) => detailsOf(places, main, mains, rarity));
  const absorbed = new Map<number, number>();
  const clusters: Cluster[] = mains.map((places) => ({ places, detailOf: null }));
  for (const detail of details) {
    if (detail.already !== null) absorbed.set(detail.already, detail.main);
    else clusters.push({ places: detail.places, detailOf: detail.main });
  }
  const finished = clusters.map((cluster, i) => ({
    ...cluster,
    detailOf: absorbed.get(i) ?? cluster.detailOf,
  }));
  for (const detail of details)
    if (detail.already !== null) {
      const cluster = finished[detail.already];
      if (cluster !== undefined)
        finished[detail.already] = { ...cluster, places: [...cluster.places, ...detail.places] };
    }
  const carried = new Map<Draft, Map<number, Proposition[]>>();
  for (const [i, cluster] of finished.entries())
    for (const { draft, proposition } of cluster.places) {
      const claims = carried.get(draft) ?? new Map<number, Proposition[]>();
      carried.set(draft, claims.set(i, [...(claims.get(i) ?? []), proposition]));
    }
  const claimsOf = new Map([...carried].map(([draft, claims]) => [draft, new Set(claims.keys())]));
  return {
    clusters: finished,
    values: values.flatMap(([a, b]) => {
      const [x, y] = [index.get(find(a)), index.get(find(b))];
      return x === undefined || y === undefined || x === y ? [] : [[x, y] as const];
    }),
    of: (draft) => claimsOf.get(draft) ?? NONE,
    says: (draft, cluster) => carried.get(draft)?.get(cluster) ?? [],
  };
}
