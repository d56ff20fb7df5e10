/** The graph, or what of it passes the filter, as a drawing and as a table. */

import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { countWords } from '../../../report/words.ts';
import type { NetworkView } from '../../api/network.ts';
import { useAnswer, useDesk } from '../desk.ts';
import { useShown } from '../export/shown.ts';
import { expand, kindsShown, pathEnd, pick } from '../state.ts';
import { clip } from '../text.ts';
import { Canvas } from './canvas.tsx';
import { startLayout } from './layout.ts';
import { Legend } from './legend.tsx';
import { NodeCard } from './node-card.tsx';
import { scenePicture } from './picture.ts';
import type { Renderer } from './renderer.ts';
import { addTo, type Places, placesOf, sceneOf } from './scene.ts';
import { NodeTable } from './table.tsx';

/** Nodes drawn at first, and at most. */
const LIMITS = [300, 1000, 3000, 10_000] as const;
/** Neighbours that expanding a node adds at most. */
const AROUND = 40;

interface Extra {
  readonly views: readonly { readonly near: string; readonly view: NetworkView }[];
  readonly path: readonly string[];
}

const NOTHING: Extra = { views: [], path: [] };

export function NetworkPage() {
  const { explore, state } = useDesk();
  const [limit, setLimit] = useState<number>(LIMITS[0]);
  const key = JSON.stringify([state.filter, state.kinds, limit]);
  const answer = useAnswer(`network ${key}`, () =>
    explore.network({ filter: state.filter, kinds: kindsShown(state), limit }),
  );
  const extraKey = JSON.stringify([state.expanded, state.path]);
  const extra = useAnswer(`extra ${extraKey}`, async (): Promise<Extra> => {
    const around = await Promise.all(
      state.expanded.map(async (near) => ({ near, view: await explore.around(near, AROUND) })),
    );
    const [from, to] = state.path;
    const path = from !== undefined && to !== undefined ? await explore.path(from, to) : null;
    return {
      views: [...around, ...(path && from !== undefined ? [{ near: from, view: path }] : [])].flatMap(
        ({ near, view }) => (view ? [{ near, view }] : []),
      ),
      path: path?.path ?? [],
    };
  });
  return (
    <article class="network-page" aria-labelledby="network-title" aria-busy={answer.kind === 'waiting'}>
      <h2 id="network-title" class="hidden">
        Network
      </h2>
      {answer.kind === 'failed' && <p class="failure">{answer.message}</p>}
      <div class="row">
        <Legend />
        <label class="limit">
          Nodes{' '}
          <select value={limit} onChange={(e) => setLimit(Number(e.currentTarget.value))}>
            {LIMITS.map((n) => (
              <option key={n} value={n}>
                at most {n}
              </option>
            ))}
          </select>
        </label>
      </div>
      {state.path.length === 2 && extra.kind === 'here' && extra.value.path.length === 0 && (
        <p role="status">No path joins the two.</p>
      )}
      {answer.value && <Drawing view={answer.value} extra={extra.value ?? NOTHING} />}
    </article>
  );
}

function Drawing({ view, extra }: { view: NetworkView; extra: Extra }) {
  const { state, go } = useDesk();
  const places = useRef<Places>(new Map());
  const renderer = useRef<Renderer | null>(null);
  const stop = useRef(() => {});
  const [busy, setBusy] = useState(false);
  const [, redraw] = useState(0);

  const scene = useMemo(() => sceneOf(view, places.current), [view]);
  const layOut = useCallback(() => {
    stop.current();
    setBusy(true);
    stop.current = startLayout(scene, () => {
      places.current = placesOf(scene);
      setBusy(false);
    });
  }, [scene]);

  useEffect(() => {
    layOut();
    return () => {
      stop.current();
      places.current = placesOf(scene);
    };
  }, [scene, layOut]);

  useEffect(() => {
    let grown = false;
    for (const { near, view: part } of extra.views) {
      const at = scene.hasNode(near) ? scene.getNodeAttributes(near) : { x: 0, y: 0 };
      grown = addTo(scene, part, places.current, at) || grown;
    }
    if (!grown) return;
    redraw((n) => n + 1);
    layOut();
  }, [extra, scene, layOut]);

  const picture = useCallback(() => scenePicture(scene), [scene]);
  useShown('network', view, picture);

  const hold = useCallback((r: Renderer | null) => {
    renderer.current = r;
  }, []);
  const nodes = scene.mapNodes((_, { node }) => node);
  const chosen =
    state.picked !== null && scene.hasNode(state.picked) ? scene.getNodeAttributes(state.picked) : null;
  const nameOf = (id: string) => (scene.hasNode(id) ? scene.getNodeAttribute(id, 'label') : id);
  const pinned = nodes.filter((n) => scene.getNodeAttribute(n.id, 'fixed')).length;
  return (
    <div class="network">
      <div class={`stage${busy ? ' busy' : ''}`}>
        <Canvas
          scene={scene}
          highlight={{ picked: state.picked, path: extra.path }}
          hold={hold}
          label={`Drawing of ${countWords(scene.order, 'node')}; the table beside it holds the same.`}
          handlers={{
            pick: (id) => id !== state.picked && go(pick(state, id)),
            expand: (id) => go(expand(state, id)),
            pathEnd: (id) => go(pathEnd(state, id)),
            pinned: () => redraw((n) => n + 1),
          }}
        />
        <p class="tools">
          <button type="button" aria-label="Closer" onClick={() => renderer.current?.zoom(1.5)}>
            +
          </button>
          <button type="button" aria-label="Further" onClick={() => renderer.current?.zoom(1 / 1.5)}>
            −
          </button>
          <button type="button" onClick={() => renderer.current?.reset()}>
            All
          </button>
          <button type="button" disabled={busy} onClick={layOut}>
            {busy ? 'Placing…' : 'Place again'}
          </button>
        </p>
        <p class="muted stage-note">
          {countWords(scene.order, 'node')}
          {view.total > view.nodes.length && ` of ${view.total}, those with most links`}
          {pinned > 0 && `, ${pinned} pinned`}. Double-click expands, dragging pins, Shift-click picks the
          ends of a path.
        </p>
      </div>
      <div class="beside">
        {chosen && (
          <NodeCard
            node={chosen.node}
            pinned={chosen.fixed}
            pin={(fixed) => {
              scene.setNodeAttribute(chosen.node.id, 'fixed', fixed);
              redraw((n) => n + 1);
            }}
            nameOf={nameOf}
          />
        )}
        {extra.path.length > 0 && (
          <section class="card" aria-labelledby="path-title">
            <h3 id="path-title">Path</h3>
            <ol class="plain">
              {extra.path.map((id) => (
                <li key={id}>
                  <button type="button" class="link" onClick={() => go(pick(state, id))}>
                    {clip(nameOf(id), 80)}
                  </button>
                </li>
              ))}
            </ol>
            <button type="button" onClick={() => go({ ...state, path: [] })}>
              Forget the path
            </button>
          </section>
        )}
        <NodeTable
          nodes={nodes}
          picked={state.picked}
          onPick={(id) => {
            go(pick(state, id));
            renderer.current?.show(id);
          }}
        />
      </div>
    </div>
  );
}
