import { describe, expect, it } from 'vitest';
import { agenda } from '../../src/corroborate/agenda.ts';
import { assessAll } from '../../src/corroborate/assess.ts';
import { statusWithin } from '../../src/corroborate/status.ts';
import type { Evidence, EvidenceStatement } from '../../src/corroborate/types.ts';

const says = (source: string, ...claims: readonly string[]): EvidenceStatement => ({
  id: `st-${source}`,
  source,
  act: 'CLAIMED',
  provisional: false,
  retracts: [],
  claims: claims.map((id) => ({ id, stance: 'asserts', factuality: 'CT+' })),
  mentions: [{ article: `a-${source}`, claims, via: null }],
});

function evidence(
  statements: readonly EvidenceStatement[],
  identities: readonly (readonly [string, string])[],
): Evidence {
  const sources = new Set(statements.flatMap((s) => s.source ?? []));
  const claims = new Set(statements.flatMap((s) => s.claims.map((c) => c.id)));
  return {
    sources: new Map([...sources].map((id) => [id, { id, official: false, partOf: null }])),
    statements: new Map(statements.map((s) => [s.id, s])),
    reliances: [],
    identities: identities.map(([a, b]) => ({
      id: `id-${a}-${b}`,
      a,
      b,
      kind: 'identity',
      question: `${a}=${b}?`,
    })),
    notSame: [],
    claims: new Map([...claims].sort().map((id) => [id, { id }])),
    relations: [],
    reuse: [],
  };
}

const agendaOf = (e: Evidence) => agenda(new Map(assessAll(e)));

describe('agenda', () => {
  it('puts the question first that decides the status of most claims', () => {
    const items = agendaOf(
      evidence(
        [says('a', 'c1', 'c2'), says('b', 'c1', 'c2'), says('x', 'c3'), says('y', 'c3')],
        [
          ['x', 'y'],
          ['a', 'b'],
        ],
      ),
    );
    expect(items.map((i) => [i.question.id, i.statuses])).toEqual([
      ['id-a-b', 2],
      ['id-x-y', 1],
    ]);
    expect(items[0]?.claims[0]).toEqual({
      claim: 'c1',
      status: 'independence-open',
      bounds: [1, 2],
      answers: [
        { answer: 'yes', status: 'single-source', bounds: [1, 1] },
        { answer: 'no', status: 'corroborated', bounds: [2, 2] },
      ],
    });
  });

  it('counts bounds beside statuses: a third root of three leaves the claim corroborated', () => {
    const [item] = agendaOf(evidence([says('a', 'c'), says('b', 'c'), says('d', 'c')], [['a', 'b']]));
    expect(item).toMatchObject({ statuses: 0, narrowed: 1, together: [] });
  });

  it('leaves out what changes nothing', () => {
    expect(agendaOf(evidence([says('a', 'c1'), says('b', 'c2')], [['a', 'b']]))).toEqual([]);
  });

  it('says of each answer what assessing finds once it is given', () => {
    const statements = [says('a', 'c'), says('b', 'c'), says('d', 'c')];
    const [item] = agendaOf(evidence(statements, [['a', 'b']]));
    const answered = evidence(statements, []);
    const [, no] = [...assessAll({ ...answered, notSame: [['a', 'b']] })][0] ?? [];
    expect(item?.claims[0]?.answers[1]).toEqual({
      answer: 'no',
      status: no?.status,
      bounds: [no?.independentMin, no?.independentMax],
    });
  });
});

describe('statusWithin', () => {
  it('changes only what the count decides', () => {
    expect(statusWithin('independence-open', [2, 2])).toBe('corroborated');
    expect(statusWithin('independence-open', [1, 1])).toBe('single-source');
    expect(statusWithin('single-source', [0, 0])).toBe('circular');
    expect(statusWithin('disputed', [2, 2])).toBe('disputed');
    expect(statusWithin('hedged', [2, 2])).toBe('hedged');
  });
});
