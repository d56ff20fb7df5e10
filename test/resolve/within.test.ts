import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extractRelays } from '../../src/extract/relay/relays.ts';
import { extractByRules } from '../../src/extract/rules/attributions.ts';
import type { Reading } from '../../src/resolve/types.ts';
import { resolveWithin } from '../../src/resolve/within.ts';
import { type GoldArticle, goldArticles } from '../support/gold.ts';
import { INVENTED_COUNTRIES, REAL_COUNTRIES, renamedFounding } from '../support/renamed.ts';
import { documentOf, readingOf } from '../support/said.ts';

const founding = (article: GoldArticle): Reading =>
  resolveWithin(article.document, article.extraction, 'gold@1');
const articles: readonly (readonly [string, GoldArticle])[] = [
  ['as it is', goldArticles('00-founding')[0]!],
  ['with other real names', renamedFounding(REAL_COUNTRIES).article],
  ['with invented names', renamedFounding(INVENTED_COUNTRIES).article],
];

describe.each(articles)('the founding article %s', (_, article) => {
  const reading = founding(article);
  const { text } = article.document.article;
  const said = (needle: string) =>
    reading.claims.filter((claim) =>
      claim.places.some(({ spans }) => spans.some((span) => text.slice(...span).includes(needle))),
    );

  it('holds seven acts of speech beside the article’s own voice', () => {
    expect(reading.statements.filter((s) => s.source !== null)).toHaveLength(7);
  });
  it('has one claim of the capture, by two voices', () => {
    const [capture] = said('capture of');
    const tellers = reading.statements.filter((s) => s.claims.some((c) => c.id === capture?.id));
    expect(tellers.map((s) => s.act).sort()).toEqual(['CONFIRMED', 'REPORTED']);
    expect(capture?.occurrence).toBe(true);
  });
  it('keeps the injury and the place as details of one side each', () => {
    const details = reading.relations.filter((r) => r.kind === 'DETAIL_OF').map((r) => r.from);
    expect(details).toHaveLength(2);
    for (const detail of details)
      expect(reading.statements.filter((s) => s.claims.some((c) => c.id === detail))).toHaveLength(1);
  });
  it('makes no claim of intentions, promises and demands', () => {
    expect(said('thoroughly examine')).toEqual([]);
    expect(said('have an answer')).toEqual([]);
  });
  it('rests the confirmation on the friendly service, but not what it tells of the exchange', () => {
    const implied = reading.reliances.find((r) => r.certainty === 'implied');
    const exchange = said('real-time information')[0]?.id ?? '';
    expect(implied?.claims).not.toBeNull();
    expect(implied?.claims).not.toContain(exchange);
  });
  it('asks what the text leaves open, and nothing else', () => {
    const questions = [...reading.links, ...reading.reliances].flatMap((each) => each.question ?? []);
    expect(questions).toHaveLength(2);
    expect(reading.links.filter((l) => l.opens === 'origin')).toHaveLength(1);
  });
});

describe('mentions', () => {
  it('have the relative clause that tells who speaks in the phrase of their source', () => {
    const text =
      'The miller, who leads the guild, said that the mill was empty. “It was shut,” said the clerk, whose house is near.';
    const document = documentOf(text);
    const reading = resolveWithin(
      document,
      { attributions: extractByRules(document), relays: [] },
      'rules@1',
    );
    const sources = reading.mentions.flatMap(({ source }) => source.map((span) => text.slice(...span)));
    expect(sources).toEqual(['The miller, who leads the guild', 'the clerk, whose house is near']);
  });
  it('have for source the phrase that a relative pronoun stands for', () => {
    const text = 'The board thanked its spokeswoman Ona Ferr, who said that the pier was closed.';
    const { mentions } = readingOf(text, [['who', 'said', 'the pier was closed']]);
    expect(mentions.map((m) => m.source.map((span) => text.slice(...span)))).toEqual([
      ['its spokeswoman Ona Ferr'],
    ]);
  });
  it('are none where nobody in particular speaks', () => {
    const { mentions } = readingOf('It sank before anybody told the crew that it leaked.', [
      ['anybody', 'told', 'it leaked'],
    ]);
    expect(mentions).toEqual([]);
  });
});

