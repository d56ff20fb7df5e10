// On whose word: relays of the text as reliances between statements and sources.
import type { Relay } from '../extract/types.ts';
import { readLexicon } from '../lexicon.ts';
import { tokenAt, tokensIn } from '../text/lookup.ts';
import { overlapLength, overlaps, unionSpans } from '../text/span.ts';
import type { Document, Span } from '../text/types.ts';
import type { Cluster, Clusters } from './claims/gather.ts';
import { basesBehind } from './continuation.ts';
import type { Draft } from './drafts.ts';
import { localId } from './ids.ts';
import type { ResolvedSources } from './sources/within.ts';
import type { LocalReliance } from './types.ts';

/** What the mentions of one article were resolved to, as reliances need it. */
export interface Resolved {
  readonly drafts: readonly Draft[];
  readonly clusters: Clusters;
  readonly sources: ResolvedSources;
  readonly relays: readonly Relay[];
  /** Local statement of a draft. */
  readonly statementOf: (draft: Draft) => string;
  /** Local claim of a cluster. */
  readonly claimOf: (cluster: number) => string;
}

/** Reliances that the text states, each once. */
export function reliancesOf(document: Document, resolved: Resolved): readonly LocalReliance[] {
  const all = [
    ...carried(document, resolved),
    ...resolved.relays.flatMap((relay) => relayed(document, relay, resolved)),
    ...basisInNextSentence(document, resolved),
  ];
  const once = new Map<string, LocalReliance>();
  const { drafts, statementOf } = resolved;
  const sourceOf = new Map(drafts.map((draft) => [statementOf(draft), draft.source?.id ?? '']));
  for (const each of all) {
    const key = `${each.from}>${each.to}`;
    if (each.from === each.to || once.has(key)) continue;
    once.set(key, each);
    // Who rests on a statement rests on its source: that says nothing more.
    const source = `${each.from}>${sourceOf.get(each.to) ?? each.to}`;
    if (!once.has(source)) once.set(source, each);
  }
  return [...new Set(once.values())];
}

/** An outlet that carries somebody's words rests on that statement. */
const carried = (document: Document, { drafts, statementOf }: Resolved): readonly LocalReliance[] =>
  drafts.flatMap((draft) =>
    draft.via === null
      ? []
      : [reliance(document, statementOf(draft.via), statementOf(draft), 'explicit', null, draft.passage)],
  );

function relayed(document: Document, relay: Relay, resolved: Resolved): readonly LocalReliance[] {
  const { sources, statementOf, drafts } = resolved;
  if (isPublishing(document, relay, sources)) return [];
  // What was told to the article's own outlet is the speaker's alone.
  const toReaders = relay.kind === 'told-outlet' || relay.kind === 'interview';
  const relayers = sources.of(relay.relayer).filter((id) => !(toReaders && id === sources.outlet));
  const upstreams = sources.of(relay.upstream).filter((id) => !relayers.includes(id));
  const question =
    relay.certainty === 'possible'
      ? `Does what ${nameOf(resolved, relayers[0])} says come from ${nameOf(resolved, upstreams[0])}?`
      : null;
  return relayers.flatMap((relayer) => {
    const mine = drafts.filter((draft) => draft.source?.id === relayer && draft.attribution.act !== 'OTHER');
    const bearer = nearestTo(document, mine, relay, resolved);
    if (bearer === null && (relayer === sources.outlet || mine.length > 0)) return [];
    const host = bearer === null ? bearerOf(relay, resolved) : null;
    const speaks = host !== null && toReaders && isMember(resolved, relayer);
    const from = bearer !== null ? statementOf(bearer) : speaks ? statementOf(host) : relayer;
    const claims =
      bearer !== null ? limitedTo(bearer, mine, relay, resolved) : speaks ? null : claimsOf(host, resolved);
    return upstreams
      .filter((to) => to !== host?.source?.id)
      .map((to) => reliance(document, from, to, relay.certainty, claims, relay.cue, question));
  });
}

/** "A poll published by the channel", "papers released by the ministry": who makes public what others found says nothing on its word. */
function isPublishing(document: Document, { cue, kind, relayer }: Relay, sources: ResolvedSources): boolean {
  const isOutlet = sources
    .of(relayer)
    .some((id) => sources.sources.some((each) => each.id === id && each.kind === 'Outlet'));
  return (
    (kind === 'based-on-data' || (kind === 'obtained' && !isOutlet)) &&
    tokensIn(document, cue).some(({ lemma }) => PUBLISHING.has(lemma))
  );
}
const PUBLISHING = new Set(readLexicon('relays').get('publishing'));

const nameOf = ({ sources }: Resolved, id: string | undefined): string =>
  sources.sources.find((source) => source.id === id)?.name ?? 'somebody';

/** How many paragraphs behind a mention a relay may still speak of it; none before it. */
const REACH = 2;

