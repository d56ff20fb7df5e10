// Outlets that carry what somebody said: their own report of it, and what is known only through them.
import type { Relay } from '../extract/types.ts';
import { sentencesIn, tokensIn } from '../text/lookup.ts';
import { coveringSpan, overlaps } from '../text/span.ts';
import type { Document, Span } from '../text/types.ts';
import type { Draft } from './drafts.ts';
import type { LocalSource } from './types.ts';

const PASSED_ON: ReadonlySet<Relay['kind']> = new Set([
  'told-outlet',
  'interview',
  'quotes',
  'cites',
  'according-to-nested',
  'other',
]);

type SourcesOf = (span: Span) => readonly LocalSource[];

/**
 * The drafts, and beside each that an outlet other than the article's own carries that outlet's report of it. What stands
 * in one sentence with its carrier is known only through it. O(drafts × relays).
 */
export function withCarriers(
  document: Document,
  drafts: readonly Draft[],
  relays: readonly Relay[],
  sourcesOf: SourcesOf,
  ownOutlet: string | null,
): readonly Draft[] {
  const carried = new Map<Draft, Draft>();
  const known = new Set<Draft>();
  for (const relay of relays) {
    if (!PASSED_ON.has(relay.kind) || relay.certainty === 'possible') continue;
    const carrier = sourcesOf(relay.relayer).find(
      (source) => source.kind === 'Outlet' && source.id !== ownOutlet,
    );
    if (carrier === undefined) continue;
    const upstream = sourcesOf(relay.upstream);
    const said = drafts.find((each) => isSaidIn(document, each, relay, upstream));
    if (said === undefined || carried.has(said)) continue;
    const own = drafts.find((each) => each.source === carrier && sharesContent(each, said));
    if (own !== undefined) known.add(own);
    carried.set(said, carrying(own ?? said, said, carrier, relay));
  }
  return [...drafts, ...between(document, drafts, relays, sourcesOf)]
    .filter((each) => !known.has(each))
    .flatMap((each) => {
      const carrier = carried.get(each);
      if (carrier === undefined) return [each];
      return [isNested(document, each) ? { ...each, via: carrier } : each, carrier];
    });
}

/** What an outlet carries is its report; a denial that it carries stays a denial. */
function carrying(place: Draft, said: Draft, source: LocalSource, relay: Relay): Draft {
  const own = place !== said;
  return {
    ...place,
    source,
    attribution: {
      ...place.attribution,
      source: own ? place.attribution.source : [relay.relayer],
      act: 'REPORTED',
      by: 'relay',
    },
    propositions: said.propositions,
    via: null,
  };
}

/**
 * "The Express reported it, citing Radio Lund, which had taken it from the blog": the outlet between the two has reported
 * the same, as the sentence says by what it had it from.
 */
function between(
  document: Document,
  drafts: readonly Draft[],
  relays: readonly Relay[],
  sourcesOf: SourcesOf,
): readonly Draft[] {
  return relays.flatMap((relay): readonly Draft[] => {
    const outlet = sourcesOf(relay.relayer).find((source) => source.kind === 'Outlet');
    const passes = PASSED_ON.has(relay.kind) && relay.certainty !== 'possible' && relay.content === null;
    if (outlet === undefined || !passes) return [];
    const citing = relays.find(
      (other) =>
        other !== relay &&
        sourcesOf(other.upstream).includes(outlet) &&
        inOneSentence(document, other.cue, relay.cue),
    );
    if (citing === undefined) return [];
    const citers = sourcesOf(citing.relayer);
    const said = drafts.find(
      (each) =>
        each.source !== null &&
        citers.includes(each.source) &&
        inOneSentence(document, each.passage, citing.cue),
    );
    if (said === undefined || drafts.some((each) => each.source === outlet && sharesContent(each, said)))
      return [];
    const it = tokensIn(document, relay.cue).find((token) => token.pos === 'PRON');
    const spans = { source: [relay.relayer], cue: [relay.cue], content: it === undefined ? [] : [it.span] };
    return [
      {
        ...said,
        source: outlet,
        attribution: { ...said.attribution, ...spans, act: 'REPORTED', time: null, by: 'relay' },
        passage: coveringSpan([relay.relayer, relay.cue]) ?? relay.cue,
        continues: null,
        via: null,
      },
    ];
  });
}

/** Known only through the other: all its cues stand in one sentence, that of the relay. */
const isNested = (document: Document, { attribution }: Draft): boolean =>
  new Set(attribution.cue.flatMap((span) => sentencesIn(document, span).map((sentence) => sentence.span[0])))
    .size <= 1;

/** The draft in whose source the relay's upstream stands, in one sentence with the relay's cue. */
const isSaidIn = (document: Document, each: Draft, relay: Relay, upstream: readonly LocalSource[]): boolean =>
  each.source !== null &&
  upstream.includes(each.source) &&
  each.attribution.source.some((span) => overlaps(span, relay.upstream)) &&
  (overlaps(each.passage, relay.cue) || inOneSentence(document, relay.upstream, relay.cue));

const sharesContent = (a: Draft, b: Draft): boolean =>
  a.attribution.content.some((x) => b.attribution.content.some((y) => overlaps(x, y)));

const inOneSentence = (document: Document, a: Span, b: Span): boolean =>
  sentencesIn(document, a).some((sentence) => sentencesIn(document, b).includes(sentence));
