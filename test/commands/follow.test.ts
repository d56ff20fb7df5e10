import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hearsay } from '../support/cli.ts';

const FOUNDING = join(import.meta.dirname, '../../data/articles/founding.txt');
const RULES = ['--extractor', 'rules'];

let cwd = '';
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'hearsay-'));
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));
const run = (...args: readonly string[]) => hearsay(args, { cwd });

const article = (outlet: string, who: string) =>
  `Title: Fire at the Lomar tannery\nOutlet: ${outlet}\nDate: 2030-03-04\n\n${who} said on Monday that a fire destroyed the Lomar tannery in Estrava.\n`;

describe('questions', () => {
  it('come with the commands that answer them, until they are answered', async () => {
    await run('ingest', FOUNDING, ...RULES, '-q', '--store', 'affair.db');
    const { code, stdout } = await run('questions', '--store', 'affair.db', '--format', 'json');
    expect(code).toBe(0);
    const questions = JSON.parse(stdout);
    expect(questions.length).toBeGreaterThan(0);
    const [first] = questions;
    expect(first.claims.length).toBeGreaterThan(0);
    const { command } = first.answers[0];
    expect(command).toMatch(/^hearsay decide answer \S+ \S+ --store affair\.db$/);
    expect((await run('questions', '--store', 'affair.db')).stdout).toContain(command);
    expect((await run('questions', '--store', 'affair.db', '--format', 'markdown')).stdout).toContain(
      command,
    );

    const decided = await run(...command.split(' ').slice(1));
    expect(decided).toMatchObject({ code: 0, stderr: '' });
    const left = JSON.parse((await run('questions', '--store', 'affair.db', '--format', 'json')).stdout);
    expect(left.map((q: { id: string }) => q.id)).not.toContain(first.id);
  });

  it('are none where nothing is open, and none without a store', async () => {
    writeFileSync(join(cwd, 'a.txt'), article('Salm Courier', 'Fire chief Ilse Brandt'));
    expect((await run('questions')).code).toBe(4);
    await run('ingest', 'a.txt', ...RULES, '-q');
    expect((await run('questions')).stdout).toBe('No open question changes any count.\n');
  });
});

describe('decide', () => {
  it('takes the full name of a source where only one has it', async () => {
    writeFileSync(join(cwd, 'a.txt'), article('Salm Courier', 'Fire chief Ilse Brandt'));
    await run('ingest', 'a.txt', ...RULES, '-q');
    const [source] = JSON.parse((await run('sources', '--text', 'brandt', '--format', 'json')).stdout);
    const rated = await run('decide', 'rate', source.name.toUpperCase(), 'B');
    expect(rated).toMatchObject({ code: 0, stderr: '' });
    const [after] = JSON.parse((await run('sources', '--text', 'brandt', '--format', 'json')).stdout);
    expect([after.id, after.reliability]).toEqual([source.id, 'B']);
    expect((await run('decide', 'rate', 'Nobody At All', 'B')).code).toBe(3);
  });
});

describe('watch', () => {
  it('prints what changes, ends cleanly when it is interrupted, and leaves a whole store', async () => {
    writeFileSync(join(cwd, 'a.txt'), article('Salm Courier', 'Fire chief Ilse Brandt'));
    writeFileSync(join(cwd, 'b.txt'), article('Estrava Gazette', 'Mayor Tomas Reuk'));
    const watched = await hearsay(['watch', '.', ...RULES, '--format', 'jsonl', '--store', '.store.db'], {
      cwd,
      signal: 'SIGINT',
    });
    expect(watched.code).toBe(130);
    expect(watched.stderr).toBe('watching .: Ctrl-C ends\n2 articles added\n');
    const told = watched.stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(told).toContainEqual(
      expect.objectContaining({
        kind: 'claim',
        before: null,
        after: expect.objectContaining({ bounds: [2, 2] }),
      }),
    );
    expect(readdirSync(cwd).filter((name) => name.startsWith('.store.db'))).toEqual(['.store.db']);
    const claims = JSON.parse((await run('claims', '--store', '.store.db', '--format', 'json')).stdout);
    expect(claims.map((c: { independentMin: number }) => c.independentMin)).toContain(2);
  });

  it('refuses what is no folder', async () => {
    const refused = await run('watch', 'nowhere');
    expect(refused).toEqual({
      code: 2,
      stdout: '',
      stderr: 'hearsay: nowhere: is no folder; give folders to watch\n',
    });
  });
});
