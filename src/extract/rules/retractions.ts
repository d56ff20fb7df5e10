// Where somebody takes back what was said before: by a verb of withdrawing, by "That was wrong", or by owning up to a denial.
import { tokenRange } from '../../text/lookup.ts';
import type { Document, Span, Token } from '../../text/types.ts';
import type { Attribution } from '../types.ts';
import type { Found } from './attributions.ts';
import { phraseEndingAt, phraseStartingAt, type Range } from './phrase.ts';
import { subjectBefore } from './subject.ts';
import type { Retraction } from './types.ts';
import { type Page, pageOf, spanOf, type Unit } from './unit.ts';
import { groupStart, isUnreal } from './verb-group.ts';
import { wordSet } from './words.ts';

const words = wordSet('retractions');
const WITHDRAWING = words('withdrawing');
const CORRECTING = words('correcting');
const PARTICLE_VERBS = words('particle verbs');
const SAYINGS = words('sayings');
const WRONG = words('wrong');
const MISTAKES = words('mistakes');
const ANAPHORS = words('anaphors');

/** Places where somebody takes back what was said before, in text order. Linear in the number of tokens. */
export function extractRetractions(
  document: Document,
  attributions: readonly Attribution[],
): readonly Retraction[] {
  const page = pageOf(document);
  const speakers = speakersOf(document, attributions);
  return page.units.flatMap((unit, k) => inUnit(page, unit, page.units[k - 1] ?? null, speakers));
}

function inUnit(page: Page, unit: Unit, before: Unit | null, speakers: Speakers): Retraction[] {
  const found: Retraction[] = [];
  for (let i = unit.tokens[0]; i < unit.tokens[1]; i++) {
    const token = page.tokens[i];
    if (token === undefined) continue;
    const one =
      withdrawal(page, unit, speakers, i, token) ??
      calledWrong(page, unit, before, speakers, i, token) ??
      ownedDenial(page, unit, speakers, i, token);
    if (one !== null) found.push(one);
  }
  return found;
}

/** "The station withdrew its report.": who withdraws it, in so many words, and what. */
export function withdrawalFrames(page: Page, unit: Unit): Found[] {
  const found: Found[] = [];
  for (let i = unit.tokens[0]; i < unit.tokens[1]; i++) {
    const verb = page.tokens[i];
    if (verb?.pos !== 'VERB' || !isWithdrawing(page, i) || (page.quoted[i] ?? -1) >= 0) continue;
    const one = withdrawalAt(page, unit, i);
    if (one === null || one.passive || one.subject === null) continue;
    found.push({
      source: [one.subject],
      cue: [[one.start, one.object[0]]],
      content: [one.object],
      lemma: verb.lemma,
      kind: 'withdrawal',
    });
  }
  return found;
}

const isWithdrawing = ({ tokens }: Page, i: number): boolean =>
  WITHDRAWING.has(tokens[i]?.lemma ?? '') || takesBack(tokens, i);

/** "took back" */
const takesBack = (tokens: readonly Token[], i: number): boolean =>
  PARTICLE_VERBS.has(tokens[i]?.lemma ?? '') && tokens[i + 1]?.norm === 'back';

/** "withdrew the statement", "took back her claim", "corrected the figure". */
function withdrawal(page: Page, unit: Unit, speakers: Speakers, i: number, token: Token): Retraction | null {
  const one = token.pos === 'VERB' ? withdrawalAt(page, unit, i) : null;
  if (one === null) return null;
  const { subject, object, passive } = one;
  const moved = page.tokens.slice(object[1], object[1] + 4).some((word) => word.norm === 'from');
  return {
    by: passive ? null : (speakers.get(i) ?? (subject === null ? null : spanOf(page, subject))),
    cue: spanOf(page, [i, takesBack(page.tokens, i) ? i + 2 : i + 1]),
    of: spanOf(page, object),
    kind: isDenial(page.tokens, object)
      ? 'denial'
      : CORRECTING.has(token.lemma)
        ? moved
          ? 'update'
          : 'correction'
        : 'withdrawal',
  };
}

