// Resolution within one article: who said what, once, with which claims, on whose word.
import type { Act, Extraction, Factuality } from '../extract/types.ts';
import { coveringSpan } from '../text/span.ts';
import type { Document } from '../text/types.ts';
import { type Clusters, clusterPropositions } from './claims/cluster.ts';
import { wordingOf } from './claims/wording.ts';
import { type Draft, draftsOf } from './drafts.ts';
import { eventOf, isOccurrence } from './events.ts';
import { localId } from './ids.ts';
import { openReliances, originLinks } from './questions.ts';
import { reliancesOf } from './reliances.ts';
import { printsOf } from './reuse.ts';
import { type ResolvedSources, resolveSources } from './sources/within.ts';
import { type Group, groupDrafts, sharedSaid, strongestAct } from './statements.ts';
import type { LocalClaim, LocalClaimRelation, LocalStatement, Mention, Reading, Stance } from './types.ts';
import { takenBackHere, takingBack, withdrawalsOf } from './withdrawals.ts';

/**
 * Resolves what was extracted from one article into a reading. The same input gives the same reading; never throws.
 * @param sources the article's sources, where somebody else resolved them
 */
export function resolveWithin(
  document: Document,
  extraction: Extraction,
  extractorId: string,
  sources: ResolvedSources = resolveSources(document, extraction),
): Reading {
  const { article } = document;
  const drafts = draftsOf(document, extraction, sources);
  const clusters = clusterPropositions(document, drafts, sources.outlet);
  const groups = groupDrafts(document, drafts, sources.outlet, clusters.of);
  const statementIds = groups.map((group) => localId('t', article.id, ...placesOf(group.drafts[0])));
  const ofDraft = new Map(
    groups.flatMap((group, i) => group.drafts.map((draft) => [draft.attribution, i] as const)),
  );
  const statementOf = (draft: Draft) => statementIds[ofDraft.get(draft.attribution) ?? -1] ?? '';
  const claimIds = clusters.clusters.map((cluster) =>
    localId(
      'c',
      article.id,
      ...(cluster.places[0]?.proposition.spans ?? []),
      cluster.detailOf === null ? '' : 'detail',
    ),
  );
  const claimOf = (cluster: number) => claimIds[cluster] ?? '';
  const mentions = mentionsOf(document, groups, clusters, statementOf, claimOf);
  const statements = groups.map((group, i) =>
    toStatement(document, group, statementIds[i] ?? '', clusters, claimOf),
  );
  const resolved = { drafts, clusters, sources, statementOf, claimOf };
  const stated = reliancesOf(document, extraction.relays, resolved);
  const reliances = [...stated, ...openReliances(document, extraction.attributions, resolved, stated)];
  const withdrawals = withdrawalsOf(takingBack(document, extraction.attributions), resolved);
  const taken = takenBackHere(withdrawals, statements);
  const events = new Map(
    clusters.clusters.flatMap((cluster, i) =>
      isOccurrence(cluster)
        ? [
            [
              i,
              eventOf(
                document,
                localId('e', article.id, claimOf(i)),
                wordingOf(article.text, cluster),
                cluster,
              ),
            ] as const,
          ]
        : [],
    ),
  );
  const communications = communicationsOf(groups, statementIds);
  return {
    article: article.id,
    extractor: extractorId,
    sources: sources.sources,
    mentions,
    statements: statements.map((statement) => ({
      ...statement,
      retracts: taken.get(statement.id) ?? [],
      communication: communications.get(statement.id) ?? null,
    })),
    claims: clusters.clusters.flatMap((cluster, i): readonly LocalClaim[] => {
      const [features, ...wordings] = wordingsOf(cluster);
      if (features === undefined) return [];
      return [
        {
          id: claimIds[i] ?? '',
          text: wordingOf(article.text, cluster),
          occurrence: events.has(i),
          event: events.get(i)?.id ?? null,
          places: cluster.places.map(({ draft, proposition }) => ({
            mention: mentionId(document, draft),
            spans: proposition.spans,
          })),
          features,
          wordings,
        },
      ];
    }),
    events: [...events.values()],
    reliances,
    relations: relationsOf(clusters, claimOf),
    links: [...sources.links, ...originLinks(sources.sources, statements, reliances)],
    partOf: sources.partOf,
    outlet: sources.outlet,
    publishedOn: article.publishedOn,
    withdrawals,
    prints: printsOf(document),
  };
}

const placesOf = (draft: Draft | undefined) =>
  draft === undefined
    ? []
    : [...draft.attribution.source, '/', ...draft.attribution.cue, '/', ...draft.attribution.content];

const mentionId = (document: Document, draft: Draft): string =>
  localId('m', document.article.id, ...placesOf(draft));

/** Wordings by which a claim is compared with those of other articles. */
const WORDINGS = 4;

/** The propositions by which a claim is compared: its distinct wordings, the fullest first. */
function wordingsOf({ places }: Clusters['clusters'][number]): readonly LocalClaim['features'][] {
  const telling = places.filter(({ proposition }) => !proposition.anaphoric);
  const all = (telling.length > 0 ? telling : places).map(({ proposition }) => proposition.features);
  const distinct = new Map(
    all.map((features) => [[...features.content, ...features.entities].join(' '), features]),
  );
  const size = (features: LocalClaim['features']) => features.content.length + features.entities.length;
  return [...distinct.values()].sort((a, b) => size(b) - size(a)).slice(0, WORDINGS);
}

