/** All that the articles say, side by side, and the classes that it falls into. */

import type {
  Decisions,
  Link,
  LocalClaim,
  LocalClaimRelation,
  LocalEvent,
  LocalReliance,
  LocalSource,
  LocalStatement,
  PartOf,
  Reading,
} from '../resolve/types.ts';
import { type Classes, partition } from './classes.ts';
import { indexBy, push, unique } from './collect.ts';
import { type ClassKind, classId } from './ids.ts';
import { outletId, sameOutlets } from './outlets.ts';
import type { Rulings } from './rulings.ts';

type InArticle<T> = T & { readonly article: string };

export interface Pool {
  readonly sources: ReadonlyMap<string, InArticle<LocalSource>>;
  readonly statements: ReadonlyMap<string, InArticle<LocalStatement>>;
  readonly claims: ReadonlyMap<string, LocalClaim>;
  readonly events: ReadonlyMap<string, LocalEvent>;
  readonly links: readonly Link[];
  readonly relations: readonly LocalClaimRelation[];
  readonly reliances: readonly InArticle<LocalReliance>[];
  readonly partOf: readonly PartOf[];
  /** Ids of the mentions of each local source and statement. */
  readonly mentionsOf: ReadonlyMap<string, readonly string[]>;
}

/** Links and reliances between articles may name what is not there (any more); whoever follows them passes it over. */
export function gather(readings: readonly Reading[], joined: readonly Decisions[]): Pool {
  const inArticle = <T extends object>(items: (r: Reading) => readonly T[]): InArticle<T>[] =>
    readings.flatMap((r) => items(r).map((item) => ({ ...item, article: r.article })));
  const sources = indexBy(
    inArticle((r) => r.sources),
    (s) => s.id,
  );
  const takenBack = new Map<string, string[]>();
  for (const r of joined.flatMap((j) => j.retractions)) push(takenBack, r.from, r.to);
  const statements = indexBy(
    inArticle((r) => r.statements).map((s) => ({
      ...s,
      retracts: [...s.retracts, ...(takenBack.get(s.id) ?? [])],
    })),
    (s) => s.id,
  );
  const mentionsOf = new Map<string, string[]>();
  for (const source of sources.values()) for (const m of source.mentions) push(mentionsOf, source.id, m.id);
  for (const r of readings) for (const m of r.mentions) push(mentionsOf, m.statement, m.id);
  const articleOf = (end: string) => (sources.get(end) ?? statements.get(end))?.article ?? '';
  return {
    sources,
    statements,
    claims: indexBy(
      readings.flatMap((r) => r.claims),
      (c) => c.id,
    ),
    events: indexBy(
      readings.flatMap((r) => r.events),
      (e) => e.id,
    ),
    links: [
      ...readings.flatMap((r) => r.links),
      ...joined.flatMap((j) => j.links),
      ...sameOutlets(sources.values()),
    ],
    relations: [...readings.flatMap((r) => r.relations), ...joined.flatMap((j) => j.relations)],
    reliances: [
      ...inArticle((r) => r.reliances),
      // Between two articles the words that name the basis stand in the article that names it.
      ...joined.flatMap((j) => j.reliances).map((r) => ({ ...r, article: articleOf(r.to) })),
    ],
    partOf: readings.flatMap((r) => r.partOf),
    mentionsOf,
  };
}

/** Classes of one kind under the ids that the graph shows. */
export interface GraphClasses {
  readonly id: (local: string) => string | undefined;
  /** Local ids by class id, in order of class ids. */
  readonly members: ReadonlyMap<string, readonly string[]>;
  readonly reasons: ReadonlyMap<string, string>;
}

export type AllClasses = Readonly<Record<ClassKind, GraphClasses>>;

/** Share of the pairs of two classes of claims that must be linked to make them one. */
const BOND = 0.25;

/**
 * Sources first; then statements, never of two sources unless an analyst says so; then claims; then events, where one claim
 * that something happened is about one event.
 */
export function classesOf(pool: Pool, { verdicts, outlets }: Rulings): AllClasses {
  const links = (kind: Link['kind']) => pool.links.filter((link) => link.kind === kind);
  const source = partition(pool.sources.keys(), links('source'), verdicts.source);
  const speaker = (statement: string) => {
    const by = pool.statements.get(statement)?.source;
    return by ? source.of(by) : null;
  };
  const ofOneSource = links('statement').filter((l) => speaker(l.a) === speaker(l.b));
  const statement = partition(pool.statements.keys(), ofOneSource, verdicts.statement);
  const claim = partition(pool.claims.keys(), links('claim'), verdicts.claim, BOND);
  const happened = [...claim.members.values()].flatMap((members) => sameEvent(members, pool.claims));
  const event = partition(pool.events.keys(), [...links('event'), ...happened], verdicts.event);
  return {
    source: named('source', source, pool.mentionsOf, outletNames(source, pool.sources, outlets)),
    statement: named('statement', statement, pool.mentionsOf),
    claim: named('claim', claim, new Map()),
    event: named('event', event, new Map()),
  };
}

function sameEvent(members: readonly string[], claims: ReadonlyMap<string, LocalClaim>): Link[] {
  const events = members.flatMap((id) => {
    const claim = claims.get(id);
    return claim?.occurrence && claim.event !== null ? [claim.event] : [];
  });
  const [first = ''] = events;
  return events.slice(1).map((other): Link => {
    const [a = first, b = other] = [first, other].sort();
    const reason = 'one claim says that both happened';
    return { kind: 'event', a, b, judgement: 'probable', reason, opens: null, question: null };
  });
}

/**
 * Classes, by their own names, that are outlets known by a full name, with the ids that they have in every affair. Two classes of one
 * name, which something keeps apart, are not.
 */
function outletNames(
  classes: Classes,
  sources: Pool['sources'],
  { of, canonical }: Rulings['outlets'],
): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const taken = new Map<string, number>();
  for (const [name, locals] of classes.members) {
    const ids = locals.flatMap((local) => {
      const source = sources.get(local);
      return [source === undefined ? null : outletId(source), of.get(local) ?? null];
    });
    const [id] = unique(ids.flatMap((each) => (each === null ? [] : canonical(each))));
    if (id === undefined) continue;
    names.set(name, id);
    taken.set(id, (taken.get(id) ?? 0) + 1);
  }
  return new Map([...names].filter(([, id]) => taken.get(id) === 1));
}

/** Named as given, else by the smallest mention; two classes that share their smallest mention by their smallest member. */
function named(
  kind: ClassKind,
  classes: Classes,
  mentionsOf: ReadonlyMap<string, readonly string[]>,
  given: ReadonlyMap<string, string> = new Map(),
): GraphClasses {
  const ids = new Map<string, string>();
  const members = new Map<string, readonly string[]>();
  for (const [name, locals] of classes.members) {
    const [smallest = name] = locals.flatMap((local) => mentionsOf.get(local) ?? []).sort();
    const own = members.has(classId(kind, smallest)) ? classId(kind, name) : classId(kind, smallest);
    const id = given.get(name) ?? own;
    for (const local of locals) ids.set(local, id);
    members.set(id, locals);
  }
  return {
    id: (local) => ids.get(local),
    members: new Map([...members].sort(([a], [b]) => (a < b ? -1 : 1))),
    reasons: classes.reasons,
  };
}
