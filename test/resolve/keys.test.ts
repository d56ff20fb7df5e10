import { describe, expect, it } from 'vitest';
import { blockingKeys, shareKey, shareName } from '../../src/resolve/keys.ts';
import type { Reading, TextPrint } from '../../src/resolve/types.ts';
import { readingOf } from '../support/said.ts';

const names = (reading: Reading) => blockingKeys(reading).filter((key) => key.startsWith('n:'));
const told = (clause: string) => readingOf(`The mayor said ${clause}.`, [['The mayor', 'said', clause]]);
const begun = (clause: string) => readingOf(`${clause}, the mayor said.`, [['the mayor', 'said', clause]]);

describe('a name', () => {
  it('finds articles that tell of it', () => {
    expect(shareName(told('a fire destroyed the Norrik plant'), begun('The Norrik plant burned down'))).toBe(
      true,
    );
  });
  it('is told from the word before it that only begins the sentence', () => {
    expect(names(begun('In Ostholm a bridge collapsed'))).toEqual(
      names(told('a bridge in Ostholm collapsed')),
    );
  });
  it('is none where a month or a common word begins the sentence', () => {
    expect(names(begun('In February the board closed the plant'))).toEqual([]);
    expect(names(begun('Beavers damaged the dam'))).toEqual([]);
  });
  it('that only begins a sentence finds what happened to it, not all else', () => {
    const outbreak = begun('Norovirus sickened forty guests of the hotel');
    expect(shareName(outbreak, begun('Norovirus closed the school'))).toBe(false);
    expect(shareName(outbreak, begun('Norovirus sickened nine pupils'))).toBe(true);
  });
  it('need stand in no claim where it is, with another one, what both articles are about', () => {
    const story = (place: string, clause: string) =>
      readingOf(`Ostrem Vask left ${place} in ${place}’s only lorry. The mayor said ${clause}.`, [
        ['The mayor', 'said', clause],
      ]);
    expect(shareName(story('Pellinsk', 'the dairy closed'), story('Pellinsk', 'nobody was ill'))).toBe(true);
    expect(shareName(story('Pellinsk', 'the dairy closed'), told('nobody was ill'))).toBe(false);
  });
  it('that also stands within a sentence is a name at its beginning, too', () => {
    const clauses = ['Norrik closed the plant', 'the directors of Norrik resigned'];
    const both = readingOf(
      `${clauses[0]}, the mayor said. The mayor said ${clauses[1]}.`,
      clauses.map((clause) => ['mayor', 'said', clause]),
    );
    expect(names(both)).toEqual(names(told('the directors of Norrik resigned')));
    expect(names(both)).not.toEqual([]);
  });
});

describe('copied words', () => {
  const printed = (...hashes: readonly string[]): Reading => ({
    ...told('it rained'),
    prints: hashes.map((hash, i): TextPrint => ({ hash, span: [i * 9, i * 9 + 8], telling: 3, named: true })),
  });
  const numbers = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, i) => `p${String(from + i).padStart(5, '0')}`);

  it('find an article where a good part of one stands in the other', () => {
    const short = printed(...numbers(0, 12));
    expect(shareKey(short, printed(...numbers(8, 80)))).toBe(true);
    expect(shareKey(short, printed(...numbers(10, 80)))).toBe(false);
  });
  it('find none where long articles share a sentence', () => {
    expect(shareKey(printed(...numbers(0, 80)), printed(...numbers(75, 160)))).toBe(false);
    expect(shareKey(printed(...numbers(0, 80)), printed(...numbers(60, 160)))).toBe(true);
  });
  it('without a name find nothing: they tell of any affair', () => {
    const nameless = (reading: Reading): Reading => ({
      ...reading,
      prints: reading.prints.map((print) => ({ ...print, named: false })),
    });
    const [one, other] = [printed(...numbers(0, 12)), printed(...numbers(0, 12))];
    expect(shareKey(one, other)).toBe(true);
    expect(shareKey(nameless(one), nameless(other))).toBe(false);
  });
});
