/** Text cut to fit: the layout has to know sizes before anything is drawn. */

/** How wide text is, in pixels. */
export type Measure = (text: string) => number;

/** At most `length` characters; "…" says that more follows. */
export const clip = (text: string, length: number): string =>
  text.length <= length ? text : `${text.slice(0, length - 1).trimEnd()}…`;

/** About how wide text of a font size is in common sans-serif fonts, where nothing can be measured. */
export const estimate =
  (size: number): Measure =>
  (text) =>
    [...text].reduce(
      (sum, c) => sum + (/[ .,:;'’‘|!iljtfr()[\]-]/.test(c) ? 0.32 : /[\u1100-\uffff]/.test(c) ? 1 : 0.58),
      0,
    ) * size;

/** Lines no wider than `width` pixels, at most `lines` of them; the last ends in "…" where text is left. */
export function wrap(text: string, width: number, lines: number, measure: Measure): readonly string[] {
  const words = clip(text, lines * Math.ceil(width))
    .split(/\s+/)
    .filter((w) => w !== '')
    .flatMap((word) => pieces(word, width, measure));
  const out: string[] = [];
  for (const word of words) {
    const last = out.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && measure(longer) <= width) out[out.length - 1] = longer;
    else if (out.length < lines) out.push(word);
    else {
      out[lines - 1] = shortened(`${last} ${word}`, width, measure);
      break;
    }
  }
  return out;
}

/** A word too wide for a line, cut where lines end. */
function pieces(word: string, width: number, measure: Measure): readonly string[] {
  if (measure(word) <= width) return [word];
  const out: string[] = [];
  let piece = '';
  for (const c of word) {
    if (measure(piece + c) > width) {
      out.push(piece);
      piece = '';
    }
    piece += c;
  }
  return piece === '' ? out : [...out, piece];
}

function shortened(text: string, width: number, measure: Measure): string {
  let cut = text;
  while (cut !== '' && measure(`${cut}…`) > width) cut = cut.slice(0, -1);
  return `${cut.trimEnd()}…`;
}
