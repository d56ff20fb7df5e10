/** What the last decision changed, with the way back. */

import { boundsWords, countWords, STATUS_WORDS } from '../../../report/words.ts';
import type { Standing } from '../../api/decisions.ts';
import { useDesk } from '../desk.ts';
import { clip } from '../text.ts';

/** Changed claims named before the rest is counted. */
const NAMED = 4;

export function DecidedNote({ failure }: { failure: string | null }) {
  const { decided, undo } = useDesk();
  return (
    <div class="decided" role="status">
      {failure !== null && <p class="failure">{failure}</p>}
      {decided && failure === null && (
        <div class="outcome">
          <p>
            <strong>{decided.undone ? 'Taken back: ' : 'Decided: '}</strong>
            {clip(decided.decision.words, 300)}
          </p>
          {decided.changed.length === 0 && <p class="muted">It changes no claim’s standing.</p>}
          <ul>
            {decided.changed.slice(0, NAMED).map((change) => (
              <li key={change.claim}>
                <span dir="auto">{clip(change.text, 90)}</span>: {standingWords(change.before)} →{' '}
                <strong>{standingWords(change.after)}</strong>
              </li>
            ))}
          </ul>
          {decided.changed.length > NAMED && (
            <p class="muted">and {countWords(decided.changed.length - NAMED, 'more claim')}</p>
          )}
          {!decided.undone && (
            <button type="button" onClick={() => undo(decided.decision.id)}>
              Undo
            </button>
          )}
        </div>
      )}
    </div>
  );
}

const standingWords = (s: Standing | null): string =>
  s === null
    ? 'not there'
    : `${STATUS_WORDS[s.status].label}, ${boundsWords([s.independentMin, s.independentMax])}`;
