/** Blocks for a terminal: wrapped to its width, coloured where it shows colours, every text made harmless. */

import { type Format, paint, type Terminal, widthOf } from '../terminal.ts';
import { harmless } from '../text/harmless.ts';
import type { Block, Run, Style } from './blocks.ts';

const FORMATS: Readonly<Record<Style, Format>> = {
  strong: 'bold',
  muted: 'dim',
  cue: ['bold', 'underline'],
  id: 'cyan',
  good: ['bold', 'green'],
  open: ['bold', 'yellow'],
  bad: ['bold', 'red'],
};

/** The blocks as lines of at most `terminal.width` columns (a single longer word stands alone), ending in a line end. */
export function renderText(blocks: readonly Block[], terminal: Terminal): string {
  return `${stack(blocks, terminal, '').join('\n').trim()}\n`;
}

/** Blocks below one another; those that want air get an empty line before them. */
function stack(blocks: readonly Block[], terminal: Terminal, indent: string): readonly string[] {
  return blocks.flatMap((block, i) => {
    const lines = render(block, terminal, indent);
    const prose = indent === '' && block.kind === 'paragraph' && blocks[i - 1] !== undefined;
    return i > 0 && (prose || airy(block, blocks[i - 1])) ? ['', ...lines] : lines;
  });
}

const airy = (block: Block, before: Block | undefined): boolean =>
  block.kind === 'card' ||
  block.kind === 'heading' ||
  before?.kind === 'card' ||
  before?.kind === 'heading' ||
  (block.kind === 'table' && before?.kind !== 'table');

function render(block: Block, terminal: Terminal, indent: string): readonly string[] {
  switch (block.kind) {
    case 'heading':
      return headingLines(block, terminal, indent);
    case 'paragraph':
      return wrap(block.runs, terminal, indent, indent);
    case 'quote': {
      const place: Run = { text: ` — ${block.place}`, style: 'muted' };
      return wrap([...block.runs, place], terminal, `${indent}│ `, `${indent}│ `);
    }
    case 'card':
      return [
        ...wrap(block.title.map(bold), terminal, indent, indent),
        ...stack(block.blocks, terminal, `${indent}  `),
      ];
    case 'list':
      return block.items.flatMap((item, i) =>
        itemLines(item, terminal, indent, block.tree ? i === block.items.length - 1 : null),
      );
    case 'table':
      return tableLines(block, terminal, indent);
  }
}

function headingLines(
  block: Extract<Block, { kind: 'heading' }>,
  terminal: Terminal,
  indent: string,
): readonly string[] {
  const lines = wrap(block.runs.map(bold), terminal, indent, indent);
  const width = Math.max(...lines.map((l) => widthOf(stripped(l))));
  return [...lines, (block.level === 1 ? '═' : '─').repeat(width)];
}

const bold = (r: Run): Run => ({ text: r.text, style: r.style ?? 'strong' });

