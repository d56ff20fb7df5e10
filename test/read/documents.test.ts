import { describe, expect, it } from 'vitest';
import { isAnalysed } from '../../src/read/language.ts';
import { readInput, readOne } from './support.ts';

describe('Markdown', () => {
  it('with front matter gives its text without marks', async () => {
    const text = `---
title: "Strike ends: all of it"
date: 2025-02-03
authors:
  - Ann Lee
  - name: Bo Ray
publication: The Ledger
url: https://l.example/1
---

The **union** said the [strike](http://x.example) was
over.

> It is done, he said.

* one \`two\`
* three

![a picture](x.png)

    code

<div>raw</div>
`;
    expect(await readOne(text)).toMatchObject({
      text: 'The union said the strike was\nover.\n\nIt is done, he said.\n\none two\n\nthree',
      title: 'Strike ends: all of it',
      author: 'Ann Lee, Bo Ray',
      outlet: 'The Ledger',
      url: 'https://l.example/1',
      publishedOn: '2025-02-03',
    });
  });

  it('with front matter in TOML gives the same', async () => {
    const text =
      '+++\ntitle = "Strike ends: all of it"\ndate = 2025-02-03T08:00:00Z\nauthors = ["Ann Lee", \'Bo Ray\']\n[params]\ntitle = "Other"\n+++\n\nIt is done, he said.\n';
    expect(await readOne(text)).toMatchObject({
      text: 'It is done, he said.',
      title: 'Strike ends: all of it',
      author: 'Ann Lee, Bo Ray',
      publishedOn: '2025-02-03',
    });
  });

  it.each([
    ['broken front matter', '---\ntitle: [a\n---\n\nText.', /broken front matter/],
    [
      'aliases that swell',
      `---\ntitle: &a [x,x,x,x,x]\nb: &b [*a,*a,*a,*a]\nc: [*b,*b,*b]\n---\n\nText.`,
      /broken front matter/,
    ],
    ['very many marks', `---\ntitle: x\n---\n\n${'*a_ '.repeat(50_000)}`, /too deeply nested/],
    ['very deep quotations', `---\ntitle: x\n---\n\n${'> '.repeat(5000)}x`, /too deeply nested/],
  ])('with %s is refused', async (_, text, reason) => {
    expect(await readInput(text)).toEqual([{ file: '-', message: expect.stringMatching(reason) }]);
  });
});

const mail = (headers: string, body: string): string =>
  `Received: from a by b; Tue, 7 Jan 2025 09:00:05 +0100\r\nFrom: "City Press Office" <press@city.example>\r\nTo: a@b.example\r\nSubject: =?utf-8?q?Fire_=E2=80=93_update?=\r\nDate: Tue, 07 Jan 2025 23:30:00 -0800\r\nMIME-Version: 1.0\r\n${headers}\r\n\r\n${body}`;
const HTML =
  '<html><body><p>The chief said the fire was out.</p><p>“All is well,” he said.</p></body></html>';

describe('mail', () => {
  it('gives its plain text before its HTML', async () => {
    const parts = `--x\r\nContent-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nThe caf=E9 was closed,=\r\n he said.\r\n--x\r\nContent-Type: text/html\r\n\r\n${HTML}\r\n--x--\r\n`;
    expect(await readOne(mail('Content-Type: multipart/alternative; boundary=x', parts))).toMatchObject({
      text: 'The café was closed, he said.',
      title: 'Fire – update',
      author: 'City Press Office',
      publishedOn: '2025-01-07',
      outlet: null,
    });
  });

  it('gives its HTML as a page where that is all it has', async () => {
    expect((await readOne(mail('Content-Type: text/html; charset=utf-8', HTML))).text).toBe(
      'The chief said the fire was out.\n\n“All is well,” he said.',
    );
  });

  it.each([
    ['nothing in it', mail('Content-Type: text/plain', ''), /no text/],
    [
      'parts in parts without end',
      mail(
        'Content-Type: multipart/mixed; boundary=b0',
        Array.from(
          { length: 60 },
          (_, i) => `--b${i}\r\nContent-Type: multipart/mixed; boundary=b${i + 1}\r\n\r\n`,
        ).join(''),
      ),
      /no mail that can be read/,
    ],
  ])('with %s is refused', async (_, text, reason) => {
    expect(await readInput(text)).toEqual([{ file: '-', message: expect.stringMatching(reason) }]);
  });

  it('is not what an article with header lines is', async () => {
    expect(await readOne('Title: Fire\nDate: 2025-01-07\nAuthor: Ann\n\nThe fire was out.')).toMatchObject({
      title: 'Fire',
      author: 'Ann',
    });
  });
});

