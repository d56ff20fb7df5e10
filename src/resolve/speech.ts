// What a group of mentions comes to: the statement with its claims, and each mention with what it carries.
import type { Act, Factuality } from '../extract/types.ts';
import { coveringSpan } from '../text/span.ts';
import type { Document } from '../text/types.ts';
import type { Clusters } from './claims/gather.ts';
import type { Draft } from './drafts.ts';
import { localId } from './ids.ts';
import { type Group, sharedSaid, strongestAct } from './statements.ts';
import type { LocalStatement, Mention, Stance } from './types.ts';

/** The places that identify a mention. */
export const placesOf = (draft: Draft | undefined) =>
  draft === undefined
    ? []
    : [...draft.attribution.source, '/', ...draft.attribution.cue, '/', ...draft.attribution.content];

export const mentionId = (document: Document, draft: Draft): string =>
  localId('m', document.article.id, ...placesOf(draft));

/** A bare nominal mention ("the confirmation") carries the main claim of its statement. */
function claimsOf(draft: Draft, group: Group, clusters: Clusters): readonly number[] {
  const own = [...clusters.of(draft)];
  if (own.length > 0 || !draft.bare || draft.attribution.act === 'OTHER') return own;
  for (const each of group.drafts) {
    const [first] = clusters.of(each);
    if (first !== undefined) return [first];
  }
  return [];
}

/** The mentions of all groups, in text order within each. */
export function mentionsOf(
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
function stanceOf(act: Act, own: ReturnType<Clusters['says']>): Stance {
  if (own.some((proposition) => proposition.denied)) return 'denies';
  if (act !== 'DENIED') return STANCES[act];
  return own.length > 0 ? 'asserts' : 'denies';
}

/** Strongest first. */
const CERTAIN: readonly Factuality[] = ['CT+', 'CT-', 'PR+', 'PR-', 'PS+', 'PS-', 'Uu'];

/** One speech act: the strongest act, the tightest day, and its stance towards every claim that a mention carries. */
export function toStatement(
  document: Document,
  group: Group,
  id: string,
  clusters: Clusters,
  claimOf: (cluster: number) => string,
): LocalStatement {
  const { drafts } = group;
  const act = strongestAct(drafts.map((draft) => draft.attribution.act));
  const claims = new Map<number, Factuality>();
  const said = new Map<number, ReturnType<Clusters['says']>[number][]>();
  for (const draft of drafts)
    for (const i of clusters.of(draft)) {
      const there = said.get(i) ?? [];
      there.push(...clusters.says(draft, i));
      said.set(i, there);
    }
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
      stance: stanceOf(act, said.get(i) ?? []),
      factuality,
    })),
    communication: null,
  };
}

const strongest = (all: readonly Factuality[]): Factuality =>
  CERTAIN.find((each) => all.includes(each)) ?? 'Uu';

/** Statements of one source side by side in one paragraph: spoken together. */
export function communicationsOf(
  groups: readonly Group[],
  ids: readonly string[],
): ReadonlyMap<string, string> {
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
