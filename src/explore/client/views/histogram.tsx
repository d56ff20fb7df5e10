/** Articles over time; two ends narrow what is shown. */

import { dayWords } from '../../../report/words.ts';
import { useDesk } from '../desk.ts';
import { narrow } from '../state.ts';

export function Histogram() {
  const { overview, state, go } = useDesk();
  const { bins, from, to, undated } = overview.time;
  const { filter } = state;
  if (bins.length === 0 || from === null || to === null) return null;
  const top = Math.max(1, ...bins.map((b) => b.articles));
  const step = 240 / bins.length;
  const inside = (bin: { from: string; to: string }) =>
    (filter.from === null || bin.to >= filter.from) && (filter.to === null || bin.from <= filter.to);
  return (
    <fieldset class="time">
      <legend>Time</legend>
      <svg
        viewBox="0 0 240 40"
        class="histogram"
        role="img"
        aria-label={`Articles from ${dayWords(from)} to ${dayWords(to)}`}
      >
        {bins.map((bin, i) => (
          <rect
            key={bin.from}
            class={inside(bin) ? 'in' : 'out'}
            x={i * step}
            y={39 - (38 * bin.articles) / top}
            width={Math.max(1, step - 1)}
            height={(38 * bin.articles) / top + 1}
          >
            <title>{`${dayWords(bin.from)}${bin.from === bin.to ? '' : ` to ${dayWords(bin.to)}`}: ${bin.articles}`}</title>
          </rect>
        ))}
      </svg>
      <div class="row">
        <label>
          From{' '}
          <input
            type="date"
            min={from}
            max={to}
            value={filter.from ?? ''}
            onChange={(e) => go(narrow(state, { from: e.currentTarget.value || null }))}
          />
        </label>
        <label>
          To{' '}
          <input
            type="date"
            min={from}
            max={to}
            value={filter.to ?? ''}
            onChange={(e) => go(narrow(state, { to: e.currentTarget.value || null }))}
          />
        </label>
      </div>
      {undated > 0 && <p class="muted">{undated} without a date</p>}
    </fieldset>
  );
}
