// Descriptions: "the official", "the company", "the South Korean side".
import {
  bodyFit,
  type Cluster,
  countriesClash,
  countryOf,
  isPlural,
  isSource,
  isUnknown,
  namesOf,
  nounsOf,
  phrases,
  root,
} from './cluster.ts';
import { nounsFit } from './lexicon.ts';
import type { Phrase } from './phrase.ts';
import type { Place } from './places.ts';
import { backwards, type Found, lastWhere, type Scene, WINDOW } from './scene.ts';

/** "the official", "the South Korean side", "the company": whom the text has spoken of, that it fits best. */
export function findDescription(scene: Scene, place: Place): Found | null {
  const { phrase } = place;
  const noun = phrase.noun;
  if (/^the latter$/i.test(phrase.text)) {
    const last = lastWhere(scene, place, isSource);
    return last && { cluster: last, sure: false, reason: 'the last of whom the text has spoken' };
  }
  if (noun === null) return null;
  if (noun.noun === 'source' && /^the same\b/i.test(phrase.text)) {
    const last = lastWhere(scene, place, isSource);
    return last && { cluster: last, sure: true, reason: 'the text says “the same source”' };
  }
  let best: { cluster: Cluster; fit: number } | null = null;
  for (const [age, { cluster }] of backwards(scene)) {
    const at = root(cluster);
    const fit = noun.role === null ? unnamedBodyFit(scene, phrase, at) : personFit(phrase, at);
    if (noun.role === 'general' && place.source && !isSource(at)) continue;
    const rank = fit - age / (4 * WINDOW) + (isSource(at) ? 0.3 : 0);
    if (fit >= (place.source ? 1 : 3) && (best === null || rank > best.fit))
      best = { cluster: at, fit: rank };
  }
  if (best === null) return justNamed(scene, place);
  return {
    cluster: best.cluster,
    sure: best.fit >= 2.5,
    reason: `${phrase.country === null ? '' : 'same country, '}the ${noun.noun} that the text has spoken of`,
  };
}

/** Also a name of which only its use tells that it is a body’s: "the company" for the X of "the X plant". */
function unnamedBodyFit(scene: Scene, phrase: Phrase, cluster: Cluster): number {
  if (cluster.own && phrase.noun?.body !== 'outlet') return 0;
  const fit = bodyFit(phrase, cluster);
  if (fit > 0) return fit;
  const body = phrase.noun?.body;
  const unknown =
    isUnknown(cluster) && !countriesClash(phrase.country, countryOf(cluster)) && namesOf(cluster).length > 0;
  if (!unknown) return 0;
  if (body === 'company' && namesOf(cluster).some((n) => scene.bodyNames.has(n.split(' ')[0] ?? '')))
    return 3;
  const acronym = namesOf(cluster).some((n) => /^\p{Lu}{2,6}$/u.test(n));
  return (body === 'agency' && acronym) || (body === 'outlet' && cluster.relayer) ? 2 : 0;
}

function personFit(phrase: Phrase, cluster: Cluster): number {
  const noun = phrase.noun;
  if (
    noun === null ||
    phrase.plural !== isPlural(cluster) ||
    countriesClash(phrase.country, countryOf(cluster))
  )
    return 0;
  const nouns = nounsOf(cluster).filter((n) => n.role !== null);
  if (nouns.length === 0) return 0;
  const ordinal = phrases(cluster).some((p) => p.ordinal);
  if (phrase.ordinal !== ordinal && (phrase.ordinal || noun.role === 'general')) return 0;
  if (nouns.some((n) => n.noun === noun.noun && n.body === noun.body)) return 4;
  const last = noun.noun.split(' ').at(-1);
  const shorter = (n: { noun: string }) =>
    n.noun.split(' ').at(-1) === last && (noun.role !== 'office' || n.noun.endsWith(` ${noun.noun}`));
  if (nouns.some(shorter)) return 3;
  const named = namesOf(cluster).length > 0;
  return !named && nouns.some((n) => nounsFit(n, noun)) ? 1.5 : 0;
}

/** "The outgoing chairman of …" right after a person of whom only the name was given. */
function justNamed(scene: Scene, place: Place): Found | null {
  const { phrase } = place;
  if (phrase.noun === null || phrase.noun.role === null || phrase.plural || phrase.noun.role === 'general')
    return null;
  const last = scene.recent.findLast((r) => r.place.source);
  const cluster = last === undefined ? null : root(last.cluster);
  if (!last || !cluster || !isUnknown(cluster) || place.paragraph - last.place.paragraph > 1) return null;
  const named =
    namesOf(cluster).some((n) => n.includes(' ')) &&
    !namesOf(cluster).some((n) => scene.bodyNames.has(n.split(' ')[0] ?? ''));
  return named ? { cluster, sure: false, reason: 'a title for the person just named' } : null;
}
