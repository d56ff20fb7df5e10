import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clausesOf } from '../../src/resolve/claims/clauses.ts';
import { likeness, rarityIn } from '../../src/resolve/claims/compare.ts';
import { compatible, numberOf, quantitiesOf } from '../../src/resolve/claims/quantities.ts';
import { conceptOf, nameStem } from '../../src/resolve/claims/words.ts';
import type { ClaimFeatures, Quantity } from '../../src/resolve/types.ts';
import { documentOf, readingOf } from '../support/said.ts';

const clauses = (text: string) =>
  clausesOf(documentOf(text), [[0, text.length]]).map(({ tokens }) => tokens.map((t) => t.norm).join(' '));
const amounts = (text: string) => quantitiesOf(documentOf(text).tokens);

describe('clauses', () => {
  it.each([
    [
      'The fire started in tank 14 and had been contained by noon.',
      ['the fire started in tank 14', 'the fire had been contained by noon'],
    ],
    ['Five had died and nine were missing.', ['five had died', 'nine were missing']],
    ['three dead and 11 missing', ['three dead', '11 missing']],
    [
      'the number of soldiers killed and wounded exceeded 300',
      ['the number of soldiers killed and wounded exceeded 300'],
    ],
    ['the claim that the company had paid', ['the company had paid']],
  ])('of “%s”', (text, expected) => expect(clauses(text)).toEqual(expected));

  it('leave out what a speaker only intends', () => {
    expect(clauses('“We confirm the arrest of a suspect and we plan to look into it.”')).toEqual([
      'the arrest of a suspect',
    ]);
  });
});

describe('what is said in pieces', () => {
  const texts = (text: string, says: readonly [string, string, string]) =>
    readingOf(text, [says]).claims.map((claim) => claim.text);
  it('is whole again where the cue stands between a subject and its infinitive', () => {
    const text = 'The pilot of the ferry, Odo Brink, is said to have been arrested in Tarn.';
    const document = documentOf(text);
    const pieces = ['The pilot of the ferry, Odo Brink', 'to have been arrested in Tarn'].map(
      (piece) => [text.indexOf(piece), text.indexOf(piece) + piece.length] as const,
    );
    expect(clausesOf(document, pieces)).toHaveLength(1);
  });
  it('ends before a quotation behind a colon', () => {
    expect(clauses('The members had not been asked: “We sat with them for three hours.”')).toEqual([
      'the members had not been asked',
      'we sat with them for three hours',
    ]);
  });
  it('is no claim where it tells nothing, or only how something was done', () => {
    expect(texts('“So it is,” Brink said.', ['Brink', 'said', '“So it is,”'])).toEqual([]);
    const text = 'Radio Tarn reported that the ferry had sunk, without giving a source.';
    const said = readingOf(text, [
      ['Radio Tarn', 'reported', 'the ferry had sunk'],
      ['Radio Tarn', 'reported', 'without giving a source'],
    ]);
    expect(said.claims.map((claim) => claim.text)).toEqual(['The ferry had sunk']);
  });
  it('is no claim where it only names somebody', () => {
    expect(texts('Radio Tarn quoted a harbour pilot.', ['Radio Tarn', 'quoted', 'a harbour pilot'])).toEqual(
      [],
    );
    expect(texts('Radio Tarn reported an explosion.', ['Radio Tarn', 'reported', 'an explosion'])).toEqual([
      'An explosion',
    ]);
  });
});