/** Own output only: it holds no escape codes but the ones painted here. */
const stripped = (line: string): string => line.replace(/\u001b\[[0-9;]*m/g, '');

/** `last`: whether a branch is the last of its tree, null for a plain list. */
function itemLines(
  item: readonly Block[],
  terminal: Terminal,
  indent: string,
  last: boolean | null,
): readonly string[] {
  const [bullet, below] = last === null ? ['• ', '  '] : last ? ['└─ ', '   '] : ['├─ ', '│  '];
  const lines = stack(item, terminal, indent + below);
  const [first, ...rest] = lines;
  return first === undefined ? [] : [indent + bullet + first.slice(indent.length + below.length), ...rest];
}

interface Word {
  readonly text: string;
  readonly style: Style | null;
  /** A space stands before it. */
  readonly spaced: boolean;
}

/** Greedy line filling. Words without a space between them stay together where they fit on a line at all. */
function wrap(runs: readonly Run[], terminal: Terminal, first: string, next: string): readonly string[] {
  const room = terminal.width - Math.max(widthOf(first), widthOf(next));
  const all = words(runs).flatMap((w) => breakWord(w, room));
  const widths = all.map((w) => widthOf(w.text));
  const together = [...widths];
  for (let i = all.length - 2; i >= 0; i--)
    if (all[i + 1]?.spaced === false) together[i] = (widths[i] ?? 0) + (together[i + 1] ?? 0);

  const lines: Word[][] = [];
  let line: Word[] = [];
  let width = 0;
  all.forEach((word, i) => {
    const own = widths[i] ?? 0;
    const unit = together[i] ?? own;
    const gap = word.spaced ? 1 : 0;
    const needed = word.spaced && unit <= room ? unit : own;
    if (width > 0 && width + gap + needed > room) {
      lines.push(line);
      line = [];
      width = 0;
    }
    line.push(word);
    width += (width > 0 ? gap : 0) + own;
  });
  if (width > 0 || lines.length === 0) lines.push(line);
  return lines.map((l, i) => (i === 0 ? first : next) + painted(l, terminal));
}

/** The words of a line; neighbours of one style are painted as one, spaces included. */
function painted(line: readonly Word[], terminal: Terminal): string {
  const runs: { text: string; style: Style | null }[] = [];
  for (const word of line) {
    const last = runs[runs.length - 1];
    const text = (last && word.spaced ? ' ' : '') + word.text;
    if (last?.style === word.style) last.text += text;
    else runs.push({ text, style: word.style });
  }
  return runs
    .map(({ text, style }) => (terminal.colour && style !== null ? paint(FORMATS[style], text) : text))
    .join('');
}

/** A word wider than a whole line in pieces that fit: it must not run over the terminal's edge. */
function breakWord(word: Word, room: number): readonly Word[] {
  if (widthOf(word.text) <= room) return [word];
  const pieces: string[] = [''];
  let width = 0;
  for (const { segment } of GRAPHEMES.segment(word.text)) {
    const wide = widthOf(segment);
    if (width + wide > room && width > 0) {
      pieces.push('');
      width = 0;
    }
    pieces[pieces.length - 1] += segment;
    width += wide;
  }
  return pieces.map((text, i) => ({ text, style: word.style, spaced: i > 0 || word.spaced }));
}

const GRAPHEMES = new Intl.Segmenter('en', { granularity: 'grapheme' });

function words(runs: readonly Run[]): readonly Word[] {
  let spaced = false;
  return runs.flatMap((r) => {
    const text = harmless(r.text);
    const inner = text.trim();
    const before = spaced || /^\s/.test(text);
    if (inner === '') {
      spaced = before || text !== '';
      return [];
    }
    spaced = /\s$/.test(text);
    const marked = r.style === 'cue' ? `‹${inner}›` : inner;
    return marked.split(' ').map((w, i): Word => ({ text: w, style: r.style, spaced: i > 0 || before }));
  });
}

/** Columns as wide as their widest cell; the last takes what is left and wraps. */
function tableLines(
  block: Extract<Block, { kind: 'table' }>,
  terminal: Terminal,
  indent: string,
): readonly string[] {
  const head = block.head.map((text): readonly Run[] => [{ text, style: 'muted' }]);
  const rows = [head, ...block.rows];
  const cellWidth = (runs: readonly Run[] = []) => widthOf(runs.map((r) => harmless(r.text)).join(''));
  const widths = block.head.map((_, i) => rows.reduce((w, row) => Math.max(w, cellWidth(row[i])), 0));
  return rows.flatMap((row) => {
    const cells = row.slice(0, -1).map((runs, i) => {
      const plain = wrap(runs, { ...terminal, width: 10_000 }, '', '').join(' ');
      return plain + ' '.repeat(Math.max(0, (widths[i] ?? 0) - widthOf(stripped(plain))));
    });
    const before = indent + cells.map((c) => `${c}  `).join('');
    const blank = ' '.repeat(widthOf(stripped(before)));
    const last = wrap(row[row.length - 1] ?? [], { ...terminal, colour: terminal.colour }, blank, blank);
    return last.map((l, i) => (i === 0 ? before + l.slice(blank.length) : l).trimEnd());
  });
}
