// Whether a clause says that something is not so.
import type { Token } from '../../text/types.ts';
import { wordSet } from './words.ts';

const NEGATORS = wordSet('negators');
const ADDING = new Set(['only', 'just', 'merely', 'simply']);
const FAILING = new Set(['fail', 'unable']);
const COMPARING = new Set(['fewer', 'more', 'less', 'later', 'earlier']);

/** "three attackers, not two", "600 and not one more", "1 January and nothing else": what is so is set apart from what is not. */
function setsApart(tokens: readonly Token[], at: number): boolean {
  const [before, next] = [tokens[at - 1], tokens[at + 1]];
  if (tokens[at]?.norm !== 'not') return next?.norm === 'else' || next?.norm === 'but';
  const joined = before?.norm === ',' || before?.pos === 'CCONJ';
  return joined && next !== undefined && ['NUM', 'DET', 'NOUN', 'PROPN', 'PRON', 'ADP'].includes(next.pos);
}

/** A negator anywhere, whatever it negates. */
export const hasNegator = (tokens: readonly Token[]): boolean =>
  tokens.some(({ norm }) => NEGATORS.has(norm)) || isNegated(tokens);

/** Also by "failed to"; not by "not only", which goes on with more, by "no fewer than" before an amount, nor by "without incident" behind what happened. */
export const isNegated = (tokens: readonly Token[]): boolean =>
  tokens.some(({ norm, lemma }, i) => {
    const next = tokens[i + 1]?.norm ?? '';
    if (FAILING.has(lemma) && next === 'to') return true;
    if (!NEGATORS.has(norm) || ADDING.has(next) || (i > 0 && setsApart(tokens, i))) return false;
    if (norm === 'no' || norm === 'not') return !(COMPARING.has(next) && tokens[i + 2]?.norm === 'than');
    return norm !== 'without' || !tokens.slice(0, i).some(({ pos }) => pos === 'VERB' || pos === 'AUX');
  });
