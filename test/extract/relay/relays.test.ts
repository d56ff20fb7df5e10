import { describe, expect, it } from 'vitest';
import { extractRelays, mentionsEarlierReport } from '../../../src/extract/relay/relays.ts';
import { extractByRules } from '../../../src/extract/rules/attributions.ts';
import { read, words } from '../rules/read.ts';

const relays = (text: string, outlet: string | null = null): string[] => {
  const document = read(text, outlet);
  return extractRelays(document, extractByRules(document)).map(
    ({ relayer, upstream, kind, certainty }) =>
      `${words(document, [relayer])} < ${words(document, [upstream])} (${kind}, ${certainty})`,
  );
};

describe('extractRelays', () => {
  it.each([
    [
      'A crane driver told Radio Lund that the gate was locked.',
      'Radio Lund < A crane driver (told-outlet, explicit)',
    ],
    [
      'The mayor had been informed by the club on Monday, a town spokeswoman said.',
      'The mayor < the club (told-outlet, implied)',
    ],
    ['In an interview with CNN, Ferr said the pier was closed.', 'CNN < Ferr (interview, explicit)'],
    [
      'The Lund Post, citing the agency, carried the same account.',
      'The Lund Post < the agency (cites, explicit)',
    ],
    [
      'Radio Lund, quoting a clinic doctor, said two guards had died.',
      'Radio Lund < a clinic doctor (quotes, explicit)',
    ],
    [
      'Radio Lund reported on Monday, quoting a ferry passenger, that two guards had died.',
      'Radio Lund < a ferry passenger (quotes, explicit)',
    ],
    [
      'The weir was opened by hand, wrote the newspaper The Lund Post, that cites the agency.',
      'the newspaper The Lund Post < the agency (cites, explicit)',
    ],
    [
      'The baker Ella Voss, quoted by Radio Lund, said that the mill was closed.',
      'Radio Lund < The baker Ella Voss (quotes, explicit)',
    ],
    [
      'The mill was sold in May, according to the contract, which Radio Lund has seen.',
      'Radio Lund < the contract (obtained, explicit)',
    ],
    [
      'The mill was sold in May. The portal had it from Radio Lund.',
      'The portal < Radio Lund (cites, explicit)',
    ],
    [
      'The number came from the police, a spokesman for the ministry said.',
      'a spokesman for the ministry < the police (cites, explicit)',
    ],
    [
      'No defect was found, Ferr said. He referred to a letter from the mill.',
      'He < a letter from the mill (cites, explicit)',
    ],
    [
      'The mill was sold in May, Radio Lund has learned from the secretary of the mill.',
      'Radio Lund < the secretary of the mill (cites, explicit)',
    ],
    [
      'The driver was sober, according to prosecutor Ella Voss, who cited a sample taken at noon.',
      'prosecutor Ella Voss < a sample taken at noon (cites, explicit)',
    ],
    [
      'A member of the board was quoted by Radio Lund as saying that the vote was close.',
      'Radio Lund < A member of the board (quotes, explicit)',
    ],
    [
      'Ella Moor, the baker quoted by Radio Lund, said the mill was closed.',
      'Radio Lund < the baker (quotes, explicit)',
    ],
    [
      'The Lund Post, citing sources close to the inquiry, reported that the mill was closed.',
      'The Lund Post < sources close to the inquiry (cites, explicit)',
    ],
    [
      'Citing figures from the institute, the agency said that 41 mills were closed.',
      'the agency < the institute (cites, explicit)',
    ],
    [
      'The river commission said satellite images taken on Sunday showed six boats.',
      'The river commission < satellite images taken on Sunday (based-on-data, explicit)',
    ],
    [
      'Emails released by the ministry show that the board knew.',
      'the ministry < Emails (obtained, explicit)',
    ],
    ['The Lund Post has seen the draft.', 'The Lund Post < the draft (other, explicit)'],
    [
      'The river commission said its sensors had recorded 34 blasts.',
      'The river commission < its sensors (based-on-data, explicit)',
    ],
    [
      'Ferr said 300 boats were lost according to preliminary data.',
      'Ferr < preliminary data (based-on-data, explicit)',
    ],
    [
      '“By sharing information with a friendly service, we confirm the arrest,” the agency said.',
      'the agency < a friendly service (other, implied)',
    ],
    [
      'Radio Lund reported that Ferr said the pier was closed.',
      'Radio Lund < Ferr (according-to-nested, explicit)',
    ],
  ])('reads %s', (text, relay) => {
    expect(relays(text)).toEqual([relay]);
  });

  it('gives each of two outlets its relay where both cite', () => {
    expect(
      relays('The Lund Post and Channel Nord, both citing unnamed officials, had reported the offer.'),
    ).toEqual([
      'The Lund Post < unnamed officials (cites, explicit)',
      'Channel Nord < unnamed officials (cites, explicit)',
    ]);
  });

  it('follows a chain link by link', () => {
    const text = 'The Express reported the sale, citing Kanal Nord, which had taken it from the blog Notes.';
    expect(relays(text)).toEqual([
      'The Express < Kanal Nord (cites, explicit)',
      'Kanal Nord < the blog Notes (cites, explicit)',
    ]);
  });

  it('takes what an outlet has learned to rest on who says it in the next sentence', () => {
    const text =
      'The minister offered to go, the Ledger has learned. She handed in a letter, according to a senior official.';
    expect(relays(text, 'The Lund Ledger')).toEqual([
      'the Ledger < a senior official (according-to-nested, implied)',
    ]);
  });

  it('leaves open what the text leaves open', () => {
    const text = 'Whether the second person knew it from the morning’s paper was not clear.';
    expect(relays(text)).toEqual(['the second person < the morning’s paper (other, possible)']);
  });

  it.each([
    ['speech to the article’s own outlet', 'Ferr told the Lund Post that the pier was closed.'],
    ['speech to this newspaper', 'Ferr told this newspaper that the pier was closed.'],
    ['speech to a crowd', 'Ferr told reporters at the gate that the pier was closed.'],
    ['order in time', 'The board confirmed the closure after Radio Lund reported it.'],
    ['a reason that is cited', 'The board closed the pier, citing safety.'],
  ])('takes %s for no relay', (_, text) => {
    expect(relays(text, 'The Lund Post')).toEqual([]);
  });
});

