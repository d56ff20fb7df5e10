/** A case's gold annotation taken apart: what a perfect reader would say of each article alone, and a perfect joiner between them. */

import { readFileSync } from 'node:fs';
import type { Act, Certainty, Factuality } from '../../src/extract/types.ts';
import type { BuildInput, Entry } from '../../src/graph/build.ts';
import type { Link, LocalReliance, LocalRetraction, SourceKind, Stance } from '../../src/resolve/types.ts';
import type { Span } from '../../src/text/types.ts';
import { type Expected, readGold } from './evidence.ts';
import { article, claim, link, local, NO_DECISIONS, reading, reliance } from './readings.ts';

interface GoldCase {
  articles: { file: string; outlet: string | null; date: string }[];
  sources: {
    id: string;
    name: string;
    kind: SourceKind;
    official: boolean;
    mentions: { file: string; span: Span }[];
  }[];
  statements: {
    id: string;
    source: string;
    act: Act;
    stance?: 'supports' | 'denies';
    said: { from: string | null; to: string };
    claims: string[];
    factuality?: Record<string, Factuality>;
    mentions: {
      file: string;
      source: Span[];
      cue: Span[];
      content: Span[];
      claims: string[];
      via?: string;
    }[];
    reliesOn: {
      to: string;
      certainty: Certainty;
      file: string;
      cue: Span;
      claims?: string[];
      alternative?: object;
    }[];
    retracts?: string[];
  }[];
  claims: { id: string; text: string; expected: Expected; authorVoice?: { file: string; span: Span }[] }[];
  identities: { a: string; b: string; relation: string; certainty: string; why?: string }[];
  textReuse?: { from: string; to: string; spans: { from: Span; to: Span }[] }[];
  sourceReliesOn?: { from: string; to: string; certainty: Certainty }[];
}

export interface GoldReadings extends BuildInput {
  readonly claims: GoldCase['claims'];
  /** Local claim ids by gold id. */
  readonly localClaims: ReadonlyMap<string, readonly string[]>;
  /** Gold id of a source, by the id of a local source's mention. */
  readonly sourceAt: ReadonlyMap<string, string>;
}

