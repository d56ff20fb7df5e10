// Data that a statement rests on: figures, instruments, analyses, an exchange of information.

import { NOUN_CUES } from '../rules/cues.ts';
import { isComma, phraseStartingAt, type Range } from '../rules/phrase.ts';
import { subjectBefore } from '../rules/subject.ts';
import type { Page, Unit } from '../rules/unit.ts';
import { groupStart } from '../rules/verb-group.ts';
import { originOf } from './citing.ts';
import { type Context, type Link, named, speechesBefore, speechesIn } from './context.ts';
import { speakerNear } from './interview.ts';
import {
  ANALYSIS,
  EXCHANGES,
  headOf,
  INSTRUMENTS,
  isData,
  isDocument,
  isParty,
  RECORDING,
  RESTING,
  USED_DATA,
} from './words.ts';

export function dataLinks(context: Context, unit: Unit): Link[] {
  const links: (Link | null)[] = [];
  const { page } = context;
  for (let i = unit.tokens[0]; i < unit.tokens[1]; i++) {
    const token = page.tokens[i];
    if (token === undefined) continue;
    const verb = token.pos === 'VERB' || token.pos === 'ADJ';
    if (token.pos === 'VERB' && token.lemma === 'share') links.push(exchange(context, unit, i));
    if ((page.quoted[i] ?? -1) >= 0) continue;
    if (verb) links.push(using(context, unit, i), resting(context, unit, i));
    if (ANALYSIS.has(token.lemma)) links.push(analysis(page, unit, i));
  }
  return [...links.filter((link) => link !== null), ...recordings(context, unit)];
}

/** "It also used data on advertising". */
function using(context: Context, unit: Unit, i: number): Link | null {
  const { page } = context;
  if (page.tokens[i]?.lemma !== 'use') return null;
  const end = phraseStartingAt(page.tokens, i + 1, unit.tokens[1]);
  const subject = subjectBefore(page, unit.tokens[0], groupStart(page, i));
  if (end === null || subject === null || !USED_DATA.has(headOf(page, [i + 1, end])?.lemma ?? ''))
    return null;
  return {
    relayer: named(page, subject),
    upstream: [i + 1, end],
    cue: [i, i + 1],
    content: null,
    kind: 'based-on-data',
    certainty: 'explicit',
  };
}

/** "based on figures from the hospitals", "relying on a statistic", "was based on the photographs published by X". */
function resting(context: Context, unit: Unit, i: number): Link | null {
  const { page } = context;
  const { tokens } = page;
  const verb = tokens[i];
  if (verb === undefined || !RESTING.has(verb.lemma)) return null;
  const preposition = tokens[i + 1]?.norm;
  if (preposition !== 'on' && preposition !== 'upon' && preposition !== 'from') return null;
  const end = phraseStartingAt(tokens, i + 2, unit.tokens[1]);
  if (end === null) return null;
  const target: Range = [i + 2, end];
  if (!(isData(page, target) || isDocument(page, target))) return null;
  const relayer = restingParty(context, unit, i);
  return relayer === null
    ? null
    : {
        relayer,
        upstream: originOf(page, unit, target),
        cue: [i, i + 2],
        content: null,
        kind: 'based-on-data',
        certainty: 'explicit',
      };
}

/** The subject of "based on"; where that is a speech act ("The confirmation"), whoever performed it. */
function restingParty(context: Context, unit: Unit, i: number): Range | null {
  const { page } = context;
  const subject = subjectBefore(page, unit.tokens[0], groupStart(page, i));
  if (subject === null) return speakerNear(context, unit, i);
  const head = headOf(page, subject);
  const act = head === null ? undefined : NOUN_CUES.get(head.lemma);
  if (act === undefined || ANALYSIS.has(head?.lemma ?? '')) return named(page, subject);
  const before = speechesBefore(context, subject[0]).findLast(
    ({ attribution }) => attribution.act === act.act,
  );
  return before?.source ?? speakerNear(context, unit, i);
}

/** "a Post analysis of campaign finance filings", "an average of national polls". */
function analysis(page: Page, unit: Unit, i: number): Link | null {
  const { tokens } = page;
  if (tokens[i + 1]?.norm !== 'of') return null;
  const end = phraseStartingAt(tokens, i + 2, unit.tokens[1]);
  if (end === null || !(isData(page, [i + 2, end]) || isDocument(page, [i + 2, end]))) return null;
  const start = subjectBefore(page, unit.tokens[0], i + 1);
  if (start === null) return null;
  return {
    relayer: [start[0], i + 1],
    upstream: [i + 2, end],
    cue: [i, i + 2],
    content: null,
    kind: 'based-on-data',
    certainty: 'explicit',
  };
}

/** "By sharing information with a friendly service, we confirm": what the speaker says rests on the exchange. */
function exchange(context: Context, unit: Unit, i: number): Link | null {
  const { page } = context;
  const { tokens } = page;
  for (let k = i + 1; k < unit.tokens[1] && k - i <= 6; k++) {
    const token = tokens[k];
    if (token === undefined || isComma(token)) return null;
    if (token.norm !== 'with') continue;
    if (!tokens.slice(i + 1, k).some((word) => EXCHANGES.has(word.lemma))) return null;
    const end = phraseStartingAt(tokens, k + 1, unit.tokens[1]);
    const speech = speechesIn(context, unit).find(({ content }) =>
      content.some(([from, to]) => from <= i && i < to),
    );
    if (end === null || speech?.source == null || !isParty(page, [k + 1, end])) return null;
    return {
      relayer: named(page, speech.source),
      upstream: [k + 1, end],
      cue: [i, k + 1],
      content: null,
      kind: 'other',
      certainty: 'implied',
    };
  }
  return null;
}

/** "said its sensors had recorded 34 detonations": an instrument that stands between the speaker and the fact. */
function recordings(context: Context, unit: Unit): Link[] {
  const { page, open } = context;
  const links: Link[] = [];
  for (const speech of speechesIn(context, unit)) {
    if (speech.source === null) continue;
    for (const [from, to] of speech.content) {
      for (let i = from; i < to; i++) {
        const verb = page.tokens[i];
        if (verb === undefined || verb.pos !== 'VERB' || !RECORDING.has(verb.lemma)) continue;
        const subject = instrumentBefore(open, [from, groupStart(page, i)]);
        if (subject === null) continue;
        links.push({
          relayer: named(page, speech.source),
          upstream: subject,
          cue: [i, i + 1],
          content: [from, to],
          kind: 'based-on-data',
          certainty: 'explicit',
        });
      }
    }
  }
  return links;
}

/** The instrument that is the subject of a verb: right before it, or first in the clause with what hangs on it ("images taken on Sunday"). */
function instrumentBefore(page: Page, clause: Range): Range | null {
  const [from, to] = clause;
  const isInstrument = (range: Range): boolean => INSTRUMENTS.has(headOf(page, range)?.lemma ?? '');
  const before = subjectBefore(page, from, to);
  if (before !== null && isInstrument(before)) return before;
  const end = phraseStartingAt(page.tokens, from, to);
  return end !== null && isInstrument([from, end]) ? clause : null;
}
