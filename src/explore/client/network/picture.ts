/** The network as an SVG picture: every node, line and label of the scene, as they stand now. */

import { ground, type Picture, SVG } from '../export/svg.ts';
import { borderOf, outline } from '../shapes.ts';
import type { Scene } from './scene.ts';

const WIDTH = 1400;
const HEIGHT = 1000;
const MARGIN = 60;
/** Labels: those of the largest nodes. */
const LABELLED = 120;

export function scenePicture(scene: Scene): Picture {
  const svg = document.createElementNS(SVG, 'svg');
  for (const [name, value] of Object.entries({
    width: WIDTH,
    height: HEIGHT,
    viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
  }))
    svg.setAttribute(name, `${value}`);
  svg.append(ground());
  const at = placing(scene);
  const add = (tag: string, attributes: Readonly<Record<string, string | number>>, text?: string) => {
    const element = document.createElementNS(SVG, tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, `${value}`);
    if (text !== undefined) element.textContent = text;
    svg.append(element);
    return element;
  };
  scene.forEachEdge((_, { color, size, open }, source, target) => {
    const [a, b] = [at(source), at(target)];
    add('path', {
      d: `M${a.x} ${a.y}L${b.x} ${b.y}`,
      stroke: color,
      'stroke-width': size,
      ...(open ? { 'stroke-dasharray': '5 4' } : {}),
    });
  });
  scene.forEachNode((id, { color, size, corners, turn, node }) => {
    const { x, y } = at(id);
    add('path', {
      d: outline({ corners, turn }, size),
      transform: `translate(${x} ${y})`,
      fill: color,
      stroke: borderOf(node.kind),
    });
  });
  const ink = getComputedStyle(document.documentElement).getPropertyValue('--ink').trim();
  const largest = scene
    .nodes()
    .sort((a, b) => scene.getNodeAttribute(b, 'size') - scene.getNodeAttribute(a, 'size'));
  for (const id of largest.slice(0, LABELLED)) {
    const { x, y } = at(id);
    const { size, label } = scene.getNodeAttributes(id);
    add(
      'text',
      { x: x + size + 3, y: y + 4, 'font-size': 12, 'font-family': 'Arial, sans-serif', fill: ink },
      label,
    );
  }
  return { text: new XMLSerializer().serializeToString(svg), width: WIDTH, height: HEIGHT };
}

/** From the scene's coordinates to the picture's: the whole scene, its proportions kept, y upwards as it is drawn. */
function placing(scene: Scene): (id: string) => { readonly x: number; readonly y: number } {
  let [left, right, low, high] = [Infinity, -Infinity, Infinity, -Infinity];
  scene.forEachNode((_, { x, y }) => {
    left = Math.min(left, x);
    right = Math.max(right, x);
    low = Math.min(low, y);
    high = Math.max(high, y);
  });
  const scale = Math.min(
    (WIDTH - 2 * MARGIN) / Math.max(1, right - left),
    (HEIGHT - 2 * MARGIN) / Math.max(1, high - low),
  );
  const round = (n: number) => Math.round(n * 10) / 10;
  return (id) => {
    const { x, y } = scene.getNodeAttributes(id);
    return {
      x: round(WIDTH / 2 + (x - (left + right) / 2) * scale),
      y: round(HEIGHT / 2 - (y - (low + high) / 2) * scale),
    };
  };
}
