/** One claim: its words and standing, its chains, and what of them is picked out. */

import { countWords, saidWords } from '../../../report/words.ts';
import { ChainView } from '../chain/chain-view.tsx';
import { useAnswer, useDesk } from '../desk.ts';
import { clip } from '../text.ts';
import { ClaimPanel } from './claim-panel.tsx';
import { StatusChip } from './status.tsx';

export function ClaimPage({ id }: { id: string }) {
  const { explore } = useDesk();
  const answer = useAnswer(`claim ${id}`, () => explore.claim(id));
  const view = answer.value;
  if (answer.kind === 'failed') return <p class="failure">{answer.message}</p>;
  if (view === undefined) return <p class="muted">Looking…</p>;
  if (view === null)
    return <p class="muted">There is no claim {clip(id, 40)} here: it may have become part of another.</p>;
  const { assessment, words, event } = view;
  const questions = assessment.questions.filter((q) => q.pivotal).length;
  return (
    <article class="claim-page" aria-labelledby="claim-title" aria-busy={answer.kind === 'waiting'}>
      <header class="claim-head">
        <h2 id="claim-title" dir="auto">
          {clip(view.claim.text, 600)}
        </h2>
        <p class="facts">
          <StatusChip status={assessment.status} />
          <span>{words.beside.join(' · ')}</span>
          {questions > 0 && <span class="asked">{countWords(questions, 'open question')}</span>}
          {event && (
            <span class="muted">
              {[event.place && `place: ${clip(event.place, 80)}`, event.from && saidWords(event)]
                .filter(Boolean)
                .join(' · ')}
            </span>
          )}
        </p>
      </header>
      <ChainView view={view} />
      <div class="panel">
        <ClaimPanel view={view} />
      </div>
    </article>
  );
}
