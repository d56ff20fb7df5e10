// Who speaks in the midst of what is said: "The board, she said, had been told".
import { sentenceRange, tokenRange } from '../text/lookup.ts';
import type { Document, Token } from '../text/types.ts';
import { VERB_CUES } from './rules/cues.ts';
import { isComma, isNominal, isVerbal } from './rules/phrase.ts';
import { spanOf } from './rules/unit.ts';
import { CONTINUING } from './rules/words.ts';
import type { Tagged } from './tagger.ts';

/** In tokens: how far behind who says it, and to whom, the comma or colon may stand that closes the parenthesis. */
const LONGEST_ADDRESSEE = 8;

/**
 * "The board had been told, she said, that …", "Two men are held, he told reporters: a guard and …": who says it stands in the
 * midst of what is said, which goes on behind the comma or colon, and began at the beginning of the sentence.
 */
export function aroundSaying(document: Document, tagged: Tagged): Tagged {
  const { tokens } = document;
  const [cue, ...cues] = tagged.cue;
  const [source, ...sources] = tagged.source;
  const [content, ...contents] = tagged.content;
  if (cue === undefined || source === undefined || content === undefined) return tagged;
  if (cues.length + sources.length + contents.length > 0) return tagged;
  const [from, to] = tokenRange(document, [Math.min(cue[0], source[0]), Math.max(cue[1], source[1])]);
  const [floor, ceiling] = sentenceRange(document, cue[0]);
  const close = closing(tokens, to, Math.min(ceiling, to + LONGEST_ADDRESSEE));
  if (!isComma(tokens[from - 1]) || from - 1 <= floor || close === null) return tagged;
  const [before, behind] = [tokens.slice(floor, from - 1), tokens.slice(close + 1, ceiling)];
  const [first, last] = tokenRange(document, content);
  const begins = tokens[close + 1]?.norm === 'that' ? [close + 1, close + 2] : [close + 1];
  if (begins.includes(first) && isComma(tokens[close]) && tellsMore(before))
    return { ...tagged, content: [spanOf(document, [floor, from - 1]), content] };
  if (last !== from - 1 && last !== from) return tagged;
  const more = isComma(tokens[close])
    ? CONTINUING.has(behind[0]?.norm ?? '') &&
      !isVerbal(behind[1]) &&
      isUnquoted(tokens.slice(first, last)) &&
      tellsMore(behind)
    : behind.some(isNominal) && isUnquoted(behind);
  const end = /^[.!?]$/.test(tokens[ceiling - 1]?.norm ?? '') ? ceiling - 1 : ceiling;
  return more && end > close + 1
    ? { ...tagged, content: [content, spanOf(document, [close + 1, end])] }
    : tagged;
}

/** The comma or colon before `limit` with nothing but an addressee or a time before it; null where there is none. */
function closing(tokens: readonly Token[], from: number, limit: number): number | null {
  for (let i = from; i < limit; i++) {
    if (isComma(tokens[i]) || tokens[i]?.norm === ':') return i;
    if (isVerbal(tokens[i]) || tokens[i]?.pos === 'PUNCT') return null;
  }
  return null;
}

/** A clause of which nobody else is said to be the speaker; who was told something does not speak. */
const tellsMore = (clause: readonly Token[]): boolean =>
  clause.some(isVerbal) &&
  isUnquoted(clause) &&
  !clause.some(
    (token, i) =>
      VERB_CUES.get(token.lemma)?.class === 'statement' && isVerbal(token) && clause[i - 1]?.lemma !== 'be',
  );

const isUnquoted = (clause: readonly Token[]): boolean => !clause.some(({ norm }) => /^["“”„«»]$/.test(norm));
