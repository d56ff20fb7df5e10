/** What is open: of one claim, and over all of them. */

import type { Assessment, Question } from '../corroborate/types.ts';
import { answerLabels } from '../report/answers.ts';
import { groupBy } from '../report/group.ts';
import { shortIds } from '../report/ids.ts';
import { sourceAt } from '../report/index-of.ts';
import { nameWords } from '../report/words.ts';
import { harmless } from '../text/harmless.ts';
import type { OpenQuestionRow, Page, QuestionPage, QuestionView } from './api.ts';
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

/** Pivotal questions over all claims: those that move most claims first, then those that leave least open. */
export function questionPage(state: State, { offset, limit }: Page): QuestionPage {
  const asked = [...state.assessments].flatMap(([claim, a]) =>
    a.questions.filter((q) => q.pivotal).map((question) => ({ claim, question })),
  );
  const groups = [...groupBy(asked, (a) => a.question.id)].sort(
    ([a, as], [b, bs]) => bs.length - as.length || (a < b ? -1 : 1),
  );
  const short = shortIds(groups.map(([id]) => id));
  const rows = groups
    .slice(offset, offset + limit)
    .flatMap(([id, group]) => questionRow(state, short.get(id) ?? id, group));
  const next = offset + limit;
  return { total: groups.length, offset, rows, next: next < groups.length ? next : null };
}

function questionRow(
  state: State,
  short: string,
  group: readonly { readonly claim: string; readonly question: Question }[],
): readonly OpenQuestionRow[] {
  const first = group[0]?.question;
  if (!first) return [];
  const labels = labelsOf(state, first);
  const about = new Map(
    first.about.flatMap((end) => {
      const source = sourceAt(state.graph, end);
      return source ? [[source.id, harmless(nameWords(source))]] : [];
    }),
  );
  return [
    {
      id: first.id,
      short,
      kind: first.kind,
      text: harmless(first.text),
      about: [...about].map(([id, label]) => ({ id, label })),
      answers: first.answers.map(({ answer }) => ({ answer, label: labels.get(answer) ?? answer })),
      claims: group.length,
      moves: group.slice(0, MOVES).flatMap(({ claim, question }) => {
        const row = rowOf(state, claim);
        const answers = question.answers.map(({ answer, bounds }) => ({ answer, bounds }));
        return row ? [{ claim: row, answers }] : [];
      }),
    },
  ];
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
