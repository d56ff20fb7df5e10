import { describe, expect, it } from 'vitest';
import { assessed } from '../../src/commands/graph.ts';
import { asOf } from '../../src/graph/as-of.ts';
import type { ArticleNode, KnowledgeGraph } from '../../src/graph/types.ts';
import { arrange } from '../../src/report/arrange.ts';
import { fullBlock } from '../../src/report/card-blocks.ts';
import { chainBlocks } from '../../src/report/chain-tree.ts';
import { claimListBlocks, listClaims } from '../../src/report/claim-list.ts';
import { reportBlocks } from '../../src/report/compose.ts';
import { renderHtml } from '../../src/report/html.ts';
import { reportJson } from '../../src/report/json.ts';
import { renderMarkdown } from '../../src/report/markdown.ts';
import type { Voice } from '../../src/report/model.ts';
import { listSources, sourceListBlocks } from '../../src/report/source-list.ts';
import { renderText } from '../../src/report/text.ts';
import { goldGraph } from '../support/gold-graph.ts';

const GOLDEN = `${import.meta.dirname}/../golden`;
const at80 = { colour: false, width: 80 };

const blocksOf = (graph: KnowledgeGraph) => reportBlocks(arrange(graph, assessed(graph).assessments));
const textOf = (graph: KnowledgeGraph) => renderText(blocksOf(graph), at80);

describe('the report of a perfect reading', () => {
  it.each([
    '00-founding',
    '01-chemical-plant-fire',
    '02-minister-leak',
    '03-border-clash',
    '04-club-takeover',
  ])('%s in text', async (slug) => {
    await expect(textOf(goldGraph(slug))).toMatchFileSnapshot(`${GOLDEN}/${slug}.txt`);
  });

  it('in the other formats', async () => {
    const graph = goldGraph('00-founding');
    const blocks = blocksOf(graph);
    await expect(renderMarkdown(blocks)).toMatchFileSnapshot(`${GOLDEN}/00-founding.md`);
    await expect(renderHtml(blocks)).toMatchFileSnapshot(`${GOLDEN}/00-founding.html`);
    const json = reportJson(graph, assessed(graph).assessments);
    await expect(`${JSON.stringify(json, null, 2)}\n`).toMatchFileSnapshot(`${GOLDEN}/00-founding.json`);
  });
});

