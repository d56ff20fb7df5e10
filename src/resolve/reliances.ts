// On whose word: relays of the text as reliances between statements and sources.
import type { Relay } from '../extract/types.ts';
import { overlapLength, overlaps } from '../text/span.ts';
import type { Document, Span } from '../text/types.ts';
import type { Cluster, Clusters } from './claims/cluster.ts';
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
  /** Local statement of a draft. */
  readonly statementOf: (draft: Draft) => string;
  /** Local claim of a cluster. */
  readonly claimOf: (cluster: number) => string;
}

/** Reliances that the text states, each once. */
export function reliancesOf(
  document: Document,
  relays: readonly Relay[],
  resolved: Resolved,
): readonly LocalReliance[] {
  const all = [
    ...carried(document, resolved),
    ...relays.flatMap((relay) => relayed(document, relay, resolved)),
    ...basisInNextSentence(document, resolved),
  ];
  const once = new Map<string, LocalReliance>();
  for (const each of all) {
    const key = `${each.from}>${each.to}`;
    if (each.from !== each.to && !once.has(key)) once.set(key, each);
  }
  return [...once.values()];
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
    const bearer = nearestTo(mine, relay, sources.outlet);
    if (bearer === null && relayer === sources.outlet) return [];
    const from = bearer === null ? relayer : statementOf(bearer);
    const claims = bearer === null ? null : limitedTo(bearer, mine, relay, resolved);
    return upstreams.map((to) => reliance(document, from, to, relay.certainty, claims, relay.cue, question));
  });
}

const nameOf = ({ sources }: Resolved, id: string | undefined): string =>
  sources.sources.find((source) => source.id === id)?.name ?? 'somebody';

/** The mention that the relay speaks of: the one that holds its cue, relayer or content, else the nearest one, before rather than after. */
function nearestTo(mine: readonly Draft[], relay: Relay, outlet: string | null): Draft | null {
  const place = relay.content ?? relay.cue;
  const holding =
    mine.find((draft) => overlaps(draft.passage, relay.cue)) ??
    mine.find(({ attribution }) => attribution.source.some((span) => overlaps(span, relay.relayer))) ??
    mine.find((draft) => overlaps(draft.passage, place));
  if (holding !== undefined)
    return tellsOnlyOf(holding, relay) ? (lastBefore(mine, holding) ?? holding) : holding;
  // An outlet's own article holds several reports of its own: far from all of them, a relay speaks of none.
  if (mine[0]?.source?.id === outlet) return null;
  const distance = ({ passage }: Draft) =>
    passage[1] <= relay.cue[0] ? relay.cue[0] - passage[1] : 2 * (passage[0] - relay.cue[1]);
  return mine.reduce<Draft | null>(
    (best, each) => (best === null || distance(each) < distance(best) ? each : best),
    null,
  );
}

/** "The confirmation was based on …", "The mayor had been informed by …": it tells on what the statement before it rests. */
const tellsOnlyOf = ({ attribution }: Draft, { cue }: Relay): boolean =>
  attribution.content.some((span) => 2 * overlapLength(span, cue) >= span[1] - span[0]);

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
