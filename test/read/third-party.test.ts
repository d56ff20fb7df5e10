import { describe, expect, it } from 'vitest';
import type { Article } from '../../src/read/types.ts';
import { articles, failures, readFiles } from './support.ts';

const FOLDER = 'test/fixtures/third-party/';

/** What an article must say of itself, and its first and last words. */
type Expected = Partial<Pick<Article, 'title' | 'outlet' | 'author' | 'publishedOn' | 'url' | 'language'>> & {
  readonly from: string;
  readonly to: string;
};

const wordsOf = ({ text, body }: Article): string => text.slice(...body);

async function expectArticles(file: string, expected: readonly Expected[]): Promise<void> {
  const results = await readFiles([FOLDER + file]);
  expect(failures(results)).toEqual([]);
  const found = articles(results);
  expect(found).toMatchObject(expected.map(({ from, to, ...facts }) => facts));
  for (const [i, { from, to }] of expected.entries()) {
    const words = wordsOf(found[i]!);
    expect([words.slice(0, from.length), words.slice(-to.length)]).toEqual([from, to]);
  }
}

const FERRY = {
  title: 'Harbour ferry sinks off Velmark',
  outlet: 'The Velmark Ledger',
  author: 'Ann Lee',
  publishedOn: '2025-03-04',
  language: 'en',
  to: 'the café on the quay was closed for the day.\n\n“We are looking into it,” a spokesman for the coast guard said on Tuesday. He would not say how many were on board.\n\nThe operator, Nordline, denied that the ferry had been overloaded, citing its own passenger list.',
};
const PROSE = {
  from: 'Police said on Monday that two men were hurt when the ferry Alma sank near the harbour of Velmark',
  to: FERRY.to,
};
const SITE = 'http://127.0.0.1:8765';
const NO_SPORT = { title: 'Sport', from: 'No sport today,', to: 'the club said.' };

describe('pages made by others', () => {
  it.each<[string, Expected]>([
    ['wget.html', { ...FERRY, url: null, from: 'By Ann Lee\n\nPolice said' }],
    ['chromium.html', { ...FERRY, url: null, from: 'By Ann Lee\n\nPolice said' }],
    [
      'chromium.mhtml',
      {
        ...FERRY,
        title: 'Harbour ferry sinks off Velmark – The Velmark Ledger',
        author: null,
        url: `${SITE}/ferry.html`,
        from: 'By Ann Lee\n\nPolice said',
      },
    ],
    [
      'docutils.html',
      {
        title: FERRY.title,
        author: 'Ann Lee',
        publishedOn: '2025-03-04',
        outlet: null,
        from: 'Date: 2025-03-04\n\nPolice said',
        to: 'passenger list.',
      },
    ],
    [
      'mkdocs.html',
      {
        author: 'Ann Lee',
        url: 'https://ledger.example/',
        publishedOn: null,
        from: FERRY.title,
        to: 'passenger list.',
      },
    ],
    [
      'moby-dick.html',
      {
        title: 'Herman Melville - Moby-Dick',
        outlet: 'Dummy Site',
        author: 'Herman Melville',
        publishedOn: null,
        from: 'Availing himself of the mild',
        to: 'This is a test paragraph with a link.',
      },
    ],
    [
      'unicode-demo.html',
      { title: 'Unicode Demo', outlet: null, author: null, from: 'Unicode Demo', to: '█ ▝▀▘▙▄▟' },
    ],
  ])('%s', (file, expected) => expectArticles(`pages/${file}`, [expected]));
});

const LEDGER = { outlet: 'The Velmark Ledger & Post', url: 'https://ledger.example/2025/ferry', ...PROSE };
const LEDGER_ITEM = { ...LEDGER, title: 'Harbour ferry sinks & burns', publishedOn: '2025-03-04' };
const LEDGER_SPORT = {
  ...NO_SPORT,
  title: 'No link, no date',
  outlet: LEDGER.outlet,
  url: 'https://ledger.example/2025/sport',
};

