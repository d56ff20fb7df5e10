// Sources of one article: which places speak of one voice, and who it is.

import type { Extraction } from '../../extract/types.ts';
import { knownByName } from '../../gazetteer.ts';
import type { Document, Span } from '../../text/types.ts';
import type { Link, LocalSource, PartOf } from '../types.ts';
import { type Cluster, countryOf, isSource, isUnknown, namesOf, newCluster, root } from './cluster.ts';
import { countryAt, countryIn, countryStem, looksLikeAdjective } from './countries.ts';
import { datelineOf } from './dateline.ts';
import { collectDeeds } from './deeds.ts';
import { linksBetween, sourceId, toLocalSource } from './finish.ts';
import { FACILITIES, STATE_POSSESSIONS } from './lexicon.ts';
import { addPlace } from './link.ts';
import { collectPlaces } from './places.ts';
import { indexName, namesUsedAsBodies, type Scene } from './scene.ts';
import { inheritCountry, settle, wholeOf } from './settle.ts';

/** The sources of one article, and where each of its source spans belongs. */
export interface ResolvedSources {
  readonly sources: readonly LocalSource[];
  /**
   * Ids of the local sources that a source, relayer or upstream span stands for: mostly one; several for
   * "the hospitals in A and B" or "X and Y, both citing …"; none where the span is no source (a channel, a participant).
   */
  readonly of: (span: Span) => readonly string[];
  /** Open and rejected identities inside the article. */
  readonly links: readonly Link[];
  readonly partOf: readonly PartOf[];
  /** Local source of the outlet that published the article, or null where the text names none. */
  readonly outlet: string | null;
}

/**
 * Clusters every place of one article where a source stands (attributions, relayers, upstreams): names, descriptions and
 * pronouns in text order against who was spoken of lately, then what only the whole article tells. Never throws.
 * O(places) within a window.
 */
export function resolveSources(document: Document, extraction: Extraction): ResolvedSources {
  const { id, outlet } = document.article;
  const scene = openScene(document);
  const { places, of } = collectPlaces(document, extraction);
  const clusterAt = new Map<string, Cluster[]>();
  for (const place of places) {
    const cluster = addPlace(scene, place);
    const key = place.span.join('-');
    if (cluster !== null) clusterAt.set(key, [...(clusterAt.get(key) ?? []), cluster]);
  }
  const countries = countriesHere(document);
  const home = countryOf(scene.own) ?? countryInName(countries, outlet);
  for (const cluster of scene.clusters) {
    nameCountry(countries, cluster);
    inheritCountry(cluster, home);
  }
  const clustersAt = (span: Span) => of(span).flatMap((piece) => clusterAt.get(piece.join('-')) ?? []);
  const live = settle(scene, collectDeeds(document, extraction, clustersAt));
  const own = root(scene.own);
  const named = live.filter((c) => isSource(c) || (c === own && outlet !== null));
  const clusters = outlet === null || named.includes(own) ? named : [...named, own];
  const ids = new Map(clusters.map((cluster) => [cluster, sourceId(id, cluster)]));
  return {
    sources: clusters.map((cluster) => toLocalSource(id, cluster, ids)),
    of: (span) => [...new Set(clustersAt(span).flatMap((cluster) => ids.get(root(cluster)) ?? []))],
    links: linksBetween(clusters, ids),
    partOf: clusters.flatMap((cluster) => {
      const [part, whole] = [ids.get(cluster), ids.get(wholeOf(cluster, clusters) ?? cluster)];
      return part === undefined || whole === undefined || part === whole
        ? []
        : [{ part, whole, reason: 'a unit under this command' }];
    }),
    outlet: ids.get(own) ?? null,
  };
}

function openScene(document: Document): Scene {
  const { text, body, outlet } = document.article;
  const own = newCluster(0);
  own.own = true;
  const scene: Scene = {
    text,
    clusters: [own],
    byName: new Map(),
    recent: [],
    own,
    bodyNames: namesUsedAsBodies(text.slice(...body), FACILITIES),
  };
  // "PORT SALM, Sept 16 (VNS) -": the dateline gives the outlet’s short name, or the agency whose text it prints.
  for (const name of [outlet, datelineOf(document.article)?.agency]) {
    if (name === null || name === undefined) continue;
    if (name !== outlet && outlet !== null && isOther(name, outlet)) continue;
    own.names.add(name);
    indexName(scene, own, name);
  }
  return scene;
}

/** Whether a name is known to be of another body than the outlet's. */
function isOther(name: string, outlet: string): boolean {
  const known = knownByName(name);
  return known !== null && known !== knownByName(outlet);
}

/** The country that an outlet carries in its name, also by an adjective that only this article uses beside the name. */
function countryInName(countries: ReadonlyMap<string, string>, outlet: string | null): string | null {
  const words = (outlet ?? '').split(' ');
  const known = countryIn(words);
  if (known !== null) return known;
  return (
    words.map((word) => countries.get(countryStem(word))).find((name) => name !== undefined) ??
    words.find(looksLikeAdjective) ??
    null
  );
}

/** Stems of countries that no table knows → their names, from "Tassaria" beside "Tassarian", or "Keldavia’s troops". */
function countriesHere(document: Document): ReadonlyMap<string, string> {
  const { text } = document.article;
  const raw = document.tokens.map((token) => text.slice(...token.span));
  // Few words have a capital: the others are turned away at once.
  const capital = raw.map((word) => word.toLowerCase() !== word);
  const adjectives = new Set(
    raw.filter((word, i) => capital[i] && looksLikeAdjective(word)).map(countryStem),
  );
  const found = new Map<string, string>();
  for (const [i, word] of raw.entries()) {
    if (!capital[i] || !/^\p{Lu}\p{Ll}{3,}$/u.test(word) || looksLikeAdjective(word)) continue;
    const owns = /^['’]s$/.test(raw[i + 1] ?? '') && STATE_POSSESSIONS.has(raw[i + 2] ?? '');
    if (owns || adjectives.has(countryStem(word))) found.set(countryStem(word), word);
  }
  return found;
}

/** Sets the country of a cluster whose name is one, and spells countries as the text does. */
function nameCountry(countries: ReadonlyMap<string, string>, cluster: Cluster): void {
  const adjective = countryOf(cluster);
  if (adjective !== null) cluster.country = countries.get(countryStem(adjective)) ?? adjective;
  if (!isUnknown(cluster) || !isSource(cluster)) return;
  for (const name of namesOf(cluster)) {
    const known = countryAt(name.split(' '));
    if (known !== null && known.length === name.split(' ').length) cluster.country = known.country;
    else if (!name.includes(' ') && countries.has(countryStem(name))) cluster.country = name;
  }
}