/** The parts of a withdrawal whose verb stands at `i`; null where it is none, is not done, or only may be. */
function withdrawalAt(page: Page, unit: Unit, i: number) {
  const { tokens } = page;
  if (!isWithdrawing(page, i) && !CORRECTING.has(tokens[i]?.lemma ?? '')) return null;
  const start = groupStart(page, i);
  const group = tokens.slice(start, i);
  if (tokens[start - 1]?.norm === 'to' || isUnreal(group)) return null;
  const passive = group.some((word) => word.lemma === 'be');
  const subject = subjectBefore(page, unit.tokens[0], start);
  const first = takesBack(tokens, i) ? i + 2 : i + 1;
  const end = phraseStartingAt(tokens, first, unit.tokens[1]);
  const object: Range | null = passive
    ? subject
    : end === null
      ? null
      : [first, valueStart(tokens, first, end)];
  return object === null || !names(tokens, object, SAYINGS) ? null : { subject, object, passive, start };
}

/** "That was wrong.", "the figure was a mistake": of the sentence before, where only a pronoun stands for it. */
function calledWrong(
  page: Page,
  unit: Unit,
  before: Unit | null,
  speakers: Speakers,
  i: number,
  token: Token,
): Retraction | null {
  const { tokens } = page;
  if (!WRONG.has(token.norm) && !MISTAKES.has(token.lemma)) return null;
  let verb = i - 1;
  while (verb > unit.tokens[0] && (tokens[verb]?.pos === 'ADV' || tokens[verb]?.pos === 'DET')) verb--;
  if (tokens[verb]?.lemma !== 'be' || tokens[verb]?.norm === 'is') return null;
  const subject = subjectBefore(page, unit.tokens[0], verb) ?? quotedSubject(page, unit, verb);
  if (subject === null) return null;
  const anaphor = subject[1] - subject[0] === 1 && ANAPHORS.has(tokens[subject[0]]?.norm ?? '');
  const opens = subject[0] <= unit.tokens[0] + 1;
  if (!(anaphor ? opens : names(tokens, subject, SAYINGS))) return null;
  return {
    by: speakers.get(i) ?? null,
    cue: spanOf(page, [verb, i + 1]),
    of: !anaphor ? spanOf(page, subject) : before === null ? null : spanOf(page, before.tokens),
    kind: !anaphor && isDenial(tokens, subject) ? 'denial' : 'correction',
  };
}

/** "“Our story was wrong,” the paper wrote": within what somebody says, the phrase right before the verb. */
function quotedSubject({ tokens, quoted }: Page, unit: Unit, verb: number): Range | null {
  const quotation = quoted[verb] ?? -1;
  let floor = verb;
  while (floor > unit.tokens[0] && quotation >= 0 && quoted[floor - 1] === quotation) floor--;
  const from = floor < verb ? phraseEndingAt(tokens, verb - 1, floor) : null;
  return from === null ? null : [from, verb];
}

/** "My denial" */
const isDenial = (tokens: readonly Token[], [from, to]: Range): boolean =>
  tokens.slice(from, to).some(({ lemma }) => lemma === 'denial');

/** "It was me who asked my spokesman to deny it": the speaker owns that the denial was ordered. */
function ownedDenial(page: Page, unit: Unit, speakers: Speakers, i: number, token: Token): Retraction | null {
  const { tokens } = page;
  if (token.lemma !== 'deny' || tokens[i - 1]?.norm !== 'to') return null;
  const before = tokens.slice(Math.max(unit.tokens[0], i - 12), i);
  const asked = before.some((word) => ['ask', 'tell', 'order', 'instruct', 'make'].includes(word.lemma));
  const own = before.some((word) => word.norm === 'i' || word.norm === 'me');
  if (!asked || !own) return null;
  return { by: speakers.get(i) ?? null, cue: spanOf(page, [i, i + 1]), of: null, kind: 'denial' };
}

/** For a token the source whose words or cue hold it. */
type Speakers = ReadonlyMap<number, Span>;

function speakersOf(document: Document, attributions: readonly Attribution[]): Speakers {
  const speakers = new Map<number, Span>();
  for (const { source, cue, content } of attributions) {
    const speaker = source[0];
    if (speaker === undefined) continue;
    for (const span of [...cue, ...content]) {
      const [from, to] = tokenRange(document, span);
      for (let i = from; i < to; i++) if (!speakers.has(i)) speakers.set(i, speaker);
    }
  }
  return speakers;
}

/** "the toll from four to six": the thing ends where its values begin. */
function valueStart(tokens: readonly Token[], from: number, end: number): number {
  for (let i = from + 1; i < end; i++)
    if (tokens[i]?.norm === 'from' && tokens[i + 1]?.pos === 'NUM') return i;
  return end;
}

const names = (tokens: readonly Token[], [from, to]: Range, list: ReadonlySet<string>): boolean =>
  tokens.slice(from, to).some((token) => list.has(token.lemma) || list.has(token.norm));
