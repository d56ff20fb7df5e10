// Amounts in a passage: "at least three workers", "about 40 million crowns", "nobody".
import type { Token } from '../../text/types.ts';
import type { Quantity } from '../types.ts';
import { conceptOf, wordSet } from './words.ts';

const UNITS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const TEENS = [
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
];
const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const SCALES = new Map([
  ['dozen', 12],
  ['hundred', 100],
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12],
]);
const SMALL = new Map([
  ...[...UNITS, ...TEENS].map((word, i) => [word, i] as const),
  ...TENS.map((word, i) => [word, 20 + 10 * i] as const),
]);
const APPROXIMATORS = wordSet('approximators');
const PERSONS = wordSet('person nouns');
const CLOCK = wordSet('clock');
/** Concepts whose nouns count people: "bodies", "deaths", "injuries". */
const CASUALTIES = new Set(['die', 'injure', 'missing']);

/** The number that one word says, or null: "3,000", "forty-one", "2.5". */
export function numberOf(norm: string): number | null {
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(norm)) return Number(norm.replaceAll(',', ''));
  if (/^\d{1,15}(?:\.\d{1,9})?$/.test(norm)) return Number(norm);
  const parts = norm.split('-');
  if (parts.length > 2) return null;
  const values = parts.map((part) => SMALL.get(part));
  const [tens, ones] = values;
  if (tens === undefined) return null;
  return ones === undefined
    ? parts.length === 1
      ? tens
      : null
    : tens >= 20 && ones < 10
      ? tens + ones
      : null;
}

/** Amounts of a passage in text order; of "from four to six" only the new one. Years, clock times, days of the month and numbers that name are none. */
export function quantitiesOf(tokens: readonly Token[]): readonly Quantity[] {
  const found: Quantity[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (token === undefined) continue;
    if ((token.norm === 'nobody' || token.norm === 'none') && tellsOfCasualties(tokens)) {
      found.push({ value: 0, unit: 'person', approximate: false, bound: 'exact' });
      continue;
    }
    const start = i;
    let value = numberOf(token.norm);
    if (value === null || (token.norm === 'one' && !isNoun(tokens[i + 1]) && !isCounted(tokens, i))) continue;
    if (tokens[i - 1]?.norm === 'from' && tokens.slice(i + 1, i + 3).some((next) => next.norm === 'to'))
      continue;
    for (
      let scale = SCALES.get(tokens[i + 1]?.lemma ?? '');
      scale !== undefined;
      scale = SCALES.get(tokens[i + 1]?.lemma ?? '')
    ) {
      value *= scale;
      i++;
    }
    if (isDateOrName(tokens, start, i, value)) continue;
    const whole = wholeAt(tokens, i + 1);
    found.push({ value, unit: unitAfter(tokens, (whole ?? i) + 1), ...boundBefore(tokens, start) });
    i = whole ?? i;
  }
  return found;
}

/** "Nobody was hurt" counts; "nobody rang me" does not. */
const tellsOfCasualties = (tokens: readonly Token[]): boolean =>
  tokens.some(({ lemma, pos, norm }) => CASUALTIES.has(conceptOf(lemma, pos, norm)));

/** "it was one": a count, not a pronoun. */
const isCounted = (tokens: readonly Token[], at: number): boolean =>
  tokens[at - 1]?.lemma === 'be' && (tokens[at + 1] === undefined || tokens[at + 1]?.pos === 'PUNCT');

/** "nine of the twelve taps": where the amount stands of which the one before is a part, or null. */
function wholeAt(tokens: readonly Token[], of: number): number | null {
  if (tokens[of]?.norm !== 'of') return null;
  let at = of + 1;
  while (['DET', 'PRON', 'ADJ'].includes(tokens[at]?.pos ?? '') && at - of <= 3) at++;
  return tokens[at]?.pos === 'NUM' && numberOf(tokens[at]?.norm ?? '') !== null ? at : null;
}

