import { describe, expect, it } from 'vitest';
import { type NewsAffair, simulatedNews } from '../../src/simulate/articles.ts';

const news = (seed: number, form: 'long' | 'short' = 'long', articles = 120): NewsAffair[] => [
  ...simulatedNews({ seed, articles, form }),
];

const lengths = (affairs: readonly NewsAffair[]): number =>
  affairs.flatMap((a) => a.articles).reduce((sum, { text }) => sum + text.length, 0) /
  affairs.flatMap((a) => a.articles).length;

describe('simulated news', () => {
  const affairs = news(5);

  it('is the same for the same seed, and other for another', () => {
    expect(news(5)).toEqual(affairs);
    expect(news(6)).not.toEqual(affairs);
  });

  it('knows where each claim is told', () => {
    for (const { articles, truth } of affairs)
      for (const { text, places } of truth) {
        const clauses = places.map(({ article, span }) =>
          articles.find((a) => a.id === article)?.text.slice(...span),
        );
        const number = /\d+/.exec(text)?.[0];
        for (const clause of clauses) {
          expect(clause).toMatch(/^[^.]{10,}$/);
          if (number !== undefined) expect(clause).toContain(number);
        }
      }
  });

  it('gives each claim as many chains as it has roots, or one less where two may be one', () => {
    for (const { roots, kappa } of affairs.flatMap((a) => a.truth)) {
      expect(kappa[1]).toBe(roots.length);
      expect(kappa[1] - kappa[0]).toBeLessThanOrEqual(1);
    }
  });

  it('has copies, relays, denials and circles', () => {
    const truth = news(5, 'short', 1_500).flatMap((a) => a.truth);
    expect(truth.some(({ denied }) => denied)).toBe(true);
    expect(truth.some(({ kappa }) => kappa[1] === 0)).toBe(true);
    expect(truth.some(({ places }) => new Set(places.map((p) => p.article)).size > 2)).toBe(true);
  });

  it('writes long and short articles with outlet, title and date', () => {
    expect(lengths(affairs)).toBeGreaterThan(4_200);
    expect(lengths(affairs)).toBeLessThan(5_200);
    expect(lengths(news(5, 'short'))).toBeLessThan(1_700);
    for (const article of affairs.flatMap((a) => a.articles)) {
      expect([article.title, article.outlet, article.publishedOn]).not.toContain(null);
    }
  });

  it('holds affairs apart by their names', () => {
    const first = new Set(affairs.flatMap((a) => a.truth[0]?.text ?? []));
    expect(first.size).toBe(affairs.length);
  });
});
