import { describe, expect, it } from 'vitest';
import { articles, failures, readInput } from './support.ts';

const SAID = 'Police said on Monday that two men were hurt.';

describe('feeds', () => {
  it('of RSS give the full content of each item before its summary', async () => {
    const results = await readInput(`<?xml version="1.0" encoding="utf-8"?>
      <!-- a comment --><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
      <channel><title>Daily &amp;amp; Co</title><link>https://x.example</link><language>en-us</language>
      <item><title>A &lt;b&gt;bold&lt;/b&gt; &lt;script&gt;alert(1)&lt;/script&gt;move</title><link>https://x.example/1</link><guid>one</guid>
        <pubDate>Mon, 06 Jan 2025 23:10:00 -0500</pubDate><dc:creator>Ann Lee</dc:creator><description>Short.</description>
        <content:encoded><![CDATA[<p>${SAID}</p><p>The mayor <em>denied</em> it.</p>]]></content:encoded></item>
      <item><title>B</title><link>https://www.bbc.co.uk/news/2</link><description>The mayor &amp;quot;denied&amp;quot; it.</description></item>
      <item><title>Only a title</title></item></channel></rss>`);
    expect(articles(results)).toMatchObject([
      {
        file: '-#1',
        givenId: 'one',
        text: `${SAID}\n\nThe mayor denied it.`,
        title: 'A bold move',
        outlet: 'Daily & Co',
        author: 'Ann Lee',
        publishedOn: '2025-01-06',
        url: 'https://x.example/1',
      },
      { file: '-#2', text: 'The mayor "denied" it.', outlet: 'BBC' },
    ]);
    expect(failures(results)).toEqual([{ file: '-#3', message: expect.stringMatching(/no text/) }]);
  });

  it('of Atom give content of every type', async () => {
    const results =
      await readInput(`<feed xmlns="http://www.w3.org/2005/Atom"><title>The Ledger</title><id>f</id><updated>2025-01-01T00:00:00Z</updated>
      <entry><id>e1</id><title type="html">Fire &amp;amp; water</title><updated>2025-02-03T10:00:00Z</updated><link rel="self" href="https://l.example/s"/><link href="https://l.example/1"/>
        <author><name>Bo Ray</name></author><content type="html">&lt;p&gt;${SAID}&lt;/p&gt;</content></entry>
      <entry><id>e2</id><title>Plain</title><updated>2025-02-04T10:00:00Z</updated><summary type="text">5 &lt; 6, he said.</summary></entry></feed>`);
    expect(articles(results)).toMatchObject([
      {
        text: SAID,
        title: 'Fire & water',
        author: 'Bo Ray',
        url: 'https://l.example/1',
        publishedOn: '2025-02-03',
        outlet: 'The Ledger',
      },
      { text: '5 < 6, he said.', publishedOn: '2025-02-04' },
    ]);
  });

  it('of RDF and JSON are read too', async () => {
    const rdf =
      await readInput(`<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
      <channel rdf:about="https://l.example"><title>Ledger</title><link>https://l.example</link><description>d</description></channel>
      <item rdf:about="https://l.example/1"><title>One</title><link>https://l.example/1</link><description>${SAID}</description><dc:date>2025-03-01T00:00:00Z</dc:date></item></rdf:RDF>`);
    expect(articles(rdf)).toMatchObject([{ text: SAID, outlet: 'Ledger', publishedOn: '2025-03-01' }]);
    const json = {
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Ledger',
      items: [
        {
          id: '1',
          url: 'https://l.example/1',
          title: 'One',
          content_html: `<p>${SAID}</p>`,
          date_published: '2025-03-02T00:00:00Z',
        },
        { id: '2', content_text: 'It rained, he said.' },
      ],
    };
    for (const text of [JSON.stringify(json), JSON.stringify(json, null, 2)]) {
      const read = articles(await readInput(text));
      expect(read).toMatchObject([
        { text: SAID, title: 'One', outlet: 'Ledger', publishedOn: '2025-03-02', givenId: '1' },
        { text: 'It rained, he said.' },
      ]);
      expect(new Set(read.map(({ file }) => file)).size).toBe(2);
    }
  });

  it.each([
    ['rss', '<rss version="2.0"><channel><title>x</title>', 'item', 'description'],
    ['feed', '<feed xmlns="http://www.w3.org/2005/Atom"><title>x</title>', 'entry', 'summary'],
    [
      'rdf',
      '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel><title>x</title></channel>',
      'item',
      'description',
    ],
  ])('of %s that are cut off give what was whole, and say so', async (_, start, item, text) => {
    const one = `<${item}><title>a</title><${text}>${SAID}</${text}></${item}>`;
    const results = await readInput(start + one + one.slice(0, 50));
    expect(articles(results)).toMatchObject([{ file: '-#1', text: SAID, outlet: 'x' }]);
    expect(failures(results)).toEqual([{ file: '-', message: expect.stringMatching(/cut off/) }]);
  });

  it.each([
    [
      'an entity bomb',
      `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]><rss><channel><item><description>&c;</description></item></channel></rss>`,
      /entities of its own/,
    ],
    ['deep nesting', `<rss><channel>${'<item>'.repeat(50_000)}`, /nests more than/],
    ['nothing in it', '<rss version="2.0"><channel><title>x</title></channel></rss>', /without items/],
    ['a cut', '<rss version="2.0"><channel><title>x', /feed/],
    [
      'another vocabulary',
      '<?xml version="1.0"?><inventory><part/></inventory>',
      /XML of a kind that is not read/,
    ],
  ])('with %s are refused with one line', async (_, xml, reason) => {
    expect(await readInput(xml)).toEqual([{ file: '-', message: expect.stringMatching(reason) }]);
  });
});
