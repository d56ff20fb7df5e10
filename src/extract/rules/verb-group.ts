// What stands before a verb and belongs to it.
import type { Page } from './unit.ts';
import { VERB_NEGATIONS } from './words.ts';

/** First token of auxiliaries, adverbs and negation before the verb at `i`. */
export function groupStart({ tokens }: Page, i: number): number {
  let start = i;
  for (;;) {
    const before = tokens[start - 1];
    if (before?.pos !== 'AUX' && before?.pos !== 'ADV' && !VERB_NEGATIONS.has(before?.norm ?? ''))
      return start;
    start--;
  }
}
