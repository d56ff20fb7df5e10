import { describe, expect, it } from 'vitest';
import { actOfSource, classify } from '../../../src/extract/rules/classify.ts';
import type { Document } from '../../../src/text/types.ts';
import { read, spanOfWords, words } from './read.ts';

const read3 = (text: string, source: string, cue: string, content: string) => {
  const document = read(text);
  const span = (phrase: string) => (phrase === '' ? [] : [spanOfWords(document, phrase)]);
  return {
    document,
    ...classify(document, { source: span(source), cue: span(cue), content: span(content) }),
  };
};
const at = (document: Document, span: readonly [number, number] | null): string | null =>
  span === null ? null : words(document, [span]);

describe('act', () => {
  it.each([
    ['CONFIRMED', 'The board', 'confirmed', 'the closure'],
    ['CONFIRMED', 'the board', 'confirmation', ''],
    ['CONFIRMED', 'The board', 'said', '“We confirm the capture of the boat,”'],
    ['CLAIMED', 'The board', 'said', 'the pier was closed'],
    ['CLAIMED', 'The board', 'according to', 'the pier was closed'],
    ['REPORTED', 'Radio Lund', 'reported', 'a fire on the pier'],
    ['DENIED', 'The board', 'denied', 'the report'],
    ['DENIED', 'The board', 'no longer speaks of', 'a fox'],
    ['DENIED', 'The board', 'withdrew', 'its report about the pier'],
    ['CONFIRMED', 'The board', 'withdrew', 'its denial'],
    ['DENIED', 'The board', 'said', '“No oil has left the tank,”'],
    ['DENIED', 'The board', 'told', 'its boats had neither crossed the line nor fired'],
    ['DENIED', 'The board', 'called', 'the story “pure invention”'],
    ['DENIED', 'The board', 'assured', 'no oil left the tank'],
    ['DENIED', 'The board', 'dismissed', 'the reports as speculation'],
    ['DENIED', 'The board', 'slammed', 'the claims about the boat as grotesque'],
    ['DENIED', 'Ferr', 'maintains', 'she is innocent'],
    ['DENIED', 'Ferr', 'said', '“My client rejects the accusations,”'],
    ['DENIED', 'The board', 'said', 'no such order existed'],
    ['CONFIRMED', 'The board', 'conceded', 'the pier was closed'],
    ['CLAIMED', 'The board', 'said', 'at least 300 of the boats on the list did not exist'],
    ['CLAIMED', 'Ferr', 'estimated', 'no more than 50 boats had been moored there'],
    ['CLAIMED', 'The board', 'said', 'it could no longer rely on figures provided by the port'],
    ['CLAIMED', 'The board', 'called', 'the law “a fairy tale”'],
    ['OTHER', 'The board', 'referred questions to the ministry', ''],
    ['CLAIMED', 'The board', 'said', 'nobody was missing any longer'],
    ['CLAIMED', 'Ferr', 'said', '“I have not seen the letter,”'],
    ['WARNED', 'Ferr', 'warned', 'the ice could break'],
    ['OTHER', 'Ferr', 'warned', 'against walking on the ice'],
    ['PREDICTED', 'The board', 'said', 'the final report will be published in May'],
    ['PREDICTED', 'The board', 'predicted', 'a mild winter'],
    ['OTHER', 'The board', 'said', 'it would inform the public'],
    ['OTHER', 'The board', 'called for', 'an inquiry'],
    ['OTHER', 'The board', 'said', '“Who knew? When was it closed?”'],
    ['CLAIMED', 'The board', 'said', '“Who knew? The port was closed.”'],
    ['OTHER', 'The board', 'declined to comment', ''],
    ['OTHER', 'Ferr', 'would not say', ''],
    ['OTHER', 'Ferr', 'said', '“Our thoughts are with the families,”'],
    ['OTHER', 'Ferr', 'said', '“It is far too early to talk about causes,”'],
  ] as const)('%s: %s %s %s', (act, source, cue, content) => {
    expect(read3(`${source} ${cue} ${content}.`, source, cue, content).act).toBe(act);
  });

  it('lets only outlets report', () => {
    expect(actOfSource('CLAIMED', 'Outlet')).toBe('REPORTED');
    expect(actOfSource('REPORTED', 'Agency')).toBe('CLAIMED');
    expect(actOfSource('DENIED', 'Outlet')).toBe('DENIED');
  });
});

