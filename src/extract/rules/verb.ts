// The frame of a reporting verb: who stands as its subject, and where what it reports stands.

import { skipAdjuncts, timeEnd } from './adjunct.ts';
import {
  ADDRESSEE_VERBS,
  ANONYMITY,
  type Cue,
  JOINING_VERBS,
  MANNER,
  NOUN_CUES,
  PARTICLES,
  VERB_CUES,
} from './cues.ts';
import { beginsPhrase, isComma, isNominal, phraseStartingAt, type Range } from './phrase.ts';
import { subjectAfter, subjectBefore } from './subject.ts';
import type { Page, Unit } from './unit.ts';
import { OBJECT_PRONOUNS, VERB_NEGATIONS } from './words.ts';

/** How the subject stands to its verb. */
export type Order = 'subject-verb' | 'verb-subject' | 'shared' | 'participle';

/** What follows the verb. */
export type Complement = 'that' | 'quotation' | 'colon' | 'clause' | 'infinitive' | 'none';

export interface VerbFrame {
  readonly cue: Cue;
  readonly lemma: string;
  /** The verb with its auxiliaries and negation. */
  readonly group: Range;
  /** The verb, particle and adjunct included where they make up the cue. */
  readonly verb: number;
  /** Null: shared with an earlier frame, or not said. */
  readonly subject: Range | null;
  readonly order: Order;
  readonly complement: Complement;
  /** Tokens before subject and verb, up to a comma or quotation: what is reported where it comes first. */
  readonly before: Range | null;
  /** First token of what is reported after it. */
  readonly after: number;
}

/** The reporting verb at token `i`, unless its surroundings say that it is none. O(length of the unit). */
export function verbFrame(page: Page, unit: Unit, i: number): VerbFrame | null {
  const { tokens } = page;
  const token = tokens[i];
  const [floor, ceiling] = unit.tokens;
  if (token === undefined || !isVerbHere(page, i, ceiling)) return null;
  const cue = VERB_CUES.get(token.lemma);
  if (cue === undefined) return null;
  const start = groupStart(page, i, floor);
  const saying = token.lemma === 'quote' ? asSayingEnd(page, i, ceiling) : null;
  if (isPassive(page, start, i) && saying === null) return null;
  if (/(?:ed|en)$/.test(token.norm) && start === i && reducedRelative(page, i, ceiling)) return null;
  if (tokens[start - 1]?.norm === 'to' && tokens[start - 1]?.pos === 'PART') return null;
  if (asksAnonymity(page, i, ceiling)) return null;
  const particle = PARTICLES.has(`${token.lemma} ${tokens[i + 1]?.norm ?? ''}`) ? 1 : 0;
  const end = saying ?? i + 1 + particle;
  const base = { cue, lemma: token.lemma, group: [start, end] as const, verb: i };

  const inverted = subjectAfter(page, unit, start, end);
  if (inverted !== null) {
    const after = skipAdjuncts(tokens, inverted[1], ceiling);
    return {
      ...base,
      subject: inverted,
      order: 'verb-subject',
      before: beforeOf(page, floor, start),
      ...complementAt(page, after, ceiling),
    };
  }
  const subject = subjectBefore(page, floor, start);
  const previous = tokens[start - 1];
  const shared = subject === null && previous?.pos === 'CCONJ' && JOINING_VERBS.has(token.lemma);
  const participle = subject === null && /ing$/.test(token.norm) && isComma(previous);
  if (subject === null && !shared && !participle) return null;
  if (subject !== null && /ing$/.test(token.norm) && start === i) return null;
  const object = ADDRESSEE_VERBS.has(token.lemma) ? addresseeEnd(page, end, ceiling) : end;
  const after = skipAdjuncts(tokens, object, ceiling);
  return {
    ...base,
    subject,
    order: subject !== null ? 'subject-verb' : shared ? 'shared' : 'participle',
    before: subject === null ? null : beforeOf(page, floor, subject[0]),
    ...complementAt(page, after, ceiling),
  };
}

/** A verb, or a noun form that ends its sentence behind a name as only a verb can ("…, Radio Dovran reports."). */
function isVerbHere(page: Page, i: number, ceiling: number): boolean {
  const token = page.tokens[i];
  if (token?.pos === 'VERB' || token?.pos === 'AUX') return true;
  const next = page.tokens[i + 1];
  const closes = i + 1 >= ceiling || next?.norm === '.' || next?.norm === ':';
  // "The documents show that …": behind a noun the tagger takes the verb for one, but no noun of saying
  const leads = next?.norm === 'that' && isNominal(page.tokens[i - 1]) && token?.norm === token?.lemma;
  if (token?.pos === 'NOUN' && leads) return VERB_CUES.has(token.lemma) && !NOUN_CUES.has(token.lemma);
  if (token?.pos !== 'NOUN' || !closes || !isNominal(page.tokens[i - 1])) return false;
  // "…, documents obtained by the Tribune show."
  if (VERB_CUES.has(token.lemma) && !NOUN_CUES.has(token.lemma)) return followsComma(page, i);
  const third = JOINING_VERBS.has(token.lemma) && token.norm !== token.lemma;
  return third && (page.tokens[i - 1]?.pos === 'PROPN' || followsComma(page, i));
}