describe('what a report says', () => {
  const founding = goldGraph('00-founding');
  const model = arrange(founding, assessed(founding).assessments);

  it('shows the claim that several sources speak to in full, with its details under it', () => {
    expect(model.contested.map((c) => c.claim.text)).toEqual([
      'Ukrainian forces captured a North Korean soldier',
    ]);
    const [capture] = model.contested;
    expect(capture?.supports.map((v) => v.source?.name)).toEqual([
      'Militarnyi',
      'National Intelligence Service (South Korea)',
    ]);
    expect(capture?.details.map((d) => d.claim.text)).toEqual([
      'the captured North Korean soldier is wounded/injured',
      'the capture took place during an operation in the Kursk region (Kursk sector)',
    ]);
    expect(capture?.questions).toHaveLength(2);
  });

  it('says that the later statement came after the earlier, never that it rests on it', () => {
    const [pair] = model.contested[0]?.chronology.unlinked ?? [];
    expect(pair?.earlier.source?.name).toBe('Militarnyi');
    expect(pair?.later.source?.name).toBe('National Intelligence Service (South Korea)');
  });

  it('says which details only one of the sources gives', () => {
    const only = model.contested[0]?.unsaid.onlyFrom.map((o) => o.sources.map((s) => s.name));
    expect(only).toEqual([['National Intelligence Service (South Korea)'], ['Militarnyi']]);
  });

  it('sets warnings and unsourced claims apart from facts', () => {
    expect(model.hedged).toHaveLength(3);
    expect(model.unsourced).toHaveLength(1);
    const facts = [...model.contested, ...model.single].flatMap((c) => [c, ...c.details]);
    expect(facts.map((c) => c.assessment.status)).not.toContain('hedged');
  });

  it('asks about unnamed roots', () => {
    expect(model.unnamedRoots.map((r) => r.source.name)).toContain(
      'a friendly nation’s intelligence organization',
    );
  });

  it('every claim stands in it exactly once', () => {
    for (const slug of ['01-chemical-plant-fire', '03-border-clash', '04-club-takeover']) {
      const graph = goldGraph(slug);
      const report = arrange(graph, assessed(graph).assessments);
      const shown = [report.contested, report.single, report.hedged, report.unsourced]
        .flat()
        .flatMap((c) => [c, ...c.details])
        .map((c) => c.claim.id);
      expect(shown.sort()).toEqual([...graph.claims.keys()].sort());
    }
  });

  it('shows both sides of a dispute', () => {
    const graph = goldGraph('03-border-clash');
    const disputed = arrange(graph, assessed(graph).assessments).contested.filter(
      (c) => c.assessment.status === 'disputed',
    );
    expect(disputed).toHaveLength(3);
    for (const card of disputed) {
      expect(card.supports).not.toEqual([]);
      expect(card.denials).not.toEqual([]);
    }
  });

  it('names who supports a claim and denies it', () => {
    const graph = goldGraph('03-border-clash');
    const [card] = arrange(graph, assessed(graph).assessments).contested.filter(
      (c) => c.assessment.status === 'disputed',
    );
    const [support, denial] = [card?.supports[0], card?.denials[0]];
    const source = support?.source;
    if (!source || !denial) throw new Error('nobody supports and denies it');
    const { statement } = denial;
    const turned: KnowledgeGraph = {
      ...graph,
      statements: new Map(graph.statements).set(statement.id, { ...statement, source: source.id }),
    };
    expect(textOf(graph)).not.toContain('On both sides');
    expect(textOf(turned)).toContain(`On both sides: ${source.name}`);
  });

  it('names the article that another one copied, and counts both where a claim was read', () => {
    const graph = goldGraph('03-border-clash');
    const { contested } = arrange(graph, assessed(graph).assessments);
    const card = contested.find((c) => c.assessment.carriers > 1);
    const [one, other] = [...new Set(card?.supports.flatMap((v) => v.passages.map((p) => p.article)) ?? [])];
    if (!one || !other) throw new Error('no claim was read in two articles');
    const whole = ({ text }: ArticleNode) => [0, text.length] as const;
    const copied = (direction: 'from-to' | null): KnowledgeGraph => ({
      ...graph,
      reuse: [
        {
          from: one.id,
          to: other.id,
          direction,
          score: 0.875,
          spans: [{ from: whole(one), to: whole(other) }],
        },
      ],
    });
    const words = (of: KnowledgeGraph) => textOf(of).replace(/\s+/g, ' ');
    expect(words(copied('from-to'))).toContain(
      `; copied from ${one.outlet} (${one.file}), 88 % of the shorter text`,
    );
    expect(words(copied(null))).toContain(
      `; shares its text with ${other.outlet} (${other.file}): who copied`,
    );
    expect(words(graph)).not.toContain('copied');
    expect(words(copied('from-to'))).toMatch(/Read in: [^.]*, and 1 more that shares the text\./);
  });

  it('says "claimed" of whoever asserts one thing by denying another', () => {
    const [card] = model.contested;
    const [voice] = card?.supports ?? [];
    if (!card || !voice) throw new Error('nobody speaks');
    const denying: Voice = { ...voice, stance: 'asserts', statement: { ...voice.statement, act: 'DENIED' } };
    const text = renderText([fullBlock({ ...card, supports: [denying], details: [] })], at80);
    expect(text).toContain(`Claimed by ${voice.source?.name}`);
    expect(text).not.toContain('Denied by');
  });

  it('quotes a passage once where two speak in it', () => {
    const [card] = model.contested;
    const [voice] = card?.supports ?? [];
    if (!card || !voice) throw new Error('nobody speaks');
    const text = (supports: readonly Voice[]) => renderText([fullBlock({ ...card, supports })], at80);
    expect(text([voice])).not.toContain('in the same passage');
    expect(text([voice, voice])).toContain('in the same passage');
    expect(text([voice, voice]).split('│').length).toBe(text([voice]).split('│').length);
  });

  it('says which articles were not analysed', () => {
    const graph = goldGraph('00-founding');
    const foreign: KnowledgeGraph = {
      ...graph,
      articles: new Map([...graph.articles].map(([id, a]) => [id, { ...a, language: 'ko' }])),
    };
    expect(textOf(foreign).replace(/\s+/g, ' ')).toContain('; not in English (ko): not analysed');
    expect(textOf(graph)).not.toContain('not analysed');
  });

  it('certifies a circle by the words that close it', () => {
    const graph = goldGraph('03-border-clash');
    const [circle] = arrange(graph, assessed(graph).assessments).contested.flatMap((c) => c.circles);
    expect(circle?.kind).toBe('ungrounded');
    expect(circle?.links.map((l) => `${l.from.name} on ${l.to.name}`)).toEqual([
      'Moatwatch on Radio Dovran',
      'Radio Dovran on Sarn Live',
      'Sarn Live on Moatwatch',
    ]);
    for (const link of circle?.links ?? [])
      expect(link.passage?.pieces.some((p) => p.role === 'cue' && p.text.length > 0)).toBe(true);
  });

  it('shows what was taken back as taken back', () => {
    const graph = goldGraph('04-club-takeover');
    const retracted = arrange(graph, assessed(graph).assessments).contested.find(
      (c) => c.assessment.status === 'retracted',
    );
    expect(retracted?.withdrawn).not.toEqual([]);
  });
});

