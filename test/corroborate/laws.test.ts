import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess } from '../../src/corroborate/assess.ts';
import type {
  Assessment,
  Evidence,
  EvidenceSource,
  EvidenceStatement,
  Question,
  Reliance,
} from '../../src/corroborate/types.ts';
import type { Factuality } from '../../src/extract/types.ts';
import { anyEvidence } from '../support/any-evidence.ts';
import { subsets } from '../support/flow.ts';
import { referenceAssessment } from '../support/reference.ts';

function check(law: (evidence: Evidence) => void, numRuns = 200): void {
  fc.assert(fc.property(anyEvidence, law), { numRuns });
}

function worldsOf(evidence: Evidence) {
  const { kappas } = referenceAssessment(evidence, 'claim 0');
  const worlds = [...kappas].map(([key, kappa]) => ({
    so: new Set(key === '' ? [] : key.split(/ (?=identity|open|reuse=)/)),
    kappa,
  }));
  const answerIn = (so: ReadonlySet<string>, { id, kind, answers }: Question): string =>
    kind === 'reuse'
      ? (answers.find(({ answer }) => so.has(`${id}=${answer}`))?.answer ?? '')
      : so.has(id)
        ? 'yes'
        : 'no';
  return { worlds, answerIn };
}

const boundsOf = (kappas: readonly number[]): [number, number] => [Math.min(...kappas), Math.max(...kappas)];
const sorted = (ids: readonly string[]): string[] => [...ids].sort();
const within = (part: readonly string[], whole: readonly string[]): void => {
  for (const id of part) expect(whole).toContain(id);
};

