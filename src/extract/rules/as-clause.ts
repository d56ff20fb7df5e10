// "The results were known on 3 April, as the Courier first reported and the ministry has now admitted."
import { skipAdjuncts } from './adjunct.ts';
import type { Found } from './attributions.ts';
import { isComma, isVerbal, phraseStartingAt, type Range } from './phrase.ts';
import type { Page, Unit } from './unit.ts';
import { wordSet } from './words.ts';

/** Verbs that tell a fact; not "as they call it", "as she explained". */
const TELLING = wordSet('acts')('telling a fact');

/** Attributions by an "as" clause that closes what it attributes, one for each of its subjects, in text order. */
export function asFrames(page: Page, unit: Unit): Found[] {
  const { tokens } = page;
  const [floor, ceiling] = unit.tokens;
  const found: Found[] = [];
  for (let i = floor + 1; i < ceiling; i++) {
    if (tokens[i]?.norm !== 'as' || !isComma(tokens[i - 1]) || (page.quoted[i] ?? -1) >= 0) continue;
    const start = sentenceStart(page, floor, i);
    if (!tokens.slice(start, i - 1).some(isVerbal)) continue;
    for (let at: number | null = i + 1; at !== null; ) {
      const one = saidAt(page, at, ceiling);
      if (one === null) break;
      found.push({
        source: [one.source],
        cue: [one.cue],
        content: [[start, i - 1]],
        lemma: one.lemma,
        kind: 'as clause',
      });
      at = tokens[one.end]?.norm === 'and' ? one.end + 1 : null;
    }
  }
  return found;
}

interface Said {
  readonly source: Range;
  readonly cue: Range;
  readonly lemma: string;
  readonly end: number;
}

/** "the Courier first reported" up to the end of its clause: a subject and a verb of saying that has no object. */
function saidAt(page: Page, from: number, ceiling: number): Said | null {
  const { tokens } = page;
  const subject = phraseStartingAt(tokens, from, ceiling);
  if (subject === null) return null;
  let verb = subject;
  while (tokens[verb]?.pos === 'AUX' || tokens[verb]?.pos === 'ADV') verb++;
  const lemma = tokens[verb]?.lemma ?? '';
  if (!TELLING.has(lemma)) return null;
  const end = skipAdjuncts(tokens, verb + 1, ceiling);
  const closes = end >= ceiling || /^(?:[.,;]|and)$/.test(tokens[end]?.norm ?? '');
  return closes ? { source: [from, subject], cue: [subject, verb + 1], lemma, end } : null;
}

const sentenceStart = (page: Page, floor: number, i: number): number =>
  Math.max(floor, page.document.sentences[page.tokens[i]?.sentence ?? -1]?.tokens[0] ?? floor);