/** A bare nominal mention ("the confirmation") carries the main claim of its statement. */
function claimsOf(draft: Draft, group: Group, clusters: Clusters): readonly number[] {
  const own = [...clusters.of(draft)];
  if (own.length > 0 || !draft.bare || draft.attribution.act === 'OTHER') return own;
  const first = group.drafts.flatMap((each) => [...clusters.of(each)])[0];
  return first === undefined ? [] : [first];
}

function mentionsOf(
  document: Document,
  groups: readonly Group[],
  clusters: Clusters,
  statementOf: (draft: Draft) => string,
  claimOf: (cluster: number) => string,
): readonly Mention[] {
  return groups.flatMap((group) =>
    group.drafts.map(
      (draft, i): Mention => ({
        id: mentionId(document, draft),
        source: draft.attribution.source,
        cue: draft.attribution.cue,
        content: draft.attribution.content,
        passage: coveringSpan([draft.passage]) ?? draft.passage,
        statement: statementOf(draft),
        claims: claimsOf(draft, group, clusters).map(claimOf),
        factuality: draft.attribution.factuality,
        confidence: draft.attribution.confidence,
        via: draft.via === null ? null : statementOf(draft.via),
        reason: group.reasons[i] ?? '',
      }),
    ),
  );
}

const STANCES: Readonly<Record<Act, Stance>> = {
  CONFIRMED: 'confirms',
  REPORTED: 'asserts',
  CLAIMED: 'asserts',
  DENIED: 'denies',
  WARNED: 'predicts',
  PREDICTED: 'predicts',
  OTHER: 'asserts',
};

/** What a denial says beside what it denies, it asserts; a report that carries a denial denies. */
function stanceOf(act: Act, cluster: number, drafts: readonly Draft[], clusters: Clusters): Stance {
  const own = drafts.flatMap((draft) => clusters.says(draft, cluster));
  if (own.some((proposition) => proposition.denied)) return 'denies';
  if (act !== 'DENIED') return STANCES[act];
  return own.length > 0 ? 'asserts' : 'denies';
}

/** Strongest first. */
const CERTAIN: readonly Factuality[] = ['CT+', 'CT-', 'PR+', 'PR-', 'PS+', 'PS-', 'Uu'];

function toStatement(
  document: Document,
  group: Group,
  id: string,
  clusters: Clusters,
  claimOf: (cluster: number) => string,
): LocalStatement {
  const { drafts } = group;
  const act = strongestAct(drafts.map((draft) => draft.attribution.act));
  const claims = new Map<number, Factuality>();
  for (const draft of drafts)
    for (const i of claimsOf(draft, group, clusters)) {
      const own = clusters.says(draft, i).map((proposition) => proposition.factuality);
      const known = claims.get(i);
      claims.set(
        i,
        strongest([
          ...own,
          ...(known === undefined ? [] : [known]),
          ...(own.length === 0 && known === undefined ? [draft.attribution.factuality] : []),
        ]),
      );
    }
  const channel = drafts.map((draft) => draft.attribution.channel).find((span) => span !== null);
  return {
    id,
    source: drafts[0]?.source?.id ?? null,
    act,
    provisional: drafts.some((draft) => draft.attribution.provisional),
    said: sharedSaid(drafts.map((draft) => draft.said)),
    channel: channel ? document.article.text.slice(...channel) : null,
    retracts: [],
    claims: [...claims].map(([i, factuality]) => ({
      id: claimOf(i),
      stance: stanceOf(act, i, drafts, clusters),
      factuality,
    })),
    communication: null,
  };
}

const strongest = (all: readonly Factuality[]): Factuality =>
  CERTAIN.find((each) => all.includes(each)) ?? 'Uu';

/** Statements of one source side by side in one paragraph: spoken together. */
function communicationsOf(groups: readonly Group[], ids: readonly string[]): ReadonlyMap<string, string> {
  const together = new Map<string, string>();
  const spoken = new Map<string, { id: string; sentence: number }>();
  for (const [i, group] of groups.entries())
    for (const { source, paragraph, sentence } of group.drafts) {
      const id = ids[i];
      if (source === null || id === undefined) continue;
      const place = `${source.id} ${paragraph}`;
      const before = spoken.get(place);
      if (before !== undefined && before.id !== id && Math.abs(before.sentence - sentence) <= 1) {
        const communication = together.get(before.id) ?? `e${before.id.slice(1)}`;
        together.set(before.id, communication);
        together.set(id, communication);
      }
      spoken.set(place, { id, sentence });
    }
  return together;
}

function relationsOf(
  clusters: Clusters,
  claimOf: (cluster: number) => string,
): readonly LocalClaimRelation[] {
  const details = clusters.clusters.flatMap((cluster, i): readonly LocalClaimRelation[] =>
    cluster.detailOf === null
      ? []
      : [
          {
            from: claimOf(i),
            to: claimOf(cluster.detailOf),
            kind: 'DETAIL_OF',
            reason: 'only some of those who tell the event add it',
          },
        ],
  );
  const others = clusters.relations.map(
    ({ a, b, verdict }): LocalClaimRelation => ({
      from: claimOf(a),
      to: claimOf(b),
      kind: verdict === 'contradicts' ? 'CONTRADICTS' : 'CONFLICTS_IN_VALUE',
      reason:
        verdict === 'contradicts'
          ? 'one says what the other negates'
          : 'the same quantity, different amounts',
    }),
  );
  return [...details, ...others];
}
