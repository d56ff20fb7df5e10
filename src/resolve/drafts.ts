// Mentions in the making: each attribution with its source, its day and its propositions, and those known only through another.
import { actOfSource } from '../extract/rules/classify.ts';
import type { Attribution, Extraction } from '../extract/types.ts';
import { sentencesIn, tokenRange, tokensIn } from '../text/lookup.ts';
import { coveringSpan, overlaps } from '../text/span.ts';
import type { Document, Sentence, Span } from '../text/types.ts';
import { withCarriers } from './carried.ts';
import { type Proposition, propositionsOf } from './claims/proposition.ts';
import { withSpeaker } from './claims/speaker.ts';
import { wordSet } from './claims/words.ts';
import { bySentence, continuationsOf, heldOver, isOwnReport } from './continuation.ts';
import { resolveSaid } from './dates.ts';
import { asMentioned, withAntecedent, withRelativeClause } from './mention-spans.ts';
import type { ResolvedSources } from './sources/within.ts';
import type { LocalSource, Said } from './types.ts';
import { ownVoice } from './voice.ts';
import { calledWrong, ownCorrections, ownsDenial, takesBack, takingBack } from './withdrawals.ts';

export interface Draft {
  readonly attribution: Attribution;
  /** Local source, or null: not said, or the article's own voice. */
  readonly source: LocalSource | null;
  readonly said: Said;
  readonly propositions: readonly Proposition[];
  /** Names a statement of its source without saying again what it says ("the confirmation", "I had asked him to deny it"), or bears it out. */
  readonly bare: boolean;
  /** All of what it says stands between quotation marks. */
  readonly quoted: boolean;
  /** The smallest passage that holds it. */
  readonly passage: Span;
  /** Index of the sentence and the paragraph that hold its cue. */
  readonly sentence: number;
  readonly paragraph: number;
  /** The draft that this one goes on with, without source and cue of its own. */
  readonly continues: Draft | null;
  /** The draft of the outlet through which alone the article knows this one. */
  readonly via: Draft | null;
}

const FIRST_PERSON = new Set(['we', 'i']);
const NEGATORS = wordSet('negators');

/** Drafts in text order. An outlet that was told something, but is not the article's own, gets a draft that carries it. */
export function draftsOf(
  document: Document,
  extraction: Extraction,
  resolved: ResolvedSources,
): readonly Draft[] {
  const byId = new Map(resolved.sources.map((source) => [source.id, source]));
  const sourcesOf = (span: Span) => resolved.of(span).flatMap((id) => byId.get(id) ?? []);
  const isOwn = ({ source }: Attribution) =>
    source.some((span) => sourcesOf(span).some(({ id }) => id === resolved.outlet));
  const retractions = takingBack(document, extraction.attributions);
  const attributed = asMentioned(document, extraction, sourcesOf)
    .map((attribution) =>
      takesBack(retractions, attribution) || (isOwn(attribution) && calledWrong(retractions, attribution))
        ? { ...attribution, act: 'DENIED' as const }
        : attribution,
    )
    .flatMap((attribution) => splitDenials(document, attribution))
    .flatMap((told) => {
      const span = told.source[0];
      const sources = span === undefined ? [] : sourcesOf(span);
      const attribution = withRelativeClause(
        document,
        withAntecedent(document, told),
        extraction.attributions,
      );
      return sources.length === 0
        ? [draft(document, attribution, null)]
        : sources.map((source) =>
            draft(
              document,
              withPlace(attribution, source, sources.length),
              source,
              ownsDenial(retractions, attribution),
            ),
          );
    });
  const outlet = byId.get(resolved.outlet ?? '') ?? null;
  const direct = [
    ...attributed.map((each) => continued(each, attributed, outlet)),
    ...[...continuationsOf(document, attributed, outlet), ...heldOver(document, attributed)].map((each) =>
      goingOn(draft(document, each.attribution, each.of.source), each.of),
    ),
  ];
  const index = bySentence(document, direct);
  for (const [i, each] of direct.entries()) direct[i] = spokenOf(document, each, index);
  for (const each of ownCorrections(document, retractions, direct))
    direct.push(draft(document, each, outlet));
  direct.push(...ownVoice(document, direct).map((each) => draft(document, each, null)));
  const told = direct.map((each, i) => elaborating(each, direct.slice(Math.max(0, i - NEAR), i)));
  return withCarriers(document, told, extraction.relays, sourcesOf, resolved.outlet).toSorted(
    (a, b) => a.passage[0] - b.passage[0] || a.passage[1] - b.passage[1],
  );
}

const PRONOUNS = new Set(['it', 'this', 'that']);

/** "Four planes landed. A diplomat says it.": a pronoun stands for the sentence before that nobody else said. */
function spokenOf(document: Document, each: Draft, taken: ReadonlyMap<Sentence, readonly Draft[]>): Draft {
  const { propositions, sentence, paragraph, attribution } = each;
  const pronoun = propositions.every(
    ({ anaphoric, tokens }) => anaphoric && tokens.length === 1 && PRONOUNS.has(tokens[0]?.norm ?? ''),
  );
  const before = document.sentences[sentence - 1];
  if (propositions.length === 0 || !pronoun || before?.paragraph !== paragraph || taken.has(before))
    return each;
  const told = propositionsOf(document, { ...attribution, content: [before.span] });
  return told.length === 0 ? each : { ...each, propositions: told };
}

