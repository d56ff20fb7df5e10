/** One source of the chains: what it is, what it says here, and what is open about it. */

import type { ChainSource, ClaimView } from '../../api/claim.ts';
import { GOAL } from '../chain/layout.ts';
import { chainsOf } from '../chain/model.ts';
import { useDesk } from '../desk.ts';
import { openView, pick } from '../state.ts';
import { clip } from '../text.ts';
import { KindIcon } from './icon.tsx';
import { labelOf } from './line-card.tsx';
import { Question } from './question.tsx';

export function SourceCard({ view, source }: { view: ClaimView; source: ChainSource }) {
  const { state, go } = useDesk();
  const lines = chainsOf(view, Number.POSITIVE_INFINITY).lines.filter(
    (l) => l.from === source.id || l.to === source.id,
  );
  const questions = view.questions.filter((q) => q.between.some((pair) => pair.includes(source.id)));
  return (
    <section class="card" aria-labelledby="picked-title">
      <h3 id="picked-title" dir="auto">
        <KindIcon kind={source.kind} size={16} /> {clip(source.label, 200)}
      </h3>
      <p class="muted">{sourceWords(source)}</p>
      {source.aliases.length > 0 && (
        <p>
          <span class="muted">Also called </span>
          {source.aliases.slice(0, 6).map((a, i) => (
            <span key={a}>
              {i > 0 && ', '}
              <bdi>{clip(a, 90)}</bdi>
            </span>
          ))}
        </p>
      )}
      <ul class="plain">
        {lines.map((line) => (
          <li key={line.id}>
            <button type="button" class="link" onClick={() => go(pick(state, line.id))}>
              {line.to === GOAL
                ? `${line.word} the claim`
                : line.to === source.id
                  ? `on the word of ${clip(labelOf(view, line.from), 80)}`
                  : `passed on by ${clip(labelOf(view, line.to), 80)}`}
            </button>
          </li>
        ))}
      </ul>
      <p>
        <button
          type="button"
          onClick={() => go({ ...openView(state, 'network'), picked: source.id, expanded: [source.id] })}
        >
          Show in the network
        </button>
      </p>
      {questions.map((q) => (
        <Question key={q.id} question={q} />
      ))}
    </section>
  );
}

const sourceWords = (s: ChainSource): string =>
  [
    s.kind.toLowerCase(),
    s.official && 'official',
    !s.named && 'unnamed',
    s.country,
    s.partOf && `part of ${s.partOf}`,
    s.root === 'always' && 'root',
    s.root === 'sometimes' && 'root in some answers',
    s.choke === 'always' && 'choke point: every chain runs through it',
    s.choke === 'sometimes' && 'choke point in some answers',
    s.reach !== null && s.reach > 1 && `stands behind ${s.reach} claims`,
    s.reliability !== 'F' && `reliability ${s.reliability}`,
  ]
    .filter(Boolean)
    .join(' · ');