/** The mention that the relay speaks of: the one that holds its cue, relayer or content, else the nearest one, before rather than after. */
function nearestTo(
  document: Document,
  mine: readonly Draft[],
  relay: Relay,
  resolved: Resolved,
): Draft | null {
  const place = relay.content ?? relay.cue;
  const holding =
    mine.find((draft) => overlaps(draft.passage, relay.cue)) ??
    mine.find(({ attribution }) => attribution.source.some((span) => overlaps(span, relay.relayer))) ??
    mine.find((draft) => overlaps(draft.passage, place));
  if (holding !== undefined)
    return tellsOnlyOf(holding, resolved) ? (lastBefore(mine, holding) ?? holding) : holding;
  // An outlet's own article holds several reports of its own: far from all of them, a relay speaks of none.
  if (mine[0]?.source?.id === resolved.sources.outlet) return null;
  const home = document.sentences[tokenAt(document, relay.cue[0])?.sentence ?? -1]?.paragraph ?? -1;
  const near = mine.filter(({ paragraph, passage }) => {
    const behind = paragraph - home;
    return behind === 0 || (behind < 0 && behind >= -REACH && passage[1] <= relay.cue[0]);
  });
  const distance = ({ passage }: Draft) =>
    passage[1] <= relay.cue[0] ? relay.cue[0] - passage[1] : 2 * (passage[0] - relay.cue[1]);
  return near.reduce<Draft | null>(
    (best, each) => (best === null || distance(each) < distance(best) ? each : best),
    null,
  );
}

/** Of a relay whose relayer says nothing himself here: the mention in whose words it stands, or on whose basis it tells. */
function bearerOf(relay: Relay, resolved: Resolved): Draft | null {
  const said = resolved.drafts.filter(
    ({ source, attribution }) => source !== null && attribution.act !== 'OTHER',
  );
  const host = said.find(
    ({ passage, attribution }) =>
      overlaps(passage, relay.cue) && !attribution.source.some((span) => overlaps(span, relay.cue)),
  );
  if (host === undefined) return null;
  const mine = said.filter(({ source }) => source === host.source);
  return tellsOnlyOf(host, resolved) ? (lastBefore(mine, host) ?? host) : host;
}

/** Somebody without a name: "The mayor had been informed by the club", says the city, and speaks of itself. */
const isMember = ({ sources }: Resolved, id: string): boolean =>
  sources.sources.some((source) => source.id === id && source.kind !== 'Outlet' && !source.named);

const claimsOf = (draft: Draft | null, { clusters, claimOf }: Resolved): readonly string[] | null =>
  draft === null ? null : [...clusters.of(draft)].map(claimOf);

/** "The confirmation was based on …", "The mayor had been informed by …": it tells on what the statement before it rests. */
function tellsOnlyOf({ attribution }: Draft, { relays }: Resolved): boolean {
  const inside = relays
    .flatMap(({ relayer, upstream, cue }) => [relayer, upstream, cue])
    .filter((span) => attribution.content.some((content) => overlaps(content, span)));
  const told = unionSpans(inside);
  return attribution.content.some(
    (span) => told.reduce((sum, each) => sum + overlapLength(span, each), 0) >= TELLING * (span[1] - span[0]),
  );
}

/** Share of a content that only names who has it from whom, from which on nothing else is said. */
const TELLING = 0.45;

const lastBefore = (mine: readonly Draft[], draft: Draft): Draft | undefined =>
  mine.findLast((each) => each.passage[0] < draft.passage[0] && draft.paragraph - each.paragraph <= 1);

/**
 * The claims for which the basis is given, or null for all that the statement claims. A claim that tells the exchange
 * itself ("by sharing information with …") does not rest on it; neither do details that other mentions of the report add.
 */
function limitedTo(
  bearer: Draft,
  mine: readonly Draft[],
  relay: Relay,
  resolved: Resolved,
): readonly string[] | null {
  const { clusters, statementOf, claimOf } = resolved;
  const statement = statementOf(bearer);
  const together = mine.filter((draft) => statementOf(draft) === statement);
  const all = [...new Set(together.flatMap((draft) => [...clusters.of(draft)]))];
  const here = clusters.of(bearer);
  const main = all[0];
  const rests = all.filter((i) => {
    const cluster = clusters.clusters[i];
    if (cluster === undefined || tellsBasis(cluster, bearer, relay.cue)) return false;
    return here.has(i) || (i === main && cluster.detailOf === null);
  });
  return rests.length === all.length || rests.length === 0 ? null : rests.map(claimOf);
}

const tellsBasis = (cluster: Cluster, bearer: Draft, cue: Span): boolean =>
  cluster.places.some(
    ({ draft, proposition }) =>
      draft === bearer &&
      proposition.role === 'basis' &&
      proposition.spans.some((span) => overlaps(span, cue)),
  );

/** What an outlet has learned rests on the unnamed source whom the next sentence names for it. */
const basisInNextSentence = (
  document: Document,
  { drafts, sources, statementOf }: Resolved,
): readonly LocalReliance[] =>
  basesBehind(document, drafts, sources.outlet).map(({ report, basis }) =>
    reliance(
      document,
      statementOf(report),
      statementOf(basis),
      'implied',
      null,
      basis.attribution.source[0] ?? basis.passage,
    ),
  );

export function reliance(
  document: Document,
  from: string,
  to: string,
  certainty: LocalReliance['certainty'],
  claims: readonly string[] | null,
  cue: Span,
  question: string | null = null,
): LocalReliance {
  return { id: localId('r', document.article.id, from, to, cue), from, to, certainty, claims, cue, question };
}
