import { describe, expect, it } from 'vitest';
import { copiedSources } from '../../src/resolve/copied-sources.ts';
import { readingOf } from '../support/said.ts';

const SAID = 'the board of the Norrik savings bank had learned of the missing money in the spring';
const told = (who: string, clause = SAID) =>
  readingOf(`${who} told the agency that ${clause}.`, [[who, 'told', clause]]);

describe('unnamed sources of two articles', () => {
  it('are one where both tell what it says in the same words', () => {
    const [one, other] = [
      told('A bookkeeper'),
      readingOf(`A ferry sank in the storm. A bookkeeper told the agency that ${SAID}.`, [
        ['A bookkeeper', 'told', SAID],
      ]),
    ];
    expect(copiedSources(one, other).map((link) => link.judgement)).toEqual(['probable']);
    expect(copiedSources(other, one)).toEqual(copiedSources(one, other));
  });
  it('are not where they say it in other words, or are described otherwise', () => {
    const reworded = 'directors at Norrik knew since April that cash was gone from the vault of the bank';
    expect(copiedSources(told('A bookkeeper'), told('A bookkeeper', reworded))).toEqual([]);
    expect(copiedSources(told('A bookkeeper'), told('A lawyer'))).toEqual([]);
  });
  it('are no matter where the source has a name', () => {
    expect(copiedSources(told('Elena Varn'), told('Elena Varn'))).toEqual([]);
  });
});
