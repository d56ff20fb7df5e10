import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hearsay } from '../support/cli.ts';
import { checkExtractLine } from '../support/report-schema.ts';

const FOUNDING = join(import.meta.dirname, '../../data/articles/founding.txt');
const OTHER = join(import.meta.dirname, '../fixtures/cases/01-chemical-plant-fire/01-vns.txt');

describe('extract', () => {
  it('prints one line an article, in the order given, with spans that slice', async () => {
    const { code, stdout, stderr } = await hearsay(['extract', FOUNDING, OTHER, '--format', 'jsonl']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map((l) => l.file)).toEqual([FOUNDING, OTHER]);
    for (const line of lines) {
      expect(checkExtractLine(line)).toEqual([]);
      const text = readFileSync(line.file, 'utf8');
      for (const a of line.attributions)
        for (const [start, end] of [...a.source, ...a.cue, ...a.content])
          expect(text.slice(start, end)).toMatch(/^\S(.*\S)?$/s);
    }
    const cues = lines[0].attributions.flatMap((a: { cue: [number, number][] }) =>
      a.cue.map((c) => readFileSync(FOUNDING, 'utf8').slice(...c)),
    );
    expect(cues.join(' ')).toContain('confirmed');
  });

  it('marks the text for people', async () => {
    const { code, stdout } = await hearsay(['extract', FOUNDING, '--extractor', 'rules']);
    expect(code).toBe(0);
    expect(stdout).toContain('[The South Korean spy agency]¹ ‹confirmed');
  });

  it('gives one JSON list, and Markdown and HTML, too', async () => {
    const json = await hearsay(['extract', FOUNDING, '--extractor', 'rules', '--format', 'json']);
    expect(JSON.parse(json.stdout)).toHaveLength(1);
    const html = await hearsay(['extract', FOUNDING, '--extractor', 'rules', '--format', 'html']);
    expect(html.stdout).toContain('<mark>');
  });

  it('reads many as it reads each alone', async () => {
    const text = readFileSync(FOUNDING, 'utf8');
    const lines = Array.from({ length: 60 }, (_, i) =>
      JSON.stringify({
        id: `n${i}`,
        text: i % 7 === 0 ? text : `The mayor said on Monday that pier ${i} was shut.`,
      }),
    );
    const { stdout } = await hearsay(['extract', '-', '--extractor', 'rules', '--format', 'jsonl'], {
      stdin: lines.join('\n'),
    });
    const found = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(found.map(({ id }) => id)).toEqual(lines.map((_, i) => `n${i}`));
    expect(found[59].attributions).toHaveLength(1);
    expect(found[56].attributions).toEqual(found[0].attributions);
  });
});
