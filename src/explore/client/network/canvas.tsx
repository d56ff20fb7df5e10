/** Holds the drawing of a scene in the page. */

import { useEffect, useRef } from 'preact/hooks';
import { draw, type Handlers, type Highlight, type Renderer } from './renderer.ts';
import type { Scene } from './scene.ts';

interface Props {
  readonly scene: Scene;
  readonly highlight: Highlight;
  readonly handlers: Handlers;
  readonly label: string;
  readonly hold: (renderer: Renderer | null) => void;
}

export function Canvas({ scene, highlight, handlers, label, hold }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const renderer = useRef<Renderer | null>(null);
  // The drawing outlives changes of what it is told to call.
  const latest = useRef(handlers);
  latest.current = handlers;

  useEffect(() => {
    if (!place.current) return;
    const drawn = draw(scene, place.current, {
      pick: (id) => latest.current.pick(id),
      expand: (id) => latest.current.expand(id),
      pathEnd: (id) => latest.current.pathEnd(id),
      pinned: () => latest.current.pinned(),
    });
    renderer.current = drawn;
    hold(drawn);
    const repaint = () => drawn.repaint();
    addEventListener('hearsay-theme', repaint);
    return () => {
      removeEventListener('hearsay-theme', repaint);
      renderer.current = null;
      hold(null);
      drawn.kill();
    };
  }, [scene, hold]);

  const { picked, path } = highlight;
  useEffect(() => renderer.current?.highlight({ picked, path }), [scene, picked, path]);

  return <div ref={place} class="canvas" role="img" aria-label={label} />;
}
