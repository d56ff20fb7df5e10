// The spans of a mention where the annotation rules draw them otherwise than a reader of the sentence would.

import { timeEnd } from '../extract/rules/adjunct.ts';
import { isDiscredit, isNaming, predicateAt, verdictAt } from '../extract/rules/discredit.ts';
import { isComma, isTimeWord, isVerbal, phraseEndingAt } from '../extract/rules/phrase.ts';
import { relativeClauseEnd } from '../extract/source-phrase.ts';
import type { Attribution, Extraction, Relay } from '../extract/types.ts';
import { sentencesIn, tokenRange, tokensIn } from '../text/lookup.ts';
import { containsSpan, coveringSpan, overlaps } from '../text/span.ts';
import type { Document, Span, Token } from '../text/types.ts';
import type { LocalSource } from './types.ts';

/** What is said, in text order, with the spans of mentions; attitudes are left out. */
export function asMentioned(
  document: Document,
  { attributions, relays }: Extraction,
  sourcesOf: (span: Span) => readonly LocalSource[],
): readonly Attribution[] {
  const holdings = relays.filter(
    ({ kind, relayer, upstream }) =>
      (kind === 'obtained' || kind === 'other') &&
      isRecord(sourcesOf(upstream)) &&
      isOutlet(sourcesOf(relayer)),
  );
  const bases = relays.filter(({ kind }) => kind === 'based-on-data');
  return attributions
    .filter(({ statement, source }) => statement && !source.some((span) => isAnybody(document, span)))
    .map((each) => withHolder(document, each, holdings, sourcesOf))
    .map((each) => withoutBasis(document, each, bases))
    .map((each) => (each.act === 'OTHER' ? withRefusal(document, each) : each))
    .map((each) =>
      each.act === 'DENIED' ? withoutPredicate(document, withoutVerdict(document, each)) : each,
    )
    .map((each) => ({
      ...each,
      content: each.content.map((span) => withoutTime(document, withoutThat(document, span))),
    }));
}

const isRecord = (sources: readonly LocalSource[]): boolean =>
  sources.some(({ kind }) => kind === 'Document' || kind === 'Data');
const isOutlet = (sources: readonly LocalSource[]): boolean => sources.some(({ kind }) => kind === 'Outlet');

/** Without the conjunction that leads in a reported clause; before a mere noun phrase "that" points. */
function withoutThat(document: Document, span: Span): Span {
  const [first, second, ...rest] = tokensIn(document, span);
  const leadsIn = first?.norm === 'that' && rest.some(({ pos }) => pos === 'VERB' || pos === 'AUX');
  return leadsIn && second !== undefined ? [second.span[0], span[1]] : span;
}

/** "had reported the offer earlier in the day": behind a mere noun phrase the time is that of the saying. */
function withoutTime(document: Document, span: Span): Span {
  const tokens = tokensIn(document, span);
  if (tokens.length > LONGEST_PHRASE || tokens.some(isVerbal)) return span;
  const at = tokens.findIndex(
    (token, i) => i > 0 && beginsTime(token) && timeEnd(tokens, i, tokens.length) === tokens.length,
  );
  const last = tokens[at - 1];
  return last === undefined ? span : [span[0], last.span[1]];
}

/** In tokens. */
const LONGEST_PHRASE = 20;

const beginsTime = (token: Token): boolean =>
  token.norm !== 'of' && (token.pos === 'ADP' || token.norm === 'earlier' || isTimeWord(token));

/** "Photographs obtained by this newspaper show …": the report is that of who holds the document. */
function withHolder(
  document: Document,
  each: Attribution,
  holdings: readonly Relay[],
  sourcesOf: (span: Span) => readonly LocalSource[],
): Attribution {
  const [source] = each.source;
  if (source === undefined || holdings.length === 0) return each;
  const ids = new Set(sourcesOf(source).map(({ id }) => id));
  const holding = holdings.find(
    ({ upstream, relayer }) =>
      isNear(document, source, relayer) &&
      (overlaps(upstream, source) || sourcesOf(upstream).some(({ id }) => ids.has(id))),
  );
  return holding === undefined ? each : { ...each, source: [holding.relayer] };
}

/** In the same sentence or in the one behind it. */
function isNear(document: Document, from: Span, to: Span): boolean {
  const at = sentenceOf(document, from);
  const distance = sentenceOf(document, to) - at;
  return distance === 0 || distance === 1;
}

const sentenceOf = (document: Document, [start]: Span): number =>
  tokensIn(document, [start, start + 1])[0]?.sentence ?? -1;

/** "a count by this newspaper based on figures from two hospitals": who counted is the source, the figures are the basis. */
function withoutBasis(document: Document, each: Attribution, bases: readonly Relay[]): Attribution {
  const source = each.source.map((span): Span => {
    const basis = bases.find(
      ({ cue, upstream, relayer }) =>
        containsSpan(span, cue) && overlaps(upstream, span) && relayer[0] < cue[0] && span[0] < cue[0],
    );
    if (basis === undefined) return span;
    const last = tokensIn(document, [span[0], basis.cue[0]]).at(-1);
    return [span[0], last?.span[1] ?? basis.cue[0]];
  });
  return { ...each, source };
}

