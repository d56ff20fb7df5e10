import type { EvidenceIndex, Kin } from './evidence.ts';
import type { Question, Reliance } from './types.ts';
import type { Upstream } from './upstream.ts';

/** What is open about a claim's upstream: the questions, and what each answer switches on. */
export interface Inquiry {
  readonly upstream: Upstream;
  /** By id. */
  readonly questions: readonly OpenQuestion[];
  /** For every act and every basis of it: when it holds; null: always. */
  readonly conditions: readonly (readonly (Condition | null)[])[];
  /** Numbers of sources, then of further sources through which open identities may join them. */
  readonly parties: number;
  readonly identities: readonly { readonly a: number; readonly b: number; readonly question: number }[];
  readonly notSame: readonly (readonly [number, number])[];
}

export interface OpenQuestion {
  readonly id: string;
  readonly kind: Question['kind'];
  readonly text: string;
  readonly about: readonly string[];
  /** At least two; `holds`: the identities or reliances that are so if this is the answer. */
  readonly answers: readonly { readonly answer: string; readonly holds: readonly string[] }[];
}

export interface Condition {
  readonly question: number;
  readonly answer: number;
}

export const YES = 0;
export const NO = 1;

/**
 * The questions relevant to a claim: open reliances upstream of it, and open identities in a component of the
 * open-identity graph that holds two or more of its sources. An identity that a NOT_SAME_AS refuses is no
 * question.
 */
export function inquire(index: EvidenceIndex, upstream: Upstream): Inquiry {
  const numberOf = new Map(upstream.sources.map((id, i) => [id, i]));
  const number = (id: string): number => {
    const known = numberOf.get(id);
    if (known !== undefined) return known;
    numberOf.set(id, numberOf.size);
    return numberOf.size - 1;
  };
  const kins = sharedKins(index, upstream);
  const asked = new Map<string, OpenQuestion>();
  for (const { bases } of upstream.acts) {
    for (const { reliance } of bases) {
      if (asked.has(reliance.alternative?.group ?? reliance.id)) continue;
      const question = relianceQuestion(index, reliance);
      if (question !== null) asked.set(question.id, question);
    }
  }
  const refused = new Set(
    kins.flatMap(({ notSame }) => notSame.flatMap(([a, b]) => [pairKey(a, b), pairKey(b, a)])),
  );
  const open = kins.flatMap(({ identities }) => identities).filter(({ a, b }) => !refused.has(pairKey(a, b)));
  for (const { id, a, b, kind, question: text } of open) {
    asked.set(id, { id, kind, text, about: [a, b], answers: yesOrNo([id]) });
  }
  const questions = [...asked.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  const placeOf = new Map(questions.map(({ id }, i) => [id, i]));
  const identities = open.map(({ id, a, b }) => ({
    a: number(a),
    b: number(b),
    question: placeOf.get(id) ?? -1,
  }));
  const notSame = kins.flatMap((kin) => kin.notSame.map(([a, b]) => [number(a), number(b)] as const));
  return {
    upstream,
    questions,
    conditions: upstream.acts.map(({ bases }) =>
      bases.map(({ reliance }) => condition(questions, placeOf, reliance)),
    ),
    parties: numberOf.size,
    identities,
    notSame,
  };
}

function sharedKins(index: EvidenceIndex, upstream: Upstream): readonly Kin[] {
  if (index.kinOf.size === 0) return [];
  const once = new Set<Kin>();
  const shared = new Set<Kin>();
  for (const source of upstream.sources) {
    const kin = index.kinOf.get(source);
    if (kin === undefined) continue;
    if (once.has(kin)) shared.add(kin);
    once.add(kin);
  }
  return [...shared];
}

function pairKey(a: string, b: string): string {
  return JSON.stringify([a, b]);
}

function relianceQuestion(index: EvidenceIndex, reliance: Reliance): OpenQuestion | null {
  if (reliance.alternative !== null) return reuseQuestion(index, reliance.alternative.group);
  if (reliance.certainty !== 'possible') return null;
  const { id, from, to } = reliance;
  const text = reliance.question ?? `Does ${from} rest on ${to}?`;
  return { id, kind: 'reliance', text, about: [from, to], answers: yesOrNo([id]) };
}

/** Of the options of one group exactly one holds. One option alone leaves nothing open. */
function reuseQuestion(index: EvidenceIndex, group: string): OpenQuestion | null {
  const reliances = index.alternatives.get(group) ?? [];
  const holds = new Map<number, string[]>();
  for (const { id, alternative } of reliances) {
    const option = alternative?.option ?? 0;
    holds.set(option, [...(holds.get(option) ?? []), id]);
  }
  if (holds.size < 2) return null;
  const about = [...new Set(reliances.flatMap(({ from, to }) => [from, to]))].sort();
  const answers = [...holds]
    .sort(([a], [b]) => a - b)
    .map(([option, ids]) => ({ answer: `${option}`, holds: ids.sort() }));
  const text =
    reliances.find(({ question }) => question !== null)?.question ??
    `Who copied from whom: ${about.join(', ')}?`;
  return { id: group, kind: 'reuse', text, about, answers };
}

function yesOrNo(holds: readonly string[]): OpenQuestion['answers'] {
  return [
    { answer: 'yes', holds },
    { answer: 'no', holds: [] },
  ];
}

function condition(
  questions: readonly OpenQuestion[],
  placeOf: ReadonlyMap<string, number>,
  reliance: Reliance,
): Condition | null {
  const { alternative } = reliance;
  const question = placeOf.get(alternative?.group ?? reliance.id);
  if (question === undefined) return null;
  const option =
    questions[question]?.answers.findIndex(({ answer }) => answer === `${alternative?.option}`) ?? -1;
  return { question, answer: alternative === null ? YES : option };
}