/** A mention without source and cue goes on with the quotation before it, or with the outlet's own report. */
function continued(each: Draft, all: readonly Draft[], outlet: LocalSource | null): Draft {
  if (each.attribution.source.length > 0 || each.attribution.cue.length > 0) return each;
  const quoted = each.propositions.some((proposition) => proposition.direct);
  const before = all.filter((other) => other.source !== null && other.passage[0] < each.passage[0]);
  const of = quoted ? before.at(-1) : before.find((other) => isOwnReport(other, outlet));
  return of === undefined ? each : goingOn({ ...each, source: of.source, said: of.said }, of);
}

/** How many drafts back a denial may stand that a quotation bears out. */
const NEAR = 4;

/** "denied the report. “He is at home,” she said": a quotation right behind a denial by its speaker bears it out, and claims nothing beside. */
function elaborating(each: Draft, before: readonly Draft[]): Draft {
  const { attribution, source, quoted } = each;
  if (source === null || !quoted || (attribution.act !== 'CLAIMED' && attribution.act !== 'DENIED'))
    return each;
  const denial = before.findLast((other) => other.source === source);
  const bearsOut =
    denial?.attribution.act === 'DENIED' &&
    !denial.attribution.cue.some((cue) => attribution.cue.some((own) => overlaps(cue, own))) &&
    denial.paragraph === each.paragraph &&
    each.sentence - denial.sentence <= 1;
  return bearsOut ? { ...each, bare: true, propositions: [] } : each;
}

const goingOn = (each: Draft, of: Draft): Draft => ({
  ...each,
  attribution: { ...each.attribution, act: of.attribution.act },
  continues: of,
});

function draft(
  document: Document,
  attribution: Attribution,
  source: LocalSource | null,
  bare = false,
): Draft {
  const { article } = document;
  const act = actOfSource(attribution.act, source?.kind ?? null);
  const finished = act === attribution.act ? attribution : { ...attribution, act };
  const spans = [...attribution.source, ...attribution.cue, ...attribution.content];
  const passage = coveringSpan(spans) ?? [0, 0];
  const at = attribution.cue[0]?.[0] ?? passage[0];
  const sentence = document.tokens[tokenRange(document, [at, at + 1])[0]]?.sentence ?? -1;
  const called = attribution.source.map((span) => article.text.slice(...span)).join(' ');
  return {
    attribution: finished,
    source,
    said: resolveSaid(attribution.time && article.text.slice(...attribution.time), article.publishedOn),
    propositions: bare
      ? []
      : propositionsOf(document, finished).map((each) => withSpeaker(each, source, called)),
    bare: bare || attribution.content.length === 0,
    quoted: attribution.content.length > 0 && attribution.content.every((span) => isQuoted(document, span)),
    passage,
    sentence,
    paragraph: document.sentences[sentence]?.paragraph ?? -1,
    continues: null,
    via: null,
  };
}

const isQuoted = ({ quotations }: Document, [start, end]: Span): boolean =>
  quotations.some(({ span }) => span[0] <= start + 1 && end - 1 <= span[1]);

/** Where one phrase names several sources ("X and Y had reported"), each keeps its own place in it. */
function withPlace(attribution: Attribution, source: LocalSource, several: number): Attribution {
  if (several < 2) return attribution;
  const places = source.mentions
    .map((mention) => mention.span)
    .filter((span) => attribution.source.some((whole) => overlaps(whole, span)));
  return { ...attribution, source: places.length === 0 ? attribution.source : places };
}

/**
 * "We were fired at. We did not cross.": one quotation, two acts. Sentences in which the speaker denies having done
 * something become a denial of their own.
 */
function splitDenials(document: Document, attribution: Attribution): readonly Attribution[] {
  if (attribution.act !== 'CLAIMED' && attribution.act !== 'CONFIRMED') return [attribution];
  const runs: { denies: boolean; spans: Span[] }[] = [];
  for (const span of attribution.content) {
    for (const sentence of sentencesIn(document, span)) {
      const place: Span = [Math.max(span[0], sentence.span[0]), Math.min(span[1], sentence.span[1])];
      const denies = deniesOwnDeed(document, place);
      const last = runs.at(-1);
      if (last !== undefined && last.denies === denies) last.spans.push(place);
      else runs.push({ denies, spans: [place] });
    }
  }
  if (runs.length < 2 || !runs.some((run) => run.denies)) return [attribution];
  return runs.map(({ denies, spans }) => ({
    ...attribution,
    content: joined(spans),
    act: denies ? 'DENIED' : attribution.act,
  }));
}

/** "We did not …", "I have never …" */
function deniesOwnDeed(document: Document, place: Span): boolean {
  const words = tokensIn(document, place).filter((token) => token.pos !== 'PUNCT');
  const [subject, auxiliary, negator] = words;
  return (
    subject !== undefined &&
    FIRST_PERSON.has(subject.norm) &&
    ['did', 'have', 'had', 'were', 'was'].includes(auxiliary?.norm ?? '') &&
    NEGATORS.has(negator?.norm ?? '')
  );
}

/** Neighbouring sentences of one run as one span. */
function joined(spans: readonly Span[]): readonly Span[] {
  const runs: [number, number][] = [];
  for (const [start, end] of spans) {
    const last = runs.at(-1);
    if (last !== undefined && start - last[1] <= 2) last[1] = end;
    else runs.push([start, end]);
  }
  return runs;
}
