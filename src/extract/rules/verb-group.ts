// What stands before a verb and belongs to it.
import type { Token } from '../../text/types.ts';
import type { Page } from './unit.ts';
import { MODALS, VERB_NEGATIONS } from './words.ts';

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

/** Whether what stands before a verb says that it is not done, or only may or should be: "did not", "could". */
export const isUnreal = (group: readonly Token[]): boolean =>
  group.some(({ norm }) => VERB_NEGATIONS.has(norm) || MODALS.has(norm));