describe('feeds made by others', () => {
  it.each<[string, readonly Expected[]]>([
    [
      'django.rss',
      [
        { ...LEDGER_ITEM, author: 'Ann Lee' },
        { ...LEDGER_SPORT, author: null, publishedOn: null },
      ],
    ],
    ['django.atom', [{ ...LEDGER_ITEM, author: 'Ann Lee' }, LEDGER_SPORT]],
    [
      'django-091.rss',
      [
        { ...LEDGER_ITEM, author: null, publishedOn: null },
        { ...LEDGER_SPORT, publishedOn: null },
      ],
    ],
    [
      'two-entries.atom',
      [
        {
          title: 'Atom-Powered Robots Run Amok',
          outlet: 'Example Feed',
          author: 'John Doe',
          publishedOn: '2003-12-13',
          url: 'http://example.org/2003/12/13/atom03',
          from: 'Some text.',
          to: 'Some text.',
        },
        {
          title: 'Self-referenced link',
          url: 'http://example.org/1000',
          from: 'Some text.',
          to: 'Some text.',
        },
      ],
    ],
    [
      'one-item.rss',
      [
        {
          title: 'Example entry',
          outlet: 'RSS Title',
          author: null,
          publishedOn: '2009-09-06',
          url: 'http://www.example.com/blog/post/1',
          from: 'Here is some text',
          to: 'an interesting description.',
        },
      ],
    ],
    [
      'comments.xml',
      [
        {
          title: 'bloffo bliff by te...',
          outlet: 'Comments on salmon-test: Test post',
          author: 'John',
          publishedOn: '2009-12-08',
          from: 'bloffo bliff',
          to: 'by te...',
        },
      ],
    ],
    ['windows-1252.xml', [{ title: 'Foo', from: 'This is a £', to: '“test.”' }]],
    ['euc-kr-item.xml', [{ title: null, from: '년', to: '년' }]],
    ['script.xml', [{ from: 'safe description', to: 'safe description' }]],
  ])('%s', (file, expected) => expectArticles(`feeds/${file}`, expected));
});

describe('web archives made by others', () => {
  const wget: readonly Expected[] = [
    { ...FERRY, url: `${SITE}/ferry.html`, from: 'By Ann Lee\n\nPolice said' },
    { ...NO_SPORT, url: `${SITE}/index.html` },
    { ...NO_SPORT, url: `${SITE}/sport.html` },
  ];
  it.each<[string, readonly Expected[]]>([
    ['wget.warc', wget],
    ['wget.warc.gz', wget],
    ['warcio.warc.gz', [{ ...FERRY, url: `${SITE}/packed.html`, from: 'By Ann Lee\n\nPolice said' }]],
  ])('%s', (file, expected) => expectArticles(`warc/${file}`, expected));
});

const STATEMENT = {
  ...PROSE,
  title:
    'Ferry “Alma”: what we know at nine o’clock, and what we do not know yet about the men who were hurt',
  author: 'Coast Guard Press Office – Velmark',
  publishedOn: '2025-03-04',
};
const AS_HTML = { ...PROSE, title: 'HTML only', author: null, publishedOn: '2025-03-05' };

describe('mail made by others', () => {
  it.each<[string, readonly Expected[]]>([
    ['stdlib.eml', [STATEMENT]],
    ['stdlib-html.eml', [AS_HTML]],
    [
      'stdlib.mbox',
      [
        STATEMENT,
        AS_HTML,
        {
          title: 'From line',
          publishedOn: '2025-03-06',
          from: 'The mayor denied it.',
          to: '\n\nFrom the quay nothing could be seen, she said.',
        },
      ],
    ],
    [
      'digest.eml',
      [
        {
          title: 'Ppp digest, Vol 1 #2 - 5 msgs',
          publishedOn: '2001-04-20',
          from: 'Send Ppp mailing list submissions to',
          to: 'listinfo/ppp',
        },
      ],
    ],
    [
      'encodings.eml',
      [
        {
          title: 'Lyrics',
          author: 'Barry Warsaw',
          publishedOn: '2001-04-20',
          from: 'This is a 7bit encoded message.\n\n\n¡This is a Quoted Printable encoded message!\n\nThis is a Base64',
          to: 'Content-Transfer-Encoding: header.',
        },
      ],
    ],
    [
      'attachment.eml',
      [
        {
          title: 'IMAP file test',
          author: 'Father Time',
          publishedOn: '2002-05-12',
          from: 'Simple email',
          to: 'with attachment.',
        },
      ],
    ],
    [
      'undelivered.eml',
      [
        {
          title: 'Delivery Notification: Delivery has failed',
          publishedOn: '2001-09-23',
          from: 'This report relates to a message',
          to: 'recipient reached disk quota',
        },
      ],
    ],
    ['mixed.eml', [{ title: null, author: null, from: 'This e-mail message', to: 'Good Morning;' }]],
    ['parts.eml', [{ title: null, from: 'Unlike the test', to: 'to have a happy childhood.' }]],
    [
      'forwarded.eml',
      [
        {
          title: 'GroupwiseForwardingTest',
          author: 'Sender',
          publishedOn: '2010-02-01',
          from: '---',
          to: 'Testing email forwarding with Groupwise 1.2.2010',
        },
      ],
    ],
  ])('%s', (file, expected) => expectArticles(`mail/${file}`, expected));
});

