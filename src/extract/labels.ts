// Speech that the layout assigns: a signature after a quotation ("…" — Name), speaker labels of a transcript (NAME: …).
import { trimSpan } from '../text/span.ts';
import type { Document, Paragraph, Span } from '../text/types.ts';
import type { Attribution } from './types.ts';

/** An attribution before the rules say what it means. */
export type Found = Pick<Attribution, 'source' | 'cue' | 'content' | 'confidence' | 'by'>;

const SIGNATURE = /["”»’']\s*([-‐‒–—―]{1,2})\s*(\p{Lu}[^"“”«»\n]{1,80})$/u;
const LABEL = /^["“«]?(\p{Lu}[\p{Lu}\p{M}.'’ -]{1,30})(:)\s+\S/u;
const QUOTE = /^["“”«„]/;

/** A text with fewer labelled paragraphs, or with one label only, is no transcript ("UPDATE: …"). */
const TRANSCRIPT = 3;

/** Signed quotations and the turns of a transcript, in text order. */
export const labelledSpeech = (document: Document): Found[] => [
  ...document.paragraphs.flatMap((paragraph) => signed(document, paragraph)),
  ...turns(document),
];

function signed(document: Document, { span: [start, end] }: Paragraph): Found[] {
  const text = document.article.text.slice(start, end);
  if (!QUOTE.test(text)) return [];
  const match = SIGNATURE.exec(text.slice(-120));
  const [whole, dash, name] = match ?? [];
  if (whole === undefined || dash === undefined || name === undefined) return [];
  const nameStart = end - name.length;
  const dashStart = end - whole.length + whole.indexOf(dash, 1);
  return [
    {
      source: [trimSpan(document.article.text, [nameStart, end - (/[.\s]*$/.exec(name)?.[0].length ?? 0)])],
      cue: [[dashStart, dashStart + dash.length]],
      content: [[start, end - whole.length + 1]],
      confidence: 0.9,
      by: 'signature',
    },
  ];
}

/** A turn goes on over paragraphs without a label as long as one quotation runs through them. */
function turns(document: Document): Found[] {
  const labelled = document.paragraphs.map((paragraph) => labelOf(document, paragraph));
  const labels = labelled.flatMap((label) => (label === null ? [] : [label.name]));
  if (labels.length < TRANSCRIPT || new Set(labels).size < 2) return [];
  const quotedThrough = new Set(document.quotations.filter((q) => q.continued).map((q) => q.paragraph));
  const found: Found[] = [];
  labelled.forEach((label, p) => {
    if (label === null) return;
    const content: Span[] = [label.rest];
    for (let next = p + 1; labelled[next] === null && quotedThrough.has(next - 1); next++) {
      const paragraph = document.paragraphs[next];
      if (paragraph !== undefined) content.push(paragraph.span);
    }
    found.push({ source: [label.source], cue: [label.cue], content, confidence: 0.9, by: 'speaker label' });
  });
  return found;
}

function labelOf(document: Document, { span: [start, end] }: Paragraph) {
  const match = LABEL.exec(document.article.text.slice(start, Math.min(end, start + 60)));
  const name = match?.[1];
  if (match === null || name === undefined) return null;
  const from = start + match[0].indexOf(name);
  const colon = from + name.length;
  return {
    name,
    source: [from, colon] as const,
    cue: [colon, colon + 1] as const,
    rest: trimSpan(document.article.text, [colon + 1, end]),
  };
}