describe('amounts', () => {
  it.each([
    ['at least three workers died', { value: 3, unit: 'person', approximate: false, bound: 'atLeast' }],
    [
      'about 40 million crowns were paid',
      { value: 40_000_000, unit: 'crown', approximate: true, bound: 'exact' },
    ],
    ['no more than five shots', { value: 5, bound: 'atMost', approximate: false, unit: 'shoot' }],
    ['the number rose from four to six', { value: 6, unit: '', approximate: false, bound: 'exact' }],
    ['some 300 of the boats', { value: 300, unit: 'ship', approximate: true, bound: 'exact' }],
    ['it was one', { value: 1, unit: '', approximate: false, bound: 'exact' }],
    ['nine of the twelve wells', { value: 9, unit: 'well', approximate: false, bound: 'exact' }],
    ['nobody was missing', { value: 0, unit: 'person', approximate: false, bound: 'exact' }],
  ])('in “%s”', (text, expected) => expect(amounts(text)).toEqual([expected]));
  it.each(['the fire began at 7 a.m.', 'the law of 2019', 'next to tank 14'])('are none in “%s”', (text) =>
    expect(amounts(text)).toEqual([]),
  );
  it('are read from any word without a throw', () => {
    fc.assert(fc.property(fc.string(), (word) => Number.isFinite(numberOf(word) ?? 0)));
  });
  it('agree in both directions, and with themselves', () => {
    const quantity: fc.Arbitrary<Quantity> = fc.record({
      value: fc.nat(1000),
      unit: fc.constant('person'),
      approximate: fc.boolean(),
      bound: fc.constantFrom('exact', 'atLeast', 'atMost'),
    });
    fc.assert(
      fc.property(quantity, quantity, (a, b) => compatible(a, b) === compatible(b, a) && compatible(a, a)),
    );
  });
});

describe('words', () => {
  it('of one happening are one concept', () => {
    expect(conceptOf('explosion')).toBe(conceptOf('blast'));
    expect(conceptOf('resignation')).toBe(conceptOf('resign'));
    expect(conceptOf('capture')).not.toBe(conceptOf('release'));
  });
  it('for a people and its country have one stem', () => {
    expect(nameStem('ukrainian')).toBe(nameStem('ukraine’s'));
    expect(nameStem('korean')).toBe(nameStem('korea'));
  });
});

describe('likeness', () => {
  const key = fc.constantFrom('die', 'explode', 'plant', 'cloud', 'border', 'send');
  const features: fc.Arbitrary<ClaimFeatures> = fc.record({
    heads: fc.uniqueArray(key, { maxLength: 2 }),
    entities: fc.uniqueArray(fc.constantFrom('@a', '@b'), { maxLength: 2 }),
    content: fc.uniqueArray(key, { maxLength: 4 }),
    circumstances: fc.uniqueArray(key, { maxLength: 3 }),
    subject: fc.uniqueArray(key, { maxLength: 2 }),
    passive: fc.boolean(),
    quantities: fc.constant([]),
    negated: fc.boolean(),
    prospective: fc.boolean(),
    quotation: fc.constant(null),
  });
  it('is symmetric and between 0 and 1', () => {
    fc.assert(
      fc.property(features, features, (a, b) => {
        const rarity = rarityIn([a, b]);
        const [one, other] = [likeness(a, b, rarity), likeness(b, a, rarity)];
        expect(one.dice).toBeCloseTo(other.dice);
        expect(one.cover).toBeCloseTo(other.cover);
        expect(one.dice).toBeGreaterThanOrEqual(0);
        expect(one.dice).toBeLessThanOrEqual(1 + 1e-9);
      }),
    );
  });
});

describe('what somebody means', () => {
  const told = (text: string, ...says: Parameters<typeof readingOf>[1]) => readingOf(text, says);
  it('by a pronoun is the sentence before that nobody else said', () => {
    const { claims, statements } = told('Four planes landed at Norrik. A diplomat said this.', [
      'A diplomat',
      'said',
      'this',
    ]);
    expect(claims.map((claim) => claim.text)).toEqual(['Four planes landed at Norrik']);
    expect(statements[0]?.claims.map((claim) => claim.stance)).toEqual(['asserts']);
  });
  it('by somebody’s account is what that source said', () => {
    const { claims, statements } = told(
      'A driver said wagons were painted at night. The mayor said the road to Norrik was closed. The firm rejected the driver’s account.',
      ['A driver', 'said', 'wagons were painted at night'],
      ['The mayor', 'said', 'the road to Norrik was closed'],
      ['The firm', 'rejected', 'the driver’s account'],
    );
    const denied = statements.flatMap((s) => s.claims.filter((c) => c.stance === 'denies'));
    expect(denied.map(({ id }) => claims.find((claim) => claim.id === id)?.text)).toEqual([
      'Wagons were painted at night',
    ]);
  });
  it('by what came of an event is a claim of its own', () => {
    const { claims } = told(
      'A train left the track near Norrik, killing nine and injuring forty, police said.',
      ['police', 'said', 'A train left the track near Norrik, killing nine and injuring forty'],
    );
    expect(claims.map((claim) => claim.text)).toEqual([
      'A train left the track near Norrik',
      'Killing nine',
      'Injuring forty',
    ]);
  });
});