describe('what an outlet has learned', () => {
  it('rests on the unnamed people who tell it to the outlet, not on who tells it to others', () => {
    const learned = 'A guard was arrested, the Lund Post has learned. He left in silence, ';
    expect(relays(`${learned}a person close to the inquiry told us.`, 'The Lund Post')).toContain(
      'the Lund Post < a person close to the inquiry (according-to-nested, implied)',
    );
    expect(relays(`${learned}a nurse told the police.`, 'The Lund Post').join()).not.toContain('nested');
  });
  it('comes from nobody where no speaker says so', () => {
    expect(relays('That claim comes from a man who worked there.')).toEqual([]);
  });
});

describe('mentionsEarlierReport', () => {
  it('lists a report that came before a statement', () => {
    const document = read(
      'The confirmation from the board comes after Radio Lund reported the closure on Thursday.',
    );
    const [earlier] = mentionsEarlierReport(document, extractByRules(document));
    expect(
      earlier && [words(document, [earlier.statement]), words(document, [earlier.report]), earlier.kind],
    ).toEqual(['the board', 'Radio Lund', 'after']);
  });
});

describe('a citing verb that is taken for what the cited say', () => {
  it('leaves the citing to who reports', () => {
    const document = read('The Lund Post reported, quoting two officials, that the pier was closed.');
    const { text } = document.article;
    const at = (passage: string): [number, number] => [
      text.indexOf(passage),
      text.indexOf(passage) + passage.length,
    ];
    const [found] = extractByRules(document);
    const officials = { ...found!, source: [at('two officials')], cue: [at('quoting')] };
    const [relay] = extractRelays(document, [officials]);
    expect(words(document, [relay!.relayer])).toBe('The Lund Post');
    expect(words(document, [relay!.upstream])).toBe('two officials');
  });
});
