/** A claim's standing: the status in words, and how many independent chains it has. */

import type { Status } from '../../../corroborate/types.ts';
import { boundsWords, STATUS_WORDS } from '../../../report/words.ts';

export function StatusChip({ status }: { status: Status }) {
  const { label, tone, meaning } = STATUS_WORDS[status];
  return (
    <span class={`chip ${tone}`} title={meaning}>
      {label}
    </span>
  );
}

/** "1–2", with the words for who cannot see it. */
export function Bounds({ min, max }: { min: number; max: number }) {
  return (
    <span class={`bounds${min < max ? ' open' : ''}`} title={boundsWords([min, max])}>
      <span aria-hidden="true">{min === max ? max : `${min}–${max}`}</span>
      <span class="hidden">{boundsWords([min, max])}</span>
    </span>
  );
}
