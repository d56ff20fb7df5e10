/** Beside the chains: what of them is picked out, else the claim's standing and what would change it. */

import type { ClaimView } from '../../api/claim.ts';
import { chainsOf } from '../chain/model.ts';
import { useDesk } from '../desk.ts';
import { pick } from '../state.ts';
import { LineCard } from './line-card.tsx';
import { Question } from './question.tsx';
import { SourceCard } from './source-card.tsx';
import { Standing } from './standing.tsx';

export function ClaimPanel({ view }: { view: ClaimView }) {
  const { state, go } = useDesk();
  const chains = chainsOf(view, Number.POSITIVE_INFINITY);
  const line = chains.lines.find((l) => l.id === state.picked);
  const source = view.sources.find((s) => s.id === state.picked);
  const question = view.questions.find((q) => q.id === state.picked);
  const picked = line ?? source ?? question;
  return (
    <>
      {picked && (
        <p class="back">
          <button type="button" class="link" onClick={() => go(pick(state, null))}>
            ‹ The claim
          </button>
        </p>
      )}
      {line && <LineCard view={view} line={line} />}
      {!line && source && <SourceCard view={view} source={source} />}
      {!line && !source && question && <Question question={question} picked />}
      {!picked && <Standing view={view} />}
    </>
  );
}
