// The frame of a reporting verb: who stands as its subject, and where what it reports stands.

import { skipAdjuncts, timeEnd } from './adjunct.ts';
import { ADDRESSEE_VERBS, ANONYMITY, type Cue, JOINING_VERBS, MANNER, PARTICLES, VERB_CUES } from './cues.ts';
import {
  beginsPhrase,
  isComma,
  isNominal,
  isPersonal,
  isTimeWord,
  isVerbal,
  phraseEndingAt,
  phraseStartingAt,
  type Range,
  withApposition,
} from './phrase.ts';
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
  if (token === undefined || (token.pos !== 'VERB' && token.pos !== 'AUX')) return null;
  const cue = VERB_CUES.get(token.lemma);
  if (cue === undefined) return null;
  const [floor, ceiling] = unit.tokens;
  const start = groupStart(page, i, floor);
  const passive = isPassive(page, start, i);
  const speaks = token.lemma === 'quote' && tokens[i + 1]?.norm === 'as' && tokens[i + 2]?.norm === 'saying';
  if (passive && !speaks) return null;
  if (!passive && /(?:ed|en)$/.test(token.norm) && start === i && reducedRelative(page, i, ceiling))
    return null;
  if (tokens[start - 1]?.norm === 'to' && tokens[start - 1]?.pos === 'PART') return null;
  if (asksAnonymity(page, i, ceiling)) return null;
  const particle = PARTICLES.has(`${token.lemma} ${tokens[i + 1]?.norm ?? ''}`) ? 1 : 0;
  const end = speaks ? i + 3 : i + 1 + particle;
  const base = { cue, lemma: token.lemma, group: [start, end] as const, verb: i };

  const inverted = invertedSubject(page, unit, start, end);
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

/** The noun phrase whose last token stands before the verb group, apposition and relative clause included. */
export function subjectBefore(page: Page, floor: number, start: number): Range | null {
  const { tokens } = page;
  const last = start - 1;
  const token = tokens[last];
  if (token === undefined || last < floor || (page.quoted[last] ?? -1) >= 0) return null;
  if (token.norm === 'who' || (token.norm === 'which' && isComma(tokens[last - 1]))) {
    const head = isComma(tokens[last - 1]) ? last - 2 : last - 1;
    return phraseBefore(page, head, floor);
  }
  if (isComma(token)) return appositionBefore(page, last, floor);
  if (token.pos === 'VERB' || token.pos === 'AUX') return relativeBefore(page, last, floor);
  return phraseBefore(page, last, floor) ?? relativeBefore(page, last, floor);
}

/** In tokens. */
const LONGEST_PHRASE = 60;

/** The last token before a time expression that ends at `last` ("Sanders on Tuesday said"). */
function beforeTime(page: Page, last: number, floor: number): number {
  if (!isTimeWord(page.tokens[last])) return last;
  for (let i = last - 4; i < last; i++) {
    const preposition =
      page.tokens[i]?.norm === 'on' || page.tokens[i]?.norm === 'in' || page.tokens[i]?.norm === 'earlier';
    if (i > floor && preposition && timeEnd(page.tokens, i, last + 1) === last + 1) return i - 1;
  }
  return last;
}

function phraseBefore(page: Page, last: number, floor: number): Range | null {
  const end = beforeTime(page, last, floor);
  let from = Math.max(floor, end - LONGEST_PHRASE);
  for (let i = end; i >= from; i--) if ((page.quoted[i] ?? -1) >= 0) from = i + 1;
  if (end < from) return null;
  const adverb = page.tokens[end]?.norm === 'there' || page.tokens[end]?.norm === 'here' ? 1 : 0;
  const start = phraseEndingAt(page.tokens, end - adverb, from);
  if (start === null) return null;
  const qualified =
    page.tokens[start - 1]?.pos === 'ADP' &&
    page.tokens[start - 2]?.pos === 'ADJ' &&
    isNominal(page.tokens[start - 3]);
  const head = qualified ? phraseEndingAt(page.tokens, start - 3, from) : null;
  return [head ?? start, end + 1];
}

