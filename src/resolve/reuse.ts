// Copied text: winnowing fingerprints (Schleimer, Wilkerson and Aiken 2003) of an article's words outside quotations.
import { readLexicon } from '../lexicon.ts';
import { overlaps } from '../text/span.ts';
import type { Document, Span, Token } from '../text/types.ts';
import type { LocalSource, Reading, Reuse, TextPrint } from './types.ts';

/** Words in one fingerprint, and fingerprints in one window: any run of RUN + WINDOW - 1 equal words is found. */
const RUN = 6;
const WINDOW = 4;
/** Matching fingerprints that make a passage: about a dozen equal words in a row. */
const ENOUGH = 2;
/** Code units between two copied passages that are taken for copied and reworded. */
const REWORDED = 300;

const WIRES = readLexicon('claim-words').get('wires') ?? [];

/** The fingerprints of an article, in text order. O(words). */
export function printsOf(document: Document): readonly TextPrint[] {
  const words = ownWords(document);
  const runs: TextPrint[] = [];
  for (let i = 0; i + RUN <= words.length; i++) {
    const [first, last] = [words[i], words[i + RUN - 1]];
    if (first === undefined || last === undefined) continue;
    runs.push({ hash: hashOf(words, i, i + RUN), span: [first.span[0], last.span[1]] });
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
  const there = new Map(b.prints.map((print) => [print.hash, print.span]));
  const matches = a.prints.flatMap((print) => {
    const span = there.get(print.hash);
    return span === undefined ? [] : [{ from: print.span, to: span }];
  });
  const spans = runsOf(matches);
  if (spans.length === 0) return [];
  const held = matches.length / Math.max(1, Math.min(a.prints.length, b.prints.length));
  return [
    { from: a.article, to: b.article, direction: directionOf(a, b, spans), score: Math.min(1, held), spans },
  ];
}

/** Neighbouring matches as one passage on both sides; single ones are chance. */
function runsOf(matches: readonly { from: Span; to: Span }[]): Reuse['spans'] {
  const runs: { from: [number, number]; to: [number, number]; count: number }[] = [];
  for (const { from, to } of matches) {
    const last = runs.at(-1);
    if (
      last !== undefined &&
      from[0] <= last.from[1] + 20 &&
      to[0] <= last.to[1] + 20 &&
      to[0] >= last.to[0]
    ) {
      last.from[1] = Math.max(last.from[1], from[1]);
      last.to[1] = Math.max(last.to[1], to[1]);
      last.count++;
    } else runs.push({ from: [from[0], from[1]], to: [to[0], to[1]], count: 1 });
  }
  const bridged: { from: [number, number]; to: [number, number] }[] = [];
  for (const { from, to } of runs.filter((run) => run.count >= ENOUGH)) {
    const last = bridged.at(-1);
    const near = last !== undefined && to[0] >= last.to[1];
    if (near && from[0] - last.from[1] <= REWORDED && to[0] - last.to[1] <= REWORDED) {
      last.from[1] = from[1];
      last.to[1] = to[1];
    } else bridged.push({ from, to });
  }
  return bridged;
}

/** From the earlier day; from who publishes what it says itself; from who is cited; from a news agency. Else open. */
function directionOf(a: Reading, b: Reading, spans: Reuse['spans']): Reuse['direction'] {
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
