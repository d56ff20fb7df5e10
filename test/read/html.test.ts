import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { failures, readInput, readOne } from './support.ts';

const PROSE =
  '<p>Police said on Monday that two men were hurt when the ferry sank near the harbour.</p><p>“We are looking into it,” a spokesman for the coast guard said on Tuesday.</p>';
const TEXT =
  'Police said on Monday that two men were hurt when the ferry sank near the harbour.\n\n“We are looking into it,” a spokesman for the coast guard said on Tuesday.';
const page = (head: string, body = `<article>${PROSE}</article>`): string =>
  `<!doctype html><html lang="en"><head>${head}</head><body><nav><a href="/">Home</a></nav>${body}</body></html>`;

describe('web pages', () => {
  it('give their prose in paragraphs, without menus, scripts and captions', async () => {
    const body = `<article><h1>Ferry</h1>${PROSE}<script>track()</script><figure><img><figcaption>Photo: X</figcaption></figure></article>`;
    const { text, file, language } = await readOne(page('<title>Ferry</title>', body));
    expect(text).toContain(TEXT);
    expect(text).not.toMatch(/Home|track|Photo/);
    expect([file, language]).toEqual(['-', 'en']);
  });

  it('say of themselves what JSON-LD says, before anything else', async () => {
    const linked = {
      '@context': 'https://schema.org',
      '@graph': [
        { '@type': 'Organization', name: 'Other' },
        {
          '@type': ['NewsArticle'],
          headline: 'Ferry sinks',
          author: [{ '@type': 'Person', name: 'Ann Lee' }, { name: 'Bo Ray' }],
          publisher: { name: 'The Ledger' },
          datePublished: '2025-03-04T23:30:00+01:00',
        },
      ],
    };
    const head = `<title>Ferry | Ledger</title><meta property="og:title" content="Other"><meta property="og:site_name" content="Other">
      <link rel="canonical" href="https://ledger.example/a/1"><script type="application/ld+json">${JSON.stringify(linked)}</script>`;
    expect(await readOne(page(head))).toMatchObject({
      title: 'Ferry sinks',
      author: 'Ann Lee, Bo Ray',
      outlet: 'The Ledger',
      publishedOn: '2025-03-04',
      url: 'https://ledger.example/a/1',
    });
  });

  it('else what Open Graph, meta elements and <time> say', async () => {
    const head =
      '<title>Ferry | Ledger</title><meta property="og:title" content="Ferry &amp; fire"><meta name="author" content="Ann Lee"><meta property="og:site_name" content="The Ledger"><meta property="og:url" content="https://ledger.example/2">';
    const body = `<article><time datetime="2025-03-05T08:00Z">Wednesday</time>${PROSE}</article>`;
    expect(await readOne(page(head, body))).toMatchObject({
      title: 'Ferry & fire',
      author: 'Ann Lee',
      outlet: 'The Ledger',
      publishedOn: '2025-03-05',
      url: 'https://ledger.example/2',
    });
  });

  it('are of the outlet that publishes at their address where they name none', async () => {
    const head = '<link rel="canonical" href="https://www.reuters.com/world/a-1">';
    expect((await readOne(page(head))).outlet).toBe('Reuters');
    expect((await readOne(page('<link rel="canonical" href="https://nobody.example/a">'))).outlet).toBeNull();
  });

  it('keep a script in a title as text, and invent no date', async () => {
    const head =
      '<title>A <script>alert(1)</script> title</title><meta name="date" content="the day before yesterday">';
    expect(await readOne(page(head))).toMatchObject({
      title: 'A <script>alert(1)</script> title',
      publishedOn: null,
    });
  });

  it('may leave out html, head and body', async () => {
    const { text, title } = await readOne(
      `<!doctype html><title>Ferry</title><meta property="og:site_name" content="X">${PROSE}`,
    );
    expect([text, title]).toEqual([TEXT, 'Ferry']);
  });

  it.each([
    ['windows-1251', 'Привет'],
    ['iso-8859-1', 'café “fin”'],
    ['shift_jis', 'カタカナ'],
  ])('are decoded as they declare: %s', async (charset, words) => {
    const bytes: Record<string, number[]> = {
      'windows-1251': [0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2],
      'iso-8859-1': [0x63, 0x61, 0x66, 0xe9, 0x20, 0x93, 0x66, 0x69, 0x6e, 0x94],
      shift_jis: [0x83, 0x4a, 0x83, 0x5e, 0x83, 0x4a, 0x83, 0x69],
    };
    const [before = '', after = ''] = page(
      `<meta charset="${charset}">`,
      '<p>Here: @ is what it says.</p>',
    ).split('@');
    const whole = Buffer.concat([Buffer.from(before), Buffer.from(bytes[charset] ?? []), Buffer.from(after)]);
    expect((await readOne(whole)).text).toBe(`Here: ${words} is what it says.`);
  });

  it('come gzipped, but not twice', async () => {
    const packed = gzipSync(page('<title>Ferry</title>'));
    expect((await readOne(packed)).text).toBe(TEXT);
    expect(failures(await readInput(gzipSync(packed)))).toMatchObject(
      [{ message: /compressed twice/ }].map(({ message }) => ({ message: expect.stringMatching(message) })),
    );
  });

  it.each([
    ['deep nesting', `<html><body>${'<div>'.repeat(100_000)}x`, /nests more than/],
    ['very many entities', `<html><body>${'&amp;'.repeat(200_000)}`, /more than .* tags/],
    ['very many tags', `<html><body>${'<p>x</b>'.repeat(200_000)}`, /more than .* tags/],
    ['no article', page('<title>x</title>', '<script>1</script>'), /holds no article/],
  ])('are refused for %s with one line', async (_, html, reason) => {
    expect(await readInput(html)).toEqual([{ file: '-', message: expect.stringMatching(reason) }]);
  });

  it.each([
    ['open brackets', `<html><body>${'<'.repeat(20_000)}`],
    ['scripts never closed', `<html><body>${'<script>'.repeat(100_000)}`],
    ['comments never closed', `<html><body>${'<!--'.repeat(100_000)}`],
    ['huge attributes', `<html><body><p ${'a'.repeat(3_000_000)}="${'b'.repeat(3_000_000)}">Hello there.`],
  ])('made of %s end in an article or a line', async (_, html) => {
    const results = await readInput(html);
    expect(results).toHaveLength(1);
  });
});
