import { describe, expect, it } from 'vitest';
import { toArticle } from '../../src/read/article.ts';
import { type Article, isFailure } from '../../src/read/types.ts';
import { joinReuse } from '../../src/resolve/reuse.ts';
import type { Reading } from '../../src/resolve/types.ts';
import { resolveWithin } from '../../src/resolve/within.ts';
import { simulatedPairs } from '../../src/simulate/copies.ts';
import { toDocument } from '../../src/text/document.ts';

const read = (article: Article): Reading =>
  resolveWithin(toDocument(article), { attributions: [], relays: [] }, 'none');

function articleOf(text: string, header = ''): Article {
  const article = toArticle('a.txt', `${header}${text}`);
  if (isFailure(article)) throw new Error(article.message);
  return article;
}

const COPIED =
  'The warehouse on Canal Street burned to the ground before dawn, and three firefighters were taken to Saint Brigid hospital with smoke in their lungs.';
const OTHERS = [
  'Ticket sales for the spring opera season opened quietly, with fewer visitors than the theatre had hoped to welcome after its long repairs.',
  'Beekeepers along the southern border lost a third of their hives over winter, according to a survey of four hundred small farms.',
];

describe('copied text', () => {
  it('is found with where it stands on both sides', () => {
    const [a, b] = [
      articleOf(`${OTHERS[0]}\n\n${COPIED}\n\n${OTHERS[0]}`),
      articleOf(`${COPIED}\n\n${OTHERS[1]}`),
    ];
    const [reuse, ...more] = joinReuse(read(a), read(b));
    expect(more).toEqual([]);
    const [span] = reuse?.spans ?? [];
    expect(a.text.slice(...(span?.from ?? [0, 0]))).toContain('burned to the ground before dawn');
    expect(b.text.slice(...(span?.to ?? [0, 0]))).toContain('burned to the ground before dawn');
    expect(COPIED).toContain(a.text.slice(...(span?.from ?? [0, 0])));
  });

  it('is not what both quote', () => {
    const quote = `“${COPIED}”`;
    const [a, b] = OTHERS.map((other) => read(articleOf(`${other}\n\n${quote} said Ann Lee.\n\n${other}`)));
    expect(joinReuse(a!, b!)).toEqual([]);
  });

  it('is not a formula of the trade', () => {
    const formula =
      'The ministry did not immediately respond to a request for comment. Police asked anyone with information to come forward.';
    const [a, b] = OTHERS.map((other) => read(articleOf(`${other}\n\n${formula}\n\n${other}`)));
    expect(joinReuse(a!, b!)).toEqual([]);
  });

  it('is not the notice that two articles end with', () => {
    const long = (text: string) =>
      Array.from({ length: 5 }, (_, i) => `${text} This is paragraph ${i}.`).join('\n\n');
    const notice =
      'Follow the Canal Street gazette on every platform, and support independent reporting of harbours and theatres with a small donation.';
    const [a, b] = OTHERS.map((other) => read(articleOf(`${long(other)}\n\n${notice}`)));
    expect(joinReuse(a!, b!)).toEqual([]);
  });

  it('comes from the earlier day, else stays open', () => {
    const direction = (one: string, other: string) =>
      joinReuse(
        read(articleOf(COPIED, `Outlet: The Canal Post\n${one}\n`)),
        read(articleOf(COPIED, `Outlet: The Harbour Echo\n${other}\n`)),
      )[0]?.direction;
    expect(direction('Date: 2025-01-01\n', 'Date: 2025-01-02\n')).toBe('from-to');
    expect(direction('Date: 2025-01-02\n', 'Date: 2025-01-01\n')).toBe('to-from');
    expect(direction('Date: 2025-01-01\n', 'Date: 2025-01-01\n')).toBeNull();
  });

  it.each([
    ['a dateline', 'PORT SALM (AP) – ', ''],
    ['a line at the end', '', '\n\nWith files from The Associated Press.'],
    ['thanks at the end', '', '\n\nThe Associated Press contributed to this report.'],
  ])('comes from whom %s credits, whatever the days say', (_, head, foot) => {
    const agency = articleOf(COPIED, 'Outlet: Associated Press\nDate: 2025-01-02\n\n');
    const paper = articleOf(`${head}${COPIED}${foot}`, 'Outlet: The Harbour Echo\nDate: 2025-01-01\n\n');
    expect(joinReuse(read(agency), read(paper))[0]?.direction).toBe('from-to');
    expect(joinReuse(read(paper), read(agency))[0]?.direction).toBe('to-from');
  });

  it('is the same whichever article comes first', () => {
    for (const { a, b } of simulatedPairs(7, 2)) {
      const [one, other] = [read(a), read(b)];
      expect(joinReuse(other, one).length).toBe(joinReuse(one, other).length);
    }
  });

  it('is found in most simulated copies and in no other simulated pair', () => {
    const found = new Map<boolean, boolean[]>();
    for (const { kind, a, b, copied } of simulatedPairs(3, 6))
      if (!/[456]0 %/.test(kind))
        found.set(copied, [...(found.get(copied) ?? []), joinReuse(read(a), read(b)).length > 0]);
    expect(found.get(false)).not.toContain(true);
    expect(found.get(true)?.filter((hit) => !hit).length).toBeLessThanOrEqual(3);
  });
});