describe('a quotation right behind what its speaker is told to have said', () => {
  const carried = (text: string, quotation = '“The call lasted four minutes,”') => {
    const { mentions } = readingOf(text, [
      ['Vera Lund', 'said', 'the owner had been rung on Monday'],
      ['she', 'added', quotation],
    ]);
    const [told, quoted] = ['the owner', '“'].map((start) =>
      mentions.find((mention) => mention.content[0]?.[0] === text.indexOf(start)),
    );
    return told?.claims.every((claim) => quoted?.claims.includes(claim));
  };
  it('bears it out in the same paragraph', () => {
    expect(
      carried(
        'Inspector Vera Lund said the owner had been rung on Monday. “The call lasted four minutes,” she added.',
      ),
    ).toBe(true);
  });
  it('bears it out where its words for who speaks stand a sentence further on', () => {
    expect(
      carried(
        'Inspector Vera Lund said the owner had been rung on Monday. “The call lasted four minutes. It was short,” she added.',
        '“The call lasted four minutes. It was short,”',
      ),
    ).toBe(true);
  });
  it('bears it out at the beginning of the next one', () => {
    expect(
      carried(
        'Inspector Vera Lund said the owner had been rung on Monday.\n\n“The call lasted four minutes,” she added.',
      ),
    ).toBe(true);
  });
  it('stands for itself further on, and where it tells what is to come', () => {
    expect(
      carried(
        'Inspector Vera Lund said the owner had been rung on Monday.\n\nIt rained. “The call lasted four minutes,” she added.',
      ),
    ).toBe(false);
    expect(
      carried(
        'Inspector Vera Lund said the owner had been rung on Monday.\n\n“The owner will be rung again,” she added.',
        '“The owner will be rung again,”',
      ),
    ).toBe(false);
  });
});

describe('a claim that is only named', () => {
  const first = 'A gale had pushed the ferry against the pier';
  const second = 'Forty boats were lost';
  const named = (text: string, content: string, cue = 'denied') => {
    const { mentions } = readingOf(
      `${first}, harbour master Vera Lund said. ${second}, the Tarn Herald reported. Odo Brink ${text}.`,
      [
        ['Vera Lund', 'said', first],
        ['the Tarn Herald', 'reported', second],
        ['Odo Brink', cue, content],
      ],
    );
    const claimsOf = (at: number) => mentions[at]?.claims ?? [];
    return [0, 1].filter((at) => claimsOf(2).some((claim) => claimsOf(at).includes(claim)));
  };
  it.each([
    ['denied reports of a gale', 'reports of a gale', [0]],
    ['denied the account of lost boats', 'the account of lost boats', [1]],
    ['denied the figure', 'the figure', [1]],
    ['denied rumours about a mutiny', 'rumours about a mutiny', []],
  ])('as in “%s”', (text, content, expected) => expect(named(text, content)).toEqual(expected));
  it('is the happening that took place', () => {
    const text =
      'The two towns exchanged prisoners on the pier, Vera Lund said. Odo Brink confirmed that the exchange had taken place.';
    const { claims } = readingOf(text, [
      ['Vera Lund', 'said', 'The two towns exchanged prisoners on the pier'],
      ['Odo Brink', 'confirmed', 'the exchange had taken place'],
    ]);
    expect(claims).toHaveLength(1);
  });
});

describe('a negation', () => {
  const negated = (content: string) =>
    readingOf(`${content}, Vera Lund said.`, [['Vera Lund', 'said', content]]).claims[0]?.features.negated;
  it.each([
    ['The handover took place without incident', false],
    ['No fewer than thirty boats left the harbour', false],
    ['There was hardly any fog', true],
    ['Nor was there a vote in the council', true],
    ['No boat left the harbour', true],
    ['Divers failed to find the anchor', true],
    ['There were three boats, not two', false],
    ['The harbour has 60 berths and not one more', false],
    ['The date is 1 May and nothing else', false],
    ['Nothing was left on the pier', true],
  ])('in “%s”', (content, expected) => expect(negated(content)).toBe(expected));
});

