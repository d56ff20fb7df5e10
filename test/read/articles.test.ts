import { mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withDefaults } from '../../src/read/article.ts';
import { readArticles } from '../../src/read/articles.ts';
import { LARGEST_TEXT } from '../../src/read/bytes.ts';
import type { Article, ReadFailure, ReadResult } from '../../src/read/types.ts';
import { isFailure } from '../../src/read/types.ts';

const FOUNDING = 'data/articles/founding.txt';
let folder = '';
const at = (...names: string[]): string => join(folder, ...names);

async function read(inputs: string[], stdin?: string): Promise<ReadResult[]> {
  const results: ReadResult[] = [];
  async function* chunks(): AsyncGenerator<Uint8Array> {
    for (const byte of Buffer.from(stdin ?? '')) yield Uint8Array.of(byte);
  }
  for await (const result of readArticles(inputs, { stdin: chunks() })) results.push(result);
  return results;
}
const articles = (results: ReadResult[]): Article[] => results.filter((r): r is Article => !isFailure(r));
const failures = (results: ReadResult[]): ReadFailure[] => results.filter(isFailure);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'read-'));
  mkdirSync(at('many', 'deep'), { recursive: true });
  mkdirSync(at('none'));
  writeFileSync(at('many', 'b.txt'), 'Second.');
  writeFileSync(at('many', 'a.TXT'), 'First.');
  writeFileSync(at('many', 'deep', 'c.jsonl'), '{"id":7,"text":"Third."}\n');
  writeFileSync(at('many', 'deep', 'picture.png'), 'no');
  writeFileSync(at('empty.txt'), ' \n');
  writeFileSync(at('header.txt'), 'Title: A\nDate: 2025-01-01\n\n');
  writeFileSync(at('binary.txt'), Buffer.from([0, 1, 2, 3]));
  writeFileSync(at('large.txt'), '');
  truncateSync(at('large.txt'), LARGEST_TEXT + 1);
  writeFileSync(
    at('lines.jsonl'),
    [
      '{"id":"one","text":"Said so.","date":"Sept 16, 2025","outlet":"The Ledger","url":"https://a.example"}',
      '',
      '{"id":"two"',
      '[1]',
      '{"id":"five"}',
      '{"text":" "}',
      '{"id":"seven","text":" date 2024-12-27 Said so."}',
    ].join('\r\n'),
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('readArticles', () => {
  it('reads the founding article, its date in front of its prose', async () => {
    const [article] = articles(await read([FOUNDING]));
    const text = readFileSync(FOUNDING, 'utf8');
    expect(article).toMatchObject({
      file: FOUNDING,
      text,
      publishedOn: '2024-12-27',
      title: null,
      outlet: null,
      body: [17, text.length],
    });
    expect(article?.id).toMatch(/^777f87783b02/);
  });

  it('reads directories sorted, in the order given, beside files and patterns', async () => {
    const results = await read([at('many'), at('many', 'b.txt'), at('many', '*.txt')]);
    expect(failures(results)).toEqual([]);
    expect(articles(results).map(({ file }) => file)).toEqual([
      at('many', 'a.TXT'),
      at('many', 'b.txt'),
      `${at('many', 'deep', 'c.jsonl')}#1`,
      at('many', 'b.txt'),
      at('many', 'b.txt'),
    ]);
  });

  it('reads text or JSON lines from standard input', async () => {
    expect(articles(await read(['-'], 'Title: A\n\nSaid so.'))).toMatchObject([{ file: '-', title: 'A' }]);
    expect(articles(await read(['-'], '{"text":"One."}\n{"text":"Two."}'))).toMatchObject([
      { file: '-#1' },
      { file: '-#2' },
    ]);
  });

  it('reads JSON lines one by one and names the bad ones', async () => {
    const results = await read([at('lines.jsonl')]);
    expect(articles(results)).toMatchObject([
      {
        givenId: 'one',
        publishedOn: '2025-09-16',
        outlet: 'The Ledger',
        url: 'https://a.example',
        file: `${at('lines.jsonl')}#1`,
      },
      { givenId: 'seven', publishedOn: '2024-12-27', outlet: null, file: `${at('lines.jsonl')}#7` },
    ]);
    expect(failures(results).map(({ file }) => file)).toEqual(
      [3, 4, 5, 6].map((line) => `${at('lines.jsonl')}:${line}`),
    );
  });

  it('tells articles of the same words apart where an outlet or address is given beside them', async () => {
    const lines = [
      '{"text":"A."}',
      '{"text":"A.","outlet":"X"}',
      '{"text":"A.","url":"https://x.y"}',
      '{"id":"other","text":"A."}',
    ];
    const ids = articles(await read(['-'], lines.join('\n'))).map(({ id }) => id);
    expect(new Set(ids).size).toBe(3);
    expect(ids[3]).toBe(ids[0]);
  });

  it.each([
    ['missing.txt', /does not exist/],
    ['none', /holds no articles/],
    ['no*.txt', /matches no file/],
    ['empty.txt', /is empty/],
    ['header.txt', /no prose/],
    ['binary.txt', /binary/],
    ['large.txt', /larger than 10 MB/],
  ])('names %s with the reason, and reads on', async (name, reason) => {
    const results = await read([at(name), at('many', 'b.txt')]);
    expect(results[0]).toEqual({ file: at(name), message: expect.stringMatching(reason) });
    expect(articles(results)).toHaveLength(1);
  });

  it('finds in a folder what begins like a page, gzipped under any name', async () => {
    mkdirSync(at('packed'));
    const page =
      '<!doctype html><html><body><article><p>The bridge is closed, the city said on Monday.</p></article>';
    writeFileSync(at('packed', 'saved'), gzipSync(page));
    writeFileSync(at('packed', 'torn'), gzipSync(page).subarray(0, 12));
    writeFileSync(at('packed', 'data.bin'), Uint8Array.of(0x1f, 0x8b, 1, 2));
    const results = await read([at('packed')]);
    expect(results.map((r) => r.file)).toEqual([at('packed', 'saved')]);
    expect(articles(results)[0]?.text).toContain('The bridge is closed');
  });

  it.each([
    ['ftp://example.org/page', /is no web address: only http and https/],
    ['file:///etc/hosts', /is no web address/],
  ])('does not look for a file called %s', async (input, reason) => {
    expect(await read([input])).toEqual([{ file: input, message: expect.stringMatching(reason) }]);
  });

  it('fills in what a file lacks, and no more', async () => {
    const [first, second] = articles(await read([at('many', 'b.txt'), FOUNDING])) as [Article, Article];
    expect(withDefaults(first, { date: '2025-01-01', outlet: 'X' })).toMatchObject({
      publishedOn: '2025-01-01',
      outlet: 'X',
    });
    expect(withDefaults(second, { date: '2025-01-01' })).toEqual(second);
  });
});
