/** What to ask first: open questions over all claims, with what each answer changes and the command that gives it. */

import { type AgendaClaim, type AgendaItem, agenda } from '../corroborate/agenda.ts';
import type { Assessment } from '../corroborate/types.ts';
import type { KnowledgeGraph } from '../graph/types.ts';
import { answerLabels, reuseOptions } from './answers.ts';
import { type Block, list, paragraph, type Run, run } from './blocks.ts';
import { shortIds } from './ids.ts';
import { countWords, listWords, STATUS_WORDS } from './words.ts';

export interface ListedQuestion extends AgendaItem {
  readonly short: string;
  readonly answers: readonly { readonly answer: string; readonly label: string; readonly command: string }[];
  readonly texts: ReadonlyMap<string, string>;
}

/** The pivotal open questions, the most consequential first. `flags`: what the commands need to find the store. */
export function listQuestions(
  graph: KnowledgeGraph,
  assessments: ReadonlyMap<string, Assessment>,
  flags = '',
): readonly ListedQuestion[] {
  const items = agenda(assessments);
  const short = shortIds([...assessments.values()].flatMap((a) => a.questions.map((q) => q.id)));
  const options = reuseOptions(graph);
  return items.map((item) => {
    const { id } = item.question;
    const labels = answerLabels(graph, item.question, options.get(id) ?? []);
    const name = short.get(id) ?? id;
    return {
      ...item,
      short: name,
      answers: item.question.answers.map(({ answer }) => ({
        answer,
        label: labels.get(answer) ?? answer,
        command: `hearsay decide answer ${name} ${answer}${flags}`,
      })),
      texts: new Map(item.claims.map(({ claim }) => [claim, graph.claims.get(claim)?.text ?? ''])),
    };
  });
}

/** Claims shown under one question; the others are counted. */
const CLAIMS = 3;

export function questionListBlocks(questions: readonly ListedQuestion[]): readonly Block[] {
  if (questions.length === 0) return [paragraph(run('No open question changes any count.'))];
  return questions.map((q) => ({
    kind: 'card',
    anchor: q.question.id,
    tone: 'open',
    title: [run(q.question.text), run(` ${q.short}`, 'id')],
    blocks: [
      paragraph(run(consequenceWords(q), 'muted')),
      list(
        q.answers.map(({ label, command }) => [paragraph(run(`${label}: `, 'strong'), run(command, 'id'))]),
      ),
      list(q.claims.slice(0, CLAIMS).map((claim) => [paragraph(...claimRuns(q, claim))])),
      ...(q.claims.length > CLAIMS
        ? [paragraph(run(`and ${countWords(q.claims.length - CLAIMS, 'more claim')}`, 'muted'))]
        : []),
    ],
  }));
}

function consequenceWords({ statuses, narrowed, claims, together }: ListedQuestion): string {
  if (narrowed === 0) {
    const others = together.length > 0 ? `, together with ${listWords(together)}` : '';
    return `Touches the count of ${countWords(claims.length, 'claim')}${others}.`;
  }
  const status = statuses > 0 ? `decides the status of ${countWords(statuses, 'claim')}` : '';
  const bounds = narrowed > statuses ? `narrows the count of ${countWords(narrowed, 'claim')}` : '';
  const words = [status, bounds].filter((w) => w !== '').join(', ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}

function claimRuns({ texts, answers }: ListedQuestion, claim: AgendaClaim): readonly Run[] {
  const labels = new Map(answers.map((a) => [a.answer, a.label]));
  const words = STATUS_WORDS[claim.status];
  return [
    run(`${texts.get(claim.claim)}: `),
    run(`${words.label} ${range(claim.bounds)}`, words.tone),
    run(
      ` → ${claim.answers.map((a) => `${labels.get(a.answer) ?? a.answer}: ${STATUS_WORDS[a.status].label} ${range(a.bounds)}`).join('; ')}`,
    ),
  ];
}

const range = ([least, most]: readonly [number, number]): string =>
  least === most ? `(${most})` : `(${least}–${most})`;

/** One object a question, for programs. */
export const questionListJson = (questions: readonly ListedQuestion[]) =>
  questions.map(({ question, together, statuses, narrowed, claims, answers, texts }) => ({
    id: question.id,
    text: question.text,
    kind: question.kind,
    about: question.about,
    with: together,
    statuses,
    narrowed,
    answers,
    claims: claims.map((c) => ({
      id: c.claim,
      text: texts.get(c.claim) ?? '',
      status: c.status,
      bounds: c.bounds,
      answers: c.answers,
    })),
  }));
