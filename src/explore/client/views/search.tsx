/** Finds sources, claims, quotations and articles by words, misspelt ones too. */

import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { Hit } from '../../api/search.ts';
import { useDesk } from '../desk.ts';
import { piecesOf } from '../marks.ts';
import { openArticle, openClaim, openView, type State } from '../state.ts';
import { clip } from '../text.ts';

const HITS = 12;
/** Milliseconds without a key before anything is asked. */
const PAUSE = 120;

export function Search() {
  const { explore, state, go } = useDesk();
  const [text, setText] = useState('');
  const [hits, setHits] = useState<readonly Hit[]>([]);
  const [active, setActive] = useState(-1);
  const field = useRef<HTMLInputElement>(null);
  const list = useId();

  useEffect(() => {
    if (text.trim() === '') {
      setHits([]);
      return;
    }
    let live = true;
    const timer = setTimeout(() => {
      explore.search(text, HITS).then(
        (found) => {
          if (!live) return;
          setHits(found);
          setActive(found.length > 0 ? 0 : -1);
        },
        () => live && setHits([]),
      );
    }, PAUSE);
    return () => {
      live = false;
      clearTimeout(timer);
    };
  }, [text, explore]);

  useEffect(() => {
    const focus = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLElement && event.target.closest('input, select, textarea');
      if (event.key !== '/' || typing) return;
      event.preventDefault();
      field.current?.focus();
    };
    addEventListener('keydown', focus);
    return () => removeEventListener('keydown', focus);
  }, []);

  const open = (hit: Hit | undefined) => {
    if (!hit) return;
    setText('');
    go(opened(state, hit));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && hits.length > 0) {
      event.preventDefault();
      setActive((active + step + hits.length) % hits.length);
    } else if (event.key === 'Enter') open(hits[active]);
    else if (event.key === 'Escape') setText('');
  };
  const showing = text.trim() !== '';
  return (
    <search class="search">
      <input
        ref={field}
        type="text"
        role="combobox"
        aria-label="Search sources, claims and quotations"
        aria-expanded={showing && hits.length > 0}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={showing && active >= 0 ? `${list}-${active}` : undefined}
        placeholder="Search  /"
        maxLength={200}
        value={text}
        onInput={(e) => setText(e.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      {showing && (
        <div class="hits">
          {hits.length === 0 && (
            <p class="muted" role="status">
              Nothing found
            </p>
          )}
          <div id={list} role="listbox" aria-label="Found">
            {hits.map((hit, i) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the field holds the focus and takes the keys
              // biome-ignore lint/a11y/useFocusableInteractive: as above
              <div
                key={`${hit.kind} ${hit.id}`}
                id={`${list}-${i}`}
                role="option"
                aria-selected={i === active}
                class="hit"
                onMouseDown={(e) => e.preventDefault()}
                onClick={() => open(hit)}
              >
                <span class="muted">{hit.kind}</span>{' '}
                <span dir="auto">
                  {piecesOf(
                    clip(hit.text, 160),
                    hit.marks.map((span) => ({ span, of: true })),
                  ).map((p) => (p.marks.length > 0 ? <b key={p.at}>{p.text}</b> : p.text))}
                </span>{' '}
                <span class="muted">{clip(hit.note, 60)}</span>
              </div>
            ))}
          </div>
        </div>
      )}
    </search>
  );
}

/** What a hit opens: the claim it bears on with the source picked out, else its article, else the network around it. */
function opened(state: State, hit: Hit): State {
  if (hit.kind === 'article') return openArticle(state, hit.id, null);
  if (hit.kind === 'quotation' && hit.article !== null) return openArticle(state, hit.article, hit.id);
  if (hit.claim !== null)
    return { ...openClaim(state, hit.claim), picked: hit.kind === 'source' ? hit.id : null };
  return { ...openView(state, 'network'), picked: hit.id, expanded: [hit.id] };
}