describe('mailboxes', () => {
  const one = (subject: string, body: string): string =>
    `From a@b.example Mon Jan  6 10:00:00 2025\nFrom: a@b.example\nSubject: ${subject}\nDate: Mon, 06 Jan 2025 10:00:00 +0000\n\n${body}\n\n`;

  it('give each mail, whatever their line ends, and name those too large', async () => {
    const large = one('Large', `${'x'.repeat(99)}\n`.repeat(110_000));
    const text = one('One', 'It rained, he said.\nFrom here on, it snowed.') + large + one('Two', 'It did.');
    for (const content of [text, text.replaceAll('\n', '\r\n')])
      expect(await readInput(content)).toMatchObject([
        { file: '-#1', title: 'One', text: 'It rained, he said.\nFrom here on, it snowed.' },
        { file: '-#2', message: expect.stringMatching(/larger than 10 MB/) },
        { file: '-#3', title: 'Two', text: 'It did.' },
      ]);
  });
});

describe('pages saved in one file', () => {
  const saved = (type: string, body: string): string =>
    `From: <Saved by Blink>\r\nSnapshot-Content-Location: https://l.example/1\r\nSubject: x\r\nDate: Sun, 5 Jan 2025 10:00:00 +0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="--B--"\r\n\r\n\r\n----B--\r\nContent-Type: ${type}\r\nContent-Transfer-Encoding: binary\r\n\r\n${body}`;
  const picture = `\r\n----B--\r\nContent-Type: image/png\r\n\r\n${'A'.repeat(11 << 20)}\r\n----B----\r\n`;

  it('are read however large their pictures are, and are not of the day when they were saved', async () => {
    expect(await readInput(saved('text/html', HTML) + picture)).toMatchObject([
      { text: expect.stringMatching(/^The chief said/), url: 'https://l.example/1', publishedOn: null },
    ]);
  });

  it.each([
    ['too much HTML', saved('text/html', `${HTML}${' '.repeat(11 << 20)}`), /larger than 10 MB/],
    ['no HTML', saved('text/css', 'p {}'), /without its HTML/],
  ])('with %s are refused', async (_, text, reason) => {
    expect(await readInput(text)).toEqual([{ file: '-', message: expect.stringMatching(reason) }]);
  });
});

describe('the language', () => {
  const GERMAN =
    'Die Polizei teilte am Montag mit, dass zwei Männer bei dem Unfall verletzt wurden. Der Minister sagte, man werde die Ursache untersuchen. Nach Angaben der Behörden war die Straße gesperrt, die Ermittlungen dauern an.';
  it('is that of the prose, whatever is declared', async () => {
    expect((await readOne(GERMAN)).language).toBe('de');
    expect((await readOne(JSON.stringify({ text: GERMAN, language: 'en' }))).language).toBe('de');
    expect((await readOne(JSON.stringify({ text: GERMAN, language: 'de-AT' }))).language).toBe('de');
  });

  it.each([
    'Verletzt wurde niemand, teilte die Polizei am Montag in Berlin mit, die Lage sei ruhig.',
    'Le maire a déclaré lundi que l’incendie avait détruit la tannerie dans la nuit.',
    'Мэр сообщил в понедельник, что пожар уничтожил завод, никто не пострадал.',
  ])('of a foreign sentence is not taken for English: %s', async (text) => {
    expect((await readOne(text)).language).toBe('und');
    expect(isAnalysed(await readOne(text))).toBe(false);
  });

  it('of one English sentence is English, names and all', async () => {
    const text = 'Jürgen Müller told Süddeutsche Zeitung on Monday he will race again in Zürich.';
    expect((await readOne(text)).language).toBe('en');
  });

  it('of short prose is what is declared', async () => {
    expect((await readOne(JSON.stringify({ text: 'Nein.', language: 'de-CH' }))).language).toBe('de');
    expect((await readOne('Nein.')).language).toBeNull();
    expect(isAnalysed(await readOne('警察は火災で二人が負傷したと発表した。'))).toBe(false);
  });

  it('of names and numbers is not guessed to be foreign', async () => {
    const text =
      'Results: Müller, García, Kowalski and Nguyễn took the first four places of the race in Zürich, ahead of Sørensen, the organisers said. The winner, Jürgen Müller, told Süddeutsche Zeitung that it was the hardest race of his life, and that he would be back.';
    expect((await readOne(text)).language).toBe('en');
  });
});
