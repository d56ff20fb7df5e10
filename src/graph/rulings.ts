/** What analysts decided, put in terms of the readings that it is about. */

import { equivalence } from '../corroborate/equivalence.ts';
import type { Reading, Reuse } from '../resolve/types.ts';
import type { Span } from '../text/types.ts';
import type { Verdict } from './classes.ts';
import { compare, indexBy } from './collect.ts';
import { correctMention, detachMention, detachSource, dropMention } from './edit.ts';
import { type ClassKind, classId } from './ids.ts';
import { isOutletId, outletId } from './outlets.ts';
import type { Decision, DecisionBody, SourceNode } from './types.ts';

export interface Rulings {
  /** The readings as corrected. */
  readonly readings: readonly Reading[];
  /** Oldest first. */
  readonly verdicts: Readonly<Record<ClassKind, readonly Verdict[]>>;
  /** By local source. */
  readonly official: ReadonlyMap<string, boolean>;
  readonly reliability: ReadonlyMap<string, SourceNode['reliability']>;
  /** Local statements whose act or factuality an analyst set: no other mention outvotes them. */
  readonly corrected: ReadonlySet<string>;
  readonly reliances: readonly RelianceRuling[];
  /** By `reuseKey`. */
  readonly reuse: ReadonlyMap<string, ReuseRuling>;
  readonly outlets: {
    /** The outlet, known by its name, that an analyst said a local source to be. */
    readonly of: ReadonlyMap<string, string>;
    /** One id for outlets that an analyst said to be one. */
    readonly canonical: (outlet: string) => string;
  };
}

/** Ends are local statements or sources; the place is that of the downstream mention. */
export interface RelianceRuling {
  readonly from: string;
  readonly to: string;
  readonly holds: boolean;
  readonly article: string;
  readonly cue: Span;
}

export type ReuseRuling = { readonly from: string; readonly direction: 'from-to' | 'to-from' | 'third' };
export const reuseKey = (r: Pick<Reuse, 'from' | 'to'>): string => [r.from, r.to].sort().join(' ');

type Kind = DecisionBody['kind'];
type Body<K extends Kind, B = DecisionBody> = B extends { readonly kind: infer T }
  ? Extract<T, K> extends never
    ? never
    : B & { readonly kind: Extract<T, K> }
  : never;

/** Applies the decisions oldest first, so that the newest holds; one that names nothing that is there has no effect. */
export function rule(readings: readonly Reading[], decisions: readonly Decision[]): Rulings {
  const bodies = [...decisions]
    .sort((a, b) => compare(a.at, b.at) || compare(a.id, b.id))
    .map((decision) => decision.body);
  const of = <K extends Kind>(...kinds: readonly K[]) =>
    bodies.filter((body): body is Body<K> => (kinds as readonly string[]).includes(body.kind));
  const { readings: edited, corrected } = edit(readings, of('reject', 'correct', 'not-same'));
  const refs = decisions.length > 0 ? references(edited) : noReferences();
  const verdicts = (kind: ClassKind) =>
    of('same', 'not-same').flatMap((body): Verdict[] => {
      const [a, b] = [refs[kind].get(body.a)?.local, refs[kind].get(body.b)?.local];
      return body.of === kind && a && b ? [{ a, b, same: body.kind === 'same' }] : [];
    });
  const end = (ref: string) => refs.statement.get(ref) ?? refs.source.get(ref);
  const bySource = <T>(pairs: readonly { source: string; value: T }[]) =>
    new Map(
      pairs.flatMap(({ source, value }): [string, T][] => {
        const local = refs.source.get(source)?.local;
        return local === undefined ? [] : [[local, value]];
      }),
    );
  const pairs = of('same', 'not-same').filter((body) => body.of === 'source');
  return {
    outlets: outletRulings(pairs, (id) => refs.source.get(id)?.local),
    readings: edited,
    verdicts: {
      source: verdicts('source'),
      statement: verdicts('statement'),
      claim: verdicts('claim'),
      event: verdicts('event'),
    },
    official: bySource(of('official').map((b) => ({ source: b.source, value: b.official }))),
    reliability: bySource(of('rate').map((b) => ({ source: b.source, value: b.reliability }))),
    corrected,
    reliances: of('relies', 'not-relies').flatMap((body): RelianceRuling[] => {
      const [from, to] = [end(body.from), end(body.to)];
      if (from === undefined || to === undefined) return [];
      const { article, span } = from;
      return [{ from: from.local, to: to.local, holds: body.kind === 'relies', article, cue: span }];
    }),
    reuse: new Map(of('reuse').map((body) => [reuseKey(body), body])),
  };
}

