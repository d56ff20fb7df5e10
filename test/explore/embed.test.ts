import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_FILTER } from '../../src/explore/api/claims.ts';
import { EMBEDDED_ID } from '../../src/explore/api.ts';
import { embedded, embeddedText } from '../../src/explore/embed.ts';
import { type PageFiles, selfContained } from '../../src/explore/page.ts';
import {
  claimParams,
  claimQueryOf,
  filterOf,
  filterParams,
  networkParams,
  networkQueryOf,
} from '../../src/explore/query.ts';
import { disguised, exploreOver, founding, stateOver } from './support.ts';

const ALL = { filter: NO_FILTER, order: 'weight', offset: 0, limit: 500 } as const;

const files = (script: string, style = 'p{color:red}'): PageFiles =>
  new Map([
    [
      'index.html',
      Buffer.from(`<!doctype html>
<html><head><meta charset="utf-8" />
<script type="module" crossorigin src="./explore.js"></script>
<link rel="stylesheet" crossorigin href="./explore.css">
</head><body><div id="app"></div></body></html>`),
    ],
    ['explore.js', Buffer.from(script)],
    ['explore.css', Buffer.from(style)],
  ]);

const dataIn = (page: string): string =>
  new RegExp(`<script type="application/json" id="${EMBEDDED_ID}">([^<]*)</script>`).exec(page)?.[1] ?? '';

const documentWith = (text: string) => ({
  getElementById: (id: string) => (id === EMBEDDED_ID ? { textContent: text } : null),
});

describe('a page with its data', () => {
  it('answers like the graph that it was made from', async () => {
    const graph = founding();
    const served = exploreOver(graph);
    const page = selfContained(files('x'), embeddedText(stateOver(graph), 'a test', []));
    const copy = embedded(documentWith(dataIn(page)))!;
    expect(await copy.overview()).toEqual(await served.overview());
    const list = await served.claims(ALL);
    expect(await copy.claims(ALL)).toEqual(list);
    for (const { id } of list.rows) expect(await copy.claim(id)).toEqual(await served.claim(id));
    expect(await copy.search('soldier', 9)).toEqual(await served.search('soldier', 9));
    const all = { filter: NO_FILTER, kinds: [], limit: 99 } as const;
    expect(await copy.network(all)).toEqual(await served.network(all));
  });

  it('decides nothing, and says why', async () => {
    const copy = embedded(documentWith(embeddedText(stateOver(founding()), 'a test', [])))!;
    expect((await copy.overview()).decisions).toBe('none');
    await expect(copy.decide({ kind: 'reject', mention: 'm', note: null })).rejects.toThrow(/copy/);
    await expect(copy.undo('d')).rejects.toThrow(/copy/);
  });

  it('is no page with data where there are none', () => {
    expect(embedded({ getElementById: () => null })).toBeNull();
    expect(() => embedded(documentWith('{"hearsay":"other"}'))).toThrow(/version/);
  });

  it('lets no text out of its data', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.constantFrom('</script>', '<!--', '<script>', '\u2028', '\u2029', ']]>', '$&', '\\', '"'),
          {
            minLength: 1,
          },
        ),
        async (pieces) => {
          const evil = pieces.join('');
          const graph = disguised(founding(), {
            article: (a) => ({ ...a, text: `${a.text}${evil}`, title: evil }),
          });
          const data = embeddedText(stateOver(graph), evil, []);
          expect(data).not.toMatch(/[<>\u2028\u2029]/);
          const page = selfContained(files('x'), data);
          expect(page.match(/<\/script>/g)).toHaveLength(2);
          const [article] = graph.articles.values();
          const copy = embedded(documentWith(dataIn(page)))!;
          expect((await copy.article(article!.id))!.text).toHaveLength(article!.text.length);
        },
      ),
      { numRuns: 20 },
    );
  });

  it('allows its own script and style alone, and no request', () => {
    const script = 'const end = "</script><!--"; const dollar = "$&$1";';
    const page = selfContained(files(script), '{}');
    const [, inline = ''] = /<script type="module">([\s\S]*?)<\/script>/.exec(page) ?? [];
    expect(inline).toBe('const end = "<\\/script><\\!--"; const dollar = "$&$1";');
    const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1];
    expect(policy).toContain(`script-src ${hash(inline)};`);
    expect(policy).toContain(`style-src ${hash('p{color:red}')};`);
    expect(policy).toContain("connect-src 'none'");
    expect(page).not.toMatch(/explore\.(js|css)/);
    expect(page.indexOf('Content-Security-Policy')).toBeLessThan(page.indexOf('<script'));
  });
});

describe('queries', () => {
  const day = fc.constantFrom(null, '2024-02-29', '1999-12-31');
  const filter = fc.record({
    text: fc.string({ maxLength: 40 }),
    status: fc.subarray(['corroborated', 'circular', 'hedged'] as const),
    kind: fc.subarray(['Agency', 'Document'] as const),
    act: fc.subarray(['CONFIRMED', 'DENIED'] as const),
    outlet: fc.array(fc.string({ maxLength: 9 }), { maxLength: 3 }),
    official: fc.boolean(),
    unnamed: fc.boolean(),
    from: day,
    to: day,
  });

  it('come out of an address as they went in', () => {
    fc.assert(
      fc.property(filter, fc.nat(10_000), fc.integer({ min: 1, max: 500 }), (f, offset, limit) => {
        const there = (params: URLSearchParams) => new URLSearchParams(params.toString());
        expect(filterOf(there(filterParams(f)))).toEqual(f);
        const claims = { filter: f, order: 'recent', offset, limit } as const;
        expect(claimQueryOf(there(claimParams(claims)))).toEqual(claims);
        const network = { filter: f, kinds: ['Claim', 'Data'], limit } as const;
        expect(networkQueryOf(there(networkParams(network)))).toEqual(network);
      }),
    );
  });

  it('that are none are refused by name', () => {
    const read = (text: string) => () => claimQueryOf(new URLSearchParams(text));
    expect(read('status=great')).toThrow(/status/);
    expect(read('from=31-02-2024')).toThrow(/from/);
    expect(read('limit=0')).toThrow(/limit/);
    expect(read('limit=1e9')).toThrow(/limit/);
    expect(read('offset=-1')).toThrow(/offset/);
    expect(read('order=__proto__')).toThrow(/order/);
  });
});
