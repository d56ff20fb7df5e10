import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { hearsay, inFolder } from '../support/cli.ts';

const SAID = 'Police said on Monday that two men were hurt when the ferry sank near the harbour. ';
const page = `<html><head><title>A <script>alert(1)</script> title</title></head><body><p>${SAID.repeat(3)}</p></body></html>`;
const zip = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), Buffer.alloc(200, 7)]);
const rss = (doctype: string, item: string): string =>
  `<?xml version="1.0"?>${doctype}<rss version="2.0"><channel><title>x</title>${item}</channel></rss>`;
const entities = Array.from({ length: 9 }, (_, i) => `<!ENTITY e${i + 1} "${`&e${i};`.repeat(10)}">`).join(
  '',
);

/** Each file, and why it is refused. */
const REFUSED: Readonly<Record<string, readonly [string | Uint8Array, RegExp]>> = {
  'twice.html.gz': [gzipSync(gzipSync(page)), /compressed twice/],
  'zip.txt.gz': [gzipSync(zip), /ZIP archive/],
  'zip.html': [zip, /ZIP archive/],
  'picture.txt': [Buffer.from('\u0089PNG\r\n\u001a\nxyz', 'latin1'), /PNG image/],
  'cut.html.gz': [gzipSync(page).subarray(0, -20), /broken gzip/],
  'bomb.txt.gz': [gzipSync(Buffer.alloc(100 << 20)), /larger than 10 MB/],
  'bomb.rss': [
    rss(`<!DOCTYPE r [<!ENTITY e0 "x">${entities}]>`, '<item><description>&e9;</description></item>'),
    /entities of its own/,
  ],
  'file.rss': [
    rss(
      '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
      '<item><description>&x;</description></item>',
    ),
    /entities of its own/,
  ],
  'many.rss': [rss('', '<item><description>b</description></item>'.repeat(60_000)), /more than 100,000 tags/],
  'marks.md': ['*a_ '.repeat(20_000), /too deeply nested/],
  'length.warc': ['WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 99999999999\r\n\r\nx', /cut off/],
  'mixed.json': ['{"text":1}', /has no "text"/],
};

const LINES = `{"text":"${SAID}"}\n{"text":"${'x'.repeat(50 << 20)}"}\n{"text":"It rained, the mayor said."}\n`;

describe('a folder of hostile files', () => {
  it('is read into a store as far as it is news; everything else is one line', async () => {
    await inFolder(async (cwd) => {
      for (const [name, [content]] of Object.entries(REFUSED)) writeFileSync(join(cwd, name), content);
      writeFileSync(join(cwd, 'script.txt'), page);
      writeFileSync(join(cwd, 'prose.html'), SAID.repeat(2));
      writeFileSync(join(cwd, 'line.jsonl'), LINES);
      symlinkSync('loop.txt', join(cwd, 'loop.txt'));

      const { code, stdout, stderr } = await hearsay(
        ['ingest', '.', '--extractor', 'rules', '--store', 'a.db'],
        { cwd },
      );
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
      const lines = stderr.trimEnd().split('\n');
      for (const [name, [, reason]] of Object.entries(REFUSED)) {
        const named = lines.filter((line) => line.startsWith(`hearsay: ${name}`));
        expect({ name, named }).toEqual({ name, named: [expect.stringMatching(reason)] });
      }
      expect(lines).toContainEqual(expect.stringMatching(/^hearsay: line\.jsonl:2: is longer than 10 MB/));
      expect(lines.at(-1)).toBe('4 articles added, 0 already there, 13 not readable: a.db');
      expect(lines).toHaveLength(14);

      const report = await hearsay(['report', '--store', 'a.db', '--format', 'json'], { cwd });
      expect(report.code).toBe(0);
      expect(
        JSON.parse(report.stdout).articles.map(({ file, title }: Record<string, string>) => [file, title]),
      ).toEqual(
        expect.arrayContaining([
          ['script.txt', 'A <script>alert(1)</script> title'],
          ['prose.html', null],
          ['line.jsonl#1', null],
          ['line.jsonl#3', null],
        ]),
      );
    });
  });
});
