// What may stand between a cue and its content: when, where, by what means and to whom it was said.
import { readLexicon } from '../../lexicon.ts';
import type { Token } from '../../text/types.ts';
import { isGenitive, isTimeWord, phraseStartingAt } from './phrase.ts';
import { ADJUNCT_PREPOSITIONS, BEFORE_TIMES } from './words.ts';

type Tokens = readonly Token[];

const channels = readLexicon('channels');
/** Nouns for the means by which something is said ("statement", "interview"), by lemma. */
export const CHANNEL_NOUNS: ReadonlySet<string> = new Set(channels.get('means'));
/** Services that carry words and say nothing themselves ("Telegram"), lower case. */
export const CHANNEL_NAMES: ReadonlySet<string> = new Set(channels.get('services'));

/** Past the last token of the time expression at `i` ("earlier this week", "on Sept. 16"); null where there is none. */
export function timeEnd(tokens: Tokens, i: number, ceiling: number): number | null {
  let at = i;
  let end: number | null = null;
  while (at < ceiling) {
    const token = tokens[at];
    if (token === undefined) break;
    if (isTimeWord(token) && !(token.norm === 'may' && token.pos !== 'PROPN')) end = at + 1;
    else if (end !== null && token.pos === 'NUM') end = at + 1;
    else if (!BEFORE_TIMES.has(token.norm) && !(token.pos === 'NUM' && isTimeWord(tokens[at + 1]))) break;
    at++;
    if (at - i > 8) break;
  }
  // a bare "earlier" or "then" before a clause dates it as well; "the" alone never does; "Wednesday's" is of what follows
  return end !== null && isGenitive(tokens[end]) ? null : end;
}

/** Past the preposition and its noun phrase at `i`; null where none begins there. */
export function prepositionalEnd(tokens: Tokens, i: number, ceiling: number): number | null {
  if (!ADJUNCT_PREPOSITIONS.has(tokens[i]?.norm ?? '')) return null;
  return phraseStartingAt(tokens, i + 1, ceiling);
}

/** Whether tokens `[from, to)` name a means of saying. */
export function namesChannel(tokens: Tokens, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const token = tokens[i];
    if (token !== undefined && (CHANNEL_NOUNS.has(token.lemma) || CHANNEL_NAMES.has(token.norm))) return true;
  }
  return false;
}

const STOPPERS = /^(?:that|[,.;:?!)“”"«»—–-]+)$/;

/**
 * Past everything at `i` that only says when, where, how and to whom. A prepositional phrase is skipped where it names
 * a means, or where "that", punctuation, or the end follows: otherwise it may already belong to the content.
 */
export function skipAdjuncts(tokens: Tokens, i: number, ceiling: number): number {
  let at = i;
  for (let guard = 0; guard < 6 && at < ceiling; guard++) {
    const time = timeEnd(tokens, at, ceiling);
    if (time !== null) {
      at = time;
      continue;
    }
    const phrase = prepositionalEnd(tokens, at, ceiling);
    if (phrase === null) return at;
    const after = tokens[phrase];
    const closed = phrase >= ceiling || after === undefined || STOPPERS.test(after.norm);
    const further =
      after !== undefined &&
      (ADJUNCT_PREPOSITIONS.has(after.norm) || timeEnd(tokens, phrase, ceiling) !== null);
    if (!closed && !further && !namesChannel(tokens, at + 1, phrase)) return at;
    at = phrase;
  }
  return at;
}
