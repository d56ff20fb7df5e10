// Local ids: they come from the article and the places in it, so that reading again gives them again.
import { createHash } from 'node:crypto';
import type { Span } from '../text/types.ts';

/** A prefix letter and 16 hex digits of a hash of the article's id and the places. */
export function localId(prefix: string, article: string, ...places: readonly (Span | string)[]): string {
  const key = places
    .map((place) => (typeof place === 'string' ? place : `${place[0]}-${place[1]}`))
    .join(',');
  return `${prefix}${createHash('sha256').update(`${article}:${prefix}:${key}`).digest('hex').slice(0, 16)}`;
}
