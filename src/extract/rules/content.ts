// Where a reporting verb's content begins and ends.
import type { Token } from '../../text/types.ts';
import { timeEnd } from './adjunct.ts';
import { isComma, isTimeWord, isVerbal, type Range } from './phrase.ts';
import type { Page, Unit } from './unit.ts';
import type { VerbFrame } from './verb.ts';
import { CLAUSE_JOINTS } from './words.ts';

export interface Content {
  readonly ranges: readonly Range[];
  /** Where it stands to the cue. `after` names a cue that comes after its content. */
  readonly place: string;
}

/** The content of the frame at `index`, or null where there is none. */
export function contentOf(
  page: Page,
  unit: Unit,
  frames: readonly VerbFrame[],
  index: number,
  frame: VerbFrame,
): Content | null {
  const right = rightContent(page, unit, frames, index, frame);
  const left = leftContent(page, frame);
  if (left?.quoted) {
    if (right !== null && frame.complement === 'quotation')
      return { ranges: [left.range, right], place: 'split after' };
    return { ranges: [left.range], place: 'quotation after' };
  }
  if (right === null) {
    if (left === null) return null;
    const rest = restAfter(page, unit, frames, index, frame);
    return rest === null
      ? { ranges: [left.range], place: 'clause after' }
      : { ranges: [left.range, rest], place: 'clause around' };
  }
  if (left !== null && frame.order === 'verb-subject') return { ranges: [left.range], place: 'clause after' };
  return { ranges: [right], place: frame.complement };
}

/** Words that begin a clause about the source or the saying, not the rest of what is said. */
const RESTARTS = /ing$|^(?:where|which|who|whose|when|after|before|according|during|in|on|at)$/;

/** "The pier, she admits, may have to close": the clause goes on behind the comma with its verb. */
function restAfter(
  page: Page,
  unit: Unit,
  frames: readonly VerbFrame[],
  index: number,
  frame: VerbFrame,
): Range | null {
  const comma = frame.after;
  if (frame.order !== 'subject-verb' || !isComma(page.tokens[comma])) return null;
  const next = page.tokens[comma + 1];
  if (next === undefined || next.pos === 'CCONJ' || next.pos === 'SCONJ' || RESTARTS.test(next.norm))
    return null;
  const limit = rightLimit(page, unit, frames, index, { ...frame, after: comma + 1 });
  return limit > comma + 1 ? [comma + 1, limit] : null;
}

function leftContent(page: Page, frame: VerbFrame): { range: Range; quoted: boolean } | null {
  if (frame.before === null) return null;
  const [from, to] = frame.before;
  const last = page.quoted[to - 1] ?? -1;
  return { range: [from, to], quoted: last >= 0 };
}

function rightContent(
  page: Page,
  unit: Unit,
  frames: readonly VerbFrame[],
  index: number,
  frame: VerbFrame,
): Range | null {
  if (frame.complement === 'none') return null;
  const limit = withoutTime(page, frame.after, rightLimit(page, unit, frames, index, frame));
  return limit > frame.after ? [frame.after, limit] : null;
}

/** "reported the offer on Monday": behind a bare noun phrase the time is that of the saying. */
function withoutTime(page: Page, from: number, limit: number): number {
  for (let i = from; i < limit; i++) {
    if ((page.quoted[i] ?? -1) >= 0 || isVerbal(page.tokens[i])) return limit;
    if (
      i > from &&
      beginsTime(page.tokens[i]) &&
      timeEnd(page.tokens, i, limit) === limit - (isStop(page.tokens[limit - 1]) ? 1 : 0)
    )
      return i;
  }
  return limit;
}

/** A preposition or a time word of its own; an article or adjective belongs to the noun phrase before. */
const beginsTime = (token: Token | undefined): boolean =>
  token !== undefined &&
  (token.pos === 'ADP' || isTimeWord(token) || token.norm === 'this') &&
  token.norm !== 'of';

const isStop = (token: Token | undefined): boolean => /^[.;,!?]$/.test(token?.norm ?? '');

/** The content runs to the end of the unit, or to the next frame that is not inside it. */
function rightLimit(
  page: Page,
  unit: Unit,
  frames: readonly VerbFrame[],
  index: number,
  frame: VerbFrame,
): number {
  let limit = unit.tokens[1];
  for (let i = frame.after; i < limit; i++) {
    const token = page.tokens[i];
    if (token === undefined || (page.quoted[i] ?? -1) >= 0) continue;
    if (token.norm === ';') {
      limit = i;
      break;
    }
    if (isComma(token) && page.tokens[i + 1]?.norm === 'according' && page.tokens[i + 2]?.norm === 'to') {
      limit = i;
      break;
    }
  }
  for (let k = index + 1; k < frames.length; k++) {
    const next = frames[k];
    if (next === undefined || next.group[0] >= limit || next.group[0] < frame.after) continue;
    const cut = cutBefore(page, next, frame);
    if (cut !== null && cut > frame.after) return Math.min(limit, cut);
  }
  return limit;
}

/** Where a coordinated frame begins: at its joint; null where the frame is part of the content. */
function cutBefore(page: Page, next: VerbFrame, frame: VerbFrame): number | null {
  const { tokens } = page;
  // a relative clause inside the next frame's subject ("X, which said A, said B")
  if (next.subject !== null && next.subject[0] < frame.group[0])
    return isComma(tokens[next.group[0] - 1]) ? next.group[0] - 1 : next.group[0];
  if (next.order === 'participle') return next.group[0] - 1;
  if (next.order === 'shared') {
    const joint = next.group[0] - 1;
    return isComma(tokens[joint - 1]) ? joint - 1 : joint;
  }
  if (next.subject === null) return null;
  const joint = next.subject[0] - 1;
  if (tokens[joint]?.norm === 'after' && next.cue.class === 'statement') return joint;
  if (!CLAUSE_JOINTS.has(tokens[joint]?.norm ?? '') || !isComma(tokens[joint - 1])) return null;
  return joint - 1;
}
