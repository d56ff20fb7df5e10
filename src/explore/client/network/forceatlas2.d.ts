/** The library's inner step, which it gives no types for: one iteration over flat matrices, in place. */
declare module 'graphology-layout-forceatlas2/iterate' {
  import type { ForceAtlas2Settings } from 'graphology-layout-forceatlas2';

  /** `nodes`: x, y, dx, dy, old dx, old dy, mass, convergence, size, fixed; `edges`: offsets of both nodes, weight. */
  const iterate: (settings: ForceAtlas2Settings, nodes: Float32Array, edges: Float32Array) => void;
  export default iterate;
}

declare module 'graphology-layout-forceatlas2/defaults' {
  import type { ForceAtlas2Settings } from 'graphology-layout-forceatlas2';

  const defaults: Required<ForceAtlas2Settings>;
  export default defaults;
}