describe('statements', () => {
  it('hold paraphrase, quotation and addition together', () => {
    const { statements } = readingOf(
      'The ministry confirmed on Monday that the bridge had collapsed. “The bridge collapsed at noon,” the ministry said.',
      [
        ['The ministry', 'confirmed', 'the bridge had collapsed'],
        ['the ministry', 'said', '“The bridge collapsed at noon,”'],
      ],
    );
    expect(statements).toHaveLength(1);
    expect(statements[0]?.act).toBe('CONFIRMED');
  });
  it('go on in a quotation right behind, in the next paragraph and after a stronger cue too', () => {
    const { statements } = readingOf(
      'The harbour office confirmed that the crane had fallen.\n\n“Three men stood under it,” the harbour office said.',
      [
        ['The harbour office', 'confirmed', 'the crane had fallen'],
        ['the harbour office', 'said', '“Three men stood under it,”'],
      ],
    );
    expect(statements).toHaveLength(1);
    expect(statements[0]?.act).toBe('CONFIRMED');
  });
  it('go on where somebody speaks by name for the body that spoke before', () => {
    const { statements } = readingOf(
      'The crane had fallen, the harbour office said.\n\nThree men had stood under it, the director of the harbour office, Ada Lunt, said.',
      [
        ['the harbour office', 'said', 'The crane had fallen'],
        ['the director of the harbour office, Ada Lunt', 'said', 'Three men had stood under it'],
      ],
    );
    expect(statements).toHaveLength(1);
  });
  it('go on behind indirect speech in its tense, and not in another', () => {
    const said: [string, string, string][] = [['the harbour office', 'said', 'The crane had fallen']];
    const lead = 'The crane had fallen, the harbour office said.';
    const mentions = (text: string) => readingOf(text, said).mentions.length;
    expect(mentions(`${lead} Nobody had stood under it.`)).toBe(2);
    expect(mentions(`${lead} Nobody stands under it.`)).toBe(1);
    expect(mentions(`${lead}\n\nNobody had stood under it.`)).toBe(1);
  });
  it('hold what stands behind what an outlet has learned, to the end of the paragraph', () => {
    const said = (who: string): [string, string, string][] => [
      [who, 'has learned', 'the crane had no licence'],
    ];
    const mentions = (who: string, next: string) =>
      readingOf(`${who} has learned that the crane had no licence.${next}`, said(who), {
        outlet: 'The Lund Post',
      }).mentions.length;
    expect(mentions('The Lund Post', ' The harbour office lets it stand all the same.')).toBe(2);
    expect(mentions('The Lund Post', '\n\nThe harbour office lets it stand all the same.')).toBe(1);
    expect(mentions('The mayor', ' The harbour office lets it stand all the same.')).toBe(1);
  });
  it('hold all of a press release that stands before its last word', () => {
    const text = [
      'Torv Leasing today announced that the crane had fallen.',
      'Nobody stood under it.',
      'A new crane will come in May, Torv Leasing said.',
      'Torv Leasing was founded in 1962.',
    ].join('\n\n');
    const said: [string, string, string][] = [
      ['Torv Leasing', 'announced', 'the crane had fallen'],
      ['Torv Leasing', 'said', 'A new crane will come in May'],
    ];
    const mentions = (outlet: string) => readingOf(text, said, { outlet }).mentions.length;
    expect(mentions('Torv Leasing Newsroom')).toBe(3);
    expect(mentions('The Lund Post')).toBe(2);
  });
  it('hold why an outlet takes its report back', () => {
    const { statements } = readingOf(
      'The Lund Post withdrew its report about the crane. A clerk had misread a letter, the newspaper wrote.',
      [
        ['The Lund Post', 'withdrew its report about', 'the crane'],
        ['the newspaper', 'wrote', 'A clerk had misread a letter'],
      ],
    );
    expect(statements.map(({ act }) => act)).toEqual(['DENIED']);
  });
  it('are others where the quotation stands two paragraphs on', () => {
    const far = readingOf(
      'The harbour office said the crane had fallen.\n\nRain fell all day.\n\n“Three men stood under it,” according to the harbour office.',
      [
        ['The harbour office', 'said', 'the crane had fallen'],
        ['the harbour office', 'according to', '“Three men stood under it,”'],
      ],
    );
    expect(far.statements).toHaveLength(2);
  });
  it('keep a denial apart from what is asserted beside it', () => {
    const { statements } = readingOf(
      'The mayor said the bridge was closed. She denied that anybody had been hurt.',
      [
        ['The mayor', 'said', 'the bridge was closed'],
        ['She', 'denied', 'anybody had been hurt'],
      ],
    );
    expect(statements.map((s) => s.act).sort()).toEqual(['CLAIMED', 'DENIED']);
    expect(statements[0]?.communication).toBe(statements[1]?.communication);
    expect(statements[0]?.communication).not.toBeNull();
  });
  it('split a quotation in which somebody denies having done something', () => {
    const { statements } = readingOf('“We fired back. We did not cross the border,” the brigade said.', [
      ['the brigade', 'said', '“We fired back. We did not cross the border,”'],
    ]);
    expect(statements.map((s) => s.claims.map((c) => c.stance)).sort()).toEqual([['asserts'], ['denies']]);
  });
});

