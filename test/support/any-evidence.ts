import fc from 'fast-check';
import type { Evidence, EvidenceStatement, Reliance } from '../../src/corroborate/types.ts';

/** Small evidence of every kind: two claims, a few sources and statements, few open questions. */
export const anyEvidence: fc.Arbitrary<Evidence> = fc
  .record({ sources: fc.integer({ min: 2, max: 5 }), statements: fc.integer({ min: 1, max: 6 }) })
  .chain(({ sources, statements }) => {
    const source = fc.integer({ min: 0, max: sources - 1 }).map((i) => `source ${i}`);
    const statement = fc.integer({ min: 0, max: statements - 1 }).map((i) => `statement ${i}`);
    const mostly = <T>(usual: T, ...others: T[]): fc.Arbitrary<T> =>
      fc.oneof(
        { weight: 6, arbitrary: fc.constant(usual) },
        { weight: 1, arbitrary: fc.constantFrom(...others) },
      );
    const someClaims = mostly<readonly string[] | null>(null, ['claim 0'], ['claim 1']);
    return fc.record({
      sources: fc.tuple(
        ...Array.from({ length: sources }, (_, i) =>
          fc.record({
            id: fc.constant(`source ${i}`),
            kind: mostly<'Person' | 'Document'>('Person', 'Document'),
            official: fc.boolean(),
            partOf: i === 0 ? fc.constant(null) : mostly<string | null>(null, `source ${i - 1}`, 'elsewhere'),
          }),
        ),
      ),
      statements: fc.tuple(
        ...Array.from({ length: statements }, (_, i) =>
          fc.record({
            id: fc.constant(`statement ${i}`),
            source,
            stance: mostly<'asserts' | 'confirms' | 'denies' | 'predicts'>(
              'asserts',
              'confirms',
              'denies',
              'predicts',
            ),
            factuality: mostly<'CT+' | 'PS+' | 'CT-'>('CT+', 'PS+', 'CT-'),
            claim: mostly('claim 0', 'claim 1'),
            via: mostly<string | null>(null, 'statement 0'),
            retracts: mostly<string | null>(null, `statement ${(i + 1) % statements}`),
          }),
        ),
      ),
      // Certain reliances point to earlier statements, as the graph keeps them; open ones anywhere.
      certain: fc.array(fc.record({ from: statement, to: fc.oneof(statement, source), claims: someClaims }), {
        maxLength: 5,
      }),
      open: fc.array(
        fc.record({ from: fc.oneof(statement, source), to: fc.oneof(statement, source), claims: someClaims }),
        {
          maxLength: 3,
        },
      ),
      reuse: fc.option(fc.tuple(statement, statement, source), { freq: 4 }),
      identities: fc.array(fc.tuple(source, source), { maxLength: 3 }),
      notSame: fc.array(fc.tuple(source, source), { maxLength: 1 }),
    });
  })
  .map(({ sources, statements, certain, open, reuse, identities, notSame }) => {
    const reliance = (id: string, from: string, to: string, rest: Partial<Reliance>): Reliance => ({
      id,
      from,
      to,
      certainty: 'explicit',
      claims: null,
      alternative: null,
      question: null,
      ...rest,
    });
    const reliances = [
      ...certain
        .filter(({ from, to }) => to.startsWith('source') || to < from)
        .map(({ from, to, claims }, i) => reliance(`certain ${i}`, from, to, { claims })),
      ...open
        .filter(({ from, to }) => from !== to)
        .map(({ from, to, claims }, i) => reliance(`open ${i}`, from, to, { certainty: 'possible', claims })),
    ];
    if (reuse !== null && reuse[0] !== reuse[1]) {
      const [a, b, third] = reuse;
      const option = (id: string, from: string, to: string, n: number): Reliance =>
        reliance(id, from, to, { certainty: 'possible', alternative: { group: 'reuse', option: n } });
      reliances.push(
        option('a from b', a, b, 1),
        option('b from a', b, a, 2),
        option('a from third', a, third, 3),
        option('b from third', b, third, 3),
      );
    }
    return {
      sources: new Map(sources.map((s) => [s.id, s])),
      statements: new Map(
        statements.map((s): [string, EvidenceStatement] => [
          s.id,
          {
            id: s.id,
            source: s.source,
            act: 'CLAIMED',
            provisional: false,
            retracts: s.retracts === null ? [] : [s.retracts],
            claims: [{ id: s.claim, stance: s.stance, factuality: s.factuality }],
            mentions: [{ article: 'article', claims: [s.claim], via: s.via }],
          },
        ]),
      ),
      reliances,
      identities: identities
        .filter(([a, b]) => a !== b)
        .map(([a, b], i) => ({ id: `identity ${i}`, a, b, kind: 'identity', question: '' })),
      notSame: notSame.filter(([a, b]) => a !== b),
      claims: new Map(['claim 0', 'claim 1'].map((id) => [id, { id }])),
      relations: [],
      reuse: [],
    };
  });
