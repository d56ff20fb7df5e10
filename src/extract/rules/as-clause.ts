// "The results were known on 3 April, as the Courier first reported and the ministry has now admitted."

import type { Token } from '../../text/types.ts';
import { skipAdjuncts } from './adjunct.ts';
import type { Found } from './attributions.ts';
import { VERB_CUES } from './cues.ts';
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
    if (!tells(tokens.slice(start, i - 1))) continue;
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

/** It has a verb, and that is none of saying: of "the office confirmed an inquiry, as …" nobody knows what was reported before. */
function tells(clause: readonly Token[]): boolean {
  const verb = clause.find(({ pos }) => pos === 'VERB') ?? clause.find(isVerbal);
  return verb !== undefined && VERB_CUES.get(verb.lemma)?.class !== 'statement';
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
  const agent = reportedBy(page, from, ceiling);
  if (agent !== null) return agent;
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

/** "first reported by the Courier" */
function reportedBy({ tokens }: Page, from: number, ceiling: number): Said | null {
  let verb = from;
  while (tokens[verb]?.pos === 'ADV' || tokens[verb]?.norm === 'first') verb++;
  const lemma = tokens[verb]?.lemma ?? '';
  if (!TELLING.has(lemma) || tokens[verb + 1]?.norm !== 'by') return null;
  const end = phraseStartingAt(tokens, verb + 2, ceiling);
  return end === null ? null : { source: [verb + 2, end], cue: [from, verb + 2], lemma, end };
}

const sentenceStart = (page: Page, floor: number, i: number): number =>
  Math.max(floor, page.document.sentences[page.tokens[i]?.sentence ?? -1]?.tokens[0] ?? floor);
