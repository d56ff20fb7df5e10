import { describe, expect, it } from 'vitest';
import { NO_FILTER, ORDERS } from '../../src/explore/api/claims.ts';
import type { KnowledgeGraph } from '../../src/graph/types.ts';
import { goldGraph } from '../support/gold-graph.ts';
import { disguised, exploreOver, founding, simulated } from './support.ts';

const ALL = { filter: NO_FILTER, order: 'weight', offset: 0, limit: 500 } as const;
const CAPTURE = 'Ukrainian forces captured a North Korean soldier';

const capture = async (graph: KnowledgeGraph = founding()) => {
  const explore = exploreOver(graph);
  const page = await explore.claims(ALL);
  const view = await explore.claim(page.rows.find((row) => row.text === CAPTURE)!.id);
  return { explore, view: view! };
};

describe('the claim list', () => {
  it('begins with what most sources speak to', async () => {
    const { rows, total } = await exploreOver(founding()).claims(ALL);
    expect(rows.length).toBe(total);
    expect(rows[0]).toMatchObject({
      text: CAPTURE,
      status: 'independence-open',
      independentMin: 1,
      independentMax: 2,
      officiallyConfirmed: true,
      carriers: 1,
      sources: 2,
      questions: 2,
      first: '2024-12-26',
      last: '2024-12-27',
    });
  });

  it('gives every claim once, whatever the order and the pages', async () => {
    const explore = exploreOver(simulated(3, 400));
    const whole = (await explore.claims(ALL)).rows.map((row) => row.id).sort();
    for (const order of ORDERS) {
      const found: string[] = [];
      for (let offset: number | null = 0; offset !== null; ) {
        const page = await explore.claims({ filter: NO_FILTER, order, offset, limit: 7 });
        found.push(...page.rows.map((row) => row.id));
        offset = page.next;
      }
      expect(found.sort()).toEqual(whole);
    }
  });

  it('leaves as many claims under each value of a facet as the facet says', async () => {
    const explore = exploreOver(goldGraph('02-minister-leak'));
    const { facets } = await explore.overview();
    const left = async (filter: object) =>
      (await explore.claims({ ...ALL, filter: { ...NO_FILTER, ...filter } })).total;
    for (const { value, count } of facets.status) expect(await left({ status: [value] })).toBe(count);
    for (const { value, count } of facets.kind) expect(await left({ kind: [value] })).toBe(count);
    for (const { value, count } of facets.act) expect(await left({ act: [value] })).toBe(count);
    for (const { value, count } of facets.outlet) expect(await left({ outlet: [value] })).toBe(count);
    expect(await left({ official: true })).toBe(facets.official);
    expect(await left({ unnamed: true })).toBe(facets.unnamed);
    expect(facets.status.length).toBeGreaterThan(2);
  });

  it('finds claims by words of theirs and by names of those who say them', async () => {
    const explore = exploreOver(founding());
    const texts = async (text: string) =>
      (await explore.claims({ ...ALL, filter: { ...NO_FILTER, text } })).rows.map((row) => row.text);
    expect(await texts('CAPTURED soldier')).toContain(CAPTURE);
    expect(await texts('militarnyi')).toContain(CAPTURE);
    expect(await texts('militarnyi nowhere')).toEqual([]);
  });

  it('leaves out what was neither said nor carried in a span of days', async () => {
    const explore = exploreOver(founding());
    const total = async (from: string | null, to: string | null) =>
      (await explore.claims({ ...ALL, filter: { ...NO_FILTER, from, to } })).total;
    const all = (await explore.claims(ALL)).total!;
    expect(await total('2024-12-27', '2024-12-27')).toBe(all);
    expect(await total('2024-12-28', null)).toBe(0);
    expect(await total(null, '2024-12-26')).toBeLessThan(all);
  });

  it('draws carriers over the same bins as the timeline', async () => {
    const explore = exploreOver(goldGraph('01-chemical-plant-fire'));
    const { time } = await explore.overview();
    const { rows } = await explore.claims(ALL);
    expect(time.bins.reduce((n, bin) => n + bin.articles, 0)).toBe(
      goldGraph('01-chemical-plant-fire').articles.size,
    );
    for (const row of rows) {
      expect(row.sparkline).toHaveLength(time.bins.length);
      for (const [i, n] of row.sparkline.entries()) expect(n).toBeLessThanOrEqual(time.bins[i]!.articles);
    }
    expect(Math.max(...rows.map((row) => row.sparkline.reduce((a, b) => a + b)))).toBeGreaterThan(1);
  });
});

