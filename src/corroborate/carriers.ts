import { equivalence } from './equivalence.ts';
import { type EvidenceIndex, onClaim } from './evidence.ts';
import type { EvidenceStatement } from './types.ts';

/**
 * Carriers: the articles with a mention of the claim in one of the statements or in their own voice; those
 * that share the passage count once. Linear in the mentions and in the shared passages of these articles.
 */
export function countCarriers(
  index: EvidenceIndex,
  claim: string,
  statements: readonly EvidenceStatement[],
): number {
  const ownVoice = (index.statementsOf.get(claim) ?? []).filter(
    ({ id, source }) => source === null && !index.retracted.has(id),
  );
  const articles = new Set<string>();
  for (const statement of [...statements, ...ownVoice])
    for (const { article } of onClaim(statement, claim).mentions) articles.add(article);
  if (articles.size < 2) return articles.size;
  const shared = [
    index.reuseOf.get(claim) ?? [],
    ...[...articles].map((article) => index.copiesOf.get(article) ?? []),
  ];
  const joined = shared.flat().filter(({ from, to }) => articles.has(from) && articles.has(to));
  const groupOf = equivalence(joined.map(({ from, to }) => [from, to] as const));
  return new Set([...articles].map((article) => groupOf.get(article) ?? article)).size;
}
