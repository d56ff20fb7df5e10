import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hearsay, inFolder } from '../support/cli.ts';

const RULES = ['--extractor', 'rules'];
const FOUNDING = join(import.meta.dirname, '../../data/articles/founding.txt');
const ARTICLE =
  'Title: Bridge\nOutlet: The Post\nDate: 2025-03-04\n\nThe mayor said on Monday that the bridge was closed.\n';

/** Runs in a folder that holds these files. */
const withFiles = <T>(
  files: Readonly<Record<string, string | Uint8Array>>,
  action: (folder: string) => Promise<T>,
) =>
  inFolder((folder) => {
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
    return action(folder);
  });

const utf16 = (text: string): Uint8Array =>
  Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);

describe('what cannot be read is one line that names file and remedy, exit code 1, nothing printed or made', () => {
  it.each<readonly [string, string | Uint8Array | null, RegExp]>([
    ['missing.txt', null, /does not exist: check the path/],
    ['empty.txt', '', /is empty: give an article with text/],
    ['binary.txt', Buffer.from([0, 1, 2, 3, 0, 0, 255, 7]), /is binary/],
    ['headers.txt', 'Title: x\nDate: 2025-01-01\n\n', /holds no prose/],
    ['line.jsonl', '{"id": "a"', /line\.jsonl:1: is no valid JSON/],
    ['nothing*.txt', null, /matches no file: check the pattern/],
  ])('%s', async (name, content, line) => {
    await withFiles(content === null ? {} : { [name]: content }, async (cwd) => {
      for (const verb of ['report', 'extract', 'ingest']) {
        const { code, stdout, stderr } = await hearsay([verb, name, ...RULES], { cwd });
        expect({ verb, code, stdout }).toEqual({ verb, code: 1, stdout: '' });
        expect(stderr).toMatch(line);
        expect(stderr.trimEnd()).not.toContain('\n');
        expect(readdirSync(cwd)).toEqual(content === null ? [] : [name]);
      }
    });
  });

  it('a file beyond 50 MB', async () => {
    await withFiles({ 'big.txt': 'a' }, async (cwd) => {
      writeFileSync(join(cwd, 'big.txt'), 'word '.repeat(11_000_000));
      const { code, stderr } = await hearsay(['report', 'big.txt', ...RULES], { cwd });
      expect(code).toBe(1);
      expect(stderr).toMatch(/^hearsay: big\.txt: is larger than \d+ MB: split it.*\n$/);
    });
  });
});

describe('what can be read', () => {
  it('UTF-16 and Windows-1252', async () => {
    const text = 'The mayor of Orlé said on Monday that the bridge was “closed”.';
    const windows = Buffer.from(text.replace('“', '\u0093').replace('”', '\u0094'), 'latin1');
    await withFiles({ 'a.txt': utf16(text), 'b.txt': windows }, async (cwd) => {
      const { code, stdout } = await hearsay(['extract', 'a.txt', 'b.txt', ...RULES], { cwd });
      expect(code).toBe(0);
      expect(stdout.match(/The mayor of Orlé/g)).toHaveLength(2);
    });
  });

  it('standard input', async () => {
    const { code, stdout } = await hearsay(['report', '-', '--format', 'json', ...RULES], { stdin: ARTICLE });
    expect(code).toBe(0);
    expect(JSON.parse(stdout).articles).toMatchObject([
      { file: '-', outlet: 'The Post', date: '2025-03-04' },
    ]);
  });

  it('an article without anybody who says anything: a report without statements', async () => {
    const { code, stdout } = await hearsay(['report', '-', '--format', 'json', ...RULES], {
      stdin: 'The bridge is old. The river is cold.',
    });
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ hearsay: 'report/1', statements: [], claims: [] });
  });

  it('an article without date: its days stay open, and the report says so', async () => {
    const { stdout } = await hearsay(['report', '-', ...RULES], {
      stdin: 'The mayor said on Monday that the bridge was closed.',
    });
    expect(stdout).toContain('No date is known for -');
    const dated = await hearsay(['report', '-', '--date', '2025-03-04', '--outlet', 'The Post', ...RULES], {
      stdin: 'The mayor said on Monday that the bridge was closed.',
    });
    expect(dated.stdout).not.toContain('No date is known');
    expect(dated.stdout).toContain('Mon 3 Mar 2025');
    expect(dated.stdout).toContain('The Post');
  });

  it('JSONL keeps the ids that it gives', async () => {
    const lines = ['a', 'b'].map((id) =>
      JSON.stringify({ id, text: `Mayor ${id} said the bridge was closed.` }),
    );
    await withFiles({ 'in.jsonl': `${lines.join('\n')}\n` }, async (cwd) => {
      const { stdout } = await hearsay(['extract', 'in.jsonl', '--format', 'jsonl', ...RULES], { cwd });
      expect(
        stdout
          .trim()
          .split('\n')
          .map((l) => JSON.parse(l).id),
      ).toEqual(['a', 'b']);
    });
  });
});

