// Copied text: winnowing fingerprints (Schleimer, Wilkerson and Aiken 2003) of an article's words outside quotations.

import { isTimeWord } from '../extract/rules/phrase.ts';
import { readLexicon } from '../lexicon.ts';
import { overlaps } from '../text/span.ts';
import type { Document, Span, Token } from '../text/types.ts';
import { isCredited } from './credits.ts';
import { shareOwnName } from './keys.ts';
import type { LocalSource, Reading, Reuse, TextPrint } from './types.ts';

/** Words in one fingerprint, and fingerprints in one window: any run of RUN + WINDOW - 1 equal telling words is found. */
const RUN = 5;
const WINDOW = 3;
/** Telling words in a fingerprint: with fewer it is a formula of the trade. */
const TELLING = 1;
/** Telling words that two texts have in common in one passage for it to be copied. */
const ENOUGH = 6;
/** Share of a text that a notice may have: more is an article made from another. */
const NOTICE = 0.35;
/** Code units between two copied passages that are taken for copied and reworded. */
const REWORDED = 300;

const words = readLexicon('claim-words');
const WIRES = words.get('wires') ?? [];
/** Words of open classes that tell nothing of an affair. */
const LIGHT = new Set([
  ...['light verbs', 'general nouns', 'time', 'light adjectives', 'carrier nouns'].flatMap(
    (key) => words.get(key) ?? [],
  ),
  ...(readLexicon('trade-words').get('formulas') ?? []),
]);
const OPEN_CLASSES = new Set(['NOUN', 'PROPN', 'VERB', 'ADJ', 'NUM']);

const isTelling = ({ pos, lemma }: Token): boolean =>
  OPEN_CLASSES.has(pos) && !LIGHT.has(lemma.toLowerCase());

/** A name that does not only begin its sentence. */
const isNamed = ({ sentences }: Document, token: Token): boolean =>
  token.pos === 'PROPN' && !isTimeWord(token) && sentences[token.sentence]?.span[0] !== token.span[0];

/** The fingerprints of an article, in text order. O(words). */
export function printsOf(document: Document): readonly TextPrint[] {
  const words = ownWords(document);
  const told = countsOf(words.map(isTelling));
  const names = countsOf(words.map((word) => isNamed(document, word)));
  const runs: TextPrint[] = [];
  for (let i = 0; i + RUN <= words.length; i++) {
    const [first, last] = [words[i], words[i + RUN - 1]];
    const telling = (told[i + RUN] ?? 0) - (told[i] ?? 0);
    if (first === undefined || last === undefined || telling < TELLING) continue;
    const named = (names[i + RUN] ?? 0) > (names[i] ?? 0);
    runs.push({ hash: hashOf(words, i, i + RUN), span: [first.span[0], last.span[1]], telling, named });
  }
  const chosen: TextPrint[] = [];
  for (let i = 0; i + WINDOW <= runs.length || (i === 0 && runs.length > 0); i++) {
    let least = runs[i];
    for (let j = i + 1; j < Math.min(i + WINDOW, runs.length); j++) {
      const run = runs[j];
      if (run !== undefined && (least === undefined || run.hash <= least.hash)) least = run;
    }
    if (least !== undefined && chosen.at(-1) !== least) chosen.push(least);
  }
  return chosen;
}

/** How many of the first i are true, for every i. */
function countsOf(flags: readonly boolean[]): readonly number[] {
  const counts = [0];
  for (const flag of flags) counts.push((counts.at(-1) ?? 0) + Number(flag));
  return counts;
}

/** The words of the prose that stand in no quotation: who quotes the same words has copied nothing. */
function ownWords(document: Document): readonly Token[] {
  let at = 0;
  return document.tokens.filter((token) => {
    if (token.pos === 'PUNCT') return false;
    while ((document.quotations[at]?.span[1] ?? Number.POSITIVE_INFINITY) <= token.span[0]) at++;
    const quotation = document.quotations[at];
    return quotation === undefined || !overlaps(quotation.span, token.span);
  });
}

/** 64 bits of two FNV-1a hashes (Fowler, Noll and Vo 1991) of the words with spaces between: chance alike is of no harm. */
function hashOf(words: readonly Token[], from: number, to: number): string {
  let [left, right] = [0x811c9dc5, 0x050c5d1f];
  for (let i = from; i < to; i++) {
    const norm = words[i]?.norm ?? '';
    for (let j = 0; j <= norm.length; j++) {
      const unit = j < norm.length ? norm.charCodeAt(j) : 0x20;
      left = Math.imul(left ^ unit, 0x01000193);
      right = Math.imul(right ^ unit, 0x01000193) ^ (right >>> 15);
    }
  }
  return hex(left) + hex(right);
}

const hex = (bits: number): string => (bits >>> 0).toString(16).padStart(8, '0');

