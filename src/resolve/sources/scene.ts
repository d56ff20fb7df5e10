// What is known so far of an article’s sources, while its places are read one after the other.
import { type Cluster, newCluster, phrases, root } from './cluster.ts';
import { isNationalClass } from './lexicon.ts';
import { nameKeys } from './names.ts';
import type { Place } from './places.ts';

/** How far back a description or pronoun looks, in places: keeps the whole linear. */
export const WINDOW = 60;

/** What is known so far of an article’s sources. */
export interface Scene {
  readonly text: string;
  readonly clusters: Cluster[];
  /** Clusters by the words of their names. */
  readonly byName: Map<string, Cluster[]>;
  /** Clusters in the order in which they were last spoken of; at most `WINDOW`. */
  readonly recent: { readonly cluster: Cluster; readonly place: Place }[];
  readonly own: Cluster;
  /** Names that the text uses as a body’s: "the X plant". */
  readonly bodyNames: ReadonlySet<string>;
}

/** For whom a place stands. */
export interface Found {
  readonly cluster: Cluster;
  readonly sure: boolean;
  readonly reason: string;
  readonly voice?: boolean;
}

export function create(scene: Scene): Cluster {
  const cluster = newCluster(scene.clusters.length);
  scene.clusters.push(cluster);
  return cluster;
}

export function remember(scene: Scene, cluster: Cluster, place: Place): void {
  scene.recent.push({ cluster, place });
  if (scene.recent.length > WINDOW) scene.recent.shift();
  if (place.phrase.name !== null) indexName(scene, cluster, place.phrase.name);
}

export function indexName(scene: Scene, cluster: Cluster, name: string): void {
  for (const key of nameKeys(name)) {
    const known = scene.byName.get(key) ?? [];
    if (!known.includes(cluster)) scene.byName.set(key, [...known, cluster].slice(-WINDOW));
  }
}

/** Who was spoken of, the last first, with how many came after. */
export function* backwards(scene: Scene): Generator<readonly [age: number, Scene['recent'][number]]> {
  for (let i = scene.recent.length - 1; i >= 0; i--) {
    const entry = scene.recent[i];
    if (entry !== undefined) yield [scene.recent.length - 1 - i, entry];
  }
}

/** Whom the text spoke of last, of those wanted. */
export function lastWhere(scene: Scene, place: Place, wanted: (cluster: Cluster) => boolean): Cluster | null {
  for (const [, { cluster, place: before }] of backwards(scene))
    if (before.span[0] < place.span[0] && wanted(root(cluster))) return root(cluster);
  return null;
}

/** Is it a body that can speak for its country? */
export const isNational = (cluster: Cluster): boolean =>
  phrases(cluster).some((p) => isNationalClass(p.nameClass ?? p.noun?.body ?? null) && p.noun?.role === null);

/** Names that stand before a plain noun as a body’s do: "the Norrik plant", "Norrik shares"; not those of places ("its Lower Arden plant"). */
export function namesUsedAsBodies(text: string, facilities: ReadonlySet<string>): ReadonlySet<string> {
  const names = new Set<string>();
  for (const match of text.matchAll(
    /(\p{Lu}[\p{L}\p{N}]{2,40})(?: \p{Lu}[\p{L}]{1,40}){0,2}(?:['’]s)? (\p{Ll}[\p{L}]{1,40})(?: (\p{Ll}[\p{L}]{1,40}))?/gu,
  ))
    if (facilities.has(match[2] ?? '') || facilities.has(match[3] ?? ''))
      if (!/\b(?:its|their|his|her|our|['’]s) $/.test(text.slice(Math.max(0, match.index - 8), match.index)))
        names.add(match[1] ?? '');
  return names;
}