describe('the order of files', () => {
  it('changes nothing', async () => {
    const affair = join(import.meta.dirname, '../fixtures/cases/03-border-clash');
    const files = readdirSync(affair).filter((name) => name.endsWith('.txt'));
    const report = async (names: readonly string[]) => {
      const { code, stdout } = await hearsay(['report', ...names, '--format', 'json', ...RULES], {
        cwd: affair,
      });
      expect(code).toBe(0);
      return JSON.parse(stdout);
    };
    const forth = await report(files);
    expect(forth.articles).toHaveLength(files.length);
    expect(await report(files.toReversed())).toEqual(forth);
  });
});

describe('a directory with some bad files', () => {
  it('keeps the good ones, lists the bad ones, and fails with 1', async () => {
    await withFiles(
      { 'good.txt': ARTICLE, 'empty.txt': '', 'binary.txt': Buffer.from([0, 1, 2]) },
      async (cwd) => {
        mkdirSync(join(cwd, 'sub'));
        writeFileSync(join(cwd, 'sub', 'also.txt'), ARTICLE.replace('mayor', 'minister'));
        const ingested = await hearsay(['ingest', '.', '--store', 'a.db', ...RULES], { cwd });
        expect(ingested.code).toBe(1);
        expect(ingested.stdout).toBe('');
        expect(ingested.stderr).toMatch(/^hearsay: binary\.txt: is binary/m);
        expect(ingested.stderr).toMatch(/^hearsay: empty\.txt: is empty/m);
        expect(ingested.stderr).toMatch(/^2 articles added, 0 already there, 2 not readable: a\.db$/m);
        const reported = await hearsay(['report', '.', '--format', 'json', ...RULES], { cwd });
        expect(reported.code).toBe(1);
        expect(JSON.parse(reported.stdout).articles).toHaveLength(2);
      },
    );
  });
});

describe('the store', () => {
  const refused = async (cwd: string, line: RegExp, code = 4) => {
    const run = await hearsay(['claims', '--store', 'a.db'], { cwd });
    expect({ code: run.code, stdout: run.stdout }).toEqual({ code, stdout: '' });
    expect(run.stderr).toMatch(line);
    expect(run.stderr.trimEnd()).not.toContain('\n');
  };

  it('that is not there is not made by asking', () =>
    inFolder(async (cwd) => {
      await refused(cwd, /^hearsay: a\.db: there is no store; run hearsay ingest FILE… first/);
      expect(readdirSync(cwd)).toEqual([]);
    }));

  it('of no known kind, foreign, damaged or newer is refused by name and left as it is', async () => {
    await withFiles({ 'a.db': 'this is a text' }, async (cwd) => {
      await refused(cwd, /^hearsay: a\.db: is not a store of this program; give another --store/);
      expect(readFileSync(join(cwd, 'a.db'), 'utf8')).toBe('this is a text');
    });
    await inFolder(async (cwd) => {
      sqlite(cwd, "db.exec('CREATE TABLE recipes (name TEXT)')");
      await refused(cwd, /^hearsay: a\.db: is a database of another program/);
    });
    await inFolder(async (cwd) => {
      await hearsay(['ingest', FOUNDING, '--store', 'a.db', ...RULES], { cwd });
      sqlite(cwd, "db.pragma('user_version = 99')");
      await refused(cwd, /^hearsay: a\.db: was written by a newer version of hearsay .*; update hearsay/);
    });
    await inFolder(async (cwd) => {
      const { code, stderr } = await hearsay(['claims', '--store', 'mongodb://x'], { cwd });
      expect(code).toBe(4);
      expect(stderr).toMatch(/^hearsay: mongodb:\/\/x: stores of the kind mongodb:\/\/ are not supported/);
    });
  });

  it('that another process holds is said to be in use', () =>
    inFolder(async (cwd) => {
      await hearsay(['ingest', FOUNDING, '--store', 'a.db', ...RULES], { cwd });
      const article = join(cwd, 'other.txt');
      writeFileSync(article, ARTICLE);
      const { code, stderr } = await whileLocked(cwd, () =>
        hearsay(['ingest', article, '--store', 'a.db', ...RULES], { cwd }),
      );
      expect(code).toBe(4);
      expect(stderr).toMatch(/^hearsay: a\.db: is in use by another process; wait until/);
    }));

  it('is taken from HEARSAY_STORE, but not where FILEs are given', () =>
    inFolder(async (cwd) => {
      const env = { HEARSAY_STORE: 'b.db' };
      expect((await hearsay(['ingest', FOUNDING, ...RULES], { cwd, env })).code).toBe(0);
      expect(readdirSync(cwd)).toContain('b.db');
      expect((await hearsay(['claims'], { cwd, env })).code).toBe(0);
      const report = await hearsay(['report', FOUNDING, ...RULES], {
        cwd,
        env: { HEARSAY_STORE: 'none.db' },
      });
      expect(report.code).toBe(0);
    }));
});

