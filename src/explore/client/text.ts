/** Text cut to fit, by estimated widths: the layout has to know sizes before anything is drawn. */

/** At most `length` characters; "…" says that more follows. */
export const clip = (text: string, length: number): string =>
  text.length <= length ? text : `${text.slice(0, length - 1).trimEnd()}…`;

/** About how wide text is, in units of its font size, for common sans-serif fonts. Wide scripts count as one unit a letter. */
export function widthOf(text: string): number {
  let width = 0;
  for (const c of text) {
    const code = c.codePointAt(0) ?? 0;
    if (code >= 0x1100) width += code < 0x2000 || code > 0x206f ? 1 : 0.5;
    else if (/[ .,:;'’‘|!iljtfr()[\]-]/.test(c)) width += 0.32;
    else if (/[mwMW@%—…]/.test(c)) width += 0.9;
    else if (/[A-Z]/.test(c)) width += 0.68;
    else width += 0.56;
  }
  return width;
}

/** Lines no wider than `width` (in font sizes), at most `lines` of them; the last ends in "…" where text is left. */
export function wrap(text: string, width: number, lines: number): readonly string[] {
  const words = clip(text, lines * Math.ceil(width * 4))
    .split(/\s+/)
    .filter((w) => w !== '')
    .flatMap((word) => pieces(word, width));
  const out: string[] = [];
  for (const [i, word] of words.entries()) {
    const last = out.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && widthOf(longer) <= width) out[out.length - 1] = longer;
    else if (out.length < lines) out.push(word);
    else {
      out[lines - 1] = shortened(`${last} ${words[i] ?? ''}`, width);
      break;
    }
  }
  return out;
}

/** A word too wide for a line, cut where lines end. */
function pieces(word: string, width: number): readonly string[] {
  if (widthOf(word) <= width) return [word];
  const out: string[] = [];
  let piece = '';
  for (const c of word) {
    if (widthOf(piece + c) > width) {
      out.push(piece);
      piece = '';
    }
    piece += c;
  }
  return piece === '' ? out : [...out, piece];
}

function shortened(text: string, width: number): string {
  let cut = text;
  while (cut !== '' && widthOf(`${cut}…`) > width) cut = cut.slice(0, -1);
  return `${cut.trimEnd()}…`;
}
