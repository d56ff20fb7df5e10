import { describe, expect, it } from 'vitest';
import { cutText } from '../../src/text/document.ts';
import { splitParagraphs } from '../../src/text/paragraph.ts';

const paragraphs = (text: string): string[] =>
  splitParagraphs(text, [0, text.length]).map((span) => text.slice(...span));
const kinds = (text: string): string[] => cutText(text).paragraphs.map((p) => p.kind);

describe('paragraphs', () => {
  it('end at blank lines, however these are written', () => {
    expect(paragraphs('\n\nOne.\n \t\nTwo.\r\n\r\nThree.\u2029\u2029Four.\r\r')).toEqual([
      'One.',
      'Two.',
      'Three.',
      'Four.',
    ]);
  });

  it('end at single line ends where each stands on a line', () => {
    const lines = [
      'Destabilization',
      'The president said earlier this week that the number of wounded had risen again, according to preliminary data from the front line.',
      'Nobody confirmed it.',
    ];
    expect(paragraphs(lines.join('\n'))).toEqual(lines);
  });

  it('run over the lines of wrapped text', () => {
    const first = [
      'The harbour master has asked skippers to keep to the western channel,',
      'and to listen to channel sixteen. A festival of lanterns planned for',
      'Saturday will take place on land, which the organisers regret.',
    ].join('\n');
    const second = [
      'Ferries were running normally on Wednesday, sixty kilometres further',
      'downstream, where the river is wide and nobody had heard of anything.',
    ].join('\n');
    expect(paragraphs(`${first}\n\n${second}\n`)).toEqual([first, second]);
  });

  it('run over a line that breaks in mid sentence', () => {
    expect(paragraphs('The mayor of Okrel\nsaid so.\nNobody else did.')).toEqual([
      'The mayor of Okrel\nsaid so.',
      'Nobody else did.',
    ]);
  });

  it.each([
    'Destabilization',
    'By Torben Aalt',
    'By Sanna Heil and Emil Ott.',
    'ORVANE, 6.40 p.m.',
    'SCRANTON, Pa.',
    'Who is to blame',
  ])('are headings: %s', (line) => {
    expect(kinds(`${line}\n\nThe company said so.`)).toEqual(['heading', 'prose']);
  });

  it.each([
    'Bring scarves. The away end has no roof.',
    'By Friday all was quiet.',
    'By sharing what they knew, they helped.',
    'The ministry confirmed:',
    '“No comment,” Roth said',
    '- a man was hurt',
    'It was over by 6.40 p.m.',
  ])('are prose, however short: %s', (line) => {
    expect(kinds(line)).toEqual(['prose']);
  });
});
