import { describe, expect, it } from 'vitest';
import { assess, assessAll } from '../../src/corroborate/assess.ts';
import { credibilityOf, statusOf } from '../../src/corroborate/status.ts';
import type { Evidence, EvidenceStatement, OpenIdentity, Reliance } from '../../src/corroborate/types.ts';

type Saying = Partial<EvidenceStatement> & {
  source: string | null;
  on?: string;
  stance?: 'asserts' | 'denies' | 'confirms';
};

/** Evidence from who says what: statements are `s0`, `s1`, … in order, each in an article of its own. */
function evidence(sayings: readonly Saying[], rest: Partial<Evidence> = {}): Evidence {
  const statements = sayings.map(
    ({ on = 'c', stance = 'asserts', ...given }, i): EvidenceStatement => ({
      id: `s${i}`,
      act: 'CLAIMED',
      provisional: false,
      retracts: [],
      claims: [{ id: on, stance, factuality: 'CT+' }],
      mentions: [{ article: `a${i}`, claims: [on], via: null }],
      ...given,
    }),
  );
  const sources = new Set(sayings.flatMap(({ source }) => (source === null ? [] : [source])));
  const claims = new Set(['c', ...statements.flatMap((s) => s.claims.map(({ id }) => id))]);
  return {
    sources: new Map([...sources].map((id) => [id, { id, official: false, partOf: null }])),
    statements: new Map(statements.map((s) => [s.id, s])),
    reliances: [],
    identities: [],
    notSame: [],
    claims: new Map([...claims].map((id) => [id, { id }])),
    relations: [],
    reuse: [],
    ...rest,
  };
}

function relies(from: string, to: string, rest: Partial<Reliance> = {}): Reliance {
  const id = `${from} on ${to}`;
  return { id, from, to, certainty: 'explicit', claims: null, alternative: null, question: null, ...rest };
}

function same(a: string, b: string): OpenIdentity {
  return { id: `${a}=${b}`, a, b, kind: 'identity', question: `${a} or ${b}?` };
}

const voices = (...sources: string[]): Saying[] => sources.map((source) => ({ source }));

describe('status', () => {
  const facts = { withdrawn: false, supported: true, certain: true, support: [1, 1] as const, denialMax: 0 };

  it('is the first that fits', () => {
    expect(statusOf({ ...facts, withdrawn: true, support: [0, 0], denialMax: 1 })).toBe('retracted');
    expect(statusOf({ ...facts, withdrawn: true })).toBe('single-source');
    expect(statusOf({ ...facts, support: [0, 0], denialMax: 1 })).toBe('circular');
    expect(statusOf({ ...facts, support: [0, 2], denialMax: 1 })).toBe('disputed');
    expect(statusOf({ ...facts, supported: false, certain: false, support: [0, 0], denialMax: 1 })).toBe(
      'denied',
    );
    expect(statusOf({ ...facts, supported: false, certain: false, support: [0, 0] })).toBe('unsourced');
    expect(statusOf({ ...facts, certain: false, support: [3, 3] })).toBe('hedged');
    expect(statusOf({ ...facts, support: [2, 4] })).toBe('corroborated');
    expect(statusOf({ ...facts, support: [1, 2] })).toBe('independence-open');
    expect(statusOf({ ...facts, support: [0, 1] })).toBe('single-source');
  });

  it('gives a dispute more credit where support outweighs denial in every world', () => {
    expect(credibilityOf('disputed', 2, 1)).toBe(3);
    expect(credibilityOf('disputed', 1, 1)).toBe(4);
  });
});

