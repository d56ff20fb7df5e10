/** Takes away what is seen: as a drawing, as data, or as one file that opens without a server. */

import { useEffect, useRef, useState } from 'preact/hooks';
import { messageOf, useDesk } from '../desk.ts';
import { fileName, save } from '../export/save.ts';
import type { Shown } from '../export/shown.ts';
import { type Picture, pngOf } from '../export/svg.ts';

export function ExportMenu() {
  const { overview, shown, page, state } = useDesk();
  const [failure, setFailure] = useState<string | null>(null);
  const menu = useRef<HTMLDetailsElement>(null);
  useEffect(() => closing(menu), []);
  const take = (ending: string, make: (shown: Shown) => Blob | Promise<Blob>) => async () => {
    try {
      if (!shown.current) throw new Error('Nothing is shown yet.');
      save(
        fileName(ending === 'html' ? overview.location : shown.current.about, ending),
        await make(shown.current),
      );
      setFailure(null);
      if (menu.current) menu.current.open = false;
    } catch (error) {
      setFailure(messageOf(error));
    }
  };
  const drawn = state.view === 'chain' || state.view === 'network';
  return (
    <details class="menu" ref={menu}>
      <summary>Export</summary>
      <div class="choices">
        {drawn && (
          <>
            <button
              type="button"
              onClick={take('svg', (s) => new Blob([pictured(s).text], { type: 'image/svg+xml' }))}
            >
              Drawing as SVG
            </button>
            <button type="button" onClick={take('png', (s) => pngOf(pictured(s)))}>
              Drawing as PNG
            </button>
          </>
        )}
        <button
          type="button"
          onClick={take(
            'json',
            (s) => new Blob([JSON.stringify(s.data, null, 2)], { type: 'application/json' }),
          )}
        >
          Data as JSON
        </button>
        {page && (
          <button type="button" onClick={take('html', page)}>
            All in one HTML file
          </button>
        )}
        <button type="button" onClick={() => print()}>
          Print
        </button>
        {failure !== null && (
          <p class="failure" role="alert">
            {failure}
          </p>
        )}
      </div>
    </details>
  );
}

function pictured(shown: Shown): Picture {
  const picture = shown.picture?.();
  if (!picture) throw new Error('Nothing is drawn here.');
  return picture;
}

/** A click elsewhere or Escape closes the menu. */
function closing(menu: { readonly current: HTMLDetailsElement | null }): () => void {
  const close = (event: Event) => {
    const { current } = menu;
    if (
      !current?.open ||
      (event.target instanceof Node && event.type === 'click' && current.contains(event.target))
    )
      return;
    if (event instanceof KeyboardEvent) {
      if (event.key !== 'Escape') return;
      current.querySelector('summary')?.focus();
    }
    current.open = false;
  };
  addEventListener('click', close);
  addEventListener('keydown', close);
  return () => {
    removeEventListener('click', close);
    removeEventListener('keydown', close);
  };
}
