// Documents that somebody obtained, released, has seen or shows.

import { beginsPhrase, isComma, phraseStartingAt, type Range } from '../rules/phrase.ts';
import { subjectBefore } from '../rules/subject.ts';
import type { Page, Unit } from '../rules/unit.ts';
import { groupStart } from '../rules/verb-group.ts';
import { type Context, type Link, named, speakerAt } from './context.ts';
import { speakerNear } from './interview.ts';
import { isPassive } from './told.ts';
import {
  CLIPS,
  HANDING_ON,
  HAVING_SEEN,
  headOf,
  isData,
  isDocument,
  isOutlet,
  isOwnOutlet,
  isOwnThing,
  isParty,
  RECORDING,
  RELEASED,
  REMARKS,
  SHOWING,
  SHOWS,
  USED_DATA,
} from './words.ts';

export function documentLinks(context: Context, unit: Unit): Link[] {
  const links: Link[] = [];
  const { page } = context;
  for (let i = unit.tokens[0]; i < unit.tokens[1]; i++) {
    const pos = page.tokens[i]?.pos;
    if ((pos !== 'VERB' && pos !== 'ADJ') || (page.quoted[i] ?? -1) >= 0) continue;
    for (const rule of RULES) {
      const link = rule(context, unit, i);
      if (link !== null) links.push(link);
    }
  }
  return links;
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
  // whoever receives a letter need not pass it on, but for those who publish
  if (verb.lemma === 'receive' && !isOutlet(page, who) && !isOwnOutlet(page, who)) return null;
  return {
    relayer: who,
    upstream: [i + 1, end],
    cue: [start, i + 1],
    content: null,
    kind: verb.lemma === 'obtain' ? 'obtained' : 'other',
    certainty: 'explicit',
  };
}

/** "the letter, which the Ledger has seen": the document stands before the pronoun, and nothing behind the verb. */
function seenBefore(context: Context, unit: Unit, i: number): Link | null {
  const { page } = context;
  const { tokens } = page;
  const verb = tokens[i];
  const next = tokens[i + 1];
  if (verb === undefined || !HAVING_SEEN.has(verb.lemma)) return null;
  if (next !== undefined && i + 1 < unit.tokens[1] && next.pos !== 'PUNCT') return null;
  const start = groupStart(page, i);
  const group = tokens.slice(start, i);
  if (group.some(({ lemma }) => lemma === 'be') || !group.some(({ lemma }) => lemma === 'have')) return null;
  const which = pronounBefore(page, unit, start);
  if (which === null || !isParty(page, [which + 1, start])) return null;
  const comma = isComma(tokens[which - 1]) ? 1 : 0;
  const thing = documentBefore(page, unit, which - comma);
  if (thing === null) return null;
  return {
    relayer: [which + 1, start],
    upstream: thing,
    cue: [start, i + 1],
    content: null,
    kind: 'obtained',
    certainty: 'explicit',
  };
}

/** The longest name of who has seen it, in tokens. */
const LONGEST_SEER = 8;

/** The relative pronoun of a clause whose verb group starts at `start`, with nothing but its subject between. */
function pronounBefore({ tokens }: Page, unit: Unit, start: number): number | null {
  for (let k = start - 2; k > unit.tokens[0] && start - k <= LONGEST_SEER; k--) {
    const token = tokens[k];
    if (token?.norm === 'which' || token?.norm === 'that') return k;
    if (isComma(token) || token?.pos === 'VERB') return null;
  }
  return null;
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

const RULES = [handedOn, seen, seenBefore, released, showing, seizing];
