import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReportJson } from '../../src/report/json.ts';
import { hearsay } from '../support/cli.ts';
import { checkReport } from '../support/report-schema.ts';

const RULES = ['--extractor', 'rules'];
const FOUNDING = join(import.meta.dirname, '../../data/articles/founding.txt');
const OTHER =
  'Title: Bridge closed\nOutlet: The Post\nDate: 2025-03-04\n\nMayor Ilse Brandt confirmed on Monday that the bridge was closed. “Nobody was hurt,” she said.\n';

let cwd = '';
const run = (...args: readonly string[]) => hearsay(args, { cwd });
const json = async (...args: readonly string[]) =>
  JSON.parse((await run(...args, '--format', 'json')).stdout);
const report = (): Promise<ReportJson> => json('report');

beforeAll(async () => {
  cwd = mkdtempSync(join(tmpdir(), 'hearsay-'));
  writeFileSync(join(cwd, 'other.txt'), OTHER);
  const { code, stdout, stderr } = await run('ingest', FOUNDING, 'other.txt');
  expect({ code, stdout, stderr }).toEqual({
    code: 0,
    stdout: '',
    stderr: '2 articles added, 0 already there, 0 not readable: hearsay.db\n',
  });
});
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

describe('a store on the command line', () => {
  it('is not changed by ingesting twice', async () => {
    const before = await report();
    const { stderr } = await run('ingest', FOUNDING, 'other.txt');
    expect(stderr).toBe('0 articles added, 2 already there, 0 not readable: hearsay.db\n');
    expect(await report()).toEqual(before);
  });

  it('reports what the files alone would', async () => {
    const stored = await report();
    expect(checkReport(stored)).toEqual([]);
    const { stdout } = await run('report', FOUNDING, 'other.txt', '--format', 'json');
    const inMemory: ReportJson = JSON.parse(stdout);
    const comparable = (r: ReportJson) => ({
      statements: r.statements.map((s) => s.id).sort(),
      claims: r.claims.map((c) => [c.id, c.assessment]).sort(),
    });
    expect(comparable(stored)).toEqual(comparable(inMemory));
  });

  it('reports on one claim what the report on all says of it, from a store and from files', async () => {
    const whole = await report();
    for (const claim of whole.claims.slice(0, 5)) {
      const one: ReportJson = await json('report', '--claim', claim.id);
      expect(checkReport(one)).toEqual([]);
      expect(one.claims).toEqual([claim]);
      const ids = new Set(whole.statements.map((s) => s.id));
      expect(one.statements.length > 0 && one.statements.every((s) => ids.has(s.id))).toBe(true);
    }
    const [first] = whole.claims;
    const { stdout } = await run('report', FOUNDING, 'other.txt', '--claim', first!.id, '--format', 'json');
    expect(JSON.parse(stdout).claims.map((c: { id: string }) => c.id)).toEqual([first!.id]);
    const later = await json('report', '--claim', first!.id, '--as-of', '2025-12-31');
    expect(later.claims[0].assessment.status).toBe(first!.assessment?.status);
    expect((await run('report', '--claim', 'cl-zzz')).code).toBe(3);
    expect((await run('report', '--claim', first!.id)).stdout).toContain(first!.id.slice(0, 9));
  });

  it('as of a day knows only what was known', async () => {
    const then: ReportJson = await json('report', '--as-of', '2024-12-31');
    expect(then.articles.map((a) => a.date)).toEqual(['2024-12-27']);
    const { stdout } = await run('report', '--as-of', '2024-12-31');
    expect(stdout).toContain('What was known on Tue 31 Dec 2024.');
  });
});

describe('claims', () => {
  it('lists, filters, and finds nothing with exit code 3', async () => {
    const all = await json('claims');
    expect(all).toHaveLength((await report()).claims.length);
    const { stdout } = await run('claims', '--text', 'bridge');
    expect(stdout).toMatch(/^claim +chains +status +text\ncl-/);
    const none = await run('claims', '--text', 'xylophone');
    expect(none).toEqual({
      code: 3,
      stdout: '',
      stderr: 'hearsay: no claim fits; hearsay claims without filters lists all\n',
    });
  });
});

describe('chains', () => {
  it('takes a beginning of an id, with or without its type', async () => {
    const [claim] = await json('claims');
    const whole = await run('chains', claim.id);
    expect(whole.code).toBe(0);
    expect(whole.stdout).toContain(claim.id);
    expect((await run('chains', claim.id.slice(3, 13))).stdout).toBe(whole.stdout);
    expect((await json('chains', claim.id)).assessment.status).toBe(claim.status);
  });

  it('refuses what fits nothing, or too much', async () => {
    expect(await run('chains', 'cl-zzz')).toEqual({
      code: 3,
      stdout: '',
      stderr: 'hearsay: no claim cl-zzz; hearsay claims lists them\n',
    });
    const many = await run('chains', 'cl-');
    expect(many.code).toBe(2);
    expect(many.stderr).toMatch(/^hearsay: cl- fits \d+ claims .*; give more of the id\n$/);
  });
});

describe('sources', () => {
  it('shows who relies on whom, and the reliability that an analyst set', async () => {
    const sources = await json('sources');
    expect(sources.some((s: { reliesOn: unknown[] }) => s.reliesOn.length > 0)).toBe(true);
    const [brandt] = await json('sources', '--text', 'brandt');
    expect(brandt.reliability).toBe('F');
    expect((await run('sources', '--text', 'nobody at all')).code).toBe(3);
  });
});

