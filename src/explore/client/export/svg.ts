/** A drawing of the page as a file of its own: what the style sheet says is written into it. */

/** What a drawing's look hangs on. */
const PROPERTIES = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'font-style',
  'text-anchor',
] as const;

/** An SVG file; width and height in pixels. */
export interface Picture {
  readonly text: string;
  readonly width: number;
  readonly height: number;
}

/** What looks as on the page, on the page's own ground. */
export function pictureOf(svg: SVGSVGElement): Picture {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const [from, to] = [[...svg.querySelectorAll('*')], [...copy.querySelectorAll('*')]];
  for (const [i, element] of from.entries()) {
    const target = to[i];
    if (!target) continue;
    const style = getComputedStyle(element);
    for (const name of PROPERTIES) {
      const value = style.getPropertyValue(name);
      if (value !== '') target.setAttribute(name, value);
    }
    for (const name of ['class', 'tabindex', 'style', 'aria-pressed']) target.removeAttribute(name);
    // A picture is nothing to press.
    if (target.getAttribute('role') === 'button') target.setAttribute('role', 'img');
  }
  const { width, height } = svg.viewBox.baseVal;
  copy.setAttribute('xmlns', SVG);
  copy.setAttribute('width', `${width}`);
  copy.setAttribute('height', `${height}`);
  for (const name of ['style', 'id', 'class']) copy.removeAttribute(name);
  copy.prepend(ground());
  return { text: new XMLSerializer().serializeToString(copy), width, height };
}

export const SVG = 'http://www.w3.org/2000/svg';

/** The colour of the page behind a picture. */
export function ground(): SVGElement {
  const rect = document.createElementNS(SVG, 'rect');
  rect.setAttribute('width', '100%');
  rect.setAttribute('height', '100%');
  rect.setAttribute('fill', getComputedStyle(document.documentElement).getPropertyValue('--card').trim());
  return rect;
}

/** The picture as pixels, twice as fine as on the page. Rejects where the browser cannot draw it. */
export async function pngOf({ text, width, height }: Picture): Promise<Blob> {
  const image = new Image();
  const loaded = new Promise((resolve, reject) => {
    image.onload = resolve;
    image.onerror = () => reject(new Error('The browser could not draw the picture.'));
  });
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await loaded;
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [width * 2, height * 2];
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) =>
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error('The browser made no picture.'))),
      'image/png',
    ),
  );
}