describe('the chains of a claim', () => {
  it('lead from the roots over those who pass on to the claim', async () => {
    const { view } = await capture();
    const label = (id: string | null) => view.sources.find((s) => s.id === id)?.name;
    const says = view.arrows.filter((a) => a.type === 'says' && a.counted);
    expect(says.map((a) => [label(a.from), a.to, a.word]).sort()).toEqual([
      ['Militarnyi', null, 'reported by'],
      ['National Intelligence Service (South Korea)', null, 'confirmed by'],
    ]);
    const relies = view.arrows.filter((a) => a.type === 'relies');
    expect(relies.filter((a) => a.counted).map((a) => label(a.to))).toEqual(
      expect.arrayContaining(['Militarnyi', 'National Intelligence Service (South Korea)']),
    );
    for (const arrow of relies) expect(label(arrow.from)).toBeDefined();
  });

  it('tell what is open, with what each answer makes of the bounds, on the arrow or between the sources', async () => {
    const { view } = await capture();
    expect(view.questions).toHaveLength(2);
    for (const question of view.questions) {
      expect(question.between).toHaveLength(1);
      expect(question.answers.map((a) => a.answer)).toEqual(['yes', 'no']);
      const onArrow = view.arrows.filter((a) => a.question === question.id);
      const between = view.identities.filter((i) => i.id === question.id);
      expect(onArrow.length + between.length).toBeGreaterThan(0);
      for (const a of onArrow) expect(a.counted).toBe(false);
    }
  });

  it('leave out who might be one of its sources too, where no answer to that changes the count', async () => {
    const graph = founding();
    const { view } = await capture(graph);
    const [open] = graph.identities.filter((i) => view.identities.some(({ id }) => id === i.id));
    const [bystander] = [...graph.sources.keys()].filter((id) => !view.sources.some((s) => s.id === id));
    if (!open || bystander === undefined) throw new Error('no open identity, or nobody else');
    const crowded = { ...graph, identities: [...graph.identities, { ...open, id: 'i-9', b: bystander }] };
    const { view: seen } = await capture(crowded);
    expect(seen.assessment.questions.find((q) => q.id === 'i-9')).toMatchObject({ pivotal: false });
    expect(seen.identities).toEqual(view.identities);
    expect(seen.sources.map((s) => s.id)).toEqual(view.sources.map((s) => s.id));
  });

  it('quote the articles to the letter around the marked places', async () => {
    for (const slug of ['00-founding', '01-chemical-plant-fire', '03-border-clash']) {
      const graph = goldGraph(slug);
      const explore = exploreOver(graph);
      let marks = 0;
      for (const { id } of (await explore.claims(ALL)).rows)
        for (const { passages } of (await explore.claim(id))!.arrows)
          for (const p of passages) {
            const { text } = graph.articles.get(p.article.id)!;
            const end = p.start + p.text.length;
            expect(text.slice(p.start, end)).toBe(p.text);
            for (const [s, e] of [...p.source, ...p.cue, ...p.content]) {
              expect(s).toBeGreaterThanOrEqual(p.start);
              expect(e).toBeLessThanOrEqual(end);
              marks++;
            }
          }
      expect(marks).toBeGreaterThan(10);
    }
  });

  it('name every source that an arrow, an identity or a root speaks of', async () => {
    const graph = simulated(5, 600);
    const explore = exploreOver(graph);
    for (const { id } of (await explore.claims(ALL)).rows) {
      const view = (await explore.claim(id))!;
      const known = new Set(view.sources.map((s) => s.id));
      const named = [
        ...view.arrows.flatMap((a) => [a.from, a.to, ...a.via]),
        ...view.identities.flatMap((i) => [i.a, i.b]),
        ...view.assessment.roots,
        ...view.assessment.chains.flat(),
        ...view.assessment.chokePoints,
        ...view.assessment.circular.flatMap((c) => c.members),
      ].filter((s) => s !== null);
      expect(named.filter((s) => !known.has(s))).toEqual([]);
    }
  });

  it('cut a passage without end around its cue', async () => {
    const padding = 'word '.repeat(200_000);
    const graph = founding();
    const [first] = graph.mentions.values();
    const article = graph.articles.get(first!.article)!;
    const long = {
      ...first!,
      passage: [0, padding.length + 20] as const,
      cue: [[500_000, 500_004]] as const,
    };
    const changed: KnowledgeGraph = {
      ...disguised(graph, { article: (a) => (a.id === article.id ? { ...a, text: padding + a.text } : a) }),
      mentions: new Map([[first!.id, long]]),
    };
    const view = await exploreOver(changed).claim(long.claims[0]!);
    const [passage] = view!.arrows.flatMap((a) => a.passages.filter((p) => p.mention === long.id));
    expect(passage!.text.length).toBeLessThan(3000);
    expect(passage!.cue).toEqual([[500_000, 500_004]]);
    expect(passage!.cut).toBe(true);
  });
});

