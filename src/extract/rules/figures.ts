// Figures that somebody gives: "put the toll at seven", "had spoken of three dead", "raised the number to six", "gave the time as 22:47", "registered 34 blasts".
import { timeEnd } from './adjunct.ts';
import type { Found } from './attributions.ts';
import type { Range } from './phrase.ts';
import { subjectBefore } from './subject.ts';
import type { Page, Unit } from './unit.ts';
import { groupStart } from './verb-group.ts';
import { wordSet } from './words.ts';

const words = wordSet('figures');
const PUTTING = words('putting');
const GIVING_AS = words('giving');
const CHANGING = words('changing');
const SPEAKING = words('speaking');
const COUNTING = words('counting');
const GIVING = new Set([...PUTTING, ...GIVING_AS, ...CHANGING, ...SPEAKING, ...COUNTING]);
const FIGURES = words('figures');
const AMOUNTS = words('amounts');
const COUNTERS = words('counters');

/** How far behind the verb or preposition a number may stand ("at well over some 300"). In tokens. */
const NEAR = 4;

/** Attributions by verbs that say nothing but a figure, in text order. Linear in the length of the unit's clauses. */
export function figureFrames(page: Page, unit: Unit): Found[] {
  const found: Found[] = [];
  for (let i = unit.tokens[0]; i < unit.tokens[1]; i++) {
    const token = page.tokens[i];
    if (token?.pos !== 'VERB' || !GIVING.has(token.lemma) || (page.quoted[i] ?? -1) >= 0) continue;
    const start = noLonger(page, groupStart(page, i));
    const group = page.tokens.slice(start, i);
    if (page.tokens[start - 1]?.norm === 'to' || group.some(({ norm }) => UNDONE.test(norm))) continue;
    const content = figureBehind(page, i, clauseEnd(page, i + 1, unit.tokens[1]));
    const subject = content === null ? null : subjectBefore(page, unit.tokens[0], start);
    if (content === null || subject === null) continue;
    if (COUNTING.has(token.lemma) && !isCounter(page, subject)) continue;
    if (GIVING_AS.has(token.lemma) && isOwnVoice(page, subject)) continue;
    found.push({
      source: [subject],
      cue: [[start, SPEAKING.has(token.lemma) ? i + 2 : i + 1]],
      content: [content],
      lemma: token.lemma,
      kind: 'figure',
    });
  }
  return found;
}

/** Not done, or done to it. */
const UNDONE = /^(?:not|n't|never|was|were|been|being|be|is|are|will|would|could|may|might|should|must|can)$/;

/** What the verb at `i` says, where it is a figure. */
function figureBehind(page: Page, i: number, end: number): Range | null {
  const lemma = page.tokens[i]?.lemma ?? '';
  if (SPEAKING.has(lemma))
    return page.tokens[i + 1]?.norm === 'of' && (numberFrom(page, i + 2, end) || spokeBefore(page, i))
      ? [i + 2, beforeTime(page, i + 2, end)]
      : null;
  if (PUTTING.has(lemma)) return countedTo(page, i + 1, end, 'at');
  if (CHANGING.has(lemma)) return countedTo(page, i + 1, end, 'to');
  if (GIVING_AS.has(lemma)) return countedTo(page, i + 1, end, 'as');
  return COUNTING.has(lemma) && numberFrom(page, i + 1, end) ? [i + 1, beforeTime(page, i + 1, end)] : null;
}

/** Where "no longer" begins, if its second word stands at `i`. */
const noLonger = ({ tokens }: Pick<Page, 'tokens'>, i: number): number =>
  tokens[i]?.norm === 'longer' && tokens[i - 1]?.norm === 'no' ? i - 1 : i;

/** "had first spoken of a gust", "no longer speaks of it": what was said then is told because something else is said now. */
function spokeBefore({ tokens }: Pick<Page, 'tokens'>, i: number): boolean {
  if (noLonger({ tokens }, i - 1) < i - 1) return true;
  let at = i - 1;
  while (tokens[at]?.pos === 'ADV') at--;
  return tokens[at]?.norm === 'had';
}

/** "the toll at seven", "the number of its wounded from four to six": something counted, and behind the preposition its value. */
function countedTo(page: Page, from: number, end: number, preposition: string): Range | null {
  const { tokens } = page;
  const at = tokens
    .slice(from, end)
    .findIndex(({ norm }, k) => norm === preposition && numberFrom(page, from + k + 1, end));
  const counted = at > 0 && tokens.slice(from, from + at).some(({ lemma }) => FIGURES.has(lemma));
  return counted || (at > 0 && isAmount(page, from + at + 1, end)) ? [from, end] : null;
}

/** A number, not a year, within reach of the token. */
const numberFrom = ({ tokens }: Pick<Page, 'tokens'>, from: number, end: number): boolean =>
  tokens
    .slice(from, Math.min(end, from + NEAR))
    .some(({ pos, norm }) => pos === 'NUM' && !/^(?:1|2)\d{3}$/.test(norm));

/** "240 million", "$3", "5 per cent": so many of something that needs no word for the figure. */
const isAmount = ({ tokens }: Pick<Page, 'tokens'>, from: number, end: number): boolean =>
  tokens.slice(from, Math.min(end, from + NEAR)).some(({ norm }) => AMOUNTS.has(norm));

/** Up to the next comma, semicolon or stop outside of quotations. */
function clauseEnd(page: Page, from: number, ceiling: number): number {
  let i = from;
  while (i < ceiling && ((page.quoted[i] ?? -1) >= 0 || !/^[,;.:?!]$/.test(page.tokens[i]?.norm ?? ''))) i++;
  return i;
}

/** When it was counted is not what was counted. */
function beforeTime({ tokens }: Page, from: number, end: number): number {
  for (let i = from + 1; i < end; i++)
    if (tokens[i]?.pos === 'ADP' && tokens[i]?.norm !== 'of' && timeEnd(tokens, i, end) !== null) return i;
  return end;
}

/** Who counts: a body, by its kind or by initials, a reporter, an official; the others win, score or own so and so many. */
const isCounter = ({ tokens, document }: Page, [from, to]: Range): boolean =>
  tokens
    .slice(from, to)
    .some(
      ({ lemma, norm, span }) =>
        COUNTERS.has(lemma) || COUNTERS.has(norm) || INITIALS.test(document.article.text.slice(...span)),
    );

/** "We gave the price as 310 million": what an outlet has printed before, mostly to take it back. */
const isOwnVoice = ({ tokens }: Page, [from]: Range): boolean => tokens[from]?.norm === 'we';

const INITIALS = /^\p{Lu}{2,6}$/u;
