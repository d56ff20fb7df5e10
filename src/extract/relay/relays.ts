import type { Document } from '../../text/types.ts';
import type { EarlierReport } from '../rules/types.ts';
import type { Attribution, Relay } from '../types.ts';

/** Relays of a document: where the text itself says who got it from whom. In text order of the cue. */
export function extractRelays(_document: Document, _attributions: readonly Attribution[]): readonly Relay[] {
  return [];
}

/** Earlier reports that stand beside a statement only in time, or whose part the text leaves open. */
export function mentionsEarlierReport(
  _document: Document,
  _attributions: readonly Attribution[],
): readonly EarlierReport[] {
  return [];
}