describe('wires made by others', () => {
  const trial = {
    title: 'Captain of wrecked cruise ship on trial in Italy',
    author: "Paulo Santalucia and Frances d'Emilio",
    publishedOn: '2013-07-09',
    outlet: null,
    language: 'en',
    from: 'MERROW, Talland (ANA) -- The inquiry',
    to: 'all who wanted to listen.\n\nThe master, Edvin Sorle, came in by a back door',
  };
  it.each(['1.4.json', '2.4.json', '3.1.json'])('ninjs/%s', async (file) => {
    const [article, ...others] = articles(await readFiles([`${FOLDER}ninjs/${file}`]));
    expect(others).toEqual([]);
    const { from, to, ...facts } = trial;
    expect(article).toMatchObject(facts);
    expect(wordsOf(article!).startsWith(from)).toBe(true);
    expect(wordsOf(article!)).toContain(to);
    expect(wordsOf(article!).split('\n\n')).toHaveLength(4);
  });

  it.each<[string, Expected]>([
    [
      'text.xml',
      {
        title: 'Fed to halt QE to avert "bubble"',
        outlet: 'Acme News and Media LLC',
        author: 'Meredith Jameson',
        publishedOn: '2016-11-21',
        from: '(New York, NY - October 21) Et, sent luptat luptat, commy Nim',
        to: 'esto cons dolutpat, si.',
      },
    ],
    [
      'sports.xml',
      {
        title: 'Preview: Arizona Diamondbacks (29-23) at Philadelphia Phillies (26-24), 7:05 p.m.',
        outlet: null,
        author: 'The Sports Network',
        publishedOn: '2016-10-19',
        language: 'en',
        from: '(Sports Network) - A pair of teams coming off big weekend sweeps will square off tonight',
        to: 'Garcia has gone 0-2 over his last six starts.',
      },
    ],
  ])('newsml/%s', (file, expected) => expectArticles(`newsml/${file}`, [expected]));
});

describe('Markdown made by others', () => {
  it.each<[string, Expected]>([
    [
      'jekyll-team.md',
      {
        title: 'Alfred Xing has joined the Jekyll core team',
        author: 'parkr',
        publishedOn: '2014-12-17',
        from: "We're excited to announce that @alfredxing has joined",
        to: 'Happy Jekylling!',
      },
    ],
    [
      'hugo-release.md',
      {
        title: '0.55.5',
        author: null,
        publishedOn: '2019-05-02',
        from: 'This is a bug-fix release',
        to: 'f76e5011 @moorereason',
      },
    ],
    [
      'python-frontmatter.md',
      {
        title: 'Python Frontmatter',
        publishedOn: null,
        from: 'Front matter offers a useful way',
        to: 'more ways to customize input and output.',
      },
    ],
  ])('%s', (file, expected) => expectArticles(`markdown/${file}`, [expected]));
});

describe('files made by others that hold nothing to read', () => {
  it.each([
    ['feeds/entity_in_doctype.xml', /entities of its own/],
    ['feeds/rss_incomplete_cdata.xml', /broken feed/],
    ['feeds/entry_content_base64.xml', /no text but its title/],
    ['mail/from-line.eml', /holds no text/],
    ['newsml/fragment.xml', /XML of a kind that is not read/],
  ])('%s is named in one line', async (file, reason) => {
    expect(await readFiles([FOLDER + file])).toEqual([
      {
        file: expect.stringContaining(file),
        message: expect.stringMatching(reason),
      },
    ]);
  });
});