describe('an article', () => {
  it('comes whole, with every attribution in its place', async () => {
    const graph = founding();
    const [article] = graph.articles.values();
    const view = (await exploreOver(graph).article(article!.id))!;
    expect(view.text).toBe(article!.text);
    expect(view.attributions).toHaveLength(graph.mentions.size);
    const cues = view.attributions.flatMap((a) => a.cue.map(([s, e]) => view.text.slice(s, e)));
    expect(cues).toContain('confirmed');
    expect(view.relays.length).toBeGreaterThan(0);
  });

  it('is linked to on the web only', async () => {
    const linked = async (url: string) => {
      const graph = disguised(founding(), { article: (a) => ({ ...a, url }) });
      return (await exploreOver(graph).article([...graph.articles.keys()][0]!))!.url;
    };
    expect(await linked('https://example.org/a')).toBe('https://example.org/a');
    for (const bad of [
      'javascript:alert(1)',
      'JaVaScRiPt:alert(1)',
      'data:text/html,x',
      'file:///etc/passwd',
      'x',
    ])
      expect(await linked(bad)).toBeNull();
  });
});

describe('what comes from articles', () => {
  const EVIL = 'a\u202eb\u0000\u001b[31m<script>alert(1)</script>\u200b\u2028';

  it('holds no control characters and no reordering, and offsets into it still hold', async () => {
    const graph = disguised(founding(), {
      article: (a) => ({
        ...a,
        text: a.text.replace(/\n/g, '\u202e'),
        title: EVIL,
        outlet: EVIL,
        author: EVIL,
      }),
      source: (s) => ({ ...s, name: `${EVIL}${s.name}`, aliases: [EVIL] }),
      claim: (c) => ({ ...c, text: `${EVIL}${c.text}` }),
    });
    const explore = exploreOver(graph);
    const { rows } = await explore.claims(ALL);
    const given = JSON.stringify([
      await explore.overview(),
      rows,
      await Promise.all(rows.map((row) => explore.claim(row.id))),
      await Promise.all([...graph.articles.keys()].map((id) => explore.article(id))),
      await explore.network({ filter: NO_FILTER, kinds: [], limit: 1000 }),
      await explore.questions({ offset: 0, limit: 10 }),
      await explore.search('script', 20),
    ]);
    expect(given).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u200b\u2028\u0000-\u0008]|\\u00/);
    for (const [id, article] of graph.articles)
      expect((await explore.article(id))!.text).toHaveLength(article.text.length);
  });
});

describe('open questions', () => {
  it('stand in the order of what they move, each with the claims that it moves', async () => {
    const explore = exploreOver(simulated(7, 1500));
    const { total, rows, next } = await explore.questions({ offset: 0, limit: 500 });
    expect(total).toBeGreaterThan(10);
    expect({ rows: rows.length, next }).toEqual({ rows: total, next: null });
    for (const row of rows) {
      expect(row.moves.length).toBe(Math.min(20, row.claims));
      expect(row.answers.length).toBeGreaterThan(1);
    }
    const second = await explore.questions({ offset: 3, limit: 2 });
    expect(second.rows).toEqual(rows.slice(3, 5));
    expect(second.next).toBe(5);
  });
});