describe('days', () => {
  it('a report of an article without a date says that its days stay open', () => {
    const graph = goldGraph('00-founding');
    const undated: KnowledgeGraph = {
      ...graph,
      articles: new Map([...graph.articles].map(([id, a]) => [id, { ...a, publishedOn: null }])),
    };
    expect(textOf(undated).replace(/\s+/g, ' ')).toContain('No date is known for article.txt');
    expect(textOf(graph)).not.toContain('No date is known');
  });

  it('as of a day, later articles are not there', () => {
    const graph = asOf(goldGraph('01-chemical-plant-fire'), '2025-09-16');
    const blocks = reportBlocks(arrange(graph, assessed(graph).assessments, '2025-09-16'));
    const text = renderText(blocks, at80);
    expect(text).toContain('What was known on Tue 16 Sep 2025.');
    expect(text).not.toContain('Seven people died');
  });
});

describe('an empty graph', () => {
  const none = new Map<string, never>();
  const empty: KnowledgeGraph = {
    articles: none,
    sources: none,
    statements: none,
    mentions: none,
    claims: none,
    events: none,
    reliances: [],
    identities: [],
    relations: [],
    reuse: [],
  };
  it('gives a report without statements', () => {
    expect(textOf(empty)).toContain('No articles.');
    expect(reportJson(empty, new Map()).statements).toEqual([]);
  });
});

describe('lists', () => {
  const graph = goldGraph('03-border-clash');
  const { assessments } = assessed(graph);

  it('claims by status, filtered by status and words', () => {
    const all = listClaims(graph, assessments, { status: null, text: null });
    expect(all).toHaveLength(20);
    expect(all[0]?.assessment.status).toBe('circular');
    expect(listClaims(graph, assessments, { status: 'denied', text: null })).toHaveLength(1);
    expect(listClaims(graph, assessments, { status: null, text: 'SHELLS okrel' })).toHaveLength(2);
  });

  it('look right', async () => {
    const claims = claimListBlocks(listClaims(graph, assessments, { status: null, text: null }));
    await expect(renderText(claims, at80)).toMatchFileSnapshot(`${GOLDEN}/claims.txt`);
    await expect(renderText(sourceListBlocks(listSources(graph, null)), at80)).toMatchFileSnapshot(
      `${GOLDEN}/sources.txt`,
    );
  });

  it('chains come as a tree with passages', async () => {
    const claim = [...graph.claims.values()].find((c) => c.text.startsWith('Two Keldavian'))!;
    const blocks = chainBlocks(graph, claim, assessments.get(claim.id)!);
    await expect(renderText(blocks, at80)).toMatchFileSnapshot(`${GOLDEN}/chains.txt`);
  });

  it('a circle does not make an endless tree', () => {
    const claim = [...graph.claims.values()].find((c) => c.text.startsWith('Major Ruk Ilan'))!;
    expect(renderText(chainBlocks(graph, claim, assessments.get(claim.id)!), at80)).toContain('see above');
  });
});
