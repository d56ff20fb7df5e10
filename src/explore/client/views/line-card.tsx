/** One line of the chains: what was said, or on whose word, with the passages that say so. */

import { CERTAINTY_WORDS } from '../../../report/words.ts';
import type { ClaimView } from '../../api/claim.ts';
import { GOAL } from '../chain/layout.ts';
import { type Line, OWN_VOICE } from '../chain/model.ts';
import { clip } from '../text.ts';
import { Passage } from './passage.tsx';
import { Question } from './question.tsx';

/** What an end of a line is called. */
export const labelOf = (view: ClaimView, id: string): string =>
  id === GOAL
    ? 'the claim'
    : id === OWN_VOICE
      ? 'the article itself'
      : (view.sources.find((s) => s.id === id)?.label ?? id);

export function LineCard({ view, line }: { view: ClaimView; line: Line }) {
  const question = view.questions.find((q) => q.id === line.question);
  const [upper, lower] = [clip(labelOf(view, line.from), 80), clip(labelOf(view, line.to), 80)];
  return (
    <section class="card" aria-labelledby="picked-title">
      <h3 id="picked-title" dir="auto">
        {line.to === GOAL ? `${upper}: ${line.word}` : `${lower} on the word of ${upper}`}
      </h3>
      {line.arrows.map((arrow) => (
        <div key={arrow.id} class="act">
          <p class="muted">
            {[
              arrow.said?.words,
              arrow.certainty && CERTAINTY_WORDS[arrow.certainty],
              arrow.factuality,
              arrow.provisional && 'provisional',
              arrow.withdrawn && 'withdrawn',
              arrow.channel && `through ${arrow.channel}`,
              arrow.via.length > 0 &&
                `known only through ${arrow.via.map((id) => labelOf(view, id)).join(', ')}`,
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
          {arrow.passages.map((p) => (
            <Passage key={`${p.article.id} ${p.start} ${p.mention}`} passage={p} />
          ))}
        </div>
      ))}
      {question && <Question question={question} />}
    </section>
  );
}
