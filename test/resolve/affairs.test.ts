import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createExtractor } from '../../src/extract/extractor.ts';
import type { Extractor } from '../../src/extract/types.ts';
import { toArticle } from '../../src/read/article.ts';
import { joinSources } from '../../src/resolve/sources/join.ts';
import type { Reading } from '../../src/resolve/types.ts';
import { resolveWithin } from '../../src/resolve/within.ts';
import { toDocument } from '../../src/text/document.ts';

/** Invented affairs, read as the program reads them, network and all: who said what, on whose word. */
let extractor: Extractor;
beforeAll(async () => {
  extractor = await createExtractor({ kind: 'model' });
});
afterAll(() => extractor.close());

async function read(file: string): Promise<Reading> {
  const text = readFileSync(new URL(`../fixtures/affairs/${file}`, import.meta.url), 'utf8');
  const article = toArticle(file, text);
  if ('message' in article) throw new Error(article.message);
  const document = toDocument(article);
  const [extraction] = await extractor.extract([document]);
  if (extraction === undefined) throw new Error('nothing was extracted');
  return resolveWithin(document, extraction, extractor.id);
}

const nameOf = (reading: Reading, id: string | null): string =>
  reading.sources.find((source) => source.id === id)?.name ?? 'nobody';

const sourceOf = (reading: Reading, statement: string): string | null =>
  reading.statements.find(({ id }) => id === statement)?.source ?? null;

const acts = (reading: Reading): string[] =>
  reading.statements.map((s) => `${nameOf(reading, s.source)} ${s.act}`).sort();

const reliances = (reading: Reading): string[] =>
  reading.reliances
    .map(({ from, to, certainty }) => {
      const source = (id: string) => reading.statements.find((s) => s.id === id)?.source ?? id;
      return `${nameOf(reading, source(from))} < ${nameOf(reading, source(to))} ${certainty}`;
    })
    .sort();

describe('a hospital short of nurses', () => {
  it('rests what a newspaper has learned on whom and on what it names for it', async () => {
    const reading = await read('ward/01-lund-gazette.txt');
    expect(acts(reading)).toEqual([
      'Ilja Morn CLAIMED',
      'Lund Gazette REPORTED',
      'Lund Gazette REPORTED',
      'One of them CLAIMED',
      'health ministry OTHER',
      'two people who work on the ward CLAIMED',
    ]);
    expect(reliances(reading)).toEqual([
      'Lund Gazette < internal memo seen by this newspaper explicit',
      'Lund Gazette < two people who work on the ward implied',
    ]);
  });

  it('hears who speaks behind what he cites, and the words that bear a denial out', async () => {
    const reading = await read('ward/02-anw.txt');
    expect(acts(reading)).toEqual([
      'Ilja Morn DENIED',
      'Lund Gazette REPORTED',
      'health ministry CLAIMED',
      'nurse who asked not to be named CLAIMED',
      'nurses’ union CLAIMED',
    ]);
    expect(reliances(reading)).toContain('nurses’ union < its own survey explicit');
  });

  it('keeps what two outlets had reported apart, and denies what others claim', async () => {
    const reading = await read('ward/03-vessa-radio.txt');
    expect(acts(reading)).toEqual(
      expect.arrayContaining([
        'ANW REPORTED',
        'Lund Gazette REPORTED',
        'Oda Pell DENIED',
        'Oda Pell PREDICTED',
        'Vessa hospital CLAIMED',
        'Vessa hospital CONFIRMED',
      ]),
    );
    expect(reliances(reading)).toEqual([
      'ANW < unnamed employees explicit',
      'Lund Gazette < unnamed employees explicit',
    ]);
  });
});

describe('a slide in a quarry', () => {
  it('gives a count to the reporter’s own paper, and a firm its own words', async () => {
    const reading = await read('quarry/01-kelm-post.txt');
    expect(acts(reading)).toEqual([
      'Kelm Post REPORTED',
      'Stenhall CLAIMED',
      'Tor Aske CLAIMED',
      'Tor Aske PREDICTED',
      'driver who saw the slide CLAIMED',
      'police CLAIMED',
    ]);
  });

  it('rests a leak on the document and a follow-up on whom it quotes', async () => {
    const reading = await read('quarry/02-tv-sund.txt');
    expect(acts(reading)).toEqual(
      expect.arrayContaining([
        'Kelm Post REPORTED',
        'Police CONFIRMED',
        'Stenhall DENIED',
        'TV Sund REPORTED',
      ]),
    );
    expect(reliances(reading)).toEqual([
      'Kelm Post < driver explicit',
      'TV Sund < e-mail obtained by TV Sund explicit',
    ]);
  });

  it('denies for a paper what it calls wrong itself', async () => {
    const reading = await read('quarry/03-kelm-post.txt');
    expect(acts(reading)).toContain('Kelm Post DENIED');
    expect(reading.withdrawals.map(({ kind }) => kind)).toEqual(['assertion', 'denial']);
    expect(reliances(reading)).toContain('labour inspectorate < its instruments explicit');
  });
});

