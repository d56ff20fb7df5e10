/** Sizes and lines of what stands in boxes, known before anything is drawn. */

import type { ClaimView } from '../../api.ts';
import { KIND_WORDS } from '../shapes.ts';
import { wrap } from '../text.ts';
import { METRICS } from './layout.ts';
import type { Party } from './model.ts';

export const NAME_SIZE = 13;
export const NOTE_SIZE = 11;
const NAME_STEP = 16;
const NOTE_STEP = 14;
/** Room for the kind's shape, left of the name. */
export const INDENT = 26;
export const PAD = 9;

export interface BoxText {
  readonly name: readonly string[];
  readonly notes: readonly string[];
  readonly height: number;
}

/** Name in at most two lines, then what it is and when it spoke. */
export function partyText(party: Party): BoxText {
  const { source } = party;
  const name = wrap(source?.name ?? 'The article itself', (METRICS.boxWidth - INDENT - PAD) / NAME_SIZE, 2);
  const kind = source
    ? [KIND_WORDS[source.kind], source.official && 'official', !source.named && 'unnamed'].filter(Boolean)
    : ['names no source'];
  const said = party.saidWords ?? (source ? 'no words of its own' : null);
  const notes = [kind.join(' · '), said]
    .filter((note) => note !== null)
    .flatMap((note) => wrap(note, (METRICS.boxWidth - INDENT - PAD) / NOTE_SIZE, 2));
  return { name, notes, height: 2 * PAD + name.length * NAME_STEP + notes.length * NOTE_STEP };
}

/** The claim in at most seven lines, then its status and count. */
export function goalText(view: ClaimView): BoxText {
  const width = METRICS.goalWidth - 2 * PAD - 6;
  const name = wrap(view.claim.text, width / NAME_SIZE, 7);
  const notes = [view.words.status, ...view.words.beside].flatMap((n) => wrap(n, width / NOTE_SIZE, 2));
  return { name, notes, height: 2 * PAD + 6 + name.length * NAME_STEP + notes.length * NOTE_STEP };
}

/** Baselines of the lines, from the top of the box. */
export const nameLine = (i: number): number => PAD + NAME_STEP * i + 12;
export const noteLine = (text: BoxText, i: number): number =>
  PAD + NAME_STEP * text.name.length + NOTE_STEP * i + 12;