describe('assessments against brute force over all worlds', () => {
  it('says what holds in every world, and between which bounds', () => {
    check((evidence) => {
      for (const claim of evidence.claims.keys()) {
        const expected = referenceAssessment(evidence, claim);
        const found = assess(evidence, claim);
        expect(found.exact).toBe(true);
        expect([found.independentMin, found.independentMax]).toEqual(expected.bounds);
        expect(found.organisations).toEqual(expected.organisations);
        expect([found.denial.independentMin, found.denial.independentMax]).toEqual(expected.denial);
        expect(sorted(found.roots)).toEqual(expected.roots);
        expect(sorted(found.rootsSomeWorlds)).toEqual(expected.rootsSome);
        expect(sorted(found.chokePoints)).toEqual(expected.chokes);
        expect(sorted(found.chokePointsSomeWorlds)).toEqual(expected.chokesSome);
        expect(sorted(found.circular.map(({ kind, members }) => `${kind} ${members.join()}`))).toEqual(
          expected.circles,
        );
        expect(found.officiallyConfirmed).toBe(expected.confirmed);
        expect(found.officialOnOwnBasis).toBe(expected.confirmed ? expected.ownBasis : null);
        expect(found.chains.length).toBe(found.independentMax);
        expect(found.cut.length).toBe(found.independentMin);
      }
    });
  });

  it('beyond the limit of questions says nothing that is not so', () => {
    check((evidence) => {
      for (const claim of evidence.claims.keys()) {
        const expected = referenceAssessment(evidence, claim);
        const found = assess(evidence, claim, { questions: 0 });
        expect(found.independentMin).toBeLessThanOrEqual(expected.bounds[0]);
        expect(found.independentMax).toBeGreaterThanOrEqual(expected.bounds[1]);
        expect(found.organisations[0]).toBeLessThanOrEqual(expected.organisations[0]);
        expect(found.organisations[1]).toBeGreaterThanOrEqual(expected.organisations[1]);
        within(found.roots, expected.roots);
        within(expected.rootsSome, [...found.roots, ...found.rootsSomeWorlds]);
        within(expected.roots, [...found.roots, ...found.rootsSomeWorlds]);
        within(found.chokePoints, expected.chokes);
        within(
          [...expected.chokes, ...expected.chokesSome],
          [...found.chokePoints, ...found.chokePointsSomeWorlds],
        );
        if (found.officiallyConfirmed) expect(expected.confirmed).toBe(true);
        if (found.officialOnOwnBasis) expect(expected.ownBasis).toBe(true);
      }
    });
  });

  it('says what each answer would do, and which questions turn the count', () => {
    check((evidence) => {
      const found = assess(evidence, 'claim 0');
      const { worlds, answerIn } = worldsOf(evidence);
      const key = (so: ReadonlySet<string>): string => [...so].sort().join(' ');
      const kappas = new Map(worlds.map(({ so, kappa }) => [key(so), kappa]));
      for (const question of found.questions) {
        for (const { answer, bounds } of question.answers) {
          const agreeing = worlds.filter(({ so }) => answerIn(so, question) === answer);
          expect(bounds).toEqual(boundsOf(agreeing.map(({ kappa }) => kappa)));
        }
        if (question.kind === 'reuse') continue;
        const turns = worlds.some(({ so, kappa }) => {
          const flipped = new Set(so);
          if (!flipped.delete(question.id)) flipped.add(question.id);
          return (kappas.get(key(flipped)) ?? kappa) !== kappa;
        });
        expect(question.pivotal).toBe(turns);
      }
    });
  });

  it('names the smallest sets of questions that narrow the bounds only together', () => {
    check((evidence) => {
      const { questions } = assess(evidence, 'claim 0');
      const { worlds, answerIn } = worldsOf(evidence);
      const whole = boundsOf(worlds.map(({ kappa }) => kappa));
      const narrow = (set: readonly Question[]): boolean => {
        const keys = worlds.map(({ so }) => set.map((q) => answerIn(so, q)).join());
        return [...new Set(keys)].some((key) => {
          const [least, most] = boundsOf(worlds.filter((_, w) => keys[w] === key).map(({ kappa }) => kappa));
          return least > whole[0] || most < whole[1];
        });
      };
      const sets = subsets(questions.length).map((set) => [...set].map((i) => questions[i]!));
      const narrowing = sets.filter(narrow);
      const smallest = narrowing.filter(
        (set) => !narrowing.some((other) => other.length < set.length && other.every((q) => set.includes(q))),
      );
      for (const question of questions) {
        const mine = smallest.filter((set) => set.includes(question)).map((set) => set.length);
        if (question.pivotal || question.with.length > 0) {
          expect(question.with.length).toBe(mine.length === 0 ? 0 : Math.min(...mine) - 1);
        }
        const set = [question, ...questions.filter(({ id }) => question.with.includes(id))];
        if (question.with.length > 0)
          expect(smallest.map((s) => s.map(({ id }) => id).sort())).toContainEqual(
            set.map(({ id }) => id).sort(),
          );
      }
    });
  });
});

function said(id: string, source: string, factuality: Factuality): EvidenceStatement {
  return {
    id,
    source,
    act: 'CLAIMED',
    provisional: false,
    retracts: [],
    claims: [{ id: 'claim 0', stance: 'asserts', factuality }],
    mentions: [{ article: `article of ${source}`, claims: ['claim 0'], via: null }],
  };
}

function explicit(id: string, from: string, to: string): Reliance {
  return { id, from, to, certainty: 'explicit', claims: null, alternative: null, question: null };
}

/** Statements that support the first claim as certain, and are not withdrawn. */
function certainSupport({ statements }: Evidence): readonly string[] {
  const withdrawn = new Set([...statements.values()].flatMap(({ retracts }) => retracts));
  const supporting = [...statements.values()].filter((s) =>
    s.claims.some((c) => c.id === 'claim 0' && c.stance !== 'denies' && c.factuality === 'CT+'),
  );
  return supporting.map(({ id }) => id).filter((id) => !withdrawn.has(id));
}

