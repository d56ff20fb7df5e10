// Where a clause that is the subject of a sentence, or stands with it, ends: before the verb of the sentence.
import type { Token } from '../../text/types.ts';
import { isComma, isNominal, isVerbal } from './phrase.ts';

/**
 * The token before which a "that" clause from `from` ends, as the verb of the sentence around it begins there: the second
 * finite verb that nothing introduces ("that the doors were open | has not been confirmed"). Null where there is none.
 * @param skipped tokens that belong to neither, as those in quotations
 */
export function matrixVerb(
  tokens: readonly Token[],
  from: number,
  ceiling: number,
  skipped: (i: number) => boolean = () => false,
): number | null {
  let own = false;
  for (let i = from; i < ceiling; i++) {
    const token = tokens[i];
    if (token === undefined || skipped(i) || !isVerbal(token)) continue;
    const before = tokens[i - 1];
    if (own && closes(token, before)) return isComma(before) ? i - 1 : i;
    own = true;
  }
  return null;
}

/** A finite verb right behind what ends a clause. */
const closes = ({ pos }: Token, before: Token | undefined): boolean =>
  pos === 'AUX'
    ? isNominal(before) || isComma(before) || before?.pos === 'ADJ' || before?.pos === 'VERB'
    : before?.pos === 'VERB' || before?.pos === 'ADJ';
