// "X told Y", "X said to Y", "X was informed by Y", "in an interview with Y", "on Y's programme".
import { timeEnd } from '../rules/adjunct.ts';
import {
  isComma,
  isGenitive,
  isNominal,
  phraseEndingAt,
  phraseStartingAt,
  type Range,
} from '../rules/phrase.ts';
import type { Page, Unit } from '../rules/unit.ts';
import { subjectBefore } from '../rules/verb.ts';
import { OBJECT_PRONOUNS, VERB_NEGATIONS } from '../rules/words.ts';
import { type Context, type Link, named, speakerAt, speechesIn } from './context.ts';
import { isAudience, isNamed, isOutlet, isOwnOutlet, isParty, SAID_TO, TOLD } from './words.ts';

export function toldLinks(context: Context, unit: Unit): Link[] {
  const links: Link[] = [];
  const { page } = context;
  for (let i = unit.tokens[0]; i < unit.tokens[1]; i++) {
    const token = page.tokens[i];
    if (token === undefined || token.pos !== 'VERB' || (page.quoted[i] ?? -1) >= 0) continue;
    const link = TOLD.has(token.lemma)
      ? told(context, unit, i)
      : SAID_TO.has(token.lemma)
        ? saidTo(context, unit, i)
        : null;
    if (link !== null) links.push(link);
  }
  return [...links, ...interviews(context, unit), ...onAir(context, unit, links)];
}

function groupStart(page: Page, i: number): number {
  let start = i;
  while (
    page.tokens[start - 1]?.pos === 'AUX' ||
    page.tokens[start - 1]?.pos === 'ADV' ||
    VERB_NEGATIONS.has(page.tokens[start - 1]?.norm ?? '')
  )
    start--;
  return start;
}

function told(context: Context, unit: Unit, i: number): Link | null {
  const { page } = context;
  const { tokens } = page;
  const start = groupStart(page, i);
  const passive = tokens.slice(start, i).some((token) => token.lemma === 'be');
  if (tokens[start - 1]?.norm === 'to') return null;
  if (passive) return informedBy(page, unit, start, i);
  const first = timeEnd(tokens, i + 1, unit.tokens[1]) ?? i + 1;
  if (OBJECT_PRONOUNS.has(tokens[first]?.norm ?? '')) return null;
  const end = phraseStartingAt(tokens, first, unit.tokens[1]);
  if (end === null) return null;
  const hearer: Range = cutProgramme(page, [first, end]);
  if (tokens[end]?.norm === 'to' && tokens[end]?.pos === 'PART') return null;
  if (isAudience(page, hearer) || isOwnOutlet(page, hearer) || !isParty(page, hearer)) return null;
  const speaker = speakerAt(context, page, unit, i, start) ?? subjectOfUnit(context, unit, i);
  if (speaker === null) return null;
  return {
    relayer: hearer,
    upstream: speaker,
    cue: [i, i + 1],
    content: contentAt(context, i),
    kind: 'told-outlet',
    certainty: 'explicit',
  };
}

/** "The mayor had been informed by the club". */
function informedBy(page: Page, unit: Unit, start: number, i: number): Link | null {
  if (page.tokens[i + 1]?.norm !== 'by') return null;
  const end = phraseStartingAt(page.tokens, i + 2, unit.tokens[1]);
  const subject = subjectBefore(page, unit.tokens[0], start);
  if (end === null || subject === null || !isParty(page, [i + 2, end])) return null;
  return {
    relayer: named(page, subject),
    upstream: [i + 2, end],
    cue: [i, i + 2],
    content: null,
    kind: 'told-outlet',
    certainty: 'implied',
  };
}

/** "said to Megyn Kelly", "wrote in an email to the Post": only outlets, as others hear much that they pass on to nobody. */
function saidTo(context: Context, unit: Unit, i: number): Link | null {
  const { page } = context;
  const { tokens } = page;
  for (let k = i + 1; k < unit.tokens[1] && k - i <= 8; k++) {
    const token = tokens[k];
    if (token === undefined || isComma(token) || token.pos === 'VERB' || (page.quoted[k] ?? -1) >= 0)
      return null;
    if (token.norm !== 'to') continue;
    const end = phraseStartingAt(tokens, k + 1, unit.tokens[1]);
    if (end === null || !isOutlet(page, [k + 1, end]) || isOwnOutlet(page, [k + 1, end])) return null;
    const speaker = speakerAt(context, page, unit, i, groupStart(page, i));
    if (speaker === null) return null;
    return {
      relayer: [k + 1, end],
      upstream: speaker,
      cue: [i, k + 1],
      content: contentAt(context, i),
      kind: 'told-outlet',
      certainty: 'explicit',
    };
  }
  return null;
}