describe('laws of assessing', () => {
  const bounds = (a: Assessment): readonly number[] => [a.independentMin, a.independentMax];

  it('a new source with its own basis that asserts raises κ by exactly one', () => {
    check((evidence) => {
      const before = assess(evidence, 'claim 0');
      const statement = said('new statement', 'new source', 'CT+');
      const after = assess(
        {
          ...evidence,
          sources: new Map<string, EvidenceSource>([
            ...evidence.sources,
            ['new source', { id: 'new source', official: false, partOf: null }],
          ]),
          statements: new Map([...evidence.statements, [statement.id, statement]]),
        },
        'claim 0',
      );
      // Where only hedged support stood, certain support now takes its place.
      const raised =
        certainSupport(evidence).length === 0 ? [1, 1] : bounds(before).map((kappa) => kappa + 1);
      expect(bounds(after)).toEqual(raised);
    });
  });

  it('learning that a statement only relayed another never raises κ', () => {
    check((whole) => {
      const evidence = { ...whole, reliances: whole.reliances.filter((r) => r.certainty === 'explicit') };
      const before = bounds(assess(evidence, 'claim 0'));
      const ids = [...evidence.statements.keys()];
      const resting = new Set(evidence.reliances.map(({ from }) => from));
      for (const from of ids.filter((id) => !resting.has(id))) {
        for (const to of certainSupport(evidence).filter((id) => id < from)) {
          const relay = explicit('learned', from, to);
          const after = bounds(assess({ ...evidence, reliances: [...evidence.reliances, relay] }, 'claim 0'));
          expect(after[0]).toBeLessThanOrEqual(before[0] ?? 0);
          expect(after[1]).toBeLessThanOrEqual(before[1] ?? 0);
        }
      }
    });
  });

  it('sources that only cite one another add a circle without ground and change no count', () => {
    check((evidence) => {
      const ring = ['ring a', 'ring b', 'ring c'];
      const factuality = certainSupport(evidence).length === 0 ? 'PS+' : 'CT+';
      const before = assess(evidence, 'claim 0');
      const after = assess(
        {
          ...evidence,
          sources: new Map<string, EvidenceSource>([
            ...evidence.sources,
            ...ring.map((id) => [id, { id, official: false, partOf: null }] as const),
          ]),
          statements: new Map([
            ...evidence.statements,
            ...ring.map((id) => [`${id} says`, said(`${id} says`, id, factuality)] as const),
          ]),
          reliances: [
            ...evidence.reliances,
            ...ring.map((id, i) => explicit(`cites ${i}`, `${id} says`, ring[(i + 1) % 3] ?? '')),
          ],
        },
        'claim 0',
      );
      expect(bounds(after)).toEqual(bounds(before));
      expect(after.roots).toEqual(before.roots);
      expect(after.chokePoints).toEqual(before.chokePoints);
      expect(after.circular).toContainEqual({ kind: 'ungrounded', members: ring });
    });
  });

  it('the order in which evidence comes changes nothing', () => {
    check((evidence) => {
      const backwards = <T>(map: ReadonlyMap<string, T>): ReadonlyMap<string, T> =>
        new Map([...map].reverse());
      const turned: Evidence = {
        ...evidence,
        sources: backwards(evidence.sources),
        statements: backwards(evidence.statements),
        reliances: evidence.reliances.toReversed(),
        identities: evidence.identities.toReversed(),
        claims: backwards(evidence.claims),
      };
      for (const claim of evidence.claims.keys())
        expect(assess(turned, claim)).toEqual(assess(evidence, claim));
    });
  });

  it('a duplicate mention in the same article changes nothing', () => {
    check((evidence) => {
      const twice = [...evidence.statements].map(
        ([id, s]) => [id, { ...s, mentions: [...s.mentions, ...s.mentions] }] as const,
      );
      expect(assess({ ...evidence, statements: new Map(twice) }, 'claim 0')).toEqual(
        assess(evidence, 'claim 0'),
      );
    });
  });
});
