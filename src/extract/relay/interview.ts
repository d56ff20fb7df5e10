// Speech that an outlet carried first: "in an interview with CNN", "speaking on CNBC", "reached by Reuters".
import {
  isComma,
  isGenitive,
  isNominal,
  isTimeWord,
  isVerbal,
  phraseStartingAt,
  type Range,
} from '../rules/phrase.ts';
import { subjectBefore } from '../rules/subject.ts';
import type { Page, Unit } from '../rules/unit.ts';
import { type Context, type Link, named, overlapsRange, type Speech, speechesIn } from './context.ts';
import { CONTACTED, isNamed, isOutlet, isOwnOutlet, isOwnThing, isParty, PROGRAMME_VERBS } from './words.ts';

export function interviewLinks(context: Context, unit: Unit): Link[] {
  const links = [...interviews(context, unit), ...contacts(context, unit)];
  return [
    ...links,
    ...onAir(context, unit).filter((air) => !links.some((link) => overlapsRange(link.relayer, air.relayer))),
  ];
}

const outside = (page: Page, i: number): boolean => (page.quoted[i] ?? -1) < 0;

/** "in an interview with CNN", "in a CNN interview", "the Post's interview with Trump". */
function interviews(context: Context, unit: Unit): Link[] {
  const { page } = context;
  const links: Link[] = [];
  for (let i = unit.tokens[0]; i < unit.tokens[1]; i++) {
    const token = page.tokens[i];
    if (token === undefined || token.lemma !== 'interview' || token.pos === 'VERB' || !outside(page, i))
      continue;
    const found = interviewer(page, unit, i);
    if (found === null || isOwnOutlet(page, found.outlet)) continue;
    const speaker = found.guest ?? speakerNear(context, unit, i, found.outlet[1]);
    if (speaker === null) continue;
    const content = speechesIn(context, unit)[0]?.content[0] ?? null;
    links.push({
      relayer: found.outlet,
      upstream: speaker,
      cue: found.cue,
      content,
      kind: 'interview',
      certainty: 'explicit',
    });
  }
  return links;
}

interface Interview {
  readonly outlet: Range;
  readonly guest: Range | null;
  readonly cue: Range;
}

function interviewer(page: Page, unit: Unit, i: number): Interview | null {
  const { tokens } = page;
  for (let k = i + 1; k < unit.tokens[1] && k - i <= 5; k++) {
    const norm = tokens[k]?.norm;
    if (isComma(tokens[k])) break;
    if (norm !== 'with' && norm !== 'on' && norm !== 'for' && norm !== 'by') continue;
    const range = outletPhrase(page, k + 1, unit.tokens[1]);
    if (range === null) continue;
    if (isOutlet(page, range) || (norm === 'with' && opensSentence(page, unit, i) && isOneName(page, range)))
      return { outlet: range, guest: null, cue: [i, k + 1] };
    if (norm !== 'with') break;
    const holder = holderOf(page, i);
    return holder !== null && isNamed(page, range) ? { outlet: holder, guest: range, cue: [i, k + 1] } : null;
  }
  const holder = holderOf(page, i);
  return holder === null ? null : { outlet: holder, guest: null, cue: [i, i + 1] };
}

/** "Speaking to NordWire, Rane said": a name of one word, before a speaker, is hardly another person's. */
const isOneName = (page: Page, [from, to]: Range): boolean =>
  to - from === 1 && page.tokens[from]?.pos === 'PROPN';

/** No verb stands before it in its sentence. */
function opensSentence(page: Page, unit: Unit, i: number): boolean {
  const start = page.document.sentences[page.tokens[i]?.sentence ?? -1]?.tokens[0] ?? i;
  return !page.tokens.slice(Math.max(unit.tokens[0], start), i).some(isVerbal);
}

