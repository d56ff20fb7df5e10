import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hearsay, inFolder } from '../support/cli.ts';

const FOUNDING = 'data/articles/founding.txt';
const RULES = ['--extractor', 'rules'];

describe('explore', () => {
  it('prints an address and ends when it is told to', async () => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      const { code, stdout, stderr } = await hearsay(['explore', FOUNDING, ...RULES], { signal });
      expect(stdout).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]{32}\n$/);
      expect({ code, stderr }).toEqual({ code: 0, stderr: 'Ctrl-C ends it.\n' });
    }
  });

  it('says nothing but the address where it is to be quiet', async () => {
    const { stderr } = await hearsay(['-q', 'explore', FOUNDING, ...RULES], { signal: 'SIGINT' });
    expect(stderr).toBe('');
  });

  it('warns where other machines can ask', async () => {
    const run = await hearsay(['explore', FOUNDING, ...RULES, '--host', '0.0.0.0'], { signal: 'SIGINT' });
    expect(run.stderr).toMatch(/^hearsay: 0\.0\.0\.0 is open to other machines/);
  });

  it.each([
    [['explore', FOUNDING, '--store', 'x.db'], 2, /FILEs are read into memory/],
    [['explore', '--store', 'nowhere.db'], 4, /nowhere\.db: there is no store/],
    [['explore', 'nowhere.txt'], 1, /nowhere\.txt/],
    [['explore', '--port', '70000'], 2, /--port/],
    [['explore', '--port', 'x'], 2, /--port/],
    [['explore', FOUNDING, ...RULES, '--host', 'not a host'], 1, /cannot be had/],
  ])('%j is one line of complaint', async (args, code, words) => {
    const run = await hearsay(args);
    expect(run).toMatchObject({ code, stdout: '' });
    expect(run.stderr).toMatch(words);
    expect(run.stderr.trimEnd().split('\n')).toHaveLength(1);
  });
});

describe('export html', () => {
  it('writes the explorer with its data into one file', async () => {
    await inFolder(async (folder) => {
      const [store, page] = [join(folder, 'a.db'), join(folder, 'a.html')];
      await hearsay(['ingest', FOUNDING, ...RULES, '--store', store]);
      expect(await hearsay(['export', 'html', '--store', store, '-o', page])).toMatchObject({ code: 0 });
      const html = readFileSync(page, 'utf8');
      expect(html).toMatch(/^<!doctype html>/i);
      expect(html).toContain('Militarnyi');
      expect(html).not.toMatch(/(src|href)="(?!data:)/);
    });
  });

  it.each([
    [['export', 'html', 'folder'], /name it with -o folder/],
    [['export', 'neo4j-csv'], /the folder is missing/],
  ])('%j is a usage error', async (args, words) => {
    const run = await hearsay(args);
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toMatch(words);
  });
});
