/** An open question with what each answer makes of the claim; answering it is a decision. */

import { useState } from 'preact/hooks';
import { boundsWords } from '../../../report/words.ts';
import type { QuestionView } from '../../api/questions.ts';
import { useDesk } from '../desk.ts';
import { clip } from '../text.ts';

type Asked = Pick<QuestionView, 'id' | 'text' | 'kind'> & {
  readonly answers: readonly {
    readonly answer: string;
    readonly label: string;
    readonly bounds?: readonly [number, number];
  }[];
};

interface Props {
  readonly question: Asked;
  readonly picked?: boolean;
  readonly children?: preact.ComponentChildren;
}

export function Question({ question, picked = false, children }: Props) {
  const { overview, decide } = useDesk();
  const [busy, setBusy] = useState(false);
  const able = overview.decisions !== 'none';
  const answer = async (value: string) => {
    setBusy(true);
    await decide({ kind: 'answer', question: question.id, answer: value, note: null });
    setBusy(false);
  };
  return (
    <article class={`question${picked ? ' picked' : ''}`}>
      <h4 dir="auto">{clip(question.text, 400)}</h4>
      {children}
      <ul class="answers">
        {question.answers.map(({ answer: value, label, bounds }) => (
          <li key={value}>
            {able ? (
              <button type="button" disabled={busy} onClick={() => answer(value)}>
                {label}
              </button>
            ) : (
              <strong>{label}</strong>
            )}
            {bounds && <span class="muted"> {boundsWords(bounds)}</span>}
          </li>
        ))}
      </ul>
    </article>
  );
}
