import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { WARCRecord, WARCSerializer } from 'warcio';
import { articles, failures, readInput } from './support.ts';

const page = (words: string): string =>
  `<html><head><meta property="og:site_name" content="The Ledger"></head><body><p>${words}</p></body></html>`;
const SAID = 'Police said on Monday that two men were hurt.';

async function record(
  type: 'response' | 'request' | 'resource',
  url: string,
  body: string | Uint8Array,
  httpHeaders: Record<string, string> = { 'Content-Type': 'text/html; charset=utf-8' },
  statusline = 'HTTP/1.1 200 OK',
): Promise<Uint8Array> {
  async function* content(): AsyncGenerator<Uint8Array> {
    yield typeof body === 'string' ? Buffer.from(body) : body;
  }
  const warcHeaders: Record<string, string> = type === 'resource' ? { 'Content-Type': 'text/html' } : {};
  const made = WARCRecord.create({ type, url, httpHeaders, statusline, warcHeaders }, content());
  return WARCSerializer.serialize(made);
}

const archive = async (): Promise<Uint8Array[]> => {
  const info = WARCRecord.createWARCInfo(
    { filename: 'x.warc', warcVersion: 'WARC/1.1' },
    { software: 'test' },
  );
  return [
    await WARCSerializer.serialize(info),
    await record('request', 'https://l.example/1', ''),
    await record('response', 'https://l.example/1', page(SAID)),
    await record('response', 'https://l.example/i.png', 'x', { 'Content-Type': 'image/png' }),
    await record('response', 'https://l.example/gone', page('Gone.'), undefined, 'HTTP/1.1 404 Not Found'),
    await record('response', 'https://l.example/2', gzipSync(page('It rained, he said.')), {
      'Content-Type': 'text/html',
      'Content-Encoding': 'gzip',
    }),
    await record(
      'response',
      'https://l.example/3',
      `2d\r\n${page('').slice(0, 45)}\r\n${page('Chunked, she said.').slice(45).length.toString(16)}\r\n${page('Chunked, she said.').slice(45)}\r\n0\r\n\r\n`,
      {
        'Content-Type': 'text/html',
        'Transfer-Encoding': 'chunked',
      },
    ),
    await record('resource', 'https://l.example/4', page('Saved as it was.')),
  ];
};

const FOUND = [
  { text: SAID, url: 'https://l.example/1', outlet: 'The Ledger', file: '-#3' },
  { text: 'It rained, he said.', url: 'https://l.example/2' },
  { text: 'Chunked, she said.', url: 'https://l.example/3' },
  { text: 'Saved as it was.', url: 'https://l.example/4' },
];

describe('web archives', () => {
  it('give the pages that were answered, their transfer undone', async () => {
    const records = await archive();
    for (const whole of [Buffer.concat(records), Buffer.concat(records.map((r) => gzipSync(r)))]) {
      const results = await readInput(whole);
      expect(failures(results)).toEqual([]);
      expect(articles(results)).toMatchObject(FOUND);
    }
  });

  it('that are cut off give what was whole, and say so', async () => {
    const whole = Buffer.concat((await archive()).slice(0, 3));
    const second = await record('response', 'https://l.example/2', page('It rained, he said.'));
    for (const bytes of [
      Buffer.concat([whole, second.subarray(0, -30)]),
      gzipSync(Buffer.concat([whole, second])).subarray(0, -40),
    ]) {
      const results = await readInput(bytes);
      expect(failures(results)).toHaveLength(1);
      expect(failures(results)[0]?.message).toMatch(/cut off/);
    }
  });

  it.each([
    ['no pages', 'WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 2\r\n\r\nab\r\n\r\n', /without pages/],
    ['no length', 'WARC/1.0\r\nWARC-Type: response\r\n\r\nab', /broken WARC record/],
    [
      'a length that is none',
      'WARC/1.0\r\nWARC-Type: response\r\nContent-Length: -5\r\n\r\nab',
      /broken WARC record/,
    ],
    ['a header without end', `WARC/1.0\r\n${'X-A: b\r\n'.repeat(50_000)}`, /broken WARC record/],
    [
      'a length beyond its end',
      'WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 999999999999\r\n\r\nab',
      /cut off/,
    ],
  ])('with %s end in one line', async (_, bytes, reason) => {
    const results = await readInput(bytes);
    expect(results).toHaveLength(1);
    expect(results[0]).toMatchObject({ message: expect.stringMatching(reason) });
  });

  it('unpack no page that swells beyond what a text may have', async () => {
    const bomb = gzipSync(page('a'.repeat(30_000_000)));
    const bytes = await record('response', 'https://l.example/b', bomb, {
      'Content-Type': 'text/html',
      'Content-Encoding': 'gzip',
    });
    expect(await readInput(bytes)).toMatchObject([{ message: expect.stringMatching(/without pages/) }]);
  });
});

describe('gzip', () => {
  it('that swells without end is given up', async () => {
    const bomb = gzipSync(Buffer.alloc(200 << 20));
    const results = await readInput(bomb);
    expect(results).toHaveLength(1);
    expect(results[0]).toHaveProperty('message');
    const lines = gzipSync(Buffer.concat([Buffer.from('{"text":"A."}\n'), Buffer.alloc(100 << 20, ' ')]));
    const read = await readInput(lines);
    expect(articles(read)).toMatchObject([{ text: 'A.' }]);
    expect(failures(read)).toMatchObject([{ message: expect.stringMatching(/unpacks to far more/) }]);
  });

  it('that is damaged is said to be', async () => {
    expect(await readInput(gzipSync('Said so. '.repeat(50)).subarray(0, 20))).toMatchObject([
      { message: expect.stringMatching(/broken gzip/) },
    ]);
  });
});
