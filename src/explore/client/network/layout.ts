/** Places nodes by force (ForceAtlas2; Jacomy and others 2014) in a worker, for a time that grows with the graph, then stops for good. */

import ForceAtlas2 from 'graphology-layout-forceatlas2/worker';
import type { Scene } from './scene.ts';

/** Milliseconds. */
const LEAST = 900;
const PER_NODE = 1.5;
const MOST = 9000;

/** Calls `done` once it has stopped by itself; the function it gives stops it before that. */
export function startLayout(scene: Scene, done: () => void): () => void {
  if (scene.order < 2) {
    done();
    return () => {};
  }
  const layout = new ForceAtlas2(scene, {
    settings: {
      barnesHutOptimize: scene.order > 600,
      gravity: scene.order > 600 ? 0.5 : 1,
      scalingRatio: 12,
      slowDown: 2 + Math.log(scene.order),
      edgeWeightInfluence: 0.4,
      strongGravityMode: false,
    },
  });
  const end = () => {
    clearTimeout(timer);
    layout.kill();
  };
  const timer = setTimeout(
    () => {
      end();
      done();
    },
    Math.min(MOST, LEAST + PER_NODE * scene.order),
  );
  layout.start();
  return end;
}
