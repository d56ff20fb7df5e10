// The core of a clause, apart from the circumstances that are told beside it.
import type { Token } from '../../text/types.ts';
import { conceptOf, EVENT_CONCEPTS, wordSet } from './words.ts';

const STATES = wordSet('injured');
const CIRCUMSTANCE = wordSet('circumstance');

/**
 * Where the core of a clause ends: at the first preposition of place, time or manner behind its event and one more word.
 */
function coreEnd(tokens: readonly Token[], after: number): number {
  let events = 0;
  let words = 0;
  for (const [i, token] of tokens.entries()) {
    if (i < after) continue;
    const infinitive = token.norm === 'to' && tokens[i + 1]?.pos === 'VERB';
    if (CIRCUMSTANCE.has(token.norm) && !infinitive && events > 0 && words > 1) return i;
    if (!['NOUN', 'VERB', 'PROPN', 'ADJ', 'NUM'].includes(token.pos)) continue;
    words++;
    if (token.pos === 'VERB' || EVENT_CONCEPTS.has(conceptOf(token.lemma, token.pos, token.norm))) events++;
  }
  return tokens.length;
}

/** ", the man who runs the unit, ": what stands between commas behind the subject, as a range; empty where nothing does. */
function apposition(tokens: readonly Token[]): readonly [number, number] {
  const first = tokens.findIndex((token) => token.norm === ',');
  if (first < 1 || tokens.slice(0, first).some((token) => token.pos === 'VERB' || token.pos === 'AUX'))
    return [0, 0];
  const second = tokens.findIndex((token, i) => i > first && token.norm === ',');
  const next = tokens[second + 1];
  const opens = tokens[first + 1];
  const fits = second > 0 && (next?.pos === 'AUX' || next?.pos === 'VERB') && opens !== undefined;
  return fits && ['DET', 'PRON', 'ADP', 'PROPN', 'NOUN', 'ADJ'].includes(opens.pos)
    ? [first, second + 1]
    : [0, 0];
}

/** "In addition to …, ": what stands before the clause proper, up to its comma. */
function coreStart(tokens: readonly Token[]): number {
  if (tokens[0]?.pos !== 'ADP') return 0;
  const comma = tokens.findIndex((token) => token.norm === ',');
  return comma > 0 && comma < tokens.length - 3 ? comma : 0;
}

/** "wounded North Korean soldier": a state told beside the event. */
const isState = (tokens: readonly Token[], at: number): boolean =>
  at > 0 &&
  STATES.has(tokens[at]?.norm ?? '') &&
  ['ADJ', 'NOUN', 'PROPN'].includes(tokens[at + 1]?.pos ?? '');

/** The words of a clause, those of its core first and those told beside it second. */
export function coreOf(
  tokens: readonly Token[],
): readonly [core: readonly Token[], beside: readonly Token[]] {
  const [from, to] = apposition(tokens);
  const start = coreStart(tokens);
  const cut = coreEnd(tokens, to);
  const isCore = (_: Token, i: number) =>
    i >= start && i < cut && !(i >= from && i < to) && !isState(tokens, i);
  return [tokens.filter(isCore), tokens.filter((token, i) => !isCore(token, i))];
}
