import { describe, expect, it } from 'vitest';
import { assessed } from '../../src/commands/graph.ts';
import { reportJson } from '../../src/report/json.ts';
import { goldGraph } from '../support/gold-graph.ts';
import { checkReport } from '../support/report-schema.ts';

const CASES = [
  '00-founding',
  '01-chemical-plant-fire',
  '02-minister-leak',
  '03-border-clash',
  '04-club-takeover',
];

describe.each(CASES)('report/1 of %s', (slug) => {
  const { graph, assessments } = assessed(goldGraph(slug));
  const report: unknown = JSON.parse(JSON.stringify(reportJson(graph, assessments)));

  it('has every field of the contract with its type', () => {
    expect(checkReport(report)).toEqual([]);
  });

  it('names only ids that it holds, and spans that slice its articles', () => {
    const json = reportJson(graph, assessments);
    const sources = new Set(json.sources.map((s) => s.id));
    const statements = new Set(json.statements.map((s) => s.id));
    const claims = new Set(json.claims.map((c) => c.id));
    const textOf = new Map([...graph.articles.values()].map((a) => [a.file, a.text]));
    for (const s of json.statements) {
      if (s.source !== null) expect(sources).toContain(s.source);
      for (const r of s.reliesOn) expect(sources.has(r.to) || statements.has(r.to)).toBe(true);
      for (const m of s.mentions) {
        const [start, end] = [
          Math.min(...[...m.source, ...m.cue, ...m.content].flat()),
          Math.max(...[...m.source, ...m.cue, ...m.content].flat()),
        ];
        expect(textOf.get(m.file)?.slice(start, end)).toBe(m.quote);
        for (const c of m.claims) expect(claims).toContain(c);
      }
    }
    for (const c of json.claims)
      for (const chain of c.assessment!.chains) for (const id of chain) expect(sources).toContain(id);
  });
});

it('tells which fields are wrong', () => {
  expect(checkReport({ hearsay: 'report/1' })).toContain('articles: not a list');
});
