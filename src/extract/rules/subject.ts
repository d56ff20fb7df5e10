// Who stands as the subject of a verb: before it with apposition and relative clauses, or behind it where it is inverted.
import { timeEnd } from './adjunct.ts';
import { isReportable } from './clause.ts';
import { ADDRESSEE_VERBS, JOINING_VERBS, verbCue } from './cues.ts';
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

/** The noun phrase whose last token stands before the verb group, apposition and relative clause included. */
export function subjectBefore(page: Page, floor: number, start: number): Range | null {
  const { tokens } = page;
  const last = start - 1;
  const token = tokens[last];
  if (token === undefined || last < floor || (page.quoted[last] ?? -1) >= 0) return null;
  if (token.norm === 'who' || (token.norm === 'which' && isComma(tokens[last - 1]))) {
    return antecedentOf(page, last, floor);
  }
  if (isComma(token)) return appositionBefore(page, last, floor);
  if (token.pos === 'VERB' || token.pos === 'AUX') return relativeBefore(page, last, floor);
  const phrase = phraseBefore(page, last, floor) ?? relativeBefore(page, last, floor);
  const whole = phrase === null ? null : aroundRelative(page, phrase, floor);
  if (whole !== null) return whole;
  const pronoun = phrase === null ? undefined : tokens[phrase[0]]?.norm;
  if (phrase !== null && (pronoun === 'which' || pronoun === 'who'))
    return antecedentOf(page, phrase[0], floor) ?? phrase;
  return phrase;
}

/** What the relative pronoun at `i` stands for: the noun phrase before it. */
const antecedentOf = (page: Page, i: number, floor: number): Range | null =>
  phraseBefore(page, isComma(page.tokens[i - 1]) ? i - 2 : i - 1, floor);

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
  // "papers released by the ministry": a participle with its agent behind the noun
  const made =
    page.tokens[start - 1]?.norm === 'by' &&
    /(?:ed|en|wn)$/.test(page.tokens[start - 2]?.norm ?? '') &&
    isNominal(page.tokens[start - 3]);
  const head = qualified || made ? phraseEndingAt(page.tokens, start - 3, from) : null;
  return [head ?? start, end + 1];
}

/** "Halla Brandt, the fire chief, said": back over one or two phrases between commas to the name. */
function appositionBefore(page: Page, comma: number, start: number): Range | null {
  const floor = Math.max(start, comma - 2 * LONGEST_PHRASE);
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
      inner?.pos === 'SCONJ' ||
      (inner?.pos === 'VERB' && inner.norm.endsWith('ing'));
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
  for (let i = last; i > floor && last - i < LONGEST_RELATIVE; i--) {
    const token = tokens[i];
    if (token === undefined || isComma(token) || (page.quoted[i] ?? -1) >= 0) return null;
    if (token.norm === 'that' && !(isVerbal(tokens[i + 1]) && isNominal(tokens[i - 1]))) return null;
    if (!RELATIVE_HEADS.has(token.norm)) continue;
    const head = phraseBefore(page, i - 1, floor);
    return head === null ? null : [head[0], last + 1];
  }
  return null;
}

/**
 * "A reporter who was in the square saw": the phrase before the verb ends a relative clause without commas, which has a verb of its
 * own; what is said in it ("who said the guard saw") has a subject of its own.
 */
function aroundRelative(page: Page, [start, end]: Range, floor: number): Range | null {
  const { tokens } = page;
  for (let i = start - 1; i > floor && start - i < LONGEST_RELATIVE; i--) {
    const token = tokens[i];
    if (token === undefined || isComma(token) || token.norm === 'that' || (page.quoted[i] ?? -1) >= 0)
      return null;
    if (token.norm !== 'who') continue;
    const clause = tokens.slice(i + 1, start);
    const own = clause.some((each) => isVerbal(each) && !each.norm.endsWith('ing'));
    const tells = clause.some((each) => verbCue(each)?.class === 'statement') || isPersonal(tokens[start]);
    const head = own && !tells ? phraseBefore(page, i - 1, floor) : null;
    return head === null ? null : [head[0], end];
  }
  return null;
}

/** In tokens. */
const LONGEST_RELATIVE = 20;

/** The subject behind an inverted verb: "…," said Halla Brandt, the fire chief. */
export function subjectAfter(page: Page, unit: Unit, start: number, end: number): Range | null {
  const { tokens } = page;
  const [floor, ceiling] = unit.tokens;
  const before = tokens[start - 1];
  if (start - 1 < floor || before === undefined) return null;
  const afterQuotation = (page.quoted[start - 1] ?? -1) >= 0;
  if (
    /ing$/.test(tokens[start]?.norm ?? '') ||
    (!afterQuotation && !(invertsFreely(page, start, end) && isReportable(tokens.slice(floor, start))))
  )
    return null;
  if (!isComma(before) && !afterQuotation && !/^[–—?!]$/.test(before.norm)) return null;
  const first = timeEnd(tokens, end, ceiling) ?? end;
  if ((page.quoted[first] ?? -1) >= 0) return null;
  const phrase = phraseStartingAt(tokens, first, ceiling);
  if (phrase === null) return null;
  const last = withApposition(tokens, phrase, ceiling);
  return isSubjectOf(page, last, ceiling) ? null : [first, last];
}

/** Whether the phrase that ends at `end` has a verb of its own: then it is the subject of what is said. */
function isSubjectOf(page: Page, end: number, ceiling: number): boolean {
  const { tokens } = page;
  if (isPersonal(tokens[end]) || tokens[end]?.norm === 'that' || tokens[end]?.pos === 'DET') return true;
  for (let i = end; i < ceiling; i++) {
    const token = tokens[i];
    if (token === undefined || (token.pos === 'PUNCT' && token.norm !== "'") || token.norm === 'who')
      return false;
    if (token.pos === 'AUX') return true;
    if (token.pos === 'VERB' && !/ing$/.test(token.norm) && tokens[i + 1]?.norm !== 'by') return true;
  }
  return false;
}

/** Verbs of plain saying, without auxiliary or hearer, stand before their subject also where no quotation comes first. */
function invertsFreely(page: Page, start: number, end: number): boolean {
  const lemma = page.tokens[start]?.lemma ?? '';
  return end === start + 1 && JOINING_VERBS.has(lemma) && !ADDRESSEE_VERBS.has(lemma);
}
