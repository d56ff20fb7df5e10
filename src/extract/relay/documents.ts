// Documents and data that somebody obtained, has seen, or rests on.

import { NOUN_CUES } from '../rules/cues.ts';
import { beginsPhrase, isComma, phraseStartingAt, type Range } from '../rules/phrase.ts';
import type { Page, Unit } from '../rules/unit.ts';
import { subjectBefore } from '../rules/verb.ts';
import { originOf } from './citing.ts';
import { type Context, type Link, named, speakerAt, speechesIn } from './context.ts';
import { speakerNear } from './interview.ts';
import { groupStart, isPassive } from './told.ts';
import {
  ANALYSIS,
  CLIPS,
  EXCHANGES,
  HANDING_ON,
  HAVING_SEEN,
  headOf,
  INSTRUMENTS,
  isData,
  isDocument,
  isOwnThing,
  isParty,
  RECORDING,
  RELEASED,
  REMARKS,
  RESTING,
  SHOWING,
  SHOWS,
  USED_DATA,
} from './words.ts';

export function documentLinks(context: Context, unit: Unit): Link[] {
  const links: (Link | null)[] = [];
  const { page } = context;
  for (let i = unit.tokens[0]; i < unit.tokens[1]; i++) {
    const token = page.tokens[i];
    if (token === undefined) continue;
    const quoted = (page.quoted[i] ?? -1) >= 0;
    if (token.pos === 'VERB' && token.lemma === 'share') links.push(exchange(context, unit, i));
    if (quoted) continue;
    if (token.pos === 'VERB' || token.pos === 'ADJ') {
      links.push(...DOCUMENT_RULES.map((rule) => rule(context, unit, i)));
    }
    if (ANALYSIS.has(token.lemma)) links.push(analysis(page, unit, i));
  }
  links.push(...recordings(context, unit));
  return links.filter((link) => link !== null);
}

/** "audio obtained by the Tribune", "emails released by WikiLeaks", "a video put out by the campaign". */
function handedOn({ page }: Context, unit: Unit, i: number): Link | null {
  const { tokens } = page;
  const verb = tokens[i];
  const particle = verb?.lemma === 'put' || verb?.lemma === 'send' ? 1 : 0;
  if (
    verb === undefined ||
    !(HANDING_ON.has(verb.lemma) || (particle === 1 && tokens[i + 1]?.norm === 'out'))
  )
    return null;
  if (tokens[i + 1 + particle]?.norm !== 'by') return null;
  const end = agentEnd(page, i + 2 + particle, unit.tokens[1]);
  const thing = documentBefore(page, unit, i);
  if (end === null || thing === null) return null;
  const kind = particle === 1 || verb.lemma === 'post' || verb.lemma === 'share' ? 'shared-on' : 'obtained';
  return {
    relayer: [i + 2 + particle, end],
    upstream: thing,
    cue: [i, i + 2 + particle],
    content: null,
    kind: USED_DATA.has(headOf(page, thing)?.lemma ?? '') ? 'based-on-data' : kind,
    certainty: 'explicit',
  };
}

/** The agent behind "by", without a verb that the tagger took for a noun ("this newspaper show"). */
function agentEnd(page: Page, from: number, ceiling: number): number | null {
  const end = phraseStartingAt(page.tokens, from, ceiling);
  if (end === null || end - from < 3) return end;
  const last = page.tokens[end - 1];
  return last !== undefined && RECORDING.has(last.lemma) && last.pos === 'NOUN' ? end - 1 : end;
}

/** The document or data that a participle at `i` belongs to, the nearest one of a longer phrase ("a figure in the emails"). */
function documentBefore(page: Page, unit: Unit, i: number): Range | null {
  const { tokens } = page;
  let start = groupStart(page, i);
  if (/^(?:[–—-]+|,)$/.test(tokens[start - 1]?.norm ?? '')) start--;
  const phrase = subjectBefore(page, unit.tokens[0], start);
  if (phrase === null) return null;
  const whole = named(page, phrase);
  for (let from = whole[0]; from < whole[1]; from++) {
    if (from > whole[0] && tokens[from - 1]?.pos !== 'ADP') continue;
    const part: Range = [from, whole[1]];
    if (isDocument(page, part) || isData(page, part)) return part;
  }
  return null;
}

