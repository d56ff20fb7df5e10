/** Sizes and lines of what stands in boxes, known before anything is drawn. */

import type { ClaimView } from '../../api/claim.ts';
import { KIND_WORDS } from '../shapes.ts';
import { type Measure, wrap } from '../text.ts';
import { METRICS } from './layout.ts';
import type { Party } from './model.ts';

export const NAME_SIZE = 13;
export const NOTE_SIZE = 12;
const NAME_STEP = 16;
const NOTE_STEP = 15;
/** Room for the kind's shape, left of the name. */
export const INDENT = 26;
export const PAD = 9;
const TEXT_WIDTH = METRICS.boxWidth - INDENT - PAD;

/** How wide names and notes are. */
export interface Rulers {
  readonly name: Measure;
  readonly note: Measure;
  /** A status stands out among notes. */
  readonly status: Measure;
}

export interface BoxText {
  readonly name: readonly string[];
  readonly notes: readonly string[];
  /** How many of the notes, from the first on, are the status. */
  readonly status: number;
  readonly height: number;
}

/** Name in at most two lines, then what it is and when it spoke. */
export function partyText(party: Party, rulers: Rulers): BoxText {
  const { source } = party;
  const name = wrap(source?.name ?? 'The article itself', TEXT_WIDTH, 2, rulers.name);
  const kind = source
    ? [KIND_WORDS[source.kind], source.official && 'official', !source.named && 'unnamed'].filter(Boolean)
    : ['names no source'];
  const said = party.saidWords ?? (source ? 'no words of its own' : null);
  const notes = [kind.join(' · '), said]
    .filter((note) => note !== null)
    .flatMap((note) => wrap(note, TEXT_WIDTH, 2, rulers.note));
  return { name, notes, status: 0, height: 2 * PAD + name.length * NAME_STEP + notes.length * NOTE_STEP };
}

/** The claim in at most seven lines, then its status and count. */
export function goalText(view: ClaimView, rulers: Rulers): BoxText {
  const width = METRICS.goalWidth - 2 * PAD - 6;
  const name = wrap(view.claim.text, width, 7, rulers.name);
  const status = wrap(view.words.status, width, 2, rulers.status);
  const notes = [...status, ...view.words.beside.flatMap((n) => wrap(n, width, 2, rulers.note))];
  const height = 2 * PAD + 6 + name.length * NAME_STEP + notes.length * NOTE_STEP;
  return { name, notes, status: status.length, height };
}

/** Baselines of the lines, from the top of the box. */
export const nameLine = (i: number): number => PAD + NAME_STEP * i + 12;
export const noteLine = (text: BoxText, i: number): number =>
  PAD + NAME_STEP * text.name.length + NOTE_STEP * i + 12;
