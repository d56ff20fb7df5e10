/** Claims as a list: status, bounds, id and text, one line each. */

import { type Assessment, STATUSES, type Status } from '../corroborate/types.ts';
import type { ClaimNode, KnowledgeGraph } from '../graph/types.ts';
import { type Block, paragraph, run } from './blocks.ts';
import { shortIds } from './ids.ts';
import { STATUS_WORDS } from './words.ts';

export interface ListedClaim {
  readonly claim: ClaimNode;
  readonly short: string;
  readonly assessment: Assessment;
}

/** `status` null: any; `text`: words that the claim must hold, in any order and case. */
export interface ClaimFilter {
  readonly status: Status | null;
  readonly text: string | null;
}

/** Assessed claims that pass the filter, by status as `STATUSES` ranks it, then by text. */
export function listClaims(
  graph: KnowledgeGraph,
  assessments: ReadonlyMap<string, Assessment>,
  filter: ClaimFilter,
): readonly ListedClaim[] {
  const short = shortIds(graph.claims.keys());
  const wanted = (filter.text ?? '')
    .toLowerCase()
    .split(/\s+/)
    .filter((w) => w !== '');
  return [...graph.claims.values()]
    .flatMap((claim) => {
      const assessment = assessments.get(claim.id);
      return assessment ? [{ claim, short: short.get(claim.id) ?? claim.id, assessment }] : [];
    })
    .filter(({ assessment }) => filter.status === null || assessment.status === filter.status)
    .filter(({ claim }) => wanted.every((w) => claim.text.toLowerCase().includes(w)))
    .sort(
      (a, b) =>
        STATUSES.indexOf(a.assessment.status) - STATUSES.indexOf(b.assessment.status) ||
        a.claim.text.localeCompare(b.claim.text, 'en'),
    );
}

export function claimListBlocks(claims: readonly ListedClaim[]): readonly Block[] {
  if (claims.length === 0) return [paragraph(run('No claims.'))];
  return [
    {
      kind: 'table',
      head: ['claim', 'chains', 'status', 'text'],
      rows: claims.map(({ claim, short, assessment: a }) => [
        [run(short, 'id')],
        [run(bounds(a))],
        [run(a.status, STATUS_WORDS[a.status].tone)],
        [run(claim.text), ...(a.officiallyConfirmed ? [run(' (officially confirmed)', 'muted')] : [])],
      ]),
    },
  ];
}

const bounds = (a: Assessment): string =>
  a.independentMin === a.independentMax ? `${a.independentMax}` : `${a.independentMin}–${a.independentMax}`;

/** One object a claim, for programs. */
export const claimListJson = (claims: readonly ListedClaim[]) =>
  claims.map(({ claim, assessment }) => ({
    id: claim.id,
    text: claim.text,
    status: assessment.status,
    independentMin: assessment.independentMin,
    independentMax: assessment.independentMax,
    officiallyConfirmed: assessment.officiallyConfirmed,
  }));
