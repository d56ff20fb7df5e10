/** A case's gold annotation as the knowledge graph that a perfect reading of its articles would give. */

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Act, Certainty, Factuality } from '../../src/extract/types.ts';
import type {
  ArticleNode,
  ClaimNode,
  KnowledgeGraph,
  MentionNode,
  RelianceEdge,
  SourceNode,
  StatementNode,
} from '../../src/graph/types.ts';
import type { ClaimRelation, SourceKind, Stance } from '../../src/resolve/types.ts';
import type { Span } from '../../src/text/types.ts';

const CASES = join(import.meta.dirname, '../fixtures/cases');

interface GoldMention {
  file: string;
  source: Span[];
  cue: Span[];
  content: Span[];
  claims: string[];
  via?: string;
}

interface GoldReliance {
  to: string;
  certainty: Certainty;
  file: string;
  cue: Span;
  claims?: string[];
  alternative?: { group: string; option: number };
}

interface Gold {
  articles: { file: string; outlet: string | null; date: string }[];
  sources: {
    id: string;
    name: string;
    kind: SourceKind;
    named: boolean;
    official: boolean;
    mentions: { file: string; span: Span }[];
  }[];
  statements: {
    id: string;
    source: string;
    act: Act;
    stance?: string;
    said: { from: string | null; to: string | null };
    claims: string[];
    factuality?: Record<string, Factuality>;
    mentions: GoldMention[];
    reliesOn: GoldReliance[];
    retracts?: string[];
  }[];
  claims: {
    id: string;
    text: string;
    detailOf?: string;
    occurrence?: boolean;
    authorVoice?: { file: string; span: Span }[];
    expected: { status: string };
  }[];
  claimRelations?: { a: string; b: string; relation: string; why?: string }[];
  identities: { a: string; b: string; relation: string; certainty: string; why?: string }[];
  sourceReliesOn?: { from: string; to: string; certainty: Certainty; why: string }[];
}

const RELATIONS = new Set(['CONTRADICTS', 'CONFLICTS_IN_VALUE', 'SUPERSEDES', 'RELATED']);
const hash = (text: string) => createHash('sha256').update(text).digest('hex');

/** `slug`: a folder of test/fixtures/cases. */
export function goldGraph(slug: string): KnowledgeGraph {
  const gold = JSON.parse(readFileSync(join(CASES, slug, 'gold.json'), 'utf8')) as Gold;
  const texts = new Map(gold.articles.map((a) => [a.file, readFileSync(join(CASES, slug, a.file), 'utf8')]));
  const textOf = (file: string) => texts.get(file)!;
  const articleId = (file: string) => hash(textOf(file));
  const sid = sourceIds(gold);
  const id = (prefix: string, goldId: string) => `${prefix}-${hash(`${slug} ${goldId}`).slice(0, 16)}`;
  const st = (goldId: string) => id('st', goldId);
  const cl = (goldId: string) => id('cl', goldId);
  const src = (goldId: string) => id('src', sid(goldId));
  const statementIds = new Set(gold.statements.map((s) => s.id));
  const end = (goldId: string) => (statementIds.has(goldId) ? st(goldId) : src(goldId));

  const articles = gold.articles.map((a): ArticleNode => {
    const text = textOf(a.file);
    const field = (name: string) => new RegExp(`^${name}: (.+)$`, 'm').exec(text)?.[1] ?? null;
    return {
      id: articleId(a.file),
      file: a.file,
      title: field('Title'),
      outlet: a.outlet,
      publishedOn: a.date,
      url: field('URL'),
      author: null,
      language: 'en',
      text,
      extractor: 'gold',
      publishedBy: null,
    };
  });

  const mentions: MentionNode[] = [];
  const mention = (statement: string, m: GoldMention, factuality: Factuality): string => {
    const spans = [...m.source, ...m.cue, ...m.content];
    const passage: Span = [Math.min(...spans.map((s) => s[0])), Math.max(...spans.map((s) => s[1]))];
    const node: MentionNode = {
      id: `m${hash(`${m.file} ${JSON.stringify(spans)}`).slice(0, 16)}`,
      article: articleId(m.file),
      statement,
      quote: textOf(m.file).slice(...passage),
      source: m.source,
      cue: m.cue,
      content: m.content,
      passage,
      claims: m.claims.map(cl),
      factuality,
      confidence: 1,
      via: m.via ? st(m.via) : null,
      reason: 'gold',
    };
    mentions.push(node);
    return node.id;
  };

  const hedged = new Set(gold.claims.filter((c) => c.expected.status === 'hedged').map((c) => c.id));
  const statements = gold.statements.map((s): StatementNode => {
    const factuality = (c: string): Factuality => s.factuality?.[c] ?? (hedged.has(c) ? 'PS+' : 'CT+');
    return {
      id: st(s.id),
      source: src(s.source),
      act: s.act,
      provisional: s.reliesOn.some((r) => /preliminary/.test(textOf(r.file).slice(...r.cue))),
      said: { ...s.said, rule: 'gold' },
      channel: null,
      retracts: (s.retracts ?? []).map(st),
      claims: s.claims.map((c) => ({ id: cl(c), stance: stanceOf(s), factuality: factuality(c) })),
      mentions: s.mentions.map((m) => mention(st(s.id), m, factuality(m.claims[0] ?? ''))),
    };
  });
  for (const c of gold.claims) {
    const voices = c.authorVoice ?? [];
    const own =
      c.expected.status === 'unsourced' && voices.length === 0 ? [foundingVoice(textOf, gold)] : voices;
    if (c.expected.status !== 'unsourced' || own.length === 0) continue;
    statements.push({
      id: st(`own ${c.id}`),
      source: null,
      act: 'CLAIMED',
      provisional: false,
      said: { from: null, to: gold.articles[0]!.date, rule: 'gold' },
      channel: null,
      retracts: [],
      claims: [{ id: cl(c.id), stance: 'asserts', factuality: 'CT+' }],
      mentions: own.map((v) =>
        mention(st(`own ${c.id}`), { ...v, source: [], cue: [], content: [v.span], claims: [c.id] }, 'CT+'),
      ),
    });
  }

  return {
    articles: byId(articles),
    sources: byId(sources(gold, sid, src, articleId, textOf)),
    statements: byId(statements),
    mentions: byId(mentions),
    claims: byId(
      gold.claims.map(
        (c): ClaimNode => ({ id: cl(c.id), text: c.text, occurrence: c.occurrence === true, event: null }),
      ),
    ),
    events: new Map(),
    reliances: [
      ...gold.statements.flatMap((s) =>
        s.reliesOn.map((r, i): RelianceEdge => {
          const open = r.certainty === 'possible' && !r.alternative;
          return {
            id: id('r', `${s.id} ${i}`),
            from: st(s.id),
            to: end(r.to),
            certainty: r.certainty,
            claims: r.claims?.map(cl) ?? null,
            article: articleId(r.file),
            cue: r.cue,
            alternative: r.alternative ?? null,
            question: open ? 'Did this statement rest on the earlier report?' : null,
          };
        }),
      ),
      ...(gold.sourceReliesOn ?? []).map(
        (r, i): RelianceEdge => ({
          id: id('r', `source ${i}`),
          from: src(r.from),
          to: end(r.to),
          certainty: r.certainty,
          claims: null,
          article: articleId(gold.articles[0]!.file),
          cue: [482, 537],
          alternative: null,
          question: 'Did the friendly service rely on the earlier report?',
        }),
      ),
    ],
    identities: gold.identities
      .filter((i) => i.relation === 'NOT_SAME_AS' || (i.relation === 'SAME_AS' && i.certainty === 'possible'))
      .map((i, n) => ({
        id: id('q', `${n}`),
        a: src(i.a),
        b: src(i.b),
        judgement: i.relation === 'SAME_AS' ? ('possible' as const) : ('rejected' as const),
        kind: i.why?.startsWith('same origin') ? ('origin' as const) : ('identity' as const),
        reason: i.why ?? 'gold',
        question: i.relation === 'SAME_AS' ? 'Do these two come from one side?' : null,
      })),
    relations: [
      ...gold.claims.flatMap((c) =>
        c.detailOf
          ? [{ from: cl(c.id), to: cl(c.detailOf), kind: 'DETAIL_OF' as ClaimRelation, reason: 'gold' }]
          : [],
      ),
      ...(gold.claimRelations ?? [])
        .filter((r) => RELATIONS.has(r.relation))
        .map((r) => ({
          from: cl(r.a),
          to: cl(r.b),
          kind: r.relation as ClaimRelation,
          reason: r.why ?? 'gold',
        })),
    ],
    reuse: [],
  };
}