/**
 * "the woman, who left in May": what tells who somebody is belongs to the phrase; what tells that they said something else ("the
 * firm, which had denied it") is a mention of its own.
 */
export function withRelativeClause(
  document: Document,
  each: Attribution,
  all: readonly Attribution[],
): Attribution {
  const source = each.source.map((span): Span => {
    const end = relativeClauseEnd(document, span, each.cue);
    const last = end === null ? undefined : document.tokens[end - 1];
    if (last === undefined) return span;
    const clause: Span = [span[1], last.span[1]];
    const tells = all.some(({ cue }) => cue.some((other) => overlaps(other, clause)));
    return tells ? span : [span[0], clause[1]];
  });
  return { ...each, source };
}

/** "Reports of a shot were “a lie”, he said": what others had said is denied, and the verdict on it is part of the saying; not where he judges what was his own. */
function withoutVerdict(document: Document, each: Attribution): Attribution {
  const [whole, ...others] = each.content;
  if (whole === undefined || others.length > 0) return each;
  const tokens = tokensIn(document, whole);
  const words = tokens.filter(({ norm }) => !/^["“”„«»]$/.test(norm));
  if (words[0]?.norm === 'my' || words[0]?.norm === 'our') return each;
  const verb = words[verdictAt(words)];
  const last = verb === undefined ? undefined : tokens[tokens.indexOf(verb) - 1];
  if (verb === undefined || last === undefined) return each;
  return { ...each, cue: [[verb.span[0], whole[1]], ...each.cue], content: [[whole[0], last.span[1]]] };
}

const QUOTE = /^["“”„«»]$/;

/** "called the report “a lie”", "dismissed it as speculation": what is denied is the thing; what it is called is part of the saying. */
function withoutPredicate(document: Document, each: Attribution): Attribution {
  const [whole, ...others] = each.content;
  const cue = each.cue.flatMap((span) => tokensIn(document, span));
  if (whole === undefined || others.length > 0 || !cue.some(isNaming)) return each;
  const tokens = tokensIn(document, whole);
  const words = tokens.filter(({ norm }) => !QUOTE.test(norm));
  const at = predicateAt(cue, words);
  const [last, first] = [words[at - 1], words[at]];
  if (last === undefined || first === undefined || !isDiscredit(words, at)) return each;
  const from = tokens.indexOf(first);
  const marked = QUOTE.test(tokens[from - 1]?.norm ?? '');
  const closing = tokens.findIndex(({ norm }, i) => i > from && QUOTE.test(norm));
  const end = marked && closing > 0 ? (tokens[closing]?.span[1] ?? whole[1]) : whole[1];
  const start = (marked ? tokens[from - 1] : first)?.span[0] ?? first.span[0];
  return { ...each, cue: [...each.cue, [start, end]], content: [[whole[0], last.span[1]]] };
}

/** "his spokeswoman, who said that …": the source of a mention is the phrase that the relative pronoun stands for. */
export function withAntecedent(document: Document, each: Attribution): Attribution {
  const source = each.source.map((span): Span => {
    const [from, to] = tokenRange(document, span);
    const pronoun = document.tokens[from];
    if (to - from !== 1 || (pronoun?.norm !== 'who' && pronoun?.norm !== 'which')) return span;
    const last = isComma(document.tokens[from - 1]) ? from - 2 : from - 1;
    const floor = document.sentences[pronoun.sentence]?.tokens[0] ?? from;
    const first = phraseEndingAt(document.tokens, last, floor);
    const [start, end] = [document.tokens[first ?? from], document.tokens[last]];
    return first === null || start === undefined || end === undefined ? span : [start.span[0], end.span[1]];
  });
  return { ...each, source };
}

/** Nobody in particular: "before anybody told them". */
const isAnybody = (document: Document, span: Span): boolean => {
  const [word, ...others] = tokensIn(document, span);
  return others.length === 0 && ANYBODY.has(word?.norm ?? '');
};

const ANYBODY = new Set([
  'anybody',
  'anyone',
  'everybody',
  'everyone',
  'nobody',
  'one',
  'somebody',
  'someone',
  'those',
]);

const REFUSING = new Set(['decline', 'refuse', 'not', "n't", 'never', 'no']);

/** "declined to comment on the figure": all of it is the refusal, nothing is said. */
function withRefusal(document: Document, each: Attribution): Attribution {
  const refuses = each.cue
    .flatMap((span) => tokensIn(document, span))
    .some(({ lemma, norm }) => REFUSING.has(lemma) || REFUSING.has(norm));
  const behind = each.content.every(([start]) => start >= (each.cue[0]?.[1] ?? 0));
  const last = each.cue.at(-1);
  const whole = coveringSpan([...(last === undefined ? [] : [last]), ...each.content]);
  if (!refuses || !behind || whole === null || sentencesIn(document, whole).length > 1) return each;
  return { ...each, cue: [...each.cue.slice(0, -1), whole], content: [] };
}
