// Whether a clause says that something is not so.
import type { Token } from '../../text/types.ts';
import { wordSet } from './words.ts';

const NEGATORS = wordSet('negators');
const ADDING = new Set(['only', 'just', 'merely', 'simply']);
const FAILING = new Set(['fail', 'unable']);
const COMPARING = new Set(['fewer', 'more', 'less', 'later', 'earlier']);

/** Also by "failed to"; not by "not only", which goes on with more, by "no fewer than" before an amount, nor by "without incident" behind what happened. */
export const isNegated = (tokens: readonly Token[]): boolean =>
  tokens.some(({ norm, lemma }, i) => {
    const next = tokens[i + 1]?.norm ?? '';
    if (FAILING.has(lemma) && next === 'to') return true;
    if (!NEGATORS.has(norm) || ADDING.has(next)) return false;
    if (norm === 'no' || norm === 'not') return !(COMPARING.has(next) && tokens[i + 2]?.norm === 'than');
    return norm !== 'without' || !tokens.slice(0, i).some(({ pos }) => pos === 'VERB' || pos === 'AUX');
  });