function isDateOrName(tokens: readonly Token[], first: number, last: number, value: number): boolean {
  const before = tokens[first - 1];
  const after = tokens[last + 1];
  if (after !== undefined && CLOCK.has(after.norm)) return true;
  if (after?.norm === 'of' && CLOCK.has(tokens[last + 2]?.norm ?? '')) return true;
  if (before === undefined) return false;
  if (CLOCK.has(before.norm) || before.norm === 'day') return true;
  if (
    first === last &&
    value >= 1800 &&
    value <= 2100 &&
    Number.isInteger(value) &&
    /^\d{4}$/.test(tokens[first]?.norm ?? '')
  )
    return true;
  const counts = after !== undefined && ['NOUN', 'ADJ', 'PROPN', 'VERB', 'SYM'].includes(after.pos);
  return (
    (before.pos === 'NOUN' || before.norm === 'tank') &&
    !counts &&
    first === last &&
    !/^(?:at|to|by)$/.test(before.norm)
  );
}

/** What is counted: the last noun of the phrase, also behind "of the"; one unit for all words for people. */
function unitAfter(tokens: readonly Token[], after: number): string {
  const from = tokens[after]?.norm === 'of' && isDeterminer(tokens[after + 1]) ? after + 2 : after;
  let noun: Token | null = null;
  for (let i = from; i < Math.min(tokens.length, from + 6); i++) {
    const token = tokens[i];
    if (token === undefined) break;
    if (token.norm === 'percent' || token.norm === '%') return 'percent';
    if (token.pos === 'NOUN') noun = token;
    else if (noun !== null || !['ADJ', 'PROPN', 'PART', 'VERB'].includes(token.pos)) break;
    else if (
      ['missing', 'dead', 'injured', 'wounded', 'killed'].includes(token.norm) &&
      !isNoun(tokens[i + 1])
    )
      return 'person';
  }
  if (noun === null) {
    const counted = tokens[from];
    return counted?.pos === 'VERB' && counted.norm.endsWith('s') ? conceptOf(counted.lemma, 'NOUN') : '';
  }
  const counted = conceptOf(noun.lemma, 'NOUN');
  return PERSONS.has(noun.lemma) || CASUALTIES.has(counted) ? 'person' : counted;
}

const isDeterminer = (token: Token | undefined): boolean => token?.pos === 'DET' || token?.pos === 'PRON';

const isNoun = (token: Token | undefined): boolean => token?.pos === 'NOUN' || token?.pos === 'PROPN';

/** "At least", "more than", "exceeded" / "no more than", "up to" / "about", in the three words before the number. */
function boundBefore(tokens: readonly Token[], at: number): Pick<Quantity, 'approximate' | 'bound'> {
  const words = tokens
    .slice(Math.max(0, at - 4), at)
    .map((token) => token.norm)
    .join(' ');
  const approximate = APPROXIMATORS.has(tokens[at - 1]?.norm ?? '');
  if (/\b(?:no more than|not more than|at most|up to|fewer than|less than|under)$/.test(words))
    return { approximate, bound: 'atMost' };
  if (/\b(?:at least|no fewer than|not less than|more than|over|exceed(?:ed|s)?|above)$/.test(words))
    return { approximate, bound: 'atLeast' };
  return { approximate, bound: 'exact' };
}

/** Part of an amount by which an approximate one may be off: "some 700" is not "about 650". */
const SLACK = 0.05;
/** Part of a bound by which the amount that it speaks of may be beyond it: "more than 40" may be 43, and is not 50. */
const REACH = 0.12;

/** Whether two amounts of one thing can both be right: within the stated approximation and bounds. */
export function compatible(a: Quantity, b: Quantity): boolean {
  const slack = a.approximate || b.approximate ? SLACK * Math.max(a.value, b.value) : 0;
  if (Math.abs(a.value - b.value) <= slack) return true;
  const above = (low: Quantity, high: Quantity) =>
    low.bound === 'atLeast' &&
    high.bound === 'exact' &&
    high.value >= low.value &&
    high.value <= low.value * (1 + REACH);
  const below = (high: Quantity, low: Quantity) =>
    high.bound === 'atMost' &&
    low.bound === 'exact' &&
    low.value <= high.value &&
    low.value >= high.value * (1 - REACH);
  return above(a, b) || above(b, a) || below(a, b) || below(b, a);
}
