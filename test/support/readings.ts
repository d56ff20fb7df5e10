/** Small hand-made readings, and random ones, for tests of what is built from readings. */

import fc from 'fast-check';
import type { Entry } from '../../src/graph/build.ts';
import { shortHash } from '../../src/graph/ids.ts';
import type { Article } from '../../src/read/types.ts';
import type {
  Decisions,
  Link,
  LocalClaim,
  LocalReliance,
  LocalSource,
  LocalStatement,
  Mention,
  Reading,
  Reuse,
} from '../../src/resolve/types.ts';

export const local = (prefix: string, article: string, name: string): string =>
  `${prefix}${shortHash(`${prefix} ${article} ${name}`)}`;

export function article(id: string, values: Partial<Article> = {}): Article {
  const text = `Text of ${id}. `.repeat(40);
  return {
    id,
    givenId: null,
    file: `${id}.txt`,
    text,
    body: [0, text.length],
    title: null,
    outlet: null,
    publishedOn: '2030-01-10',
    url: null,
    author: null,
    language: null,
    ...values,
  };
}

export const reading = (id: string, values: Partial<Reading> = {}): Reading => ({
  article: id,
  extractor: 'test@1',
  sources: [],
  mentions: [],
  statements: [],
  claims: [],
  events: [],
  reliances: [],
  relations: [],
  links: [],
  partOf: [],
  outlet: null,
  publishedOn: '2030-01-10',
  withdrawals: [],
  prints: [],
  topic: [],
  ...values,
});

export const NO_DECISIONS: Decisions = {
  links: [],
  relations: [],
  reliances: [],
  reuse: [],
  retractions: [],
};

/** A source of one article that stands at one place. */
export function source(
  articleId: string,
  name: string,
  at: number,
  values: Partial<LocalSource> = {},
): LocalSource {
  return {
    id: local('s', articleId, name),
    kind: 'Person',
    name,
    aliases: [],
    named: true,
    official: false,
    country: null,
    mentions: [
      {
        id: local('m', articleId, `source ${at}`),
        span: [at, at + 5],
        judgement: 'certain',
        reason: 'named',
      },
    ],
    descriptors: [],
    ...values,
  };
}

export const claim = (articleId: string, name: string, values: Partial<LocalClaim> = {}): LocalClaim => ({
  id: local('c', articleId, name),
  text: name,
  occurrence: false,
  event: null,
  places: [],
  wordings: [],
  features: {
    heads: [],
    entities: [],
    content: name.split(' ').sort(),
    quantities: [],
    negated: false,
    prospective: false,
    quotation: null,
    subject: [],
    passive: false,
    circumstances: [],
  },
  ...values,
});

/** A statement with one mention, which says the claims of these names. */
export function statement(
  articleId: string,
  name: string,
  by: string | null,
  claims: readonly string[],
  at: number,
  values: Partial<LocalStatement> = {},
): { statement: LocalStatement; mention: Mention } {
  const id = local('t', articleId, name);
  const ids = claims.map((c) => local('c', articleId, c));
  return {
    statement: {
      id,
      source: by === null ? null : local('s', articleId, by),
      act: 'CLAIMED',
      provisional: false,
      said: { from: null, to: '2030-01-10', rule: 'undated' },
      channel: null,
      retracts: [],
      claims: ids.map((c) => ({ id: c, stance: 'asserts', factuality: 'CT+' })),
      communication: null,
      ...values,
    },
    mention: {
      id: local('m', articleId, `mention ${at}`),
      source: by === null ? [] : [[at, at + 5]],
      cue: [[at + 6, at + 9]],
      content: [[at + 10, at + 20]],
      passage: [at, at + 20],
      statement: id,
      claims: ids,
      factuality: 'CT+',
      confidence: 0.9,
      via: null,
      reason: 'one mention',
    },
  };
}

export const link = (
  kind: Link['kind'],
  x: string,
  y: string,
  judgement: Link['judgement'] = 'certain',
  reason = 'same name',
): Link => {
  const [a = x, b = y] = [x, y].sort();
  const question = judgement === 'possible' ? 'Are they the same?' : null;
  return { kind, a, b, judgement, reason, opens: judgement === 'possible' ? 'identity' : null, question };
};

export const reliance = (from: string, to: string, values: Partial<LocalReliance> = {}): LocalReliance => ({
  id: local('r', from, to),
  from,
  to,
  certainty: 'explicit',
  claims: null,
  cue: [1, 4],
  question: null,
  ...values,
});

/** Several statements of one article as a reading: each gets its source and its claims. */
export function entry(
  id: string,
  says: readonly {
    readonly by: string | null;
    readonly name?: string;
    readonly claims: readonly string[];
    readonly statement?: Partial<LocalStatement>;
    readonly mention?: Partial<Mention>;
  }[],
  values: Partial<Reading> = {},
  about: Partial<Article> = {},
): Entry {
  const parts = says.map((s, i) =>
    statement(id, s.name ?? `${s.by} ${i}`, s.by, s.claims, i * 30, s.statement),
  );
  const speakers = [...new Set(says.flatMap((s) => s.by ?? []))];
  const places = (name: string) => says.flatMap((s, i) => (s.by === name ? [i * 30] : []));
  return {
    article: article(id, about),
    reading: reading(id, {
      publishedOn: about.publishedOn ?? '2030-01-10',
      sources: speakers.map((name) => ({
        ...source(id, name, places(name)[0]!),
        mentions: places(name).flatMap((at) => source(id, name, at).mentions),
      })),
      mentions: parts.map((p, i) => ({ ...p.mention, ...says[i]!.mention })),
      statements: parts.map((p) => p.statement),
      claims: [...new Set(says.flatMap((s) => s.claims))].map((name) => claim(id, name)),
      ...values,
    }),
  };
}

