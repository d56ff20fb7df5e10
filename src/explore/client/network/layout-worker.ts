/** Works out places off the main thread: many steps between two reports, until nothing moves much any more. */

import defaults from 'graphology-layout-forceatlas2/defaults';
import iterate from 'graphology-layout-forceatlas2/iterate';
import { NODE, type Placed, type Task } from './matrices.ts';

/** Milliseconds between reports. */
const REPORT = 80;
/** Movement a step, as a part of the whole extent, below which nothing is left to see. */
const STILL = 0.0004;
const FEWEST = 60;

addEventListener('message', ({ data: { nodes, edges, steps } }: MessageEvent<Task>) => {
  const count = nodes.length / NODE.width;
  const settings = {
    ...defaults,
    barnesHutOptimize: count > 600,
    // A pull that grows with the distance keeps parts that nothing joins from drifting out of sight.
    strongGravityMode: true,
    gravity: 0.06,
    scalingRatio: 4,
    slowDown: 1 + Math.log(count),
    edgeWeightInfluence: 0,
  };
  let done = 0;
  const some = () => {
    const end = Date.now() + REPORT;
    let moved = Number.POSITIVE_INFINITY;
    for (; done < steps && Date.now() < end; done++) {
      const before = done % 10 === 0 ? nodes.slice() : null;
      iterate(settings, nodes, edges);
      if (before) moved = movement(before, nodes);
      if (done > FEWEST && moved < STILL) done = steps;
    }
    const last = done >= steps;
    postMessage({ places: placesIn(nodes), last } satisfies Placed);
    if (!last) setTimeout(some);
  };
  some();
});

/** Mean way of a node in one step, by the extent of all. */
function movement(before: Float32Array, after: Float32Array): number {
  let sum = 0;
  let extent = 1;
  for (let i = 0; i < after.length; i += NODE.width) {
    const [x, y] = [after[i] ?? 0, after[i + 1] ?? 0];
    sum += Math.hypot(x - (before[i] ?? 0), y - (before[i + 1] ?? 0));
    extent = Math.max(extent, Math.abs(x), Math.abs(y));
  }
  return sum / (after.length / NODE.width) / extent;
}

function placesIn(nodes: Float32Array): Float32Array {
  const places = new Float32Array((nodes.length / NODE.width) * 2);
  for (let i = 0, j = 0; i < nodes.length; i += NODE.width, j += 2) places.set(nodes.subarray(i, i + 2), j);
  return places;
}
