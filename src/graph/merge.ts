/** What several mentions say of one source, statement, claim or event, made one node. Order of the members decides nothing. */

import type { Factuality } from '../extract/types.ts';
import { pronounOf } from '../resolve/sources/pronouns.ts';
import { strongestAct } from '../resolve/statements.ts';
import type {
  LocalClaim,
  LocalEvent,
  LocalSource,
  LocalStatement,
  Said,
  SourceKind,
  Stance,
} from '../resolve/types.ts';
import { SOURCE_KINDS } from '../resolve/types.ts';
import { commonest, compare, push, strongest, unique } from './collect.ts';
import type { ClaimNode, EventNode, SourceNode, StatementNode } from './types.ts';

/** Strongest first: where mentions of one statement differ, the first of these that occurs holds. */
const STANCES: readonly Stance[] = ['confirms', 'denies', 'asserts', 'predicts'];
const SURENESS: readonly Factuality[] = ['CT+', 'CT-', 'PR+', 'PR-', 'PS+', 'PS-', 'Uu'];

type Described = Pick<SourceNode, 'kind' | 'name' | 'aliases' | 'named' | 'official' | 'country'>;

/** Names come before descriptions; of names the one most articles use, then the longest. */
export function describeSource(members: readonly LocalSource[]): Described {
  const telling = prefer(members, (m) => m.named);
  const name = mostUsed(telling.map((m) => m.name));
  return {
    kind: commonKind(telling),
    name,
    aliases: unique(members.flatMap((m) => [m.name, ...m.aliases])).filter((alias) => alias !== name),
    named: members.some((m) => m.named),
    official: members.some((m) => m.official),
    country: commonest(members.map((m) => m.country)),
  };
}

/** That of most mentions; whoever publishes one of the articles is an outlet in all of them. */
function commonKind(members: readonly LocalSource[]): SourceKind {
  if (members.some(({ kind }) => kind === 'Outlet')) return 'Outlet';
  const votes = new Map<SourceKind, number>();
  for (const { kind, mentions } of members)
    votes.set(kind, (votes.get(kind) ?? 0) + Math.max(1, mentions.length));
  const most = Math.max(...votes.values());
  return SOURCE_KINDS.find((kind) => votes.get(kind) === most) ?? 'Group';
}

/** The text given most often, then the longest, then the smallest. */
export function mostUsed(texts: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  const ranked = [...counts].sort(([a, n], [b, m]) => m - n || b.length - a.length || compare(a, b));
  return ranked[0]?.[0] ?? '';
}

/**
 * `claimOf`: class of a local claim, undefined where it was rejected. `turned`: local claims that say the contrary of their class. `corrected`: members that an analyst corrected; no
 * other member outvotes them.
 */
export function describeStatement(
  members: readonly LocalStatement[],
  claimOf: (local: string) => string | undefined,
  turned: ReadonlySet<string>,
  corrected: ReadonlySet<string>,
): Pick<StatementNode, 'act' | 'provisional' | 'said' | 'channel' | 'claims'> {
  const held = new Map<string, { stance: Stance; factuality: Factuality; final: boolean }[]>();
  for (const member of members)
    for (const { id: local, stance, factuality } of member.claims) {
      const id = claimOf(local);
      if (id === undefined) continue;
      const final = corrected.has(member.id);
      push(
        held,
        id,
        turned.has(local) ? { ...contrary(stance, factuality), final } : { stance, factuality, final },
      );
    }
  const acting = prefer(members, (m) => corrected.has(m.id));
  return {
    act: strongestAct(acting.map((m) => m.act)),
    provisional: members.some((m) => m.provisional),
    said: intersect(members.map((m) => m.said)),
    channel: commonest(members.map((m) => m.channel)),
    claims: [...held]
      .sort(([a], [b]) => compare(a, b))
      .map(([id, all]) => {
        const towards = prefer(all, (t) => t.final);
        return {
          id,
          stance:
            strongest(
              STANCES,
              towards.map((t) => t.stance),
            ) ?? 'asserts',
          factuality:
            strongest(
              SURENESS,
              towards.map((t) => t.factuality),
            ) ?? 'Uu',
        };
      }),
  };
}

