import { describe, expect, it } from 'vitest';
import { hearsay } from '../support/cli.ts';

const VERBS = ['ingest', 'report', 'claims', 'chains', 'sources', 'explore', 'extract', 'decide', 'forget'];

describe('help', () => {
  it('looks right', async () => {
    const { code, stdout, stderr } = await hearsay(['--help']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    await expect(stdout).toMatchFileSnapshot(`${import.meta.dirname}/../golden/help.txt`);
  });

  it.each(VERBS)('of %s begins with examples', async (verb) => {
    const { code, stdout } = await hearsay([verb, '--help']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Examples:\n {2}\$ /);
    expect(stdout).toContain(`hearsay ${verb}`);
    expect(Math.max(...stdout.split('\n').map((l) => l.length))).toBeLessThanOrEqual(100);
  });

  it('prints the version', async () => {
    const { code, stdout } = await hearsay(['--version']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it('without a command is help on standard error and a usage error', async () => {
    const { code, stdout, stderr } = await hearsay([]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('Examples:');
  });
});

describe('completions', () => {
  it.each(['bash', 'zsh', 'fish', 'powershell'])('for %s are a script', async (shell) => {
    const { code, stdout } = await hearsay(['completions', shell]);
    expect(code).toBe(0);
    expect(stdout).toContain('hearsay');
  });

  it('know the commands and the choices of an option', async () => {
    const verbs = await hearsay(['complete', '--', '']);
    for (const verb of VERBS) expect(verbs.stdout).toContain(verb);
    const formats = await hearsay(['complete', '--', 'report', '--format', '']);
    expect(formats.stdout).toContain('markdown');
  });
});

describe('a usage error is one line, a hint and exit code 2', () => {
  it.each([
    [['frobnicate'], /^hearsay: unknown command 'frobnicate'; see hearsay --help\n$/],
    [['report', '--frobnicate'], /^hearsay: unknown option '--frobnicate'; see hearsay report --help\n$/],
    [['extract'], /^hearsay: missing required argument 'files'; see hearsay extract --help\n$/],
    [
      ['claims', '--status', 'great'],
      /^hearsay: option '--status <status>' argument 'great' is invalid\. Allowed/,
    ],
    [
      ['report', 'x.txt', '--date', 'soon'],
      /^hearsay: option '--date <day>' .* Give a day as YYYY-MM-DD; see/,
    ],
    [['report', 'x.txt', '--store', 'a.db'], /^hearsay: FILEs are read into memory, so --store has no place/],
    [
      ['report', 'x.txt', '--format', 'pdf'],
      /^hearsay: option '--format <format>' argument 'pdf' is invalid/,
    ],
    [
      ['decide', 'rate', 'src-1', 'Z'],
      /^hearsay: 'Z' is invalid for argument 'letter'.* see hearsay decide rate --help\n$/,
    ],
    [['copy', 'package.json', './package.json'], /^hearsay: \.\/package\.json: is the store to copy itself/],
  ])('%j', async (args, line) => {
    const { code, stdout, stderr } = await hearsay(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(line);
    expect(stderr.trimEnd()).not.toContain('\n');
  });
});