describe('output', () => {
  it('goes to a file that is whole or not there', () =>
    withFiles({ 'a.txt': ARTICLE }, async (cwd) => {
      const { code, stdout } = await hearsay(['report', 'a.txt', '-o', 'r.html', ...RULES], { cwd });
      expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
      expect(readFileSync(join(cwd, 'r.html'), 'utf8')).toMatch(/^<!doctype html>/);
      expect(readdirSync(cwd).sort()).toEqual(['a.txt', 'r.html']);
      const failed = await hearsay(['report', 'missing.txt', '-o', 'r.html', ...RULES], { cwd });
      expect(failed.code).toBe(1);
      expect(readFileSync(join(cwd, 'r.html'), 'utf8')).toMatch(/^<!doctype html>/);
      const nowhere = await hearsay(['report', 'a.txt', '-o', 'no/such/r.html', ...RULES], { cwd });
      expect(nowhere.code).toBe(1);
      expect(nowhere.stderr).toBe('hearsay: no/such/r.html: cannot be written; give another file with -o\n');
    }));

  it('stops quietly when its reader leaves', async () => {
    const { code, stderr } = await hearsay(['report', FOUNDING, ...RULES], { leaveEarly: true });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });

  it('-q leaves problems alone on standard error', () =>
    withFiles({ 'a.txt': ARTICLE, 'b.txt': '' }, async (cwd) => {
      const { stderr } = await hearsay(['ingest', 'a.txt', 'b.txt', '-q', ...RULES], { cwd });
      expect(stderr).toBe('hearsay: b.txt: is empty: give an article with text\n');
    }));

  it('shows a stack only with --debug', async () => {
    const { stderr } = await hearsay(['report', 'missing.txt', '--debug', ...RULES]);
    expect(stderr).toMatch(/^hearsay: missing\.txt: does not exist.*\n.*\n {4}at /);
  });

  it('interrupted: exit code 130, one line', async () => {
    const lines = Array.from({ length: 200 }, (_, id) =>
      JSON.stringify({ id: `${id}`, text: `Mayor ${id} said the bridge was closed.` }),
    );
    const { code, stderr } = await hearsay(['extract', '-', '--format', 'jsonl', ...RULES], {
      stdin: `${lines.join('\n')}\n`,
      signal: 'SIGINT',
    });
    expect({ code, stderr }).toEqual({ code: 130, stderr: 'hearsay: interrupted\n' });
  });
});

describe('a file that may not be read', () => {
  it('is named', () =>
    withFiles({ 'a.txt': ARTICLE }, async (cwd) => {
      chmodSync(join(cwd, 'a.txt'), 0);
      const { code, stderr } = await hearsay(['report', 'a.txt', ...RULES], { cwd, unprivileged: true });
      expect(code).toBe(1);
      expect(stderr).toMatch(/^hearsay: a\.txt: may not be read: check its permissions/);
    }));
});

/** Does something to the file a.db by the database's own means, in a process of its own. */
function sqlite(cwd: string, code: string): void {
  const script = `import Database from 'libsql'; const db = new Database(${JSON.stringify(join(cwd, 'a.db'))}); ${code}; db.close();`;
  execFileSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: join(import.meta.dirname, '../..'),
  });
}

async function whileLocked<T>(cwd: string, action: () => Promise<T>): Promise<T> {
  const { default: Database } = await import('libsql');
  const db = new Database(join(cwd, 'a.db'));
  db.exec('BEGIN IMMEDIATE');
  try {
    return await action();
  } finally {
    db.exec('ROLLBACK');
    db.close();
  }
}