/** The outlet that stands before "interview" as its modifier or possessor. */
function holderOf(page: Page, i: number): Range | null {
  let from = i;
  while (from > 0 && (isNominal(page.tokens[from - 1]) || isGenitive(page.tokens[from - 1]))) from--;
  let to = i;
  while (to > from && (page.tokens[to - 1]?.pos !== 'PROPN' || isGenitive(page.tokens[to - 1]))) to--;
  return to > from && isOutlet(page, [from, to]) ? [from, to] : null;
}

/** "Reached by Reuters, the office could not recall". */
function contacts(context: Context, unit: Unit): Link[] {
  const { page } = context;
  const links: Link[] = [];
  for (let i = unit.tokens[0]; i + 1 < unit.tokens[1]; i++) {
    const token = page.tokens[i];
    if (
      token === undefined ||
      !CONTACTED.has(token.lemma) ||
      page.tokens[i + 1]?.norm !== 'by' ||
      !outside(page, i)
    )
      continue;
    const outlet = outletPhrase(page, i + 2, unit.tokens[1]);
    if (outlet === null || !isOutlet(page, outlet) || isOwnOutlet(page, outlet)) continue;
    const speaker = speakerNear(context, unit, i, outlet[1]);
    if (speaker === null) continue;
    links.push({
      relayer: outlet,
      upstream: speaker,
      cue: [i, i + 2],
      content: null,
      kind: 'told-outlet',
      certainty: 'explicit',
    });
  }
  return links;
}

/** "said on Radio Lund’s morning programme", "speaking on Radio Lund", "sitting down with Radio Lund". */
function onAir(context: Context, unit: Unit): Link[] {
  const { page } = context;
  const { tokens } = page;
  const links: Link[] = [];
  for (let i = unit.tokens[0]; i < unit.tokens[1]; i++) {
    const norm = tokens[i]?.norm;
    if ((norm !== 'on' && norm !== 'with' && norm !== 'to') || !outside(page, i)) continue;
    const outlet = outletPhrase(page, i + 1, unit.tokens[1]);
    if (outlet === null || !isNamed(page, outlet)) continue;
    const appears = tokens
      .slice(Math.max(unit.tokens[0], i - 3), i)
      .some((token) => token.pos === 'VERB' && PROGRAMME_VERBS.has(token.lemma));
    const heard = norm === 'to' && appears && isOneName(page, outlet) && opensSentence(page, unit, i - 1);
    if (!isOutlet(page, outlet) && !heard) continue;
    if (isOwnOutlet(page, outlet) || isOwnThing(page, outlet)) continue;
    if (norm !== 'on' && !appears) continue;
    const speech = nearestSpeech(context, unit, i, appears ? 40 : 12);
    const speaker =
      subjectAfterAdjunct(page, unit, outlet[1]) ??
      (speech?.source == null ? null : named(page, speech.source));
    if (speech === undefined || speaker === null || overlapsRange(speaker, outlet)) continue;
    links.push({
      relayer: outlet,
      upstream: speaker,
      cue: [i, i + 1],
      content: speech.content[0] ?? null,
      kind: 'interview',
      certainty: 'implied',
    });
  }
  return links;
}

/** The nearest speech with a source whose content does not hold token `i`. */
function nearestSpeech(context: Context, unit: Unit, i: number, reach: number): Speech | undefined {
  const distance = ({ cue }: Speech): number => Math.min(Math.abs(i - cue[1]), Math.abs(i - cue[0]));
  return speechesIn(context, unit)
    .filter(
      (speech) => distance(speech) <= reach && !speech.content.some(([from, to]) => from <= i && i < to),
    )
    .sort((a, b) => distance(a) - distance(b))[0];
}

