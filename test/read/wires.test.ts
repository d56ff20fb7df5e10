import { describe, expect, it } from 'vitest';
import { articles, failures, readInput, readOne } from './support.ts';

const FIRST = 'Police said on Monday that two men were hurt.';
const SECOND = 'The mayor denied it.';
const PARAGRAPHS = `${FIRST}\n\n${SECOND}`;

describe('ninjs', () => {
  const common = {
    uri: 'urn:x:1',
    type: 'text',
    language: 'en-GB',
    byline: 'Ann Lee',
    source: 'Velmark Press',
  };
  it.each([
    [
      '1.3',
      {
        headline: 'Ferry',
        body_text: `${FIRST} ${SECOND}`,
        body_xhtml: `<p>${FIRST}</p><p>${SECOND}</p>`,
        versioncreated: '2025-03-04T23:10:00+01:00',
      },
    ],
    [
      '1.5',
      {
        headline_main: 'Ferry',
        body_main: `${FIRST} ${SECOND}`,
        body_richtext: `<p>${FIRST}</p> <p>${SECOND}</p>`,
        versioncreated: '2025-03-04T10:00:00Z',
      },
    ],
    [
      '2.0',
      {
        headlines: [{ role: 'main', value: 'Ferry' }],
        bodies: [
          {
            role: 'html',
            contenttype: 'text/html',
            value: `<section><p>${FIRST}</p><p>${SECOND}</p></section>`,
          },
        ],
        versioncreated: '2025-03-04T10:00:00Z',
      },
    ],
    [
      '3.0',
      {
        headlines: [
          { role: 'short', value: 'F' },
          { role: 'main', value: 'Ferry' },
        ],
        bodies: [{ role: 'main', contentType: 'text/plain', value: PARAGRAPHS }],
        firstCreated: '2025-03-04T10:00:00Z',
        versionCreated: '2025-04-01T10:00:00Z',
      },
    ],
  ])('of version %s is read, on a line, by itself or in a list', async (_, fields) => {
    const item = { ...common, ...fields };
    const expected = {
      text: PARAGRAPHS,
      title: 'Ferry',
      author: 'Ann Lee',
      outlet: 'Velmark Press',
      publishedOn: '2025-03-04',
      givenId: 'urn:x:1',
      language: 'en',
    };
    expect(await readOne(JSON.stringify(item))).toMatchObject(expected);
    expect(await readOne(JSON.stringify(item, null, 2))).toMatchObject(expected);
    expect(articles(await readInput(JSON.stringify([item, item], null, 2)))).toMatchObject([
      { ...expected, file: '-#1' },
      { ...expected, file: '-#2' },
    ]);
  });

  it('may hold its body as NITF', async () => {
    const nitf = `<?xml version="1.0"?><nitf><head><title>T</title></head><body><body.head><hedline><hl1>T</hl1></hedline></body.head><body.content><block><p>${FIRST}</p></block><p>${SECOND}</p></body.content></body></nitf>`;
    const bodies = [{ role: 'nitf', contentType: 'text/vnd.IPTC.NITF', value: nitf }];
    expect((await readOne(JSON.stringify({ uri: 'x', bodies }))).text).toBe(PARAGRAPHS);
  });

  it('without a body has no text', async () => {
    expect(await readInput('{\n "uri": "x", "headline": "y"\n}')).toMatchObject([
      { message: expect.stringMatching(/has no "text"/) },
    ]);
  });
});

const newsItem = (
  content: string,
): string => `<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:x:1" standard="NewsML-G2" xml:lang="en-US">
  <rightsInfo><copyrightHolder uri="http://x.example"><name>Velmark Press</name></copyrightHolder></rightsInfo>
  <itemMeta><itemClass qcode="ninat:text"/><provider uri="http://x.example"/><versionCreated>2025-05-01T16:25:32-05:00</versionCreated></itemMeta>
  <contentMeta><contentCreated>2025-03-04T15:21:06-05:00</contentCreated><creator><name>Ann Lee</name></creator><language tag="en-US"/><headline> Ferry
     sinks </headline></contentMeta>
  <contentSet>${content}</contentSet></newsItem>`;
const NITF = `<nitf xmlns="http://iptc.org/std/NITF/2006-10-18/"><body><body.head><hedline><hl1>Ferry</hl1></hedline><byline>By Ann</byline></body.head>
  <body.content><p>Police said on Monday\n   that two men were hurt.</p><p>The mayor denied it.</p></body.content></body></nitf>`;

describe('NewsML-G2', () => {
  it.each([
    ['NITF', `<inlineXML contenttype="application/nitf+xml">${NITF}</inlineXML>`],
    [
      'XHTML',
      `<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>T</title></head><body><p>${FIRST}</p><p>${SECOND}</p></body></html></inlineXML>`,
    ],
    ['plain text', `<inlineData contenttype="text/plain">${PARAGRAPHS}</inlineData>`],
  ])('gives %s', async (_, content) => {
    expect(await readOne(`<?xml version="1.0" encoding="UTF-8" ?>\n${newsItem(content)}`)).toMatchObject({
      text: PARAGRAPHS,
      title: 'Ferry sinks',
      outlet: 'Velmark Press',
      author: 'Ann Lee',
      publishedOn: '2025-03-04',
      givenId: 'urn:newsml:x:1',
    });
  });

  it('in a message gives every item, and says which has no text', async () => {
    const results = await readInput(
      `<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header/><itemSet>${newsItem(`<inlineXML>${NITF}</inlineXML>`)}${newsItem('<remoteContent href="a.jpg"/>')}</itemSet></newsMessage>`,
    );
    expect(articles(results)).toMatchObject([{ file: '-#1', text: PARAGRAPHS }]);
    expect(failures(results)).toMatchObject([
      { file: '-#2', message: expect.stringMatching(/holds no text/) },
    ]);
  });

  it('with entities of its own is refused', async () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>${newsItem('<inlineData>&b;</inlineData>')}`;
    expect(await readInput(bomb)).toEqual([
      { file: '-', message: expect.stringMatching(/entities of its own/) },
    ]);
  });
});