/** The passages that two articles share, if any, and who copied where the articles tell. Symmetric but for order. */
export function joinReuse(a: Reading, b: Reading): readonly Reuse[] {
  const there = new Map(b.prints.map((print) => [print.hash, print]));
  const matches = a.prints.flatMap((print): Match[] => {
    const other = there.get(print.hash);
    return other === undefined
      ? []
      : [{ from: print.span, to: other.span, telling: print.telling, named: print.named || other.named }];
  });
  // A formula may stand in any two articles: there must be a name in the copied words, or beside them.
  if (!matches.some(({ named }) => named) && !shareOwnName(a, b)) return [];
  const score = Math.min(1, matches.length / Math.max(1, Math.min(a.prints.length, b.prints.length)));
  const spans = passagesOf(matches).filter((each) => !isNotice(each, a, b));
  if (spans.length === 0) return [];
  return [{ from: a.article, to: b.article, direction: directionOf(a, b, spans), score, spans }];
}

/** A fingerprint of both texts, and how many telling words are in it. */
interface Match {
  readonly from: Span;
  readonly to: Span;
  readonly telling: number;
  readonly named: boolean;
}

/**
 * Matches that follow one another on both sides, no farther apart than reworded words may be, as one passage. What little
 * stands in both by chance, or as a name with its titles, is none.
 */
function passagesOf(matches: readonly Match[]): Reuse['spans'] {
  const passages: { from: [number, number]; to: [number, number]; telling: number }[] = [];
  for (const { from, to, telling } of matches) {
    const last = passages.at(-1);
    if (last === undefined || !isNext(last, from, to)) {
      passages.push({ from: [...from], to: [...to], telling });
      continue;
    }
    const fresh = Math.min(from[1] - Math.max(from[0], last.from[1]), to[1] - Math.max(to[0], last.to[1]));
    last.telling += (telling * Math.max(0, fresh)) / (from[1] - from[0]);
    last.from[1] = Math.max(last.from[1], from[1]);
    last.to[1] = Math.max(last.to[1], to[1]);
  }
  return passages.filter(({ telling }) => telling >= ENOUGH).map(({ from, to }) => ({ from, to }));
}

const isNext = (last: Reuse['spans'][number], from: Span, to: Span): boolean =>
  to[0] >= last.to[0] && from[0] - last.from[1] <= REWORDED && to[0] - last.to[1] <= REWORDED;

/** A short piece that both articles begin or end with: their outlet's notice. */
function isNotice({ from, to }: Reuse['spans'][number], a: Reading, b: Reading): boolean {
  const [whole, other] = [extentOf(a), extentOf(b)];
  const opens = from[0] <= whole[0] && to[0] <= other[0];
  const closes = from[1] >= whole[1] && to[1] >= other[1];
  return (
    (opens || closes) && lengthOf(from) < NOTICE * lengthOf(whole) && lengthOf(to) < NOTICE * lengthOf(other)
  );
}

/** From the first fingerprint to the last. */
const extentOf = ({ prints }: Reading): Span => [prints[0]?.span[0] ?? 0, prints.at(-1)?.span[1] ?? 0];
const lengthOf = ([start, end]: Span): number => end - start;

/** From whom the one credits; from the earlier day; from who publishes what it says itself; from who is cited; from a news agency. Else open. */
function directionOf(a: Reading, b: Reading, spans: Reuse['spans']): Reuse['direction'] {
  const [creditedByB, creditedByA] = [credits(b, a), credits(a, b)];
  if (creditedByA !== creditedByB) return creditedByB ? 'from-to' : 'to-from';
  if (a.publishedOn !== null && b.publishedOn !== null && a.publishedOn !== b.publishedOn)
    return a.publishedOn < b.publishedOn ? 'from-to' : 'to-from';
  const tests = [
    (reading: Reading, side: 'from' | 'to') =>
      publishesItself(
        reading,
        spans.map((each) => each[side]),
      ),
    (reading: Reading) => WIRES.some((word) => outletOf(reading)?.name.toLowerCase().includes(word)),
  ];
  for (const test of tests) {
    const [first, second] = [test(a, 'from'), test(b, 'to')];
    if (first !== second) return first ? 'from-to' : 'to-from';
  }
  return null;
}

/** Whether the one says that its text is the other's outlet's, and is not of that outlet itself. */
function credits(one: Reading, other: Reading): boolean {
  const [own, theirs] = [one, other].map((reading) => {
    const outlet = outletOf(reading);
    return outlet === undefined ? [] : [outlet.name, ...outlet.aliases];
  });
  const named = one.credits ?? [];
  return theirs !== undefined && isCredited(named, theirs) && !isCredited(own?.slice(0, 1) ?? [], theirs);
}

const outletOf = (reading: Reading): LocalSource | undefined =>
  reading.sources.find((source) => source.id === reading.outlet);

/** A newsroom of its own: the publisher is, by name, who speaks in the passage. */
function publishesItself(reading: Reading, spans: readonly Span[]): boolean {
  const outlet = outletOf(reading)?.name.toLowerCase();
  if (outlet === undefined) return false;
  const speakers = reading.statements.filter((statement) =>
    reading.mentions.some(
      (mention) =>
        mention.statement === statement.id &&
        mention.content.some((content) => spans.some((span) => overlaps(span, content))),
    ),
  );
  return speakers.some((statement) => {
    const source = reading.sources.find((each) => each.id === statement.source);
    if (source === undefined || !source.named || source.kind === 'Outlet') return false;
    return outlet.includes(source.name.toLowerCase());
  });
}