describe('decide', () => {
  it('answers an open question, shows what that changes, lists it, and takes it back', async () => {
    const before = await report();
    const open = before.claims.find((c) => c.assessment?.questions.some((q) => q.pivotal));
    const question = open?.assessment?.questions.find((q) => q.pivotal);
    expect(question).toBeDefined();
    const answer = question!.answers[0]!;

    const decided = await run(
      'decide',
      'answer',
      question!.id,
      answer.answer,
      '--by',
      'Ada',
      '--note',
      'asked them',
    );
    expect(decided).toMatchObject({ code: 0, stderr: '' });
    expect(decided.stdout).toMatch(/^Decided: /);
    const after = (await report()).claims.find((c) => c.text === open?.text)?.assessment;
    expect([after?.independentMin, after?.independentMax]).toEqual(answer.bounds);

    const [listed] = await json('decide', 'list');
    expect(listed).toMatchObject({ by: 'Ada', note: 'asked them' });
    expect(listed.words).not.toBe('');

    expect((await run('decide', 'undo', listed.id.slice(0, 8))).stdout).toMatch(/^Taken back: /);
    expect(await report()).toEqual(before);
    expect((await run('decide', 'list')).stdout).toBe('No decisions.\n');
  });

  it('says same and not same, official, rates, rejects and corrects; all of it is kept when articles are read again', async () => {
    const before = await report();
    const brandt = before.sources.find((s) => s.name.includes('Brandt'))!;
    const others = before.sources.filter((s) => s.kind === 'Person' && s !== brandt);
    const statement = before.statements.find((s) => s.source === brandt.id)!;
    const mention = statement.mentions[0]!;
    for (const args of [
      ['rate', brandt.id, 'B'],
      ['official', brandt.id, brandt.official ? 'no' : 'yes'],
      ['same', brandt.id, others[0]!.id],
      ['correct', mention.id, '--act', 'DENIED'],
    ])
      expect(await run('decide', ...args)).toMatchObject({ code: 0, stderr: '' });
    const check = async () => {
      const now = await report();
      const merged = now.sources.find((s) => s.mentions.some((m) => m.id === brandt.mentions[0]?.id))!;
      expect(merged.reliability).toBe('B');
      expect(merged.official).toBe(!brandt.official);
      expect(merged.mentions.length).toBeGreaterThan(brandt.mentions.length);
      expect(now.statements.find((s) => s.mentions.some((m) => m.id === mention.id))?.act).toBe('DENIED');
    };
    await check();
    await run('forget', 'other.txt');
    await run('ingest', 'other.txt');
    await check();

    expect(await run('decide', 'reject', mention.id)).toMatchObject({ code: 0 });
    const rejected = await report();
    expect(rejected.statements.flatMap((s) => s.mentions).some((m) => m.id === mention.id)).toBe(false);
    const decisions = await json('decide', 'list');
    expect(decisions).toHaveLength(5);
    for (const { id } of decisions) await run('decide', 'undo', id, '-q');
    expect(await report()).toEqual(before);
  });

  it('refuses what makes no sense, in one line', async () => {
    const { sources, claims } = await report();
    const [source] = sources;
    for (const [args, code, line] of [
      [['same', source!.id, claims[0]!.id], 2, /is a source, cl-.* a claim; give two ids of one kind/],
      [['same', source!.id, source!.id], 2, /is given twice; give two ids/],
      [['correct', 'm00'], 2, /nothing to correct; give --source, --act or --factuality/],
      [['reject', 'mzzz'], 3, /nothing here has the id mzzz/],
      [['answer', 'qzzz', 'yes'], 3, /no question qzzz; hearsay report lists them/],
      [['undo', 'd-zzz'], 3, /no decision d-zzz; hearsay decide list lists them/],
    ] as const) {
      const run_ = await run('decide', ...args);
      expect({ args, code: run_.code, stdout: run_.stdout }).toEqual({ args, code, stdout: '' });
      expect(run_.stderr).toMatch(line);
      expect(run_.stderr.trimEnd()).not.toContain('\n');
    }
  });
});

describe('forget', () => {
  it('removes an article and what only it said; asking again finds nothing', async () => {
    const before = await report();
    const { code, stderr } = await run('forget', 'other.txt');
    expect({ code, stderr }).toEqual({ code: 0, stderr: 'forgot other.txt\n' });
    const left = await report();
    expect(left.articles).toHaveLength(1);
    expect(left.sources.some((s) => s.name.includes('Brandt'))).toBe(false);
    const again = await run('forget', 'other.txt');
    expect(again.code).toBe(3);
    expect(again.stderr).toMatch(/^hearsay: other\.txt: no such article in hearsay\.db; /);
    await run('ingest', 'other.txt');
    expect(await report()).toEqual(before);
  });
});

describe('hostile articles', () => {
  it('cannot reach the terminal, the page or the Markdown', async () => {
    const evil =
      'Title: \u001b[2JX<script>alert(1)</script>\nOutlet: \u202eliveE\u202c\nDate: 2025-03-04\n\nMayor <b>Ilse</b> \u001b]0;pwned\u0007 said on Monday that the bridge was closed \u001b[31m[now](javascript:alert(1)).\n' +
      'The river rose again in the night, and nobody could cross it for hours. '.repeat(20);
    const name = 'evil\u001b[31m.txt';
    writeFileSync(join(cwd, name), evil);
    for (const format of ['text', 'markdown', 'html']) {
      const { code, stdout } = await run('report', name, '--format', format, ...RULES);
      expect(code).toBe(0);
      expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
      if (format === 'html') expect(stdout).not.toMatch(/<script|<b>/);
      if (format === 'markdown') expect(stdout).not.toMatch(/(?<!\\)<\w|\]\(javascript:/);
    }
    const { stderr } = await run('report', `missing${name}`);
    expect(stderr).toBe('hearsay: missingevil␛[31m.txt: does not exist: check the path\n');
    rmSync(join(cwd, name));
    expect(readdirSync(cwd)).toContain('hearsay.db');
  });
});