describe('withdrawals', () => {
  it('take back what their source said in the same article', () => {
    const { statements } = readingOf(
      'The minister denied that she had resigned. Later the minister withdrew her denial: “It was me who asked my office to deny it,” the minister said.',
      [
        ['The minister', 'denied', 'she had resigned'],
        ['the minister', 'said', '“It was me who asked my office to deny it,”'],
      ],
    );
    expect(statements.filter((s) => s.act === 'DENIED')).toHaveLength(1);
  });
});

describe('the place of an event', () => {
  it.each([
    ['Two barges collided at the Orvel lock', 'the Orvel lock'],
    ['A barge sank in Lower Moat on Sunday', 'Lower Moat'],
    ['The parade at Orvel took place without incident', 'Orvel'],
    ['Two barges collided at 21:40 on Sunday', null],
    ['The barges were sold in talks about buying Orvel', null],
  ])('“%s”: %s', (claim, place) => {
    const { events } = readingOf(`${claim}, police said.`, [['police', 'said', claim]]);
    expect(events.map((e) => e.place)).toEqual([place]);
  });
});

describe('any text', () => {
  it('is read without a throw; all that is read stands in it', () => {
    const words = fc.constantFrom(
      'Brandt',
      'the ministry',
      'said',
      'told',
      'VNS',
      'confirmed',
      'denied',
      'that',
      '“',
      '”',
      '.',
      ',',
      'not',
      'five',
      'workers',
      'died',
      'The',
      'photo',
      'according to',
      'this',
      'it',
      'and',
      '\n\n',
      'was wrong',
      '3,000',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(words, { maxLength: 60 }).map((all) => all.join(' ')),
        ),
        (text) => {
          const document = documentOf(text);
          const attributions = extractByRules(document);
          const reading = resolveWithin(
            document,
            { attributions, relays: extractRelays(document, attributions) },
            't',
          );
          const statements = new Set(reading.statements.map((s) => s.id));
          const claims = new Set(reading.claims.map((c) => c.id));
          for (const mention of reading.mentions) {
            expect(statements).toContain(mention.statement);
            for (const claim of mention.claims) expect(claims).toContain(claim);
            for (const [start, end] of [...mention.content, ...mention.cue, ...mention.source]) {
              expect(start).toBeGreaterThanOrEqual(0);
              expect(end).toBeLessThanOrEqual(text.length);
            }
          }
          for (const statement of reading.statements)
            expect(reading.mentions.some((mention) => mention.statement === statement.id)).toBe(true);
        },
      ),
      { numRuns: 150 },
    );
  });
});