/** Readings of two to five articles with whatever links, reliances and copied passages between them. */
export const affair: fc.Arbitrary<{ entries: Entry[]; joined: Decisions[] }> = fc
  .integer({ min: 2, max: 5 })
  .chain((n) =>
    fc.record({
      articles: fc.array(
        fc.record({
          day: fc.constantFrom(null, '2030-01-08', '2030-01-09', '2030-01-10'),
          says: fc.array(
            fc.record({
              by: fc.constantFrom(null, 'Ada Lind', 'Lind', 'the ministry', 'an employee'),
              claims: fc.uniqueArray(fc.constantFrom('fire', 'flood', 'strike'), {
                minLength: 1,
                maxLength: 2,
              }),
              act: fc.constantFrom(
                'CLAIMED' as const,
                'CONFIRMED' as const,
                'DENIED' as const,
                'REPORTED' as const,
              ),
              from: fc.constantFrom(null, '2030-01-07', '2030-01-09'),
              to: fc.constantFrom(null, '2030-01-09', '2030-01-10'),
              via: fc.boolean(),
            }),
            { maxLength: 4 },
          ),
          relies: fc.array(
            fc.tuple(fc.nat(20), fc.nat(20), fc.constantFrom('explicit', 'implied', 'possible')),
          ),
        }),
        { minLength: n, maxLength: n },
      ),
      links: fc.array(
        fc.tuple(
          fc.constantFrom('source' as const, 'statement' as const, 'claim' as const, 'event' as const),
          fc.nat(40),
          fc.nat(40),
          fc.constantFrom('certain', 'probable', 'possible', 'rejected'),
        ),
        { maxLength: 25 },
      ),
      crossing: fc.array(fc.tuple(fc.nat(40), fc.nat(40)), { maxLength: 4 }),
      relations: fc.array(
        fc.tuple(fc.nat(40), fc.nat(40), fc.constantFrom('DETAIL_OF', 'SUPERSEDES', 'CONTRADICTS')),
        { maxLength: 6 },
      ),
      reuse: fc.array(fc.tuple(fc.nat(4), fc.nat(4), fc.constantFrom(null, 'from-to', 'to-from')), {
        maxLength: 3,
      }),
    }),
  )
  .map(({ articles, links, crossing, relations, reuse }) => {
    const entries = articles.map((a, i) => {
      const id = `article${i}`;
      const plain = entry(
        id,
        a.says.map(({ by, claims, act, from, to }) => ({
          by,
          claims,
          statement: {
            act,
            said: { from, to, rule: 'given' },
            claims: claims.map((c) => ({
              id: local('c', id, c),
              stance: act === 'DENIED' ? ('denies' as const) : ('asserts' as const),
              factuality: 'CT+' as const,
            })),
          },
        })),
        {},
        { publishedOn: a.day },
      );
      const { sources, statements, mentions, claims } = plain.reading;
      const ends = [...statements, ...sources].map((x) => x.id);
      const events = claims.map((c) => ({
        id: local('e', id, c.text),
        description: c.text,
        from: null,
        to: a.day,
        place: null,
      }));
      return {
        article: plain.article,
        reading: {
          ...plain.reading,
          events,
          claims: claims.map((c) => ({ ...c, occurrence: c.text === 'fire', event: local('e', id, c.text) })),
          mentions: mentions.map((m, k) => ({ ...m, via: a.says[k]!.via ? statements[0]!.id : null })),
          reliances: a.relies.flatMap(([x, y, certainty], k) =>
            ends.length === 0
              ? []
              : [
                  reliance(ends[x % ends.length]!, ends[y % ends.length]!, {
                    id: local('r', id, String(k)),
                    certainty: certainty as LocalReliance['certainty'],
                    question: certainty === 'possible' ? 'On whose word?' : null,
                  }),
                ],
          ),
          outlet: sources[0]?.id ?? null,
        },
      };
    });
    const all = {
      source: entries.flatMap((e) => e.reading.sources.map((s) => s.id)),
      statement: entries.flatMap((e) => e.reading.statements.map((s) => s.id)),
      claim: entries.flatMap((e) => e.reading.claims.map((c) => c.id)),
      event: entries.flatMap((e) => e.reading.events.map((x) => x.id)),
    };
    const pick = (ids: readonly string[], n: number) => ids[n % Math.max(1, ids.length)] ?? 'nobody';
    const decisions = (links: readonly Link[]): Decisions => ({ ...NO_DECISIONS, links });
    return {
      entries,
      joined: [
        ...links.flatMap(([kind, x, y, judgement]) => {
          const [a, b] = [pick(all[kind], x), pick(all[kind], y)];
          return a === b ? [] : [decisions([link(kind, a, b, judgement as Link['judgement'], `${a}~${b}`)])];
        }),
        {
          ...NO_DECISIONS,
          reliances: crossing.map(([x, y]) => reliance(pick(all.statement, x), pick(all.source, y))),
          relations: relations.map(([x, y, kind]) => ({
            from: pick(all.claim, x),
            to: pick(all.claim, y),
            kind: kind as 'DETAIL_OF',
            reason: 'given',
          })),
          reuse: reuse.flatMap(([x, y, direction]): Reuse[] =>
            x % entries.length === y % entries.length
              ? []
              : [
                  {
                    from: `article${x % entries.length}`,
                    to: `article${y % entries.length}`,
                    direction: direction as Reuse['direction'],
                    score: 0.5,
                    spans: [{ from: [0, 60], to: [0, 60] }],
                  },
                ],
          ),
        },
      ],
    };
  });
