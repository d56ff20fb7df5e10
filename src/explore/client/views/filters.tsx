/** The legend that is the filter: every kind, status and act that occurs, with what it would leave. */

import { useState } from 'preact/hooks';
import { STATUS_WORDS } from '../../../report/words.ts';
import { NO_FILTER } from '../../api/claims.ts';
import type { Facet } from '../../api/overview.ts';
import { useDesk } from '../desk.ts';
import { isFiltered, narrow, toggled } from '../state.ts';
import { Histogram } from './histogram.tsx';
import { KindIcon } from './icon.tsx';

/** Outlets shown before the rest is asked for. */
const OUTLETS = 8;

/** A store too big to be read whole filters by status alone. */
export function Filters() {
  const { overview, state, go } = useDesk();
  const { filter } = state;
  const [open, setOpen] = useState(isFiltered(filter));
  return (
    <details class="filters" open={open} onToggle={(e) => setOpen(e.currentTarget.open)}>
      <summary>Filter{isFiltered(filter) && <span class="on"> on</span>}</summary>
      <Group
        title="Status"
        facets={overview.facets.status}
        chosen={filter.status}
        toggle={(v) => go(narrow(state, { status: toggled(filter.status, v) }))}
        mark={(v) => <span class={`dot ${STATUS_WORDS[v].tone}`} />}
      />
      {overview.whole && <Voices />}
      {overview.whole && <Outlets />}
      <Histogram />
      {isFiltered(filter) && (
        <p>
          <button type="button" onClick={() => go({ ...state, filter: NO_FILTER })}>
            Clear the filter
          </button>
        </p>
      )}
    </details>
  );
}

/** Who speaks, and how. */
function Voices() {
  const { overview, state, go } = useDesk();
  const { filter } = state;
  const { facets } = overview;
  return (
    <>
      <Group
        title="Spoken to by"
        facets={facets.kind}
        chosen={filter.kind}
        toggle={(v) => go(narrow(state, { kind: toggled(filter.kind, v) }))}
        mark={(v) => <KindIcon kind={v} />}
      >
        <Toggle
          label="official"
          count={facets.official}
          on={filter.official}
          flip={() => go(narrow(state, { official: !filter.official }))}
        />
        <Toggle
          label="unnamed"
          count={facets.unnamed}
          on={filter.unnamed}
          flip={() => go(narrow(state, { unnamed: !filter.unnamed }))}
        />
      </Group>
      <Group
        title="Act"
        facets={facets.act}
        chosen={filter.act}
        toggle={(v) => go(narrow(state, { act: toggled(filter.act, v) }))}
      />
    </>
  );
}

function Outlets() {
  const { overview, state, go } = useDesk();
  const { outlet: chosen } = state.filter;
  const { outlet: facets } = overview.facets;
  const [all, setAll] = useState(false);
  const shown = facets.filter((f, i) => all || i < OUTLETS || chosen.includes(f.value));
  return (
    <Group
      title="Outlet"
      facets={shown}
      chosen={chosen}
      toggle={(v) => go(narrow(state, { outlet: toggled(chosen, v) }))}
    >
      {facets.length > shown.length && (
        <button type="button" class="link" onClick={() => setAll(true)}>
          all {facets.length}
        </button>
      )}
    </Group>
  );
}

interface GroupProps<T extends string> {
  readonly title: string;
  readonly facets: readonly Facet<T>[];
  readonly chosen: readonly T[];
  readonly toggle: (value: T) => void;
  readonly mark?: (value: T) => preact.ComponentChildren;
  readonly children?: preact.ComponentChildren;
}

function Group<T extends string>({ title, facets, chosen, toggle, mark, children }: GroupProps<T>) {
  if (facets.length === 0) return null;
  return (
    <fieldset>
      <legend>{title}</legend>
      {facets.map(({ value, label, count }) => (
        <Toggle
          key={value}
          label={label}
          count={count}
          on={chosen.includes(value)}
          flip={() => toggle(value)}
          mark={mark?.(value)}
        />
      ))}
      {children}
    </fieldset>
  );
}

interface ToggleProps {
  readonly label: string;
  readonly count: number;
  readonly on: boolean;
  readonly flip: () => void;
  readonly mark?: preact.ComponentChildren;
}

function Toggle({ label, count, on, flip, mark }: ToggleProps) {
  if (count === 0 && !on) return null;
  return (
    <button type="button" class="toggle" aria-pressed={on} onClick={flip}>
      {mark}
      <span>{label}</span> <span class="count">{count}</span>
    </button>
  );
}