/** The founding gold says only in a note where its unsourced claim stands. */
function foundingVoice(textOf: (file: string) => string, gold: Gold): { file: string; span: Span } {
  const file = gold.articles[0]!.file;
  const words = 'the first known case of this type';
  const start = textOf(file).indexOf(words);
  return { file, span: [start, start + words.length] };
}

function stanceOf(s: Gold['statements'][number]): Stance {
  if (s.stance === 'denies') return 'denies';
  if (s.act === 'CONFIRMED') return 'confirms';
  return s.act === 'PREDICTED' || s.act === 'WARNED' ? 'predicts' : 'asserts';
}

/** Certain and probable identities are one source: the one listed first. */
function sourceIds(gold: Gold): (id: string) => string {
  const order = gold.sources.map((s) => s.id);
  const parent = new Map(order.map((s) => [s, s]));
  const find = (s: string): string => (parent.get(s) === s ? s : find(parent.get(s)!));
  for (const i of gold.identities) {
    if (i.relation !== 'SAME_AS' || i.certainty === 'possible') continue;
    const [a, b] = [find(i.a), find(i.b)].sort((x, y) => order.indexOf(x) - order.indexOf(y));
    parent.set(b!, a!);
  }
  return find;
}

function sources(
  gold: Gold,
  sid: (id: string) => string,
  src: (id: string) => string,
  articleId: (file: string) => string,
  textOf: (file: string) => string,
): SourceNode[] {
  return gold.sources
    .filter((s) => sid(s.id) === s.id)
    .map((s) => {
      const members = gold.sources.filter((o) => sid(o.id) === s.id);
      const whole = gold.identities.find((i) => i.relation === 'PART_OF' && i.a === s.id);
      const places = members.flatMap((o) => o.mentions);
      return {
        id: src(s.id),
        kind: s.kind,
        name: s.name.replace(/^\((unnamed|unspecified|unknown)\) /, ''),
        aliases: [...new Set(places.map((m) => textOf(m.file).slice(...m.span)))],
        named: s.named,
        official: s.official,
        country: null,
        reliability: 'F',
        partOf: whole ? src(whole.b) : null,
        mentions: places.map((m) => ({
          id: `m${hash(`${m.file} ${m.span}`).slice(0, 16)}`,
          article: articleId(m.file),
          span: m.span,
          reason: 'gold',
        })),
      };
    });
}

function byId<T extends { readonly id: string }>(items: readonly T[]): Map<string, T> {
  return new Map(items.map((item) => [item.id, item]));
}
