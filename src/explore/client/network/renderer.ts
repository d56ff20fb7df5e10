/** Draws a scene and tells what the pointer does to it. What is highlighted never touches the layout. */

import Sigma from 'sigma';
import { EdgeLineProgram, EdgeRectangleProgram } from 'sigma/rendering';
import type { Scene, SceneEdge, SceneNode } from './scene.ts';
import { ShapeProgram } from './shape-program.ts';

export interface Highlight {
  readonly picked: string | null;
  /** Nodes of a path, end to end. */
  readonly path: readonly string[];
}

export interface Handlers {
  readonly pick: (id: string | null) => void;
  readonly expand: (id: string) => void;
  readonly pathEnd: (id: string) => void;
  readonly pinned: () => void;
}

export interface Renderer {
  highlight(highlight: Highlight): void;
  /** Colours of the page changed. */
  repaint(): void;
  /** Brings a node into the middle. */
  show(id: string): void;
  zoom(factor: number): void;
  reset(): void;
  kill(): void;
}

const still = () => matchMedia('(prefers-reduced-motion: reduce)').matches;

export function draw(scene: Scene, place: HTMLElement, handlers: Handlers): Renderer {
  let highlight: Highlight = { picked: null, path: [] };
  let hovered: string | null = null;
  /** What stands out; null: everything. */
  let lit: ReadonlySet<string> | null = null;
  let paint = colours();
  // Without a graphics card, what moves has to be little.
  const many = scene.size > 1200;
  const isPathEdge = (id: string): boolean => {
    const [a, b] = [highlight.path.indexOf(scene.source(id)), highlight.path.indexOf(scene.target(id))];
    return a >= 0 && b >= 0 && Math.abs(a - b) === 1;
  };
  const centre = () => hovered ?? highlight.picked;
  const touches = (id: string): boolean => {
    const at = centre();
    return highlight.path.length > 0 || at === null || scene.hasExtremity(id, at);
  };
  const sigma = new Sigma<SceneNode, SceneEdge>(scene, place, {
    defaultNodeType: 'shape',
    nodeProgramClasses: { shape: ShapeProgram },
    labelFont: getComputedStyle(document.body).fontFamily,
    labelSize: 12,
    labelColor: { color: paint.ink },
    labelRenderedSizeThreshold: 6,
    labelDensity: 1,
    labelGridCellSize: 110,
    edgeProgramClasses: { line: many ? EdgeLineProgram : EdgeRectangleProgram },
    hideEdgesOnMove: many,
    hideLabelsOnMove: many,
    stagePadding: 44,
    zIndex: true,
    // A page that is hidden or about to go gives no room, which is no fault of what it shows.
    allowInvalidContainer: true,
    minCameraRatio: 0.02,
    maxCameraRatio: 4,
    defaultDrawNodeHover: (context, data, settings) => {
      if (!data.label) return;
      context.font = `${settings.labelSize}px ${settings.labelFont}`;
      const width = context.measureText(data.label).width;
      context.fillStyle = paint.card;
      context.strokeStyle = paint.edge;
      context.beginPath();
      context.roundRect(data.x + data.size + 1, data.y - 10, width + 10, 20, 4);
      context.fill();
      context.stroke();
      context.fillStyle = paint.ink;
      context.fillText(data.label, data.x + data.size + 6, data.y + settings.labelSize / 3);
    },
    nodeReducer: (id, data) => {
      const picked = id === highlight.picked;
      if (lit === null || lit.has(id))
        return picked
          ? { ...data, highlighted: true, zIndex: 2 }
          : lit
            ? { ...data, forceLabel: true, zIndex: 1 }
            : data;
      return { ...data, color: paint.faint, label: null, zIndex: 0 };
    },
    edgeReducer: (id, data) => {
      const inPath = isPathEdge(id);
      if (inPath) return { ...data, size: 4, color: paint.accent, zIndex: 2 };
      if (lit === null) return data;
      return lit.has(scene.source(id)) && lit.has(scene.target(id)) && touches(id)
        ? { ...data, zIndex: 1 }
        : { ...data, color: paint.fainter, zIndex: 0 };
    },
  });

  const light = () => {
    const at = centre();
    if (highlight.path.length > 0) lit = new Set([...highlight.path, ...(at === null ? [] : [at])]);
    else if (at !== null && scene.hasNode(at)) lit = new Set([at, ...scene.neighbors(at)]);
    else lit = null;
    sigma.refresh({ skipIndexation: true });
  };

  sigma.on('enterNode', ({ node }) => {
    hovered = node;
    light();
  });
  sigma.on('leaveNode', () => {
    hovered = null;
    light();
  });
  let dragged: string | null = null;
  let moved = false;
  sigma.on('clickNode', ({ node, event }) => {
    if (moved) return;
    if ((event.original as MouseEvent).shiftKey) handlers.pathEnd(node);
    else handlers.pick(node);
  });
  sigma.on('doubleClickNode', ({ node, preventSigmaDefault }) => {
    preventSigmaDefault();
    handlers.expand(node);
  });
  sigma.on('clickStage', () => handlers.pick(null));
  sigma.on('downNode', ({ node }) => {
    dragged = node;
    moved = false;
    if (!sigma.getCustomBBox()) sigma.setCustomBBox(sigma.getBBox());
  });
  sigma.on('moveBody', ({ event }) => {
    if (dragged === null) return;
    moved = true;
    const { x, y } = sigma.viewportToGraph(event);
    scene.mergeNodeAttributes(dragged, { x, y, fixed: true });
    event.preventSigmaDefault();
    event.original.preventDefault();
    event.original.stopPropagation();
  });
  const drop = () => {
    if (dragged !== null && moved) handlers.pinned();
    dragged = null;
  };
  sigma.on('upNode', drop);
  sigma.on('upStage', drop);

  const camera = sigma.getCamera();
  const duration = () => (still() ? 0 : 250);
  return {
    highlight(next) {
      highlight = next;
      light();
    },
    repaint() {
      paint = colours();
      sigma.setSetting('labelColor', { color: paint.ink });
    },
    show(id) {
      const data = sigma.getNodeDisplayData(id);
      if (data)
        void camera.animate(
          { x: data.x, y: data.y, ratio: Math.min(camera.ratio, 0.5) },
          { duration: duration() },
        );
    },
    zoom: (factor) =>
      void camera.animate({ ratio: camera.getBoundedRatio(camera.ratio / factor) }, { duration: duration() }),
    reset() {
      sigma.setCustomBBox(null);
      void camera.animate({ x: 0.5, y: 0.5, ratio: 1, angle: 0 }, { duration: duration() });
    },
    kill: () => sigma.kill(),
  };
}

function colours() {
  const style = getComputedStyle(document.documentElement);
  const of = (name: string) => style.getPropertyValue(name).trim();
  return {
    ink: of('--ink'),
    card: of('--card'),
    edge: of('--edge'),
    accent: of('--accent'),
    faint: of('--faint'),
    fainter: of('--fainter'),
  };
}
