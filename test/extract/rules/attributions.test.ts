import { describe, expect, it } from 'vitest';
import { extractByRules } from '../../../src/extract/rules/attributions.ts';
import { read, words } from './read.ts';

const found = (text: string) => {
  const document = read(text);
  return extractByRules(document).map(({ source, cue, content }) => ({
    source: words(document, source),
    cue: words(document, cue),
    content: words(document, content),
  }));
};

describe('extractByRules', () => {
  it.each([
    'The minister stood by the mayor.',
    'The police did not stick to their count.',
    'The police should stick to their count.',
  ])('takes nothing for held to that was not said, or is not held to: %s', (text) => {
    expect(found(text)).toEqual([]);
  });

  it.each([
    'The champions registered 30 goals.',
    'The minister spoke of 2019 with regret.',
    'The ministry raised the flag to half mast.',
    'The price was put at 40 million.',
    'We gave the price as 40 million.',
    'The coach put the captain at 3.',
  ])('takes no figure for said where nobody gives it: %s', (text) => {
    expect(found(text)).toEqual([]);
  });

  it.each([
    [
      'The union, citing its own survey, said that wards lacked staff.',
      'The union',
      'said',
      'wards lacked staff',
    ],
    ['11:05 Lund Live has learned: The pier is closed.', 'Lund Live', 'has learned', 'The pier is closed'],
    [
      'The Lund Express reported that the pier is closed.',
      'The Lund Express',
      'reported',
      'the pier is closed',
    ],
    ['The ministry raised the toll from two to five.', 'The ministry', 'raised', 'the toll from two to five'],
    [
      'The railway gave the time of the crash as 22:47.',
      'The railway',
      'gave',
      'the time of the crash as 22:47',
    ],
    ['The bank puts the loans at 240 million marks.', 'The bank', 'puts', 'the loans at 240 million marks'],
    [
      'An ANW reporter who was in courtroom 4 heard two shots.',
      'An ANW reporter who was in courtroom 4',
      'heard',
      'two shots',
    ],
    ['The man who fled said the guard was asleep.', 'The man who fled', 'said', 'the guard was asleep'],
    ['The town, which owns the pitch, confirmed the sale.', 'The town', 'confirmed', 'the sale'],
    ['ANW counted nine of them.', 'ANW', 'counted', 'nine of them'],
    ['Radio Lund has put the price at 40 million.', 'Radio Lund', 'has put', 'the price at 40 million'],
    [
      'Papers released by the ministry show that the pier was closed.',
      'Papers released by the ministry',
      'show',
      'the pier was closed',
    ],
    ['On Monday it had spoken of three dead.', 'it', 'had spoken of', 'three dead'],
    ['The guard had first spoken of a fox.', 'The guard', 'had first spoken of', 'a fox'],
    ['The guard no longer speaks of a fox.', 'The guard', 'no longer speaks of', 'a fox'],
    ['Radio Lund withdrew its report.', 'Radio Lund', 'withdrew', 'its report'],
    [
      'The police stood by their count of 2,000 marchers.',
      'The police',
      'stood by',
      'their count of 2,000 marchers',
    ],
    ['The ministry took back its denial.', 'The ministry', 'took back', 'its denial'],
    [
      'The observatory registered some 30 tremors during the night.',
      'The observatory',
      'registered',
      'some 30 tremors',
    ],
    ['The harbour board said that the pier was closed.', 'The harbour board', 'said', 'the pier was closed'],
    [
      'The pier was closed at noon, harbour master Ona Ferr said.',
      'harbour master Ona Ferr',
      'said',
      'The pier was closed at noon',
    ],
    [
      'The pier was closed, said Ona Ferr, the harbour master.',
      'Ona Ferr, the harbour master',
      'said',
      'The pier was closed',
    ],
    [
      'Ona Ferr, the harbour master, told Radio Lund that the pier was closed.',
      'Ona Ferr, the harbour master',
      'told',
      'the pier was closed',
    ],
    [
      'According to the coast guard, the ship lost its rudder.',
      'the coast guard',
      'According to',
      'the ship lost its rudder',
    ],
    [
      'The ship lost its rudder, according to the coast guard.',
      'the coast guard',
      'according to',
      'The ship lost its rudder',
    ],
    [
      'In the view of Ona Ferr, the pier should be rebuilt.',
      'Ona Ferr',
      'In the view of',
      'the pier should be rebuilt',
    ],
    ['The pier is gone, announced on Monday the board.', 'the board', 'announced', 'The pier is gone'],
    [
      'An officer who asked not to be named said the drone fell into the sea.',
      'An officer who asked not to be named',
      'said',
      'the drone fell into the sea',
    ],
    ['The bridge was hit twice, Radio Lund reports.', 'Radio Lund', 'reports', 'The bridge was hit twice'],
    ['The board’s assurance that nobody was hurt came late.', 'The board’s', 'assurance', 'nobody was hurt'],
    [
      'A Lund Post reporter saw two boats on the rocks.',
      'A Lund Post reporter',
      'saw',
      'two boats on the rocks',
    ],
  ])('reads %s', (text, source, cue, content) => {
    expect(found(text)).toEqual([{ source, cue, content }]);
  });

  it('joins the parts of a quotation that its speaker interrupts', () => {
    expect(found('“We saw smoke,” Ferr said. “Then the roof fell in.”')).toEqual([
      { source: 'Ferr', cue: 'said', content: '“We saw smoke,” … “Then the roof fell in.”' },
    ]);
  });

  it('goes on behind a cue that stands within the clause', () => {
    expect(found('All of this, Ferr acknowledges, could be undone.')).toEqual([
      { source: 'Ferr', cue: 'acknowledges', content: 'All of this … could be undone' },
    ]);
  });

  it('repeats the subject of coordinated verbs', () => {
    expect(found('The board confirmed that the pier was closed and added that nobody was hurt.')).toEqual([
      { source: 'The board', cue: 'confirmed', content: 'the pier was closed' },
      { source: 'The board', cue: 'added', content: 'nobody was hurt' },
    ]);
  });

  it('reads a bare mention of a confirmation as a mention without content', () => {
    expect(found('The confirmation from the harbour board comes late.')).toEqual([
      { source: 'the harbour board', cue: 'The confirmation', content: '' },
    ]);
  });

  it('leaves the time of saying out of a noun phrase that is said', () => {
    expect(found('The board confirmed the closure on Monday.').map(({ content }) => content)).toEqual([
      'the closure',
    ]);
  });

  it('finds nothing in narration', () => {
    expect(found('The ferry leaves at noon. Two gulls sat on the rail.')).toEqual([]);
  });

  it('is surer of a said clause than of a seen thing', () => {
    const [said] = extractByRules(read('“The pier is closed,” the board said.'));
    const [wanted] = extractByRules(read('The board wants to close the pier.'));
    expect(said?.confidence).toBeGreaterThan(0.8);
    expect(wanted?.confidence ?? 0).toBeLessThan(said?.confidence ?? 0);
  });
});
