// Resolution within one article: who said what, once, with which claims, on whose word.
import type { Extraction } from '../extract/types.ts';
import type { Document } from '../text/types.ts';
import { clusterPropositions } from './claims/cluster.ts';
import type { Clusters } from './claims/gather.ts';
import { wordingOf } from './claims/wording.ts';
import { creditsOf } from './credits.ts';
import { type Draft, draftsOf } from './drafts.ts';
import { eventOf, isOccurrence } from './events.ts';
import { localId } from './ids.ts';
import { openReliances, originLinks } from './questions.ts';
import { reliancesOf } from './reliances.ts';
import { printsOf } from './reuse.ts';
import { type ResolvedSources, resolveSources } from './sources/within.ts';
import { communicationsOf, mentionId, mentionsOf, placesOf, toStatement } from './speech.ts';
import { groupDrafts } from './statements.ts';
import { topicOf } from './topic.ts';
import type { LocalClaim, LocalClaimRelation, Reading } from './types.ts';
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
  const resolved = { drafts, clusters, sources, relays: extraction.relays, statementOf, claimOf };
  const stated = reliancesOf(document, resolved);
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
    credits: creditsOf(document),
    topic: topicOf(document),
  };
}

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
  const others = clusters.values.map(
    ([a, b]): LocalClaimRelation => ({
      from: claimOf(a),
      to: claimOf(b),
      kind: 'CONFLICTS_IN_VALUE',
      reason: 'the same quantity, different amounts',
    }),
  );
  return [...details, ...others];
}
