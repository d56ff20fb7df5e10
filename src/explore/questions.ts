/** What is open: of one claim, and over all of them. */

import type { AgendaItem } from '../corroborate/agenda.ts';
import type { Assessment, Question } from '../corroborate/types.ts';
import { answerLabels } from '../report/answers.ts';
import { shortIds } from '../report/ids.ts';
import { sourceAt } from '../report/index-of.ts';
import { nameWords } from '../report/words.ts';
import { harmless } from '../text/harmless.ts';
import type { ClaimRow, Page } from './api/claims.ts';
import type { OpenQuestionRow, QuestionPage, QuestionView } from './api/questions.ts';
import { rowOf } from './claims.ts';
import type { State } from './state.ts';

/** The questions of one claim, pivotal or not, with the bounds that each answer leaves. */
export function questionViews(state: State, assessment: Assessment): readonly QuestionView[] {
  const short = shortIds(assessment.questions.map((q) => q.id));
  return assessment.questions.map((q) => {
    const labels = labelsOf(state, q);
    return {
      id: q.id,
      short: short.get(q.id) ?? q.id,
      kind: q.kind,
      text: harmless(q.text),
      pivotal: q.pivotal,
      between: pairsOf(state, q),
      answers: q.answers.map(({ answer, bounds }) => ({
        answer,
        label: labels.get(answer) ?? answer,
        bounds,
      })),
      with: q.with,
    };
  });
}

/** Claims shown with a question. */
const MOVES = 20;

/** Pivotal questions over all claims, the most consequential first. */
export function questionPage(state: State, { offset, limit }: Page): QuestionPage {
  const items = state.agenda();
  const short = shortIds(items.map((item) => item.question.id));
  const rows = items
    .slice(offset, offset + limit)
    .map((item) => questionRow(state, short, item, (claim) => rowOf(state, claim)));
  const next = offset + limit;
  return { total: items.length, offset, rows, next: next < items.length ? next : null };
}

/** `short`: short forms of ids; `rowFor`: claims, as lists show them. */
export function questionRow(
  state: State,
  short: ReadonlyMap<string, string>,
  item: AgendaItem,
  rowFor: (claim: string) => ClaimRow | null,
): OpenQuestionRow {
  const { question, together, claims } = item;
  const labels = labelsOf(state, question);
  const about = new Map(
    question.about.flatMap((end) => {
      const source = sourceAt(state.graph, end);
      return source ? [[source.id, harmless(nameWords(source))]] : [];
    }),
  );
  return {
    id: question.id,
    short: short.get(question.id) ?? question.id,
    kind: question.kind,
    text: harmless(question.text),
    about: [...about].map(([id, label]) => ({ id, label })),
    answers: question.answers.map(({ answer }) => ({ answer, label: labels.get(answer) ?? answer })),
    together,
    claims: claims.length,
    moves: claims.slice(0, MOVES).flatMap(({ claim, answers }) => {
      const row = rowFor(claim);
      return row ? [{ claim: row, answers }] : [];
    }),
  };
}

function labelsOf({ graph, index }: State, question: Question): ReadonlyMap<string, string> {
  const labels = answerLabels(graph, question, index().reuseOptions.get(question.id) ?? []);
  return new Map([...labels].map(([answer, label]) => [answer, harmless(label)]));
}

/** Pairs of sources that a question joins, or that one of its reliances leads between. */
function pairsOf({ graph, index }: State, question: Question): readonly (readonly [string, string])[] {
  const ends =
    question.kind === 'reuse'
      ? (index().reuseOptions.get(question.id) ?? []).map((r) => [r.from, r.to] as const)
      : [[question.about[0] ?? '', question.about[1] ?? ''] as const];
  const pairs = ends.flatMap(([x, y]): (readonly [string, string])[] => {
    const [a, b] = [sourceAt(graph, x), sourceAt(graph, y)];
    return a && b && a !== b ? [[a.id, b.id]] : [];
  });
  return [...new Map(pairs.map((pair) => [pair.join(' '), pair])).values()];
}
