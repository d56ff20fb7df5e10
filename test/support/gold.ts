/** A case's gold annotation as what a perfect extractor would find in each of its articles. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Act, Attribution, Certainty, Extraction, Factuality, Relay } from '../../src/extract/types.ts';
import { toArticle } from '../../src/read/article.ts';
import { toDocument } from '../../src/text/document.ts';
import type { Document, Span } from '../../src/text/types.ts';

const CASES = join(import.meta.dirname, '../fixtures/cases');

export interface GoldMention {
  readonly file: string;
  readonly source: Span[];
  readonly cue: Span[];
  readonly content: Span[];
  readonly claims?: string[];
  readonly via?: string;
}

export interface Gold {
  readonly articles: readonly { readonly file: string }[];
  readonly sources: readonly {
    readonly id: string;
    readonly kind: string;
    readonly named: boolean;
    readonly official: boolean;
    readonly mentions: readonly { readonly file: string; readonly span: Span }[];
  }[];
  readonly statements: readonly {
    readonly id: string;
    readonly source: string;
    readonly act: Act;
    readonly said: { readonly from: string | null; readonly to: string | null };
    readonly factuality?: Readonly<Record<string, Factuality>>;
    readonly mentions: readonly GoldMention[];
    readonly reliesOn: readonly {
      readonly to: string;
      readonly certainty: Certainty;
      readonly file: string;
      readonly cue: Span;
    }[];
  }[];
  readonly identities: readonly {
    readonly a: string;
    readonly b: string;
    readonly relation: string;
    readonly certainty: string;
  }[];
  readonly otherAttributions?: readonly GoldMention[];
}

export interface GoldArticle {
  readonly file: string;
  readonly document: Document;
  readonly extraction: Extraction;
}

export const SLUGS = [
  '00-founding',
  '01-chemical-plant-fire',
  '02-minister-leak',
  '03-border-clash',
  '04-club-takeover',
] as const;

export const readGold = (slug: string): Gold =>
  JSON.parse(readFileSync(join(CASES, slug, 'gold.json'), 'utf8')) as Gold;

/** Every article of a case with its gold extraction; `rewrite` changes texts whose offsets stay (see renamed.ts). */
export function goldArticles(slug: string): readonly GoldArticle[] {
  const gold = readGold(slug);
  return gold.articles.map(({ file }) =>
    goldArticle(gold, file, readFileSync(join(CASES, slug, file), 'utf8')),
  );
}

/** One article of the case with this text (offsets as in gold). */
export function goldArticle(gold: Gold, file: string, text: string): GoldArticle {
  const article = toArticle(file, text);
  if (!('id' in article)) throw new Error(`${file}: ${article.message}`);
  const document = toDocument(article);
  return {
    file,
    document,
    extraction: { attributions: attributionsOf(gold, file), relays: relaysOf(gold, file) },
  };
}

function attributionsOf(gold: Gold, file: string): readonly Attribution[] {
  const statements = gold.statements.flatMap((s) =>
    s.mentions
      .filter((m) => m.file === file)
      .map((m) => toAttribution(m, s.act, Object.values(s.factuality ?? {})[0] ?? 'CT+')),
  );
  const others = (gold.otherAttributions ?? []).filter((m) => m.file === file);
  return [...statements, ...others.map((m) => toAttribution(m, 'OTHER', 'Uu'))].sort(
    (a, b) => firstOf(a) - firstOf(b),
  );
}

const firstOf = (a: Attribution): number =>
  Math.min(...[...a.source, ...a.cue, ...a.content].map((span) => span[0]), Number.MAX_SAFE_INTEGER);

const toAttribution = (m: GoldMention, act: Act, factuality: Factuality): Attribution => ({
  source: m.source ?? [],
  cue: m.cue ?? [],
  content: m.content ?? [],
  confidence: 1,
  statement: true,
  act,
  factuality,
  hedges: [],
  provisional: false,
  channel: null,
  time: null,
  by: 'gold',
});

function relaysOf(gold: Gold, file: string): readonly Relay[] {
  const places = (source: string): Span[] => [
    ...gold.sources
      .flatMap((s) => (s.id === source ? s.mentions : []))
      .flatMap((m) => (m.file === file ? [m.span] : [])),
    ...gold.statements
      .filter((s) => s.source === source)
      .flatMap((s) => s.mentions)
      .flatMap((m) => (m.file === file ? m.source : [])),
  ];
  return gold.statements.flatMap((statement) =>
    statement.reliesOn
      .filter((r) => r.file === file)
      .flatMap((r) => {
        const target = gold.statements.find((s) => s.id === r.to)?.source ?? r.to;
        const relayer = nearest(places(statement.source), r.cue);
        const upstream = nearest(places(target), r.cue);
        if (relayer === undefined || upstream === undefined) return [];
        return [
          { relayer, upstream, cue: r.cue, content: null, kind: 'other' as const, certainty: r.certainty },
        ];
      }),
  );
}

function nearest(spans: readonly Span[], cue: Span): Span | undefined {
  const distance = (s: Span) => Math.max(0, s[0] - cue[1], cue[0] - s[1]);
  return [...spans].sort((a, b) => distance(a) - distance(b))[0];
}

/** Gold sources that are certainly or probably one share a name here. */
export function goldClasses(gold: Gold): (source: string) => string {
  const same = new Map<string, string>();
  const find = (id: string): string => (same.has(id) ? find(same.get(id) ?? id) : id);
  for (const { a, b, relation, certainty } of gold.identities)
    if (relation === 'SAME_AS' && certainty !== 'possible' && find(a) !== find(b)) same.set(find(a), find(b));
  return find;
}