/** Who speaks or acts around token `i`: the nearest source, else the first noun phrase of the sentence. */
export function speakerNear(context: Context, unit: Unit, i: number, adjunctEnd?: number): Range | null {
  const { page } = context;
  const following = adjunctEnd === undefined ? null : subjectAfterAdjunct(page, unit, adjunctEnd);
  if (following !== null) return following;
  const speech = speechesIn(context, unit)
    // the verb at `i` may be taken for what the cited say
    .filter(({ source, cue }) => source !== null && !(cue[0] <= i && i < cue[1]))
    .sort((a, b) => Math.abs(a.cue[0] - i) - Math.abs(b.cue[0] - i))[0];
  if (speech?.source != null) return named(page, speech.source);
  const verb = firstVerb(page, unit);
  const subject = verb === null ? null : subjectBefore(page, unit.tokens[0], verb);
  if (subject !== null && subject[1] <= i && isParty(page, subject)) return named(page, subject);
  const end = phraseStartingAt(page.tokens, unit.tokens[0], unit.tokens[1]);
  return end === null || end > i ? null : [unit.tokens[0], end];
}

/** The first finite verb outside quotations. */
function firstVerb(page: Page, unit: Unit): number | null {
  for (let i = unit.tokens[0]; i < unit.tokens[1]; i++) {
    const token = page.tokens[i];
    if (token !== undefined && isVerbal(token) && outside(page, i) && !/ing$/.test(token.norm)) return i;
  }
  return null;
}

/** The subject behind an adjunct that begins the sentence: "In an interview with CNN, Trump said". */
function subjectAfterAdjunct(page: Page, unit: Unit, adjunctEnd: number): Range | null {
  const { tokens } = page;
  for (let k = unit.tokens[0]; k < adjunctEnd; k++) {
    const token = tokens[k];
    if (token?.pos === 'AUX' || (token?.pos === 'VERB' && !/ing$|ed$/.test(token.norm))) return null;
  }
  for (let k = adjunctEnd; k < unit.tokens[1] && k - adjunctEnd <= 20; k++) {
    if (!isComma(tokens[k]) && !isComma(tokens[k - 1])) continue;
    const from = isComma(tokens[k]) ? k + 1 : k;
    const end = phraseStartingAt(tokens, from, unit.tokens[1]);
    const next = end === null ? undefined : tokens[end];
    if (end !== null && (next?.pos === 'VERB' || next?.pos === 'AUX' || next?.pos === 'ADV'))
      return [from, end];
  }
  return null;
}

/**
 * The noun phrase at `from` as outlets are named: over a quoted title behind a genitive ("ABC's “This Week”"), over a list
 * of names ("ABC News, MSNBC and CNN"), without a date or place behind it.
 */
export function outletPhrase(page: Page, from: number, ceiling: number): Range | null {
  const { tokens } = page;
  const end = phraseStartingAt(tokens, from, ceiling);
  if (end === null) return null;
  let to = end;
  for (let i = from + 1; i < end; i++) {
    const plain = tokens[i]?.pos === 'ADP' && tokens[i]?.norm !== 'of' && isNamed(page, [from, i]);
    if (plain || (isTimeWord(tokens[i]) && tokens[i - 1]?.norm === 'this')) {
      to = i;
      break;
    }
  }
  const quotation = page.quoted[to] ?? -1;
  if (to === end && quotation >= 0 && isGenitive(tokens[to - 1])) {
    const title = page.quotationTokens[quotation];
    if (title !== undefined && title[1] - title[0] <= 9) return [from, title[1]];
  }
  return [from, isNamed(page, [from, to]) ? listEnd(page, to, ceiling) : to];
}

/** Past ", X and Y" behind a name. */
function listEnd(page: Page, to: number, ceiling: number): number {
  const { tokens } = page;
  let at = to;
  while (
    at < ceiling &&
    isComma(tokens[at]) &&
    tokens[at + 1]?.pos === 'PROPN' &&
    isOutlet(page, [at + 1, at + 2])
  ) {
    const next = phraseStartingAt(tokens, at + 1, ceiling);
    if (next === null) return at;
    at = next;
  }
  return at;
}