/** Who asserts that it was not so denies that it was, and the other way round. */
const contrary = (
  stance: Stance,
  factuality: Factuality,
): { readonly stance: Stance; readonly factuality: Factuality } => ({
  stance: stance === 'denies' ? 'asserts' : 'denies',
  factuality: CONTRARY[factuality],
});

const CONTRARY: Readonly<Record<Factuality, Factuality>> = {
  'CT+': 'CT-',
  'CT-': 'CT+',
  'PR+': 'PR-',
  'PR-': 'PR+',
  'PS+': 'PS-',
  'PS-': 'PS+',
  Uu: 'Uu',
};

/** Those that are preferred, or all where none is. */
function prefer<T>(items: readonly T[], preferred: (item: T) => boolean): readonly T[] {
  const some = items.filter(preferred);
  return some.length > 0 ? some : items;
}

/**
 * The days on which all intervals agree, by the rule of the tightest of them. Where they contradict each other the whole
 * stretch that they cover: the true day is in it, whoever is right.
 */
export function intersect(intervals: readonly Said[]): Said {
  const from = intervals
    .map((i) => i.from)
    .filter((day) => day !== null)
    .sort();
  const to = intervals
    .map((i) => i.to)
    .filter((day) => day !== null)
    .sort();
  const [start, end] = [from.at(-1) ?? null, to[0] ?? null];
  if (start !== null && end !== null && start > end)
    return {
      from: from.length < intervals.length ? null : (from[0] ?? null),
      to: to.length < intervals.length ? null : (to.at(-1) ?? null),
      rule: 'articles disagree',
    };
  const tightest = [...intervals].sort(
    (a, b) =>
      compare(b.from ?? '', a.from ?? '') || compare(a.to ?? '9', b.to ?? '9') || compare(a.rule, b.rule),
  )[0];
  return { from: start, to: end, rule: tightest?.rule ?? 'undated' };
}

/** `event`: class of a local event. */
export function describeClaim(
  members: readonly LocalClaim[],
  eventOf: (local: string) => string | undefined,
): Pick<ClaimNode, 'text' | 'occurrence' | 'event'> {
  return {
    text: mostTypical(members),
    occurrence: members.some((m) => m.occurrence),
    event: commonest(members.map((m) => (m.event === null ? null : (eventOf(m.event) ?? null)))),
  };
}

/**
 * The wording most like the others (Dice's coefficient with the words of all, by how many have each); one that begins with
 * a pronoun only where all do; then the longest, then the smallest. Linear in the words.
 */
function mostTypical(members: readonly LocalClaim[]): string {
  const frequency = new Map<string, number>();
  for (const { features } of members)
    for (const word of features.content) frequency.set(word, (frequency.get(word) ?? 0) + 1 / members.length);
  const usual = [...frequency.values()].reduce((sum, share) => sum + share, 0);
  const typicality = (words: readonly string[]) =>
    (2 * words.reduce((sum, word) => sum + (frequency.get(word) ?? 0), 0)) /
    Math.max(1, words.length + usual);
  const standsAlone = (text: string) => (pronounOf(text.split(' ', 1)[0] ?? '') === null ? 1 : 0);
  const ranked = members
    .map(({ text, features }) => ({ text, alone: standsAlone(text), score: typicality(features.content) }))
    .sort(
      (a, b) =>
        b.alone - a.alone || b.score - a.score || b.text.length - a.text.length || compare(a.text, b.text),
    );
  return ranked[0]?.text ?? '';
}

export function describeEvent(members: readonly LocalEvent[]): Omit<EventNode, 'id'> {
  const { from, to } = intersect(members.map((m) => ({ from: m.from, to: m.to, rule: '' })));
  return {
    description: mostUsed(members.map((m) => m.description)),
    from,
    to,
    place: commonest(members.map((m) => m.place)),
  };
}
