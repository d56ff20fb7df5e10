/** Places nodes by force (ForceAtlas2; Jacomy and others 2014) in a worker, then stops for good. */

import LayoutWorker from './layout-worker.ts?worker&inline';
import { type Placed, taskOf } from './matrices.ts';
import type { Scene } from './scene.ts';

/** Steps for few nodes; many settle for fewer, which cost more each. */
const STEPS = 800;
const LEAST_STEPS = 60;

/**
 * Moves the nodes of a scene, and calls `done` when they have come to rest; the function it gives stops it before that. Nodes that
 * are held stay. The scene must keep its nodes meanwhile.
 */
export function startLayout(scene: Scene, done: () => void): () => void {
  if (scene.order < 2) {
    done();
    return () => {};
  }
  const worker = new LayoutWorker();
  worker.addEventListener('message', ({ data: { places, last } }: MessageEvent<Placed>) => {
    let i = 0;
    scene.updateEachNodeAttributes(
      (_, node) => {
        const [x, y] = [places[i++] ?? node.x, places[i++] ?? node.y];
        return node.fixed ? node : { ...node, x, y };
      },
      { attributes: ['x', 'y'] },
    );
    if (!last) return;
    worker.terminate();
    done();
  });
  worker.postMessage(
    taskOf(scene, Math.max(LEAST_STEPS, Math.min(STEPS, Math.round(400_000 / scene.order)))),
  );
  return () => worker.terminate();
}