/** "Halla Brandt, the fire chief, said": back over one or two phrases between commas to the name. */
function appositionBefore(page: Page, comma: number, floor: number): Range | null {
  const { tokens } = page;
  let open = comma - 1;
  let from: number | null = null;
  for (let rounds = 0; rounds < 3; rounds++) {
    while (open > floor && !isComma(tokens[open]) && (page.quoted[open] ?? -1) < 0) open--;
    if (!isComma(tokens[open]) || (page.quoted[open] ?? -1) >= 0) break;
    const inner = tokens[open + 1];
    const adverbial =
      timeEnd(tokens, open + 1, comma) !== null ||
      inner?.pos === 'ADP' ||
      inner?.pos === 'ADV' ||
      inner?.pos === 'SCONJ';
    const set =
      inner !== undefined &&
      (inner.norm === 'who' ||
        inner.norm === 'whose' ||
        inner.norm === 'which' ||
        inner.pos === 'NUM' ||
        beginsPhrase(inner) ||
        adverbial);
    if (!set) break;
    const head = phraseBefore(page, open - 1, floor);
    if (head === null) {
      open--;
      continue;
    }
    const relative = inner?.pos === 'ADP' && /^(?:which|whom)$/.test(tokens[open + 2]?.norm ?? '');
    if ((adverbial && !relative && inner?.pos !== 'NUM') || inner?.norm === 'which') return head;
    from = head[0];
    const definite = tokens[head[0]]?.pos === 'DET';
    if (
      !(
        definite &&
        isComma(tokens[from - 1]) &&
        isNominal(tokens[from - 2]) &&
        (inner?.norm === 'who' || inner?.norm === 'whose')
      )
    )
      break;
    open = from - 1;
  }
  return from === null ? null : [from, comma];
}

const RELATIVE_HEADS = new Set(['who', 'that', 'familiar', 'close']);

/** "an officer who asked not to be named said": a relative clause without commas. */
function relativeBefore(page: Page, last: number, floor: number): Range | null {
  const { tokens } = page;
  for (let i = last; i > floor && last - i < 20; i--) {
    const token = tokens[i];
    if (token === undefined || isComma(token) || (page.quoted[i] ?? -1) >= 0) return null;
    if (token.norm === 'that' && !(isVerbal(tokens[i + 1]) && isNominal(tokens[i - 1]))) return null;
    if (!RELATIVE_HEADS.has(token.norm)) continue;
    const head = phraseBefore(page, i - 1, floor);
    return head === null ? null : [head[0], last + 1];
  }
  return null;
}

/** "…," said Halla Brandt, the fire chief. */
function invertedSubject(page: Page, unit: Unit, start: number, end: number): Range | null {
  const { tokens } = page;
  const [floor, ceiling] = unit.tokens;
  const before = tokens[start - 1];
  if (start - 1 < floor || before === undefined) return null;
  const afterQuotation = (page.quoted[start - 1] ?? -1) >= 0;
  if (/ing$/.test(tokens[start]?.norm ?? '') || (!afterQuotation && !holdsVerb(page, floor, start)))
    return null;
  if (!isComma(before) && !afterQuotation && !/^[–—?!]$/.test(before.norm)) return null;
  const first = timeEnd(tokens, end, ceiling) ?? end;
  if ((page.quoted[first] ?? -1) >= 0) return null;
  const phrase = phraseStartingAt(tokens, first, ceiling);
  if (phrase === null) return null;
  const last = withApposition(tokens, phrase, ceiling);
  const next = tokens[last];
  if (
    last < ceiling &&
    next !== undefined &&
    (isVerbal(next) || isPersonal(next) || next.norm === 'that' || next.pos === 'DET')
  )
    return null;
  return [first, last];
}

/** What is reported before an inverted cue is a clause: without a verb it is the subject's apposition. */
const holdsVerb = (page: Page, from: number, to: number): boolean => {
  for (let i = from; i < to; i++)
    if (isVerbal(page.tokens[i]) && !/ing$/.test(page.tokens[i]?.norm ?? '')) return true;
  return false;
};

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
  if (token.norm === 'that' && token.pos !== 'DET') return { complement: 'that', after: at + 1 };
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
