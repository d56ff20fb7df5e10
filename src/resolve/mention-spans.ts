// The spans of a mention where the annotation rules draw them otherwise than a reader of the sentence would.
import { timeEnd } from '../extract/rules/adjunct.ts';
import { isTimeWord, isVerbal } from '../extract/rules/phrase.ts';
import type { Attribution, Extraction, Relay } from '../extract/types.ts';
import { sentencesIn, tokensIn } from '../text/lookup.ts';
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
    .filter(({ statement }) => statement)
    .map((each) => withHolder(document, each, holdings, sourcesOf))
    .map((each) => withoutBasis(document, each, bases))
    .map((each) => (each.act === 'OTHER' ? withRefusal(document, each) : each))
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
