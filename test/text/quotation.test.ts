import { describe, expect, it } from 'vitest';
import { cutText } from '../../src/text/document.ts';

const quotations = (text: string): string[] =>
  cutText(text).quotations.map((q) => text.slice(...q.span) + (q.continued ? ' …' : ''));

describe('quotations', () => {
  it.each([
    ['curly', 'He said “we left” and “we stayed”.', ['“we left”', '“we stayed”']],
    ['straight', '"We left," he said. "We stayed."', ['"We left,"', '"We stayed."']],
    ['low and high', 'Er sagte: „Wir gehen“, sagte er.', ['„Wir gehen“']],
    ['angled, both ways', 'Il dit «oui», »nein« sagt er.', ['«oui»', '»nein«']],
    ['two apostrophes', "On ''Meet Them'' and ``Hear Them'' he spoke.", ["''Meet Them''", "``Hear Them''"]],
    [
      'a straight mark beside a curly one',
      'He said "we left” and “we stayed".',
      ['"we left”', '“we stayed"'],
    ],
    ['a mark that points the wrong way', 'An “urgent review“ of it.', ['“urgent review“']],
    ['one within another', '"He said “no” to me," she said.', ['"He said “no” to me,"']],
    ['single marks inside double ones', '“He said ‘no’ to me,” she said.', ['“He said ‘no’ to me,”']],
    [
      'single marks alone',
      '‘We left,’ he said. ‘It’s the workers’ union that won’t go.’',
      ['‘We left,’', '‘It’s the workers’ union that won’t go.’'],
    ],
    ['straight single marks', "'We can't go,' he said.", ["'We can't go,'"]],
    ['apostrophes', 'The workers’ union’s rock ’n’ roll of the ’90s isn’t theirs.', []],
    ['inches', `He is 6'3" tall and said "no" twice.`, ['"no"']],
  ])('%s', (_, text, expected) => {
    expect(quotations(text)).toEqual(expected);
  });

  it('give up a mark that fits nothing, and nothing else', () => {
    expect(
      quotations('“We left, he said.\n\nHe said “no” and “yes.\n\nHe left” then. “Good,” she said.'),
    ).toEqual(['“no”', '“Good,”']);
  });

  it('run on over paragraphs that open anew', () => {
    expect(
      quotations(
        'She said: “The windows went out.\n\n“The second hit the road.\n\n“Then I stopped.” He left.\n\n“Why?”',
      ),
    ).toEqual(['“The windows went out. …', '“The second hit the road. …', '“Then I stopped.”', '“Why?”']);
  });
});
