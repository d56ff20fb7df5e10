/** Blocks as one self-contained HTML page: no script, no outside request, readable in light, dark and on paper. */

import { createHash } from 'node:crypto';
import { harmless } from '../text/harmless.ts';
import type { Block, Run, Style } from './blocks.ts';
import { STYLE } from './style.ts';

/** The policy lets through nothing but the page's own style sheet, named by its hash. */
const POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'`;

/** A whole page. Every text is escaped; text of articles keeps its own direction (`bdi`). */
export function renderHtml(blocks: readonly Block[], title = 'Corroboration report'): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escaped(POLICY)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
${blocks.map((b) => render(b, 3)).join('\n')}
</main>
</body>
</html>
`;
}

/** `level`: that of a card's heading here. */
function render(block: Block, level: number): string {
  switch (block.kind) {
    case 'heading':
      return `<h${block.level}>${inline(block.runs)}</h${block.level}>`;
    case 'paragraph':
      return `<p>${inline(block.runs)}</p>`;
    case 'quote':
      return `<figure><blockquote>${inline(block.runs)}</blockquote><figcaption>${escaped(block.place)}</figcaption></figure>`;
    case 'card': {
      const id = escaped(block.anchor);
      const h = `h${Math.min(level, 6)}`;
      return `<article id="${id}" class="card ${block.tone}" aria-labelledby="${id}-title">
<${h} id="${id}-title">${inline(block.title)}</${h}>
${block.blocks.map((b) => render(b, level + 1)).join('\n')}
</article>`;
    }
    case 'list':
      return `<ul${block.tree ? ' class="tree"' : ''}>${block.items
        .map((item) => `<li>${item.map((b) => render(b, level)).join('')}</li>`)
        .join('')}</ul>`;
    case 'table':
      return `<table><thead><tr>${block.head.map((h) => `<th scope="col">${escaped(h)}</th>`).join('')}</tr></thead><tbody>${block.rows
        .map((r) => `<tr>${r.map((c) => `<td>${inline(c)}</td>`).join('')}</tr>`)
        .join('')}</tbody></table>`;
  }
}

const TAGS: Readonly<Record<Style, readonly [open: string, close: string]>> = {
  strong: ['<strong>', '</strong>'],
  muted: ['<span class="muted">', '</span>'],
  cue: ['<mark>', '</mark>'],
  id: ['<code>', '</code>'],
  good: ['<strong class="status good">', '</strong>'],
  open: ['<strong class="status open">', '</strong>'],
  bad: ['<strong class="status bad">', '</strong>'],
};

function inline(runs: readonly Run[]): string {
  return runs
    .map((r) => {
      const text = harmless(r.text);
      if (r.style === null) return isolated(text);
      const [open, close] = TAGS[r.style];
      const [before, after] = [text.startsWith(' ') ? ' ' : '', text.endsWith(' ') ? ' ' : ''];
      return before + open + isolated(text.trim()) + close + after;
    })
    .join('');
}

/** Right-to-left words must not reorder what stands around them. */
const isolated = (text: string): string =>
  /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/.test(text) ? `<bdi>${escaped(text)}</bdi>` : escaped(text);

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string): string => harmless(text).replace(/[&<>"']/g, (c) => ENTITIES[c] ?? c);