/** "The department released an email exchange": the maker of the release is not the maker of the words. */
function released(context: Context, unit: Unit, i: number): Link | null {
  const { page } = context;
  const verb = page.tokens[i];
  if (
    verb === undefined ||
    !['release', 'publish', 'leak', 'unearth', 'obtain'].includes(verb.lemma) ||
    isPassive(page, i)
  )
    return null;
  const end = phraseStartingAt(page.tokens, i + 1, unit.tokens[1]);
  const subject = subjectBefore(page, unit.tokens[0], groupStart(page, i));
  if (end === null || subject === null || !isParty(page, subject)) return null;
  if (isOwnThing(page, [i + 1, end]) || !RELEASED.has(headOf(page, [i + 1, end])?.lemma ?? '')) return null;
  return {
    relayer: named(page, subject),
    upstream: [i + 1, end],
    cue: [i, i + 1],
    content: null,
    kind: 'obtained',
    certainty: 'explicit',
  };
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

/** "seized on the message", "seizing on a remark the president made". */
function seizing(context: Context, unit: Unit, i: number): Link | null {
  const { page } = context;
  const { tokens } = page;
  if (tokens[i]?.lemma !== 'seize' || !/^(?:on|upon)$/.test(tokens[i + 1]?.norm ?? '')) return null;
  const end = phraseStartingAt(tokens, i + 2, unit.tokens[1]);
  if (end === null || !REMARKS.has(headOf(page, [i + 2, end])?.lemma ?? '')) return null;
  const who = subjectBefore(page, unit.tokens[0], groupStart(page, i)) ?? speakerNear(context, unit, i);
  return who === null
    ? null
    : {
        relayer: named(page, who),
        upstream: [i + 2, end],
        cue: [i, i + 2],
        content: null,
        kind: 'quotes',
        certainty: 'explicit',
      };
}

/** "The Ledger has seen the draft", "officials who have read the letter", "ProPublica obtained a video". */
function seen(context: Context, unit: Unit, i: number): Link | null {
  const { page } = context;
  const { tokens } = page;
  const verb = tokens[i];
  if (verb === undefined || !HAVING_SEEN.has(verb.lemma)) return null;
  const start = groupStart(page, i);
  const perfect = tokens.slice(start, i).some((token) => token.lemma === 'have');
  const passive = tokens.slice(start, i).some((token) => token.lemma === 'be');
  if (passive || !(perfect || (verb.lemma === 'obtain' && /ed$/.test(verb.norm)))) return null;
  const end = phraseStartingAt(tokens, i + 1, unit.tokens[1]);
  if (end === null || !isDocument(page, [i + 1, end])) return null;
  const who = speakerAt(context, page, unit, i, start);
  if (who === null || !isParty(page, who)) return null;
  return {
    relayer: who,
    upstream: [i + 1, end],
    cue: [start, i + 1],
    content: null,
    kind: verb.lemma === 'obtain' ? 'obtained' : 'other',
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
  const before = context.speeches
    .filter((speech) => speech.cue[0] < subject[0] && speech.attribution.act === act.act)
    .at(-1);
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

/** "The ad features a clip of Trump". */
function showing({ page }: Context, unit: Unit, i: number): Link | null {
  const { tokens } = page;
  const verb = tokens[i];
  if (verb === undefined || !SHOWING.has(verb.lemma)) return null;
  const subject = subjectBefore(page, unit.tokens[0], groupStart(page, i));
  const end = phraseStartingAt(tokens, i + 1, unit.tokens[1]);
  if (subject === null || end === null) return null;
  const head = headOf(page, subject);
  const clip = clipAfter(page, unit, i);
  if (clip !== null)
    return {
      relayer: named(page, subject),
      upstream: clip,
      cue: [i, i + 1],
      content: null,
      kind: 'quotes',
      certainty: 'explicit',
    };
  if (head === null || !SHOWS.has(head.lemma)) return null;
  const target: Range = [i + 1, end];
  if (!isDocument(page, target) && !isParty(page, target)) return null;
  return {
    relayer: named(page, subject),
    upstream: target,
    cue: [i, i + 1],
    content: null,
    kind: 'quotes',
    certainty: 'explicit',
  };
}

/** "a clip of the governor" behind the verb, whoever else stands between. */
function clipAfter(page: Page, unit: Unit, i: number): Range | null {
  for (let k = i + 1; k < unit.tokens[1] && k - i <= 8; k++) {
    const token = page.tokens[k];
    if (token === undefined || isComma(token) || token.pos === 'VERB') return null;
    if (!CLIPS.has(token.lemma) || page.tokens[k + 1]?.norm !== 'of') continue;
    const end = phraseStartingAt(page.tokens, k, unit.tokens[1]);
    const from = beginsPhrase(page.tokens[k - 1]) ? k - 1 : k;
    return end === null ? null : [from, end];
  }
  return null;
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
        const subject = subjectBefore(open, from, groupStart(page, i));
        const head = subject === null ? null : headOf(page, subject);
        if (subject === null || head === null || !INSTRUMENTS.has(head.lemma)) continue;
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

const DOCUMENT_RULES = [handedOn, seen, released, using, resting, showing, seizing];