describe('a ferry whose doors did not close', () => {
  it('knows the person introduced without a name by the name that follows', async () => {
    const reading = await read('doors/01-nordwire.txt');
    expect(acts(reading)).toEqual([
      'Petter Rane CLAIMED',
      'Strandline DENIED',
      'Two people familiar with the matter CLAIMED',
      'coastguard CLAIMED',
      'maritime authority CONFIRMED',
    ]);
  });

  it('takes what a firm rejects for the allegation, not for the quotation behind it', async () => {
    const { statements, claims } = await read('doors/01-nordwire.txt');
    const denied = statements
      .filter(({ act }) => act === 'DENIED')
      .flatMap((s) => s.claims.map(({ id }) => id));
    expect(claims.filter(({ id }) => denied.includes(id)).map(({ text }) => text)).toContain(
      'Petter Rane had reported the fault twice',
    );
  });

  it('hears whom one speaks to, what an entry reads, and who is named before a quotation', async () => {
    const reading = await read('doors/02-heske-dagblad.txt');
    expect(acts(reading)).toEqual(expect.arrayContaining(['Lene Moe CLAIMED', 'NordWire REPORTED']));
    expect(reading.sources.filter(({ kind }) => kind === 'Document').map(({ name }) => name)).toContain(
      "entry in the ship's log of 4 October",
    );
    expect(reliances(reading)).toEqual([
      'Heske Dagblad < Documents obtained by this newspaper explicit',
      'NordWire < Petter Rane explicit',
    ]);
  });

  it('rests on nobody what an outlet reports elsewhere in the text than where it was told something', async () => {
    const reading = await read('doors/03-the-sound.txt');
    expect(reliances(reading).filter((each) => each.startsWith('NordWire'))).toEqual([]);
  });

  it('has one shipping company, and a director who speaks for his authority', async () => {
    const [wire, daily, site] = await Promise.all(
      ['01-nordwire.txt', '02-heske-dagblad.txt', '03-the-sound.txt'].map((file) => read(`doors/${file}`)),
    );
    const reasons = (a: Reading, b: Reading) => joinSources(a, b).map(({ reason }) => reason);
    expect(reasons(daily!, site!)).toContain('the only company of which either article tells');
    expect(reasons(wire!, site!)).toContain('speaks for the only such body in one affair');
  });
});

describe('lead in the water', () => {
  it('gives an “as” clause to each of those who said so', async () => {
    const reading = await read('lead/02-tv-east.txt');
    expect(acts(reading)).toEqual(
      expect.arrayContaining([
        'Brannok Courier REPORTED',
        'Lise Farr CLAIMED',
        'health department CONFIRMED',
      ]),
    );
    const learned = reading.mentions.filter(
      ({ content }) => content.length === 1 && content[0]![1] - content[0]![0] > 80,
    );
    expect(learned.map(({ statement }) => nameOf(reading, sourceOf(reading, statement))).sort()).toEqual([
      'Brannok Courier',
      'health department',
    ]);
  });

  it('does not take the mayor of whom she speaks for her, nor those who are warned for what is said', async () => {
    const reading = await read('lead/02-tv-east.txt');
    expect(acts(reading)).not.toContain('City hall WARNED');
    const letter = reading.claims.find(({ text }) => text.includes('11 February'));
    const speakers = reading.statements.filter((s) => s.claims.some(({ id }) => id === letter?.id));
    expect(speakers.map(({ source }) => nameOf(reading, source))).toEqual(['Lise Farr']);
  });

  it('keeps a person who hands on a letter a person', async () => {
    const reading = await read('lead/01-brannok-courier.txt');
    expect(reading.sources.find(({ name }) => name === 'Lise Farr')?.kind).toBe('Person');
  });
});

describe('an adviser who held shares', () => {
  it('reports for a paper what its documents show, and what a report in it says', async () => {
    const [tribune, wire] = await Promise.all([
      read('shares/01-varn-tribune.txt'),
      read('shares/02-vna.txt'),
    ]);
    expect(acts(tribune)).toContain('The Varn Tribune REPORTED');
    expect(reliances(tribune)).toContain('The Varn Tribune < documents obtained by the Tribune explicit');
    expect(acts(wire)).toContain('Varn Tribune REPORTED');
  });

  it('gives a spokeswoman to the body just named, and none to the outlet itself', async () => {
    const [tribune, wire] = await Promise.all([
      read('shares/01-varn-tribune.txt'),
      read('shares/02-vna.txt'),
    ]);
    expect(acts(tribune)).toContain('ministry CLAIMED');
    expect(acts(wire)).toEqual(
      expect.arrayContaining(["prosecutor's office CLAIMED", "prosecutor's office CONFIRMED"]),
    );
    expect(acts(wire)).not.toContain('VNA CLAIMED');
  });

  it('leaves the dateline out, and does not take “he” for her who speaks', async () => {
    const { claims } = await read('shares/02-vna.txt');
    expect(claims.filter(({ text }) => /VARN|^Mia Dahl/.test(text))).toEqual([]);
  });
});
