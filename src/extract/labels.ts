// Speech that the layout assigns: a signature after a quotation ("…" — Name) or under a post (— Name (@handle) date),
// speaker labels of a transcript (NAME: …).
import { trimSpan } from '../text/span.ts';
import type { Document, Paragraph, Span } from '../text/types.ts';
import type { Attribution } from './types.ts';

/** An attribution before the rules say what it means. */
export type Found = Pick<Attribution, 'source' | 'cue' | 'content' | 'confidence' | 'by'>;

const SIGNATURE = /["”»’']\s*([-‐‒–—―]{1,2})\s*(\p{Lu}[^"“”«»\n]{1,80})$/u;
/** A name in capitals, or one of which every word begins with one; what it does meanwhile in parentheses. */
const LABEL =
  /^["“«]?(\p{Lu}[\p{Lu}\p{M}.'’ -]{1,30}?|\p{Lu}[\p{L}\p{M}.'’-]{1,20}(?: \p{Lu}[\p{L}\p{M}.'’-]{0,20}){0,3})(?:\s*\([^()\n]{1,20}\))?:\s+\S/u;
/** How a post is signed where a page embeds it: "— Halla Brandt (@hbrandt) March 3, 2024". */
const POSTED = /^([-‐‒–—―]{1,2})\s*([^()\n@]{1,60}?)\s*\(@\w{1,30}\)\s*[\p{L}\p{N}., :·]{0,40}$/u;
const QUOTE = /^["“”«„]/;

/** Not in capitals, a label is one of a transcript only where it comes back ("Cost: 5 dollars"). */
const isShouted = (name: string): boolean => name === name.toUpperCase();

/** A text with fewer labelled paragraphs, or with one label only, is no transcript ("UPDATE: …"). */
const TRANSCRIPT = 3;

/** Signed quotations and the turns of a transcript, in text order. */
export const labelledSpeech = (document: Document): Found[] => [
  ...document.paragraphs.flatMap((paragraph) => signed(document, paragraph)),
  ...document.paragraphs.flatMap((paragraph, p) => posted(document, document.paragraphs[p - 1], paragraph)),
  ...turns(document),
];

/** The paragraph before the signature is the post. */
function posted(document: Document, post: Paragraph | undefined, { span }: Paragraph): Found[] {
  const { text } = document.article;
  const match = POSTED.exec(text.slice(span[0], Math.min(span[1], span[0] + 160)));
  const [, dash, name] = match ?? [];
  if (post === undefined || dash === undefined || name === undefined) return [];
  const from = text.indexOf(name, span[0] + dash.length);
  return [
    {
      source: [[from, from + name.length]],
      cue: [[span[0], span[0] + dash.length]],
      content: [post.span],
      confidence: 0.9,
      by: 'signature',
    },
  ];
}

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
  const candidates = document.paragraphs.map((paragraph) => labelOf(document, paragraph));
  const counts = new Map<string, number>();
  for (const label of candidates) if (label) counts.set(label.name, (counts.get(label.name) ?? 0) + 1);
  const labelled = candidates.map((label) =>
    label !== null && (isShouted(label.name) || (counts.get(label.name) ?? 0) > 1) ? label : null,
  );
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
  const colon = start + match[0].indexOf(':');
  return {
    name,
    source: [from, from + name.length] as const,
    cue: [colon, colon + 1] as const,
    rest: trimSpan(document.article.text, [colon + 1, end]),
  };
}