type Pair = Body<'same' | 'not-same'>;

/** What was last said of each pair in which there is an outlet known by its name. */
function outletRulings(
  pairs: readonly Pair[],
  localOf: (id: string) => string | undefined,
): Rulings['outlets'] {
  const last = new Map(pairs.map((pair) => [[pair.a, pair.b].sort().join(' '), pair]));
  const same = [...last.values()].filter((pair) => pair.kind === 'same');
  const one = equivalence(
    same.filter(({ a, b }) => isOutletId(a) && isOutletId(b)).map(({ a, b }) => [a, b] as const),
  );
  const named = same.flatMap(({ a, b }) =>
    [
      [a, b],
      [b, a],
    ].flatMap(([outlet = '', other = '']): [string, string][] => {
      const local = localOf(other);
      return isOutletId(outlet) && !isOutletId(other) && local !== undefined ? [[local, outlet]] : [];
    }),
  );
  return { of: new Map(named), canonical: (outlet) => one.get(outlet) ?? outlet };
}

/** Corrections to single readings, in the order in which they were made. */
function edit(readings: readonly Reading[], bodies: readonly Body<'reject' | 'correct' | 'not-same'>[]) {
  const corrected = new Set<string>();
  if (bodies.length === 0) return { readings, corrected };
  const byArticle = indexBy(readings, (r) => r.article);
  const refs = references(readings);
  const change = (article: string, how: (reading: Reading) => Reading) => {
    const reading = byArticle.get(article);
    if (reading === undefined) return;
    const changed = how(reading);
    byArticle.set(article, changed);
    // A correction can change what the ids of the next one mean.
    refer(refs, changed);
  };
  for (const body of bodies) {
    if (body.kind === 'not-same') {
      const [a, b] =
        body.of === 'source' || body.of === 'statement'
          ? [refs[body.of].get(body.a), refs[body.of].get(body.b)]
          : [];
      if (!a || !b || a.local !== b.local) continue;
      const later = a.span[0] < b.span[0] || (a.span[0] === b.span[0] && a.id < b.id) ? b : a;
      change(a.article, (r) => (body.of === 'source' ? detachSource : detachMention)(r, later.id));
      continue;
    }
    const place = refs.statement.get(body.mention);
    if (place === undefined) continue;
    change(place.article, (r) => {
      if (body.kind === 'reject') return dropMention(r, place.id);
      const source = body.source === undefined ? undefined : refs.source.get(body.source)?.local;
      return correctMention(source === undefined ? r : detachMention(r, place.id, source), place.id, body);
    });
    if (body.kind === 'correct' && (body.act !== undefined || body.factuality !== undefined)) {
      const now = byArticle.get(place.article)?.mentions.find((m) => m.id === place.id)?.statement;
      if (now !== undefined) corrected.add(now);
    }
  }
  return { readings: readings.map((r) => byArticle.get(r.article) ?? r), corrected };
}

/** Where a decision's words point: the local thing, and the mention by which it was named. */
interface Place {
  readonly local: string;
  readonly id: string;
  readonly article: string;
  readonly span: Span;
}

type References = Readonly<Record<ClassKind, Map<string, Place>>>;

const noReferences = (): References => ({
  source: new Map(),
  statement: new Map(),
  claim: new Map(),
  event: new Map(),
});

/** Every id that stands for a thing: of one of its mentions, its own within its article, that of a class it names. */
function references(readings: readonly Reading[]): References {
  const refs = noReferences();
  for (const reading of readings) refer(refs, reading);
  return refs;
}

function refer(refs: References, { article, ...reading }: Reading): void {
  const add = (kind: ClassKind, id: string, place: Place) => {
    refs[kind].set(id, place);
    refs[kind].set(classId(kind, id), place);
  };
  for (const { id } of reading.claims) add('claim', id, { local: id, id, article, span: [0, 0] });
  for (const { id } of reading.events) add('event', id, { local: id, id, article, span: [0, 0] });
  for (const source of reading.sources) {
    const { id: local, mentions } = source;
    const [first] = mentions;
    const outlet = outletId(source);
    if (outlet !== null)
      refs.source.set(outlet, { local, id: first?.id ?? local, article, span: first?.span ?? [0, 0] });
    add('source', local, { local, id: first?.id ?? local, article, span: first?.span ?? [0, 0] });
    for (const { id, span } of mentions) add('source', id, { local, id, article, span });
  }
  const named = new Set<string>();
  for (const m of reading.mentions) {
    const place = { local: m.statement, id: m.id, article, span: m.passage };
    add('statement', m.id, place);
    if (!named.has(m.statement)) add('statement', m.statement, place);
    named.add(m.statement);
  }
}
