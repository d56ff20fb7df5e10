// "According to X, …" and "…, according to X".

import type { Found } from './attributions.ts';
import { SOURCE_PREPOSITIONS, VERB_CUES } from './cues.ts';
import { isComma, phraseStartingAt, type Range, withApposition } from './phrase.ts';
import type { Page, Unit } from './unit.ts';
import { wordSet } from './words.ts';

const DATA = wordSet('relays')('used data');

/** Attributions by a source preposition, in text order. */
export function accordingFrames(page: Page, unit: Unit): Found[] {
  const found: Found[] = [];
  const [floor, ceiling] = unit.tokens;
  for (let i = floor; i < ceiling; i++) {
    if ((page.quoted[i] ?? -1) >= 0) continue;
    const end = prepositionAt(page, i, ceiling);
    if (end === null) continue;
    const one = frameAt(page, unit, [i, end]);
    if (one !== null) found.push(one);
  }
  return found;
}

function prepositionAt(page: Page, i: number, ceiling: number): number | null {
  const phrase = SOURCE_PREPOSITIONS.find((words) =>
    words.every((word, k) => i + k < ceiling && page.tokens[i + k]?.norm === word),
  );
  return phrase === undefined ? null : i + phrase.length;
}

function frameAt(page: Page, unit: Unit, cue: Range): Found | null {
  const { tokens } = page;
  const [floor, ceiling] = unit.tokens;
  const phrase = phraseStartingAt(tokens, cue[1], ceiling);
  if (phrase === null) return null;
  const first = cue[0] === floor || (cue[0] === floor + 1 && tokens[floor]?.pos === 'CCONJ');
  if (first) {
    const end = firstSourceEnd(page, phrase, ceiling);
    if (end === null || end + 1 >= ceiling) return null;
    return {
      source: [[cue[1], end]],
      cue: [cue],
      content: [[end + 1, ceiling]],
      lemma: 'according',
      kind: 'preposition before',
    };
  }
  const last = tokens[phrase - 1];
  if (last !== undefined && DATA.has(last.lemma) && speaksBefore(page, floor, cue[0])) return null;
  const from = clauseStart(page, floor, cue[0]);
  const to = isComma(tokens[cue[0] - 1]) ? cue[0] - 1 : cue[0];
  if (to <= from) return null;
  return {
    source: [[cue[1], withApposition(tokens, phrase, ceiling)]],
    cue: [cue],
    content: [[from, to]],
    lemma: 'according',
    kind: 'preposition after',
  };
}

/** "According to X, a Y, …": the source may hold an apposition, the content begins behind the last comma before it. */
function firstSourceEnd(page: Page, phrase: number, ceiling: number): number | null {
  const { tokens } = page;
  const apposed = withApposition(tokens, phrase, ceiling);
  if (isComma(tokens[apposed])) return apposed;
  for (let i = phrase; i < ceiling && i - phrase < 30; i++) if (isComma(tokens[i])) return i;
  return null;
}

/** Data named behind somebody's words are what the speaker rests on ("said that …, according to preliminary data"). */
function speaksBefore(page: Page, floor: number, cue: number): boolean {
  for (let i = floor; i < cue; i++) {
    const token = page.tokens[i];
    if (token?.pos === 'VERB' && VERB_CUES.get(token.lemma)?.class === 'statement') return true;
  }
  return false;
}

function clauseStart(page: Page, floor: number, cue: number): number {
  for (let i = cue - 1; i >= floor; i--) {
    if ((page.quoted[i] ?? -1) < 0 && page.tokens[i]?.norm === ';') return i + 1;
  }
  return floor;
}
