/** Blocks as Markdown (CommonMark with tables): every character of an article that Markdown could act on is escaped. */

import { harmless } from '../text/harmless.ts';
import type { Block, Run, Style } from './blocks.ts';

/** Sections and cards as headings, passages as block quotes with the cue in bold. Ends in a line end. */
export function renderMarkdown(blocks: readonly Block[]): string {
  return `${blocks.map((b) => render(b, 3)).join('\n\n')}\n`;
}

/** `level`: that of a card's heading here. */
function render(block: Block, level: number): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${inline(block.runs)}`;
    case 'paragraph':
      return inline(block.runs);
    case 'quote':
      return `> ${inline(block.runs)}\n> — *${escaped(block.place)}*`;
    case 'card':
      return [
        `${'#'.repeat(Math.min(level, 6))} ${inline(block.title)}`,
        ...block.blocks.map((b) => render(b, level + 1)),
      ].join('\n\n');
    case 'list':
      return block.items.map((item) => itemLines(item, level)).join('\n');
    case 'table':
      return [
        row(block.head.map((h) => escaped(h))),
        row(block.head.map(() => '---')),
        ...block.rows.map((r) => row(r.map(inline))),
      ].join('\n');
  }
}

function itemLines(item: readonly Block[], level: number): string {
  const lines = item
    .map((b) => render(b, level))
    .join('\n\n')
    .split('\n');
  return lines.map((l, i) => (i === 0 ? `- ${l}` : l === '' ? '' : `  ${l}`)).join('\n');
}

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

const WRAPS: Readonly<Record<Style, string>> = {
  strong: '**',
  cue: '**',
  good: '**',
  open: '**',
  bad: '**',
  muted: '',
  id: '`',
};

/** Emphasis stands close to its words, the spaces outside. */
function inline(runs: readonly Run[]): string {
  return runs
    .map((r) => {
      const text = harmless(r.text);
      const inner = text.trim();
      if (inner === '' || r.style === null) return escaped(text);
      if (r.style === 'id' && !/^[\w .:#-]+$/.test(inner)) return escaped(text);
      const mark = WRAPS[r.style];
      const [before, after] = [text.startsWith(' ') ? ' ' : '', text.endsWith(' ') ? ' ' : ''];
      return before + mark + (r.style === 'id' ? inner : escaped(inner)) + mark + after;
    })
    .join('')
    .trim();
}

/** Backslashes before what could be markup, HTML, a table cell's end or a link; a number or dash is kept from opening a list. */
export function escaped(text: string): string {
  return harmless(text)
    .replace(/[\\`*_{}[\]<>#|~&!$]/g, '\\$&')
    .replace(/^(\s*)([-+=])/, '$1\\$2')
    .replace(/^(\s*\d+)([.)])/, '$1\\$2')
    .replace(/\b(https?|ftp|mailto|javascript|data):/gi, '$1\\:')
    .replace(/\bwww\./gi, 'www\\.')
    .replace(/@/g, '\\@');
}