/** "in an interview with CNN", "in a CNN interview", "the Post's interview with Trump". */
function interviews(context: Context, unit: Unit): Link[] {
  const { page } = context;
  const { tokens } = page;
  const links: Link[] = [];
  for (let i = unit.tokens[0]; i < unit.tokens[1]; i++) {
    const token = tokens[i];
    if (
      token === undefined ||
      token.lemma !== 'interview' ||
      token.pos === 'VERB' ||
      (page.quoted[i] ?? -1) >= 0
    )
      continue;
    const outlet = interviewer(page, unit, i);
    if (outlet === null || isOwnOutlet(page, outlet.range)) continue;
    const speaker = outlet.other ?? subjectOfUnit(context, unit, i);
    if (speaker === null || (speaker[0] < outlet.range[1] && outlet.range[0] < speaker[1])) continue;
    links.push({
      relayer: outlet.range,
      upstream: speaker,
      cue: outlet.cue,
      content: contentNear(context, unit),
      kind: 'interview',
      certainty: 'explicit',
    });
  }
  return links;
}

function interviewer(
  page: Page,
  unit: Unit,
  i: number,
): { range: Range; cue: Range; other: Range | null } | null {
  const { tokens } = page;
  for (let k = i + 1; k < unit.tokens[1] && k - i <= 5; k++) {
    const token = tokens[k];
    if (token?.norm !== 'with' && token?.norm !== 'on' && token?.norm !== 'for') continue;
    const end = phraseStartingAt(tokens, k + 1, unit.tokens[1]);
    if (end === null) break;
    const range = cutProgramme(page, [k + 1, end]);
    if (isOutlet(page, range)) return { range, cue: [i, k + 1], other: null };
    const holder = holderOf(page, i);
    return token.norm === 'with' && holder !== null && isNamed(page, range)
      ? { range: holder, cue: [i, k + 1], other: range }
      : null;
  }
  const holder = holderOf(page, i);
  return holder === null ? null : { range: holder, cue: [i, i + 1], other: null };
}

/** The outlet that stands before "interview" as its modifier or possessor. */
function holderOf(page: Page, i: number): Range | null {
  let from = i;
  while (from > 0 && (isNominal(page.tokens[from - 1]) || isGenitive(page.tokens[from - 1]))) from--;
  let to = i;
  while (to > from && (page.tokens[to - 1]?.pos !== 'PROPN' || isGenitive(page.tokens[to - 1]))) to--;
  return to > from && isOutlet(page, [from, to]) ? [from, to] : null;
}

/** "said on CNN's State of the Union", "speaking on CNBC". */
function onAir(context: Context, unit: Unit, found: readonly Link[]): Link[] {
  const { page } = context;
  const { tokens } = page;
  const links: Link[] = [];
  for (let i = unit.tokens[0]; i < unit.tokens[1]; i++) {
    const token = tokens[i];
    if (token === undefined || (page.quoted[i] ?? -1) >= 0) continue;
    if (token.norm !== 'on' || tokens[i - 1]?.lemma === 'interview') continue;
    const end = phraseStartingAt(tokens, i + 1, unit.tokens[1]);
    if (
      end === null ||
      !isNamed(page, [i + 1, end]) ||
      !isOutlet(page, [i + 1, end]) ||
      isOwnOutlet(page, [i + 1, end])
    )
      continue;
    if (found.some((link) => link.relayer[0] < end && i < link.relayer[1])) continue;
    const speech = nearestSpeech(context, unit, i);
    if (speech?.source == null) continue;
    links.push({
      relayer: [i + 1, end],
      upstream: named(page, speech.source),
      cue: [i, i + 1],
      content: speech.content[0] ?? null,
      kind: 'interview',
      certainty: 'implied',
    });
  }
  return links;
}

/** The speech with a cue at most a few words from token `i`, "on" standing outside its content. */
function nearestSpeech(context: Context, unit: Unit, i: number) {
  return speechesIn(context, unit)
    .filter(
      ({ cue, content }) =>
        Math.min(Math.abs(i - cue[1]), Math.abs(i - cue[0])) <= 8 &&
        !content.some(([from, to]) => from <= i && i < to),
    )
    .sort((a, b) => Math.abs(a.cue[0] - i) - Math.abs(b.cue[0] - i))[0];
}

/** Who speaks or acts in the sentence: the nearest source, else its first noun phrase. */
export function subjectOfUnit(context: Context, unit: Unit, i: number): Range | null {
  const speech = [...speechesIn(context, unit)]
    .filter(({ source }) => source !== null)
    .sort((a, b) => Math.abs(a.cue[0] - i) - Math.abs(b.cue[0] - i))[0];
  if (speech?.source != null) return named(context.page, speech.source);
  const end = phraseStartingAt(context.page.tokens, unit.tokens[0], unit.tokens[1]);
  return end === null || end > i ? null : [unit.tokens[0], end];
}

export function contentAt(context: Context, i: number): Range | null {
  return context.speeches.find(({ cue }) => cue[0] <= i && i < cue[1])?.content[0] ?? null;
}

const contentNear = (context: Context, unit: Unit): Range | null =>
  speechesIn(context, unit)[0]?.content[0] ?? null;

/** "Fox News’ Megyn Kelly" stays; "CNN in May" ends before the adjunct. */
function cutProgramme(page: Page, [from, to]: Range): Range {
  for (let i = from + 1; i < to; i++)
    if (page.tokens[i]?.pos === 'ADP' && isNamed(page, [from, i])) return [from, i];
  return [from, to];
}

void phraseEndingAt;