export function goldReadings(slug: string): GoldReadings {
  const gold = readGold(slug) as unknown as GoldCase;
  const inArticle = <T extends { file: string }>(places: readonly T[], file: string) =>
    places.filter((p) => p.file === file);
  const hedged = new Set(gold.claims.filter((c) => c.expected.status === 'hedged').map((c) => c.id));
  const statementIds = new Set(gold.statements.map((s) => s.id));
  const at = (id: string) => local('m', 'places', id);
  const speaks = (file: string) => gold.statements.filter((s) => inArticle(s.mentions, file).length > 0);
  const rests = (file: string) =>
    gold.statements.flatMap((s) =>
      inArticle(s.reliesOn, file)
        .filter((r) => !r.alternative)
        .map((r) => ({ ...r, from: s.id })),
    );
  const firstFile = (statement: string) => gold.statements.find((s) => s.id === statement)!.mentions[0]!.file;
  const sourceAt = new Map<string, string>();
  const localClaims = new Map<string, string[]>();
  const crossing: LocalReliance[] = [];
  const retractions: LocalRetraction[] = gold.statements.flatMap((s) =>
    (s.retracts ?? []).map((r) => ({
      from: local('t', firstFile(s.id), s.id),
      to: local('t', firstFile(r), r),
      reason: 'gold',
    })),
  );
  const wholes = gold.identities.filter((i) => i.relation === 'PART_OF' && i.certainty !== 'possible');

  const entries = gold.articles.map(({ file, outlet, date }): Entry => {
    const text = readFileSync(new URL(`../fixtures/cases/${slug}/${file}`, import.meta.url), 'utf8');
    const said = speaks(file);
    const own = gold.claims.filter((c) => inArticle(c.authorVoice ?? [], file).length > 0);
    const publisher = gold.sources.find((s) => outlet !== null && s.name === outlet);
    const present = new Set([
      ...(publisher ? [publisher.id] : []),
      ...said.map((s) => s.source),
      ...rests(file).flatMap((r) => [r.to, gold.statements.find((s) => s.id === r.to)?.source ?? r.to]),
      ...wholes.filter((i) => speaks(file).some((s) => s.source === i.a)).flatMap((i) => [i.a, i.b]),
    ]);
    const end = (id: string): string =>
      statementIds.has(id)
        ? local('t', said.some((s) => s.id === id) ? file : firstFile(id), id)
        : local('s', file, id);
    const claims = new Set([
      ...said.flatMap((s) => inArticle(s.mentions, file).flatMap((m) => m.claims)),
      ...own.map((c) => c.id),
    ]);
    for (const c of claims) localClaims.set(c, [...(localClaims.get(c) ?? []), local('c', file, c)]);
    const relies = rests(file).map((r, i) =>
      reliance(end(r.from), end(r.to), {
        id: local('r', file, String(i)),
        certainty: r.certainty,
        claims: r.claims?.map((c) => local('c', file, c)) ?? null,
        cue: r.cue,
        question: r.certainty === 'possible' ? 'Does it rest on that?' : null,
      }),
    );
    const here = (r: LocalReliance) => said.some((s) => local('t', file, s.id) === r.from);
    crossing.push(...relies.filter((r) => !here(r)));
    for (const [i, r] of (gold.sourceReliesOn ?? []).entries())
      relies.push(
        reliance(end(r.from), end(r.to), {
          id: local('r', 'source', String(i)),
          certainty: r.certainty,
          question: 'Does it?',
        }),
      );
    return {
      article: article(file, { text, publishedOn: date }),
      reading: reading(file, {
        publishedOn: date,
        outlet: publisher === undefined ? null : local('s', file, publisher.id),
        sources: gold.sources
          .filter((s) => present.has(s.id))
          .map(({ id, name, kind, official, mentions }) => {
            const places = inArticle(mentions, file);
            const spans = places.length > 0 ? places.map((p) => p.span) : [[0, 1] as const];
            return {
              id: local('s', file, id),
              kind,
              name,
              aliases: [],
              named: true,
              official,
              country: null,
              mentions: spans.map((span, i) => {
                sourceAt.set(at(`${file} ${id} ${i}`), id);
                return { id: at(`${file} ${id} ${i}`), span, judgement: 'certain', reason: 'gold' };
              }),
              descriptors: [],
            };
          }),
        statements: [
          ...said.map((s) => {
            const carried = new Set(inArticle(s.mentions, file).flatMap((m) => m.claims));
            return {
              id: local('t', file, s.id),
              source: local('s', file, s.source),
              act: s.act,
              provisional: false,
              said: { ...s.said, rule: 'gold' },
              channel: null,
              retracts: [],
              claims: s.claims
                .filter((c) => carried.has(c))
                .map((c) => ({
                  id: local('c', file, c),
                  stance: stanceOf(s),
                  factuality: s.factuality?.[c] ?? (hedged.has(c) ? 'PS+' : 'CT+'),
                })),
              communication: null,
            };
          }),
          ...own.map((c) => ({
            id: local('t', file, `own ${c.id}`),
            source: null,
            act: 'CLAIMED' as const,
            provisional: false,
            said: { from: null, to: date, rule: 'gold' },
            channel: null,
            retracts: [],
            claims: [{ id: local('c', file, c.id), stance: 'asserts' as const, factuality: 'CT+' as const }],
            communication: null,
          })),
        ],
        mentions: [
          ...said.flatMap((s) =>
            inArticle(s.mentions, file).map((m, i) => {
              const spans = [...m.source, ...m.cue, ...m.content].flat();
              return {
                id: local('m', file, `${s.id} ${i}`),
                source: m.source,
                cue: m.cue,
                content: m.content,
                passage: [Math.min(...spans), Math.max(...spans)] as const,
                statement: local('t', file, s.id),
                claims: m.claims.map((c) => local('c', file, c)),
                factuality: 'CT+' as const,
                confidence: 1,
                via: m.via === undefined ? null : local('t', file, m.via),
                reason: 'gold',
              };
            }),
          ),
          ...own.flatMap((c) =>
            inArticle(c.authorVoice ?? [], file).map(({ span }, i) => ({
              id: local('m', file, `own ${c.id} ${i}`),
              source: [],
              cue: [],
              content: [span],
              passage: span,
              statement: local('t', file, `own ${c.id}`),
              claims: [local('c', file, c.id)],
              factuality: 'CT+' as const,
              confidence: 1,
              via: null,
              reason: 'gold',
            })),
          ),
        ],
        claims: gold.claims.filter((c) => claims.has(c.id)).map((c) => claim(file, c.id, { text: c.text })),
        reliances: relies.filter((r) => !crossing.includes(r)),
        partOf: wholes
          .filter((i) => present.has(i.a) && present.has(i.b))
          .map((i) => ({ part: local('s', file, i.a), whole: local('s', file, i.b), reason: 'gold' })),
      }),
    };
  });

  const files = gold.articles.map((a) => a.file);
  const chain = (kind: Link['kind'], prefix: string, id: string, where: readonly string[]): Link[] =>
    where.slice(1).map((file, i) => link(kind, local(prefix, where[i]!, id), local(prefix, file, id)));
  const readIn = (prefix: string, id: string) =>
    files.filter((_, i) =>
      [...entries[i]!.reading.sources, ...entries[i]!.reading.statements, ...entries[i]!.reading.claims].some(
        (x) => x.id === local(prefix, files[i]!, id),
      ),
    );
  const links = [
    ...gold.sources.flatMap((s) => chain('source', 's', s.id, readIn('s', s.id))),
    ...gold.statements.flatMap((s) => chain('statement', 't', s.id, readIn('t', s.id))),
    ...gold.claims.flatMap((c) => chain('claim', 'c', c.id, readIn('c', c.id))),
    ...gold.identities
      .filter((i) => i.relation !== 'PART_OF')
      .flatMap((i) =>
        readIn('s', i.a).flatMap((x) =>
          readIn('s', i.b).map((y) =>
            link(
              'source',
              local('s', x, i.a),
              local('s', y, i.b),
              i.relation === 'NOT_SAME_AS' ? 'rejected' : (i.certainty as Link['judgement']),
            ),
          ),
        ),
      ),
  ];
  const alternatives = new Set(
    gold.statements.flatMap((s) => s.reliesOn.filter((r) => r.alternative).map((r) => r.file)),
  );
  const reuse = (gold.textReuse ?? []).map(({ from, to, spans }) => ({
    from,
    to,
    direction: alternatives.has(from) && alternatives.has(to) ? null : ('from-to' as const),
    score: 0.5,
    spans,
  }));
  return {
    entries,
    joined: [{ ...NO_DECISIONS, links, reliances: crossing, retractions, reuse }],
    decisions: [],
    claims: gold.claims,
    localClaims,
    sourceAt,
  };
}

function stanceOf(s: GoldCase['statements'][number]): Stance {
  if (s.stance === 'denies') return 'denies';
  if (s.act === 'CONFIRMED') return 'confirms';
  return s.act === 'PREDICTED' || s.act === 'WARNED' ? 'predicts' : 'asserts';
}