describe('assessing', () => {
  it('says by name that there is no such claim', () => {
    expect(() => assess(evidence([]), 'nothing')).toThrow(
      new RangeError('assess: there is no claim nothing'),
    );
  });

  it('gives every claim, also one that nobody carries', () => {
    const found = new Map(assessAll(evidence([{ source: 'a', on: 'd' }])));
    expect([...found].map(([claim, { status }]) => [claim, status])).toEqual([
      ['c', 'unsourced'],
      ['d', 'single-source'],
    ]);
    expect(found.get('c')).toMatchObject({ cuts: [[]], witnesses: [], chains: [], cut: [], carriers: 0 });
  });

  it('takes the article’s own voice for a carrier and for no source', () => {
    expect(assess(evidence([{ source: null }]), 'c')).toMatchObject({
      status: 'unsourced',
      carriers: 1,
      independentMax: 0,
    });
  });

  it('counts only certain support where there is some', () => {
    const hedge: Saying = { source: 'b', claims: [{ id: 'c', stance: 'asserts', factuality: 'PS+' }] };
    expect(assess(evidence([{ source: 'a' }, hedge]), 'c')).toMatchObject({
      status: 'single-source',
      roots: ['a'],
      carriers: 1,
    });
    expect(assess(evidence([hedge]), 'c')).toMatchObject({
      status: 'hedged',
      independentMax: 1,
      credibility: 6,
    });
  });

  it('is provisional where all that counts is', () => {
    const provisional: Saying = { source: 'a', provisional: true };
    expect(assess(evidence([provisional]), 'c').provisional).toBe(true);
    expect(assess(evidence([provisional, { source: 'b' }]), 'c').provisional).toBe(false);
    expect(assess(evidence([]), 'c').provisional).toBe(false);
  });

  it('ignores reliance on what nobody knows, on itself, and on the article’s own voice', () => {
    const odd = evidence([{ source: 'a' }, { source: null }], {
      reliances: [relies('s0', 'lost'), relies('s0', 's1'), relies('s0', 's0'), relies('gone', 's0')],
    });
    expect(assess(odd, 'c')).toMatchObject({ independentMax: 0, status: 'circular' });
    const known = evidence([{ source: 'a' }, { source: null }], {
      reliances: [relies('s0', 'lost'), relies('s0', 's1')],
    });
    expect(assess(known, 'c')).toMatchObject({ independentMin: 1, independentMax: 1, roots: ['a'] });
  });

  it('limits a basis to the claims it is given for', () => {
    const both = {
      claims: [
        { id: 'c', stance: 'asserts', factuality: 'CT+' },
        { id: 'd', stance: 'asserts', factuality: 'CT+' },
      ],
      mentions: [{ article: 'a', claims: ['c', 'd'], via: null }],
    } as const;
    const given = evidence([{ source: 'a', ...both }], {
      reliances: [relies('s0', 'data', { claims: ['d'] })],
    });
    const known = {
      ...given,
      sources: new Map([...given.sources, ['data', { id: 'data', official: false, partOf: null }]]),
    };
    expect(assess(known, 'c').roots).toEqual(['a']);
    expect(assess(known, 'd')).toMatchObject({
      roots: ['data'],
      chokePoints: ['a', 'data'],
      chains: [['data', 'a']],
    });
  });

  it('counts organisations apart from sources, whatever the shape of PART_OF', () => {
    const ring = new Map([
      ['a', { id: 'a', official: false, partOf: 'b' }],
      ['b', { id: 'b', official: false, partOf: 'a' }],
      ['d', { id: 'd', official: false, partOf: 'house' }],
      ['e', { id: 'e', official: false, partOf: 'house' }],
    ]);
    const found = assess(evidence(voices('a', 'b', 'd', 'e'), { sources: ring }), 'c');
    expect([found.independentMin, found.organisations]).toEqual([4, [2, 2]]);
  });

  it('flags an update and a conflict of values only between claims that stand', () => {
    const relations = [
      { from: 'd', to: 'c', kind: 'SUPERSEDES' },
      { from: 'c', to: 'd', kind: 'CONFLICTS_IN_VALUE' },
    ] as const;
    const standing = evidence([{ source: 'a' }, { source: 'b', on: 'd' }], { relations });
    expect(assess(standing, 'c').flags).toEqual(['superseded', 'valueConflict', 'oneCarrier']);
    expect(assess(standing, 'd').flags).toEqual(['valueConflict', 'oneCarrier']);
    const fallen = evidence([{ source: 'a' }, { source: 'b', on: 'd', stance: 'denies' }], { relations });
    expect(assess(fallen, 'c').flags).toEqual(['oneCarrier']);
  });

  it('counts articles that share the passage as one carrier', () => {
    const four = voices('a', 'b', 'd', 'e');
    const carriers = (reuse: Evidence['reuse']): number => assess(evidence(four, { reuse }), 'c').carriers;
    expect(carriers([])).toBe(4);
    expect(carriers([{ from: 'a0', to: 'a1', claims: ['c'] }])).toBe(3);
    expect(carriers([{ from: 'a0', to: 'a1', claims: ['other'] }])).toBe(4);
    expect(
      carriers([
        { from: 'a0', to: 'a1', claims: null },
        { from: 'a1', to: 'a2', claims: ['c'] },
      ]),
    ).toBe(2);
    expect(carriers([{ from: 'a0', to: 'elsewhere', claims: null }])).toBe(4);
  });

  it('asks nothing that a NOT_SAME_AS has answered', () => {
    const open = evidence(voices('a', 'b', 'd'), {
      identities: [same('a', 'b'), same('b', 'd')],
      notSame: [['b', 'a']],
    });
    const found = assess(open, 'c');
    expect(found.questions.map(({ id }) => id)).toEqual(['b=d']);
    expect([found.independentMin, found.independentMax]).toEqual([2, 3]);
  });

  it('keeps an identity out that could join only one of the claim’s sources to a stranger', () => {
    const open = evidence([{ source: 'a' }, { source: 'b', on: 'd' }], { identities: [same('a', 'b')] });
    expect(assess(open, 'c').questions).toEqual([]);
  });

  it('lists an unnamed document behind the party that may have made it', () => {
    const photo = { id: 'photo', kind: 'Document', official: false, partOf: null } as const;
    const party = { id: 'party', kind: 'Agency', official: false, partOf: null } as const;
    const open = evidence(voices('a', 'b'), {
      reliances: [relies('s0', 'photo'), relies('s1', 'party')],
      identities: [{ ...same('party', 'photo'), kind: 'origin' }],
    });
    const known = {
      ...open,
      sources: new Map([...open.sources, ['photo', photo], ['party', party]] as const),
    };
    expect(assess(known, 'c')).toMatchObject({
      roots: ['party'],
      rootsSomeWorlds: ['photo'],
      chokePointsSomeWorlds: ['party'],
    });
  });

  it('visits every world of twelve questions, and bounds from outside beyond', () => {
    const names = Array.from({ length: 20 }, (_, i) => `source${i + 10}`);
    const chained = (n: number): Evidence =>
      evidence(voices(...names), {
        identities: names.slice(0, n).map((name, i) => same(name, names[i + 1] ?? '')),
      });
    expect(assess(chained(12), 'c')).toMatchObject({ exact: true, independentMin: 8, independentMax: 20 });
    expect(assess(chained(13), 'c')).toMatchObject({
      exact: false,
      independentMin: 7,
      independentMax: 20,
      status: 'corroborated',
    });
  });

  it('says when not all sets are listed', () => {
    const many = evidence(voices(...Array.from({ length: 9 }, (_, i) => `source${i}`)));
    expect(assess(many, 'c', { sets: 8 })).toMatchObject({ flags: ['capped'] });
    expect(assess(many, 'c', { sets: 8 }).witnesses.length).toBe(8);
    expect(assess(many, 'c').flags).toEqual([]);
  });

  it('merging sources can also raise the count: an answer is not a loss for certain', () => {
    const open = evidence(voices('x', 'y', 'v'), {
      reliances: [relies('s0', 'u', { claims: null }), relies('s2', 's1')],
      identities: [same('u', 'v')],
    });
    const known: Evidence = {
      ...open,
      sources: new Map([...open.sources, ['u', { id: 'u', official: false, partOf: null }]]),
      statements: new Map([...open.statements, ['own', { ...open.statements.get('s0')!, id: 'own' }]]),
    };
    const found = assess(known, 'c');
    expect([found.independentMin, found.independentMax]).toEqual([2, 3]);
    expect(found.questions[0]?.answers.map(({ answer, bounds }) => [answer, bounds])).toEqual([
      ['yes', [3, 3]],
      ['no', [2, 2]],
    ]);
  });

  it('takes long chains and wide echoes without a deep stack', () => {
    const many = Array.from({ length: 12_000 }, (_, i) => `source${i}`);
    const chain = evidence(voices(...many), {
      reliances: many.slice(1).map((_, i) => relies(`s${i + 1}`, `s${i}`)),
    });
    expect(assess(chain, 'c')).toMatchObject({
      independentMin: 1,
      independentMax: 1,
      chokePoints: ['source0'],
    });
    const ring = evidence(voices(...many), {
      reliances: many.map((_, i) => relies(`s${i}`, many[(i + 1) % many.length] ?? '')),
    });
    expect(assess(ring, 'c')).toMatchObject({ status: 'circular', independentMax: 0 });
  });
});
