import { statusWithin } from './status.ts';
import type { Assessment, Question, Status } from './types.ts';

/** A pivotal question with what each answer alone would make of every claim that it touches. */
export interface AgendaItem {
  /** As the first of its claims has it; the bounds of its answers are those of that claim. */
  readonly question: Question;
  /** Other questions that must be answered too before any claim changes; none where one answer alone changes something. */
  readonly together: readonly string[];
  readonly claims: readonly AgendaClaim[];
  /** How many claims have another status under some answer. */
  readonly statuses: number;
  /** How many claims have narrower bounds under some answer. */
  readonly narrowed: number;
}

export interface AgendaClaim {
  readonly claim: string;
  readonly status: Status;
  readonly bounds: readonly [number, number];
  readonly answers: readonly {
    readonly answer: string;
    readonly status: Status;
    readonly bounds: readonly [number, number];
  }[];
}

/**
 * The pivotal questions over all claims, the most consequential first: by the number of claims whose status an answer
 * changes, then of those whose bounds it narrows, then of those that it touches, then by id. O(n log n) in the questions.
 */
export function agenda(assessments: ReadonlyMap<string, Assessment>): readonly AgendaItem[] {
  const asked = new Map<string, { readonly questions: Question[]; readonly claims: AgendaClaim[] }>();
  for (const [claim, assessment] of assessments)
    for (const question of assessment.questions) {
      if (!question.pivotal) continue;
      const entry = asked.get(question.id) ?? { questions: [], claims: [] };
      entry.questions.push(question);
      entry.claims.push(consequences(claim, assessment, question));
      asked.set(question.id, entry);
    }
  return [...asked.values()]
    .map(itemOf)
    .sort(
      (a, b) =>
        b.statuses - a.statuses ||
        b.narrowed - a.narrowed ||
        b.claims.length - a.claims.length ||
        (a.question.id < b.question.id ? -1 : 1),
    );
}

function consequences(claim: string, { status, ...a }: Assessment, question: Question): AgendaClaim {
  const bounds = [a.independentMin, a.independentMax] as const;
  return {
    claim,
    status,
    bounds,
    answers: question.answers.map((each) => ({
      answer: each.answer,
      status: statusWithin(status, each.bounds),
      bounds: each.bounds,
    })),
  };
}

function itemOf({
  questions,
  claims,
}: {
  readonly questions: readonly Question[];
  readonly claims: readonly AgendaClaim[];
}): AgendaItem {
  const [question] = questions;
  if (question === undefined) throw new RangeError('agenda: a question that no claim asks');
  const allies = questions.map((each) => each.with).sort((a, b) => a.length - b.length);
  return {
    question,
    together: claims.some(isNarrowed) ? [] : (allies[0] ?? []),
    claims,
    statuses: claims.filter(({ status, answers }) => answers.some((a) => a.status !== status)).length,
    narrowed: claims.filter(isNarrowed).length,
  };
}

const isNarrowed = ({ bounds, answers }: AgendaClaim): boolean =>
  answers.some((a) => a.bounds[0] > bounds[0] || a.bounds[1] < bounds[1]);
