// When, by what means and on how firm a basis something was said.
import type { Span, Token } from '../../text/types.ts';
import { CHANNEL_NAMES, CHANNEL_NOUNS, timeEnd } from './adjunct.ts';
import { VERB_CUES } from './cues.ts';
import type { Passage } from './passage.ts';
import { isVerbal, phraseStartingAt } from './phrase.ts';
import { BEFORE_TIMES, WEAK_TIMES, wordSet } from './words.ts';

const words = wordSet('hedges');
const PROVISIONAL = words('provisional');
const BASES = words('basis nouns');
const channels = wordSet('channels');
const CARRYING = channels('carrying prepositions');
/** "by telephone": after "by", most nouns name an agent instead. */
const MEANS_AFTER_BY = channels('by');

/** The text says of its own basis that it is preliminary, provisional or unconfirmed. */
export function isProvisional(passage: Passage): boolean {
  const [from, to] = passage.sentence;
  return [passage.content, passage.document.tokens.slice(from, to)].some((tokens) =>
    tokens.some(
      (token, i) =>
        PROVISIONAL.has(token.norm) &&
        tokens.slice(i + 1, i + 4).some((next) => next.pos === 'NOUN' && BASES.has(next.lemma)),
    ),
  );
}

/** The noun phrase for the means: "a brief statement" of "said in a brief statement", "Telegram" of "wrote on Telegram". */
export function channelOf(passage: Passage): Span | null {
  const { tokens } = passage.document;
  const [from, to] = passage.sentence;
  for (let i = from; i < to; i++) {
    const preposition = tokens[i];
    const part = passage.part(i);
    if (
      preposition === undefined ||
      !carries(preposition, tokens[i + 1]) ||
      part === 'content' ||
      part === 'source'
    )
      continue;
    const end = phraseStartingAt(tokens, i + 1, to);
    if (end === null) continue;
    const head = channelHead(passage, i + 1, end);
    const first = tokens[i + 1];
    if (head !== null && first !== undefined) return [first.span[0], head.span[1]];
  }
  return null;
}

const carries = (preposition: Token, next: Token | undefined): boolean =>
  CARRYING.has(preposition.norm) || (preposition.norm === 'by' && MEANS_AFTER_BY.has(next?.lemma ?? ''));

function channelHead(passage: Passage, from: number, to: number): Token | null {
  const { tokens } = passage.document;
  for (let i = from; i < to; i++) {
    const token = tokens[i];
    if (token === undefined || passage.part(i) === 'content') return null;
    if (CHANNEL_NAMES.has(token.norm) && token.pos === 'PROPN') return token;
    if (passage.part(i) !== null) return null;
    const last = i + 1 >= to || tokens[i + 1]?.pos === 'ADP' || tokens[i + 1]?.pos === 'PUNCT';
    if (last) return CHANNEL_NOUNS.has(token.lemma) ? token : null;
  }
  return null;
}

/** The time expression nearest to the cue that stands outside source and content, with no other verb between. */
export function timeOf(passage: Passage): Span | null {
  const [from, to] = passage.sentence;
  const cues: number[] = [];
  for (let i = from; i < to; i++) if (passage.part(i) === 'cue') cues.push(i);
  const first = cues[0];
  const last = cues.at(-1);
  if (first === undefined || last === undefined) return null;
  for (const i of cues) {
    const inside = expressionAt(passage, i, to);
    if (inside !== null) return inside;
  }
  return (
    searchAfter(passage, last + 1, to) ??
    searchBefore(passage, first - 1, from) ??
    timeLedIn(passage, last + 1, to)
  );
}

function searchAfter(passage: Passage, start: number, to: number): Span | null {
  const { tokens } = passage.document;
  const nominal = passage.cue.every((token) => token.pos !== 'VERB');
  let gap = 0;
  for (let i = start; i < to && gap < 14; i++) {
    const token = tokens[i];
    if (token === undefined) return null;
    if (passage.part(i) !== null) continue;
    const found = expressionAt(passage, i, to);
    if (found !== null) return found;
    const spoken = nominal && VERB_CUES.has(token.lemma);
    if (
      (isVerbal(token) && !spoken) ||
      token.pos === 'SCONJ' ||
      token.norm === 'after' ||
      token.norm === 'before' ||
      token.norm === ';'
    )
      return null;
    gap++;
  }
  return null;
}

function searchBefore(passage: Passage, start: number, from: number): Span | null {
  const { tokens } = passage.document;
  let gap = 0;
  for (let i = start; i >= from && gap < 10; i--) {
    const token = tokens[i];
    if (token === undefined || passage.part(i) === 'content') return null;
    if (passage.part(i) !== null) continue;
    if (isVerbal(token) && token.pos === 'VERB') return null;
    let first = i;
    while (
      first > from &&
      BEFORE_TIMES.has(tokens[first - 1]?.norm ?? '') &&
      passage.part(first - 1) === null
    )
      first--;
    const found = expressionAt(passage, first, i + 1);
    if (found !== null) return found;
    gap++;
  }
  return null;
}

/** "confirmed this Friday the capture": a time between cue and content that the content was cut to include. */
function timeLedIn(passage: Passage, i: number, to: number): Span | null {
  return passage.part(i) === 'content' ? expressionAt({ ...passage, part: () => null }, i, to) : null;
}

/** A time expression that begins at token `i` and says more than "then" or "later". */
function expressionAt(passage: Passage, i: number, ceiling: number): Span | null {
  const { tokens } = passage.document;
  const end = timeEnd(tokens, i, ceiling);
  if (end === null) return null;
  const first = tokens[i];
  const last = tokens[end - 1];
  if (first === undefined || last === undefined || last.norm === 'of') return null;
  for (let k = i; k < end; k++)
    if (passage.part(k) === 'content' || passage.part(k) === 'source') return null;
  const next = tokens[end];
  if (next?.pos === 'NOUN' || (last.pos === 'PROPN' && tokens[i - 1]?.pos === 'PROPN')) return null;
  const dated = tokens
    .slice(i, end)
    .some((token) => !WEAK_TIMES.has(token.norm) && !BEFORE_TIMES.has(token.norm) && token.pos !== 'NUM');
  return dated && !/^(?:of|that|the|a|since)$/.test(first.norm) ? [first.span[0], last.span[1]] : null;
}
