/** Kinds of nodes and lines; choosing a kind shows or hides it. */

import { LINE_COLOURS, NEUTRAL } from '../../../graph/colours.ts';
import { NODE_KINDS } from '../../api/network.ts';
import { useDesk } from '../desk.ts';
import { KIND_WORDS } from '../shapes.ts';
import { kindsShown, toggled } from '../state.ts';
import { KindIcon } from '../views/icon.tsx';

const LINES: readonly (readonly [type: string, words: string])[] = [
  ['CONFIRMED_BY', 'confirms'],
  ['DENIED_BY', 'denies'],
  ['CITES', 'cites'],
  ['SAME_AS', 'may be one'],
  ['', 'other'],
];

export function Legend() {
  const { state, go } = useDesk();
  const shown = kindsShown(state);
  return (
    <div class="legend">
      {/* biome-ignore lint/a11y/useSemanticElements: buttons in a row, no form */}
      <div role="group" aria-label="Kinds shown">
        {NODE_KINDS.map((kind) => (
          <button
            key={kind}
            type="button"
            class="toggle"
            aria-pressed={shown.includes(kind)}
            onClick={() =>
              go({ ...state, kinds: NODE_KINDS.filter((k) => toggled(shown, kind).includes(k)) })
            }
          >
            <KindIcon kind={kind} />
            {KIND_WORDS[kind]}
          </button>
        ))}
      </div>
      <ul class="lines">
        {LINES.map(([type, words]) => (
          <li key={type}>
            <svg width="22" height="8" aria-hidden="true">
              <path d="M0 4H22" stroke={LINE_COLOURS[type] ?? NEUTRAL.line} stroke-width="2.5" />
            </svg>{' '}
            {words}
          </li>
        ))}
      </ul>
    </div>
  );
}
