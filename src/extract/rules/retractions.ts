import type { Document } from '../../text/types.ts';
import type { Attribution } from '../types.ts';
import type { Retraction } from './types.ts';

/** Places where somebody takes back what was said before, in text order. */
export function extractRetractions(
  _document: Document,
  _attributions: readonly Attribution[],
): readonly Retraction[] {
  return [];
}
