import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { topicLikeness } from '../../src/resolve/topic.ts';
import { rarityOfRank, wordRanks } from '../../src/text/rarity.ts';
import { readingOf } from '../support/said.ts';

const about = (text: string) => readingOf(text, []);

const ferry = about(
  'The ferry Osprila ran aground off Tarnsund on Monday with 212 passengers on board. Divers searched the hull of the ferry.',
);
const ferryAgain = about('All passengers of the Osprila are ashore, the harbour office in Tarnsund said.');
const strike = about(
  'Nurses at the Velm hospital walked out on Monday. The hospital said that 212 operations were put off.',
);

describe('the likeness of what two articles are about', () => {
  it('is greater within an affair than over two', () => {
    expect(topicLikeness(ferry, ferryAgain)).toBeGreaterThan(0.2);
    expect(topicLikeness(ferry, strike)).toBeLessThan(0.1);
  });
  it('is greatest for an article and itself, and nothing where there is hardly a word', () => {
    expect(topicLikeness(ferry, ferry)).toBeGreaterThan(topicLikeness(ferry, ferryAgain));
    expect(topicLikeness(ferry, about(''))).toBe(0);
    expect(topicLikeness(about('An official said so.'), about('An official said so.'))).toBeLessThan(0.1);
  });
  it('does not depend on which article comes first, whatever they say', () => {
    const text = fc.string();
    fc.assert(
      fc.property(text, text, (a, b) => {
        const [x, y] = [about(a), about(b)];
        expect(topicLikeness(x, y)).toBeCloseTo(topicLikeness(y, x), 10);
      }),
    );
  });
});

describe('how rare a word is', () => {
  it('grows from the commonest word to one that nobody lists, between 0 and 1', () => {
    const of = (word: string) => rarityOfRank(wordRanks().get(word));
    const words = ['the', 'people', 'harbour', 'toluene', 'osprila'].map(of);
    expect(words).toEqual([...words].sort((a, b) => a - b));
    expect(Math.min(...words)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...words)).toBe(1);
  });
});
