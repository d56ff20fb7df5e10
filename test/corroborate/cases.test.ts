import { describe, expect, it } from 'vitest';
import { assessor } from '../../src/corroborate/assess.ts';
import type { Assessment } from '../../src/corroborate/types.ts';
import { type Expected, type Gold, goldEvidence, readGold } from '../support/evidence.ts';

const AFFAIRS = ['01-chemical-plant-fire', '02-minister-leak', '03-border-clash', '04-club-takeover'];

/** What the founding affair's gold says in words only: hedges, provisional data, the article's own voice. */
function founding(): Gold {
  const gold = readGold('00-founding');
  return {
    ...gold,
    claims: gold.claims.map((c) =>
      c.id === 'C4' ? { ...c, authorVoice: [{ file: 'article.txt', span: [173, 206] }] } : c,
    ),
    statements: gold.statements.map((s) => ({
      ...s,
      provisional: s.id === 'S4',
      factuality:
        s.id === 'S6' ? { C12: 'Uu' } : s.id === 'S5' || s.id === 'S7' ? { C11: 'PS+', C13: 'PS+' } : {},
    })),
  };
}

function summary(a: Assessment): Omit<Required<Expected>, 'provisional'> {
  const [circle] = a.circular;
  return {
    status: a.status,
    officiallyConfirmed: a.officiallyConfirmed,
    kappaMin: a.independentMin,
    kappaMax: a.independentMax,
    roots: [...a.roots].sort(),
    rootsSomeWorlds: [...a.rootsSomeWorlds].sort(),
    chokePoints: [...a.chokePoints].sort(),
    chokePointsSomeWorlds: [...a.chokePointsSomeWorlds].sort(),
    carriers: a.carriers,
    kappaNegMin: a.denial.independentMin,
    kappaNegMax: a.denial.independentMax,
    circular: circle ? { kind: circle.kind, members: [...circle.members] } : { kind: 'none', members: [] },
    flags: a.flags.filter((flag) => flag === 'superseded' || flag === 'valueConflict'),
  };
}

function wanted(e: Expected): Omit<Required<Expected>, 'provisional'> {
  return {
    status: e.status,
    officiallyConfirmed: e.officiallyConfirmed,
    kappaMin: e.kappaMin,
    kappaMax: e.kappaMax,
    roots: [...e.roots].sort(),
    rootsSomeWorlds: [...(e.rootsSomeWorlds ?? [])].sort(),
    chokePoints: [...e.chokePoints].sort(),
    chokePointsSomeWorlds: [...(e.chokePointsSomeWorlds ?? [])].sort(),
    carriers: e.carriers,
    kappaNegMin: e.kappaNegMin ?? 0,
    kappaNegMax: e.kappaNegMax ?? 0,
    circular: e.circular
      ? { ...e.circular, members: [...e.circular.members].sort() }
      : { kind: 'none', members: [] },
    flags: e.flags ?? [],
  };
}

describe('the annotated affairs, from gold statements, relays and identities', () => {
  for (const slug of ['00-founding', ...AFFAIRS]) {
    const gold = slug === '00-founding' ? founding() : readGold(slug);
    const assess = assessor(goldEvidence(gold));
    for (const claim of gold.claims) {
      it(`${slug} ${claim.id}: ${claim.text}`, () => {
        const assessment = assess(claim.id);
        expect(summary(assessment)).toEqual(wanted(claim.expected));
        expect(assessment.provisional).toBe(claim.expected.provisional ?? false);
        if (slug === '00-founding') return;
        const { kappaMin, kappaMax } = claim.expected;
        expect(assessment.organisations).toEqual(claim.derived?.kappaOrg ?? [kappaMin, kappaMax]);
        expect(assessment.officialOnOwnBasis).toBe(claim.derived?.officialConfirmationOnOwnBasis ?? null);
      });
    }
  }

  it('finds what a retracted statement had carried', () => {
    for (const slug of AFFAIRS) {
      const gold = readGold(slug);
      const before = goldEvidence({
        ...gold,
        statements: gold.statements.map((s) => ({ ...s, retracts: [] })),
      });
      const assess = assessor(before);
      for (const { id, expected, derived } of gold.claims) {
        const { independentMin, independentMax } = assess(id);
        const { kappaMin, kappaMax } = expected;
        expect([independentMin, independentMax]).toEqual(
          derived?.kappaBeforeRetraction ?? [kappaMin, kappaMax],
        );
      }
    }
  });

  it('finds what changes when nested mentions are taken as read directly', () => {
    for (const slug of AFFAIRS) {
      const gold = readGold(slug);
      const direct = gold.statements.map((s) => ({
        ...s,
        mentions: s.mentions.map(({ via: _, ...mention }) => mention),
      }));
      const assess = assessor(goldEvidence({ ...gold, statements: direct }));
      for (const { id, expected, derived } of gold.claims) {
        const { independentMin, independentMax, chokePoints } = assess(id);
        const { kappaMin, kappaMax, chokePoints: known } = derived?.ifNestedMentionsCount ?? expected;
        expect([independentMin, independentMax, [...chokePoints].sort()]).toEqual([
          kappaMin,
          kappaMax,
          [...known].sort(),
        ]);
      }
    }
  });

  it('says what each answer would do to the capture', () => {
    const { questions } = assessor(goldEvidence(founding()))('C1');
    expect(
      questions.map(({ kind, pivotal, answers }) => ({
        kind,
        pivotal,
        answers: answers.map(({ answer, bounds }) => [answer, bounds]),
      })),
    ).toEqual([
      {
        kind: 'identity',
        pivotal: true,
        answers: [
          ['yes', [1, 1]],
          ['no', [1, 2]],
        ],
      },
      {
        kind: 'reliance',
        pivotal: true,
        answers: [
          ['yes', [1, 1]],
          ['no', [1, 2]],
        ],
      },
    ]);
  });
});
