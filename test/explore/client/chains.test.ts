import { describe, expect, it } from 'vitest';
import type { Arrow, ChainSource, ClaimView } from '../../../src/explore/api/claim.ts';
import { GOAL } from '../../../src/explore/client/chain/layout.ts';
import { chainsOf, OWN_VOICE } from '../../../src/explore/client/chain/model.ts';

const source = (id: string, more: Partial<ChainSource> = {}): ChainSource => ({
  id,
  name: id,
  label: id,
  kind: 'Agency',
  aliases: [],
  named: true,
  official: false,
  country: null,
  reliability: 'F',
  partOf: null,
  root: null,
  choke: null,
  reach: null,
  ...more,
});
const arrow = (more: Partial<Arrow>): Arrow => ({
  id: 'arrow',
  type: 'says',
  from: 'a',
  to: null,
  statement: null,
  upstream: null,
  stance: 'asserts',
  act: 'CLAIMED',
  factuality: 'CT+',
  certainty: null,
  word: 'claimed by',
  said: null,
  provisional: false,
  withdrawn: false,
  counted: true,
  via: [],
  channel: null,
  question: null,
  passages: [],
  ...more,
});
const view = (parts: {
  sources: readonly ChainSource[];
  arrows: readonly Arrow[];
  assessment?: Partial<ClaimView['assessment']>;
  identities?: ClaimView['identities'];
}): ClaimView => ({
  claim: { id: 'cl-1', short: 'cl-1', text: 'It burnt', occurrence: true },
  event: null,
  assessment: {
    status: 'single-source',
    officiallyConfirmed: false,
    officialOnOwnBasis: null,
    provisional: false,
    independentMin: 1,
    independentMax: 1,
    organisations: [1, 1],
    exact: true,
    roots: [],
    rootsSomeWorlds: [],
    chokePoints: [],
    chokePointsSomeWorlds: [],
    chains: [],
    cut: [],
    witnesses: [],
    cuts: [],
    denial: { independentMin: 0, independentMax: 0, roots: [], chains: [] },
    circular: [],
    carriers: 1,
    credibility: 3,
    flags: [],
    questions: [],
    ...parts.assessment,
  },
  words: { status: 'single source', meaning: '', beside: [] },
  sources: parts.sources,
  arrows: parts.arrows,
  identities: parts.identities ?? [],
  questions: [],
  details: [],
  related: [],
});

describe('chains to draw', () => {
  it('makes one line of all that one source says for the claim, and another of what it says against it', () => {
    const { lines } = chainsOf(
      view({
        sources: [source('a')],
        arrows: [
          arrow({ id: 's1' }),
          arrow({ id: 's2' }),
          arrow({ id: 's3', stance: 'denies', act: 'DENIED' }),
        ],
      }),
      10,
    );
    expect(lines.map((l) => [l.tone, l.word, l.arrows.length, l.to])).toEqual([
      ['supports', 'said', 2, GOAL],
      ['denies', 'denied', 1, GOAL],
    ]);
  });

  it('tells open reliances and what is known only through others from what counts', () => {
    const { lines } = chainsOf(
      view({
        sources: [source('a'), source('b')],
        arrows: [
          arrow({ id: 's1', via: ['b'] }),
          arrow({
            id: 'r1',
            type: 'relies',
            from: 'a',
            to: 'b',
            certainty: 'possible',
            word: 'after',
            question: 'q',
          }),
          arrow({ id: 'r2', type: 'relies', from: 'b', to: 'a', certainty: 'explicit', word: 'citing' }),
        ],
      }),
      10,
    );
    expect(lines.map((l) => [l.tone, l.question])).toEqual([
      ['idle', null],
      ['open', 'q'],
      ['relies', null],
    ]);
  });

  it('shows the article’s own voice only where nobody else speaks', () => {
    const own = arrow({ id: 's1', from: null });
    const unsourced = chainsOf(view({ sources: [], arrows: [own], assessment: { status: 'unsourced' } }), 10);
    expect(unsourced.parties.map((p) => p.id)).toEqual([OWN_VOICE]);
    const sourced = chainsOf(view({ sources: [source('a')], arrows: [own, arrow({ id: 's2' })] }), 10);
    expect(sourced.parties.map((p) => p.id)).toEqual(['a']);
    expect(sourced.lines.length).toBe(1);
  });

  it('gives the words of time that fit a box', () => {
    const said = (from: string | null, to: string | null) =>
      chainsOf(view({ sources: [source('a')], arrows: [arrow({ said: { from, to, words: '' } })] }), 10)
        .parties[0]!.saidWords;
    expect(said('2024-12-26', '2024-12-26')).toBe('Thu 26 Dec 2024');
    expect(said(null, '2024-12-27')).toBe('by 27 Dec 2024');
    expect(said('2024-12-23', '2024-12-26')).toBe('23 – 26 Dec 2024');
    expect(said('2024-11-30', '2024-12-26')).toBe('30 Nov – 26 Dec 2024');
    expect(said(null, null)).toBe('undated');
  });

  it('leaves out those that matter least where there are too many, and says whom', () => {
    const many = Array.from({ length: 30 }, (_, i) => source(`s${i}`));
    const { parties, lines, left } = chainsOf(
      view({
        sources: many,
        arrows: many.map(({ id }) => arrow({ id: `says ${id}`, from: id })),
        assessment: { chains: [['s29']], circular: [{ kind: 'ungrounded', members: ['s28'] }] },
      }),
      10,
    );
    expect(parties.length).toBe(10);
    expect(left.length).toBe(20);
    expect(parties.map((p) => p.id)).toEqual(expect.arrayContaining(['s28', 's29']));
    expect(parties.find((p) => p.id === 's28')!.circle).toBe('ungrounded');
    for (const line of lines) expect(left.some((s) => s.id === line.from)).toBe(false);
  });
});