describe('factuality', () => {
  it.each([
    ['CT+', 'about 300 boats were lost'],
    ['PS+', 'the drones could soon be tested'],
    ['PS+', 'it may have been brought down by jamming'],
    ['PR+', 'the pier will be rebuilt by 2030'],
    ['PR+', 'the boats are to leave in May'],
    ['CT+', 'a loan of that size would have needed consent'],
    ['Uu', 'there is a risk that the ice breaks'],
    ['CT+', 'it could no longer pay its crews'],
    ['CT+', 'the man who could not swim was found'],
  ] as const)('%s: %s', (factuality, content) => {
    expect(read3(`The board said ${content}.`, 'The board', 'said', content).factuality).toBe(factuality);
  });

  it('is negative only where something is denied', () => {
    expect(read3('The board denied the report.', 'The board', 'denied', 'the report').factuality).toBe('CT-');
  });

  it('hears no statement in how something is done', () => {
    const found = read3(
      'The clerk explained how to file a complaint.',
      'The clerk',
      'explained',
      'how to file a complaint',
    );
    expect(found.statement).toBe(false);
    const told = read3(
      'The clerk explained how the money was lost.',
      'The clerk',
      'explained',
      'how the money was lost',
    );
    expect(told.statement).toBe(true);
  });

  it('is possible where it is not ruled out', () => {
    const open = read3(
      'She did not rule out that the pier was shut.',
      'She',
      'did not rule out',
      'that the pier was shut',
    );
    expect(open).toMatchObject({ act: 'CLAIMED', factuality: 'PS+', statement: true });
    const shut = read3('She ruled out that the pier was shut.', 'She', 'ruled out', 'that the pier was shut');
    expect(shut.act).toBe('DENIED');
  });

  it('lists the words that hedge', () => {
    const { document, hedges } = read3(
      'Ferr said the ice could possibly break.',
      'Ferr',
      'said',
      'the ice could possibly break',
    );
    expect(words(document, hedges)).toBe('could … possibly');
  });
});

describe('circumstances', () => {
  it('finds what it was said in, and what it was said on', () => {
    const written = read3(
      'The board said in a brief statement that the pier was closed.',
      'The board',
      'said',
      'the pier was closed',
    );
    expect(at(written.document, written.channel)).toBe('a brief statement');
    const posted = read3(
      '“The pier is closed,” Ferr wrote on Telegram.',
      'Ferr',
      'wrote',
      '“The pier is closed,”',
    );
    expect(at(posted.document, posted.channel)).toBe('Telegram');
  });

  it('takes hearers and outlets for no channel', () => {
    const { channel } = read3(
      'Ferr told reporters at the gate that it was over.',
      'Ferr',
      'told',
      'it was over',
    );
    expect(channel).toBeNull();
  });

  it.each([
    [
      'The board confirmed this Friday the closure of the pier.',
      'The board',
      'confirmed',
      'the closure of the pier',
      'this Friday',
    ],
    [
      'Ferr said earlier this week that the pier was closed.',
      'Ferr',
      'said',
      'the pier was closed',
      'earlier this week',
    ],
    ['The ice could break, Ferr warned on Monday.', 'Ferr', 'warned', 'The ice could break', 'on Monday'],
    ['On Tuesday it had spoken of three dead.', 'it', 'had spoken of', 'three dead', 'On Tuesday'],
  ])('dates the saying of %s', (text, source, cue, content, time) => {
    const { document, time: found } = read3(text, source, cue, content);
    expect(at(document, found)).toBe(time);
  });

  it('does not date the saying by the time of what is said', () => {
    const { time } = read3('Ferr said the boat sank on Monday.', 'Ferr', 'said', 'the boat sank on Monday');
    expect(time).toBeNull();
  });

  it('sees preliminary data', () => {
    const text = 'Ferr said 300 boats were lost according to preliminary data.';
    expect(read3(text, 'Ferr', 'said', '300 boats were lost').provisional).toBe(true);
    expect(read3('Ferr said 300 boats were lost.', 'Ferr', 'said', '300 boats were lost').provisional).toBe(
      false,
    );
  });
});

describe('statement', () => {
  it.each([
    ['The ministry', 'published', 'the letter', false],
    ['The ministry', 'announced', 'the pier was closed', true],
    ['the newspaper', 'obtained', 'under the law', false],
    ['the newspaper', 'found', 'the pier was closed', true],
  ])('hears whether “%s %s %s” tells something', (source, cue, content, statement) => {
    const text = `In May ${source} ${cue} ${content}.`;
    expect(read3(text, source, cue, content).statement).toBe(statement);
  });
  it('tells what is said from what is wanted', () => {
    expect(
      read3('The board said the pier was closed.', 'The board', 'said', 'the pier was closed').statement,
    ).toBe(true);
    expect(read3('The board supports a new pier.', 'The board', 'supports', 'a new pier').statement).toBe(
      false,
    );
  });
});
