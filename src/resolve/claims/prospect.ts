// What is to come, apart from what has been.
import type { Token } from '../../text/types.ts';
import { wordSet } from './words.ts';

const WEAK_MODALS = wordSet('weak modals');
const FUTURE = wordSet('future');

/** "may", "could"; not the month. */
export const isWeak = ({ norm, pos }: Token): boolean => WEAK_MODALS.has(norm) && pos === 'AUX';

/** What is to come is a proposition of its own, apart from what has been. */
export const isProspective = (tokens: readonly Token[]): boolean =>
  tokens.some(
    (token, i) =>
      ((FUTURE.has(token.norm) || isWeak(token)) && tokens[i + 1]?.norm !== 'have') ||
      (token.norm === 'risk' && tokens[i + 1]?.norm === 'that') ||
      (token.norm === 'to' &&
        tokens[i + 1]?.pos !== 'ADP' &&
        (['is', 'are', 'was', 'were'].includes(tokens[i - 1]?.norm ?? '') ||
          (tokens[i + 1]?.norm === 'be' && tokens[i + 2]?.pos === 'VERB' && !isAskedFor(tokens, i)))),
  );

/** "asked for the appraisal to be taken out": what is asked for; that it was asked has been. */
const isAskedFor = (tokens: readonly Token[], at: number): boolean =>
  tokens.slice(0, at).some(({ norm }, i) => norm === 'for' && tokens[i - 1]?.pos === 'VERB');