describe('“no such”', () => {
  it('denies what was spoken of before', () => {
    const text =
      'The council bought the ferry in May, the Tarn Herald reported. There was no such purchase, Vera Lund said.';
    const { claims, statements } = readingOf(text, [
      ['the Tarn Herald', 'reported', 'The council bought the ferry in May'],
      ['Vera Lund', 'said', 'There was no such purchase'],
    ]);
    expect(claims.map((claim) => claim.text)).toEqual(['The council bought the ferry in May']);
    expect(statements.map((said) => said.claims[0]?.stance)).toEqual(['asserts', 'denies']);
  });
});

describe('what is to come', () => {
  const isToCome = (content: string) =>
    readingOf(`${content}, Vera Lund said.`, [['Vera Lund', 'said', content]]).claims[0]?.features
      .prospective;
  it.each([
    ['The letter had reached the ministry on 6 May', false],
    ['The mayor asked for the report to be taken out of the file', false],
    ['Two ferries are to be delivered in May', true],
    ['The ward will close in November', true],
  ])('in “%s”', (content, expected) => expect(isToCome(content)).toBe(expected));
});

describe('the features of a claim', () => {
  const headsOf = (content: string) =>
    readingOf(`${content}, Vera Lund said.`, [['Vera Lund', 'said', content]]).claims[0]?.features;
  it('have the deed where a verb only carries its noun', () => {
    expect(headsOf('The council had given its approval')?.heads).toEqual(
      headsOf('The council had approved the plan')?.heads,
    );
  });
  it('have no happening in a word for people', () => {
    expect(headsOf('Two prisoners had slept in the barn')?.heads).toEqual(['sleep']);
    expect(headsOf('The capture of two prisoners')?.heads).toEqual(['capture']);
  });
  it('have a noun behind a preposition, whatever the tagger took it for', () => {
    expect(headsOf('The council was warned of lead in the wells')?.heads).toEqual(['warn']);
  });
  it('have the name of a speaker who says “he” or “I”', () => {
    const subject = (text: string, content: string) =>
      readingOf(text, [['Oskar Brandal', 'said', content]]).claims[0]?.features.subject;
    expect(subject('Oskar Brandal said he had resigned.', 'he had resigned')).toEqual(['@brandal']);
    expect(subject('“I have resigned,” Oskar Brandal said.', '“I have resigned,”')).toEqual(['@brandal']);
  });
  it('have no name for “we”, which may be others', () => {
    const { claims } = readingOf('“We did not cross,” the Sarn Brigade said.', [
      ['the Sarn Brigade', 'said', '“We did not cross,”'],
    ]);
    expect(claims[0]?.features.subject).toEqual([]);
  });
  it.each([
    ['Divers had searched the harbour', 'diver'],
    ['Ferries had left the harbour', 'ship'],
    ['Brandal had searched the harbour', '@brandal'],
  ])('have a noun that opens “%s”', (content, expected) => {
    expect(headsOf(content)?.subject).toEqual([expected]);
  });
  it('have a noun with a capital where it has none elsewhere', () => {
    const text = 'Water stood in the tunnel, Vera Lund said. The water was foul.';
    const { claims } = readingOf(text, [['Vera Lund', 'said', 'Water stood in the tunnel']]);
    expect(claims[0]?.features.content).toContain('water');
  });
  it('have the verb of a participle', () => {
    const stood = headsOf('Water had stood there because of a blocked drain');
    expect([...(stood?.content ?? []), ...(stood?.circumstances ?? [])]).toContain('block');
  });
});

describe('the text of a claim', () => {
  it('names the speaker where he speaks of himself', () => {
    const { claims } = readingOf('“I have held the letter,” Oskar Brandal said.', [
      ['Oskar Brandal', 'said', '“I have held the letter,”'],
    ]);
    expect(claims.map((claim) => claim.text)).toEqual(['Oskar Brandal has held the letter']);
  });
  it('is positive where a negation is denied', () => {
    const { claims, statements } = readingOf('“No chemicals have left the site,” the company said.', [
      ['the company', 'said', '“No chemicals have left the site,”'],
    ]);
    expect(claims.map((claim) => claim.text)).toEqual(['Chemicals have left the site']);
    expect(statements[0]?.claims.map((claim) => claim.stance)).toEqual(['denies']);
  });
});
