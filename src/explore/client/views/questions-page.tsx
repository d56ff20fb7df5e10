/** What to ask next over everything that is open, and what was decided so far. */

import { useState } from 'preact/hooks';
import { boundsWords, countWords } from '../../../report/words.ts';
import type { OpenQuestionRow } from '../../api/questions.ts';
import { useAnswer, useDesk } from '../desk.ts';
import { useShown } from '../export/shown.ts';
import { openClaim } from '../state.ts';
import { clip } from '../text.ts';
import { Question } from './question.tsx';

const PAGE = 20;

export function QuestionsPage() {
  const { explore, overview } = useDesk();
  const [limit, setLimit] = useState(PAGE);
  const answer = useAnswer(`questions ${limit}`, () => explore.questions({ offset: 0, limit }));
  const page = answer.value;
  useShown('questions', page);
  return (
    <article class="questions-page" aria-labelledby="questions-page-title">
      <h2 id="questions-page-title">Ask next</h2>
      <p class="muted">
        {overview.decisions === 'kept' && 'An answer is kept in the store, with who gave it and when.'}
        {overview.decisions === 'session' &&
          'Answers hold until this program ends: there is no store to keep them.'}
        {overview.decisions === 'none' &&
          'This page shows what was decided; to decide, open the store with hearsay explore.'}
      </p>
      {answer.kind === 'failed' && <p class="failure">{answer.message}</p>}
      <h3>Open questions</h3>
      {page?.total === 0 && <p>No open question would change a claim.</p>}
      <div class="cards">
        {page?.rows.map((row) => (
          <Question key={row.id} question={row}>
            <Moves row={row} />
          </Question>
        ))}
      </div>
      {page && page.rows.length < page.total && (
        <p class="more">
          <button type="button" onClick={() => setLimit(limit + PAGE)}>
            Show more
          </button>
        </p>
      )}
      <Decisions />
    </article>
  );
}

/** Claims named under a question before the rest is counted. */
const NAMED = 5;

function Moves({ row }: { row: OpenQuestionRow }) {
  const { state, go } = useDesk();
  return (
    <ul class="plain">
      {row.moves.slice(0, NAMED).map(({ claim, answers }) => (
        <li key={claim.id}>
          <button type="button" class="link" dir="auto" onClick={() => go(openClaim(state, claim.id))}>
            {clip(claim.text, 120)}
          </button>{' '}
          <span class="muted">
            now {boundsWords([claim.independentMin, claim.independentMax])};{' '}
            {answers
              .map(
                ({ answer, bounds }) =>
                  `${row.answers.find((a) => a.answer === answer)?.label ?? answer}: ${boundsWords(bounds)}`,
              )
              .join('; ')}
          </span>
        </li>
      ))}
      {row.claims > NAMED && <li class="muted">and {countWords(row.claims - NAMED, 'more claim')}</li>}
    </ul>
  );
}

function Decisions() {
  const { explore, overview, undo } = useDesk();
  const answer = useAnswer('decisions', () => explore.decisions());
  const decisions = answer.value ?? [];
  if (decisions.length === 0) return null;
  return (
    <section aria-labelledby="decisions-title">
      <h3 id="decisions-title">Decided so far</h3>
      <ul class="plain decisions">
        {[...decisions].reverse().map((d) => (
          <li key={d.id}>
            {clip(d.words, 300)}{' '}
            <span class="muted">
              {d.by}, {d.at.slice(0, 16).replace('T', ' ')}
              {d.note === null ? '' : `: ${clip(d.note, 200)}`}
            </span>{' '}
            {overview.decisions !== 'none' && (
              <button type="button" onClick={() => undo(d.id)}>
                Undo
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