/** Between it and a comma stands nothing but a noun phrase with its agent: "…, a former cellmate claims." */
function followsComma(page: Page, i: number): boolean {
  const { tokens } = page;
  const subject = subjectBefore(page, Math.max(0, i - LONGEST_SUBJECT), i);
  return subject !== null && isComma(tokens[subject[0] - 1]);
}

/** In tokens. */
const LONGEST_SUBJECT = 24;

/** Past "as saying" behind "quoted", also behind "quoted by X"; null where it does not stand there. */
function asSayingEnd(page: Page, i: number, ceiling: number): number | null {
  const { tokens } = page;
  const by = tokens[i + 1]?.norm === 'by' ? phraseStartingAt(tokens, i + 2, ceiling) : null;
  const as = by ?? i + 1;
  return tokens[as]?.norm === 'as' && tokens[as + 1]?.norm === 'saying' ? as + 2 : null;
}

/** "asked not to be named", "spoke on condition of anonymity". */
function asksAnonymity(page: Page, i: number, ceiling: number): boolean {
  const lemma = page.tokens[i]?.lemma;
  if (lemma !== 'ask' && lemma !== 'speak' && lemma !== 'request' && lemma !== 'talk') return false;
  return page.tokens.slice(i + 1, Math.min(ceiling, i + 6)).some((token) => ANONYMITY.has(token.norm));
}

/** First token of auxiliaries, adverbs and negation before the verb. */
function groupStart(page: Page, i: number, floor: number): number {
  let start = i;
  while (start > floor) {
    const before = page.tokens[start - 1];
    if (before === undefined || (page.quoted[start - 1] ?? -1) >= 0) break;
    if (before.norm === 'there' || before.norm === 'here') break;
    if (
      before.pos === 'AUX' ||
      before.pos === 'ADV' ||
      MANNER.has(before.norm) ||
      VERB_NEGATIONS.has(before.norm)
    )
      start--;
    else break;
  }
  // "so far", "however" before the group are not part of it
  while (start < i && page.tokens[start]?.pos === 'ADV' && isComma(page.tokens[start - 1])) start++;
  return start;
}

function isPassive(page: Page, start: number, i: number): boolean {
  if (!/(?:ed|en|t|d|wn)$/.test(page.tokens[i]?.norm ?? '')) return false;
  for (let k = start; k < i; k++) {
    const token = page.tokens[k];
    if (token?.lemma === 'be' || token?.lemma === 'get') return true;
  }
  return false;
}

/** "photographs published by", "the report released on Monday": a participle behind its noun, no finite verb. */
function reducedRelative(page: Page, i: number, ceiling: number): boolean {
  const next = page.tokens[i + 1];
  if (next?.norm !== 'by') return false;
  return i + 2 < ceiling && beginsPhrase(page.tokens[i + 2]) && isNominal(page.tokens[i - 1]);
}

function addresseeEnd(page: Page, from: number, ceiling: number): number {
  const { tokens } = page;
  const first = timeEnd(tokens, from, ceiling) ?? from;
  if ((page.quoted[first] ?? -1) >= 0) return from;
  const token = tokens[first];
  if (token === undefined) return from;
  if (OBJECT_PRONOUNS.has(token.norm)) return first + 1;
  return phraseStartingAt(tokens, first, ceiling) ?? from;
}

/** What can be reported before the subject: everything from the unit's start to a comma, dash or quotation mark. */
function beforeOf(page: Page, floor: number, start: number): Range | null {
  const last = start - 1;
  const token = page.tokens[last];
  if (token === undefined || last < floor) return null;
  if ((page.quoted[last] ?? -1) >= 0) return [floor, start];
  if (isComma(token) || /^[–—?!-]+$/.test(token.norm)) return last > floor ? [floor, last] : null;
  return null;
}

function complementAt(page: Page, at: number, ceiling: number): { complement: Complement; after: number } {
  const { tokens } = page;
  const token = tokens[at];
  if (token === undefined || at >= ceiling) return { complement: 'none', after: ceiling };
  const quoted = (i: number): boolean => i < ceiling && (page.quoted[i] ?? -1) >= 0;
  if (quoted(at) || /^["“‘«]$/.test(token.norm)) return { complement: 'quotation', after: at };
  if (token.norm === 'that' && token.pos !== 'DET' && at + 1 < ceiling && tokens[at + 1]?.pos !== 'PUNCT')
    return { complement: 'that', after: at + 1 };
  if (token.norm === 'that' && quoted(at + 1)) return { complement: 'that', after: at + 1 };
  if (token.norm === ':') return { complement: 'colon', after: at + 1 };
  if (isComma(token)) {
    if (quoted(at + 1)) return { complement: 'quotation', after: at + 1 };
    if (tokens[at + 1]?.norm === 'that') return { complement: 'that', after: at + 2 };
    return { complement: 'none', after: at };
  }
  if (token.pos === 'PUNCT') return { complement: 'none', after: at };
  if (token.norm === 'to' && token.pos === 'PART') return { complement: 'infinitive', after: at };
  return { complement: 'clause', after: at };
}
