/** A store that follows folders: real files, written, changed, renamed and removed. */

import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { articlesOf, openStages } from '../src/reading.ts';
import { happeningLine } from '../src/report/happenings.ts';
import { openSqlite } from '../src/store/sqlite.ts';
import type { Store } from '../src/store/types.ts';
import { type Burst, watchFolders } from '../src/watch.ts';

let folder = '';
let store: Store;
let controller: AbortController;
let watching: Promise<void> = Promise.resolve();
let bursts: Burst[] = [];
let heard: () => void = () => {};

const article = (outlet: string, day: string, body: string) =>
  `Title: Fire at the Lomar tannery\nOutlet: ${outlet}\nDate: 2030-03-${day}\n\n${body}\n`;
const FIRST = article(
  'Salm Courier',
  '04',
  'Fire chief Ilse Brandt said on Monday that a fire destroyed the Lomar tannery in Estrava.',
);
const SECOND = article(
  'Estrava Gazette',
  '04',
  'Mayor Tomas Reuk said on Monday that a fire destroyed the Lomar tannery in Estrava.',
);
const DENIAL = article(
  'Radio Kesten',
  '05',
  'Lomar spokeswoman Greta Holm denied that a fire destroyed the Lomar tannery in Estrava.',
);

const write = (name: string, text: string) => writeFileSync(join(folder, name), text);

/** All that happened until nothing was left to do, from the next burst on. */
async function next(act: () => void, count = 1): Promise<readonly Burst[]> {
  const from = bursts.length;
  const arrived = new Promise<void>((resolve) => {
    heard = () => bursts.length >= from + count && resolve();
  });
  act();
  await arrived;
  return bursts.slice(from);
}

async function start(quiet = 300): Promise<void> {
  const stages = await openStages('rules');
  controller = new AbortController();
  watching = watchFolders({
    folders: [folder],
    store,
    stages,
    read: (file) => articlesOf([file], { extractor: 'rules', date: null, outlet: null }),
    onBurst: (burst) => {
      bursts.push(burst);
      heard();
    },
    signal: controller.signal,
    quiet,
  });
}

const lines = (list: readonly Burst[]) => list.flatMap((b) => b.happenings.map(happeningLine));
const files = async () => {
  const names: string[] = [];
  for await (const { article: a } of store.entries()) names.push(a.file);
  return names.sort();
};

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hearsay-'));
  store = await openSqlite(join(folder, '.watched.db'));
  bursts = [];
});
afterEach(async () => {
  controller.abort();
  await watching;
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('watching a folder', () => {
  it('reads what is there first, then tells what each new article changes and why', async () => {
    write('a.txt', FIRST);
    const [begun] = await next(() => void start());
    expect(begun).toMatchObject({ added: 1, forgotten: 0, failures: [] });
    const told = lines(await next(() => write('b.txt', SECOND)));
    expect(told.join('\n')).toMatch(
      /cl-\w+: single-source → corroborated \(1 → 2\): new root .*Reuk.* \(.*b\.txt\) — .*tannery/,
    );
    const denied = lines(await next(() => write('c.txt', DENIAL)));
    expect(denied.join('\n')).toMatch(/corroborated → disputed .*denied by .*Lomar.* \(.*c\.txt\)/);
    const quiet = lines(await next(() => rmSync(join(folder, 'c.txt'))));
    expect(quiet.join('\n')).toMatch(/disputed → corroborated .*: .*Lomar.* denies it no more — .*tannery/);
  });

  it('works on a burst at once', async () => {
    await next(() => {
      write('a.txt', FIRST);
      void start(2000);
    });
    const told = await next(() => {
      write('b.txt', SECOND);
      write('c.txt', DENIAL);
    });
    expect(told.reduce((sum, b) => sum + b.added, 0)).toBe(2);
    expect(told).toHaveLength(1);
  });

  it('forgets what is removed, and reads again what is changed', async () => {
    write('a.txt', FIRST);
    write('b.txt', SECOND);
    await next(() => void start());
    const [removed] = await next(() => rmSync(join(folder, 'b.txt')));
    expect(removed).toMatchObject({ added: 0, forgotten: 1 });
    expect(lines([removed!]).join('\n')).toMatch(/corroborated → single-source .*Reuk.* is no root any more/);
    const [changed] = await next(() => write('a.txt', SECOND));
    expect(changed).toMatchObject({ added: 1, forgotten: 1 });
    expect(await files()).toEqual([join(folder, 'a.txt')]);
  });

  it('knows a renamed file by its new name, and forgets nothing of it', async () => {
    write('a.txt', FIRST);
    await next(() => void start());
    const told = await next(() => renameSync(join(folder, 'a.txt'), join(folder, 'z.txt')));
    expect(told.map((b) => [b.added, b.forgotten])).toEqual([[0, 0]]);
    expect(await files()).toEqual([join(folder, 'z.txt')]);
  });

  it('keeps an article of which another copy is left', async () => {
    write('a.txt', FIRST);
    write('b.txt', FIRST);
    await next(() => void start());
    const [removed] = await next(() => rmSync(join(folder, 'a.txt')));
    expect(removed).toMatchObject({ forgotten: 0 });
    expect(await files()).toEqual([join(folder, 'b.txt')]);
  });

  it('waits for a file that is still being written', async () => {
    write('a.txt', FIRST);
    await next(() => void start(2000));
    const half = SECOND.length / 2;
    const [grown] = await next(() => {
      write('b.txt', SECOND.slice(0, half));
      setTimeout(() => appendFileSync(join(folder, 'b.txt'), SECOND.slice(half)), 60);
    });
    expect(grown).toMatchObject({ added: 1, forgotten: 0 });
    expect(lines([grown!]).join('\n')).toContain('corroborated');
  });

  it('names a bad file and goes on; hidden files are passed over', async () => {
    write('a.txt', FIRST);
    await next(() => void start());
    const [bad] = await next(() => {
      write('.half.txt', SECOND);
      writeFileSync(join(folder, 'bad.txt'), Uint8Array.of(0, 1, 2, 0, 255, 254, 0, 7));
      mkdirSync(join(folder, 'more'));
      write('more/b.txt', SECOND);
    });
    expect(bad?.added).toBe(1);
    expect(bad?.failures.map((f) => f.file)).toEqual([join(folder, 'bad.txt')]);
  });

  it('follows no link, not even one in a circle', async () => {
    write('a.txt', FIRST);
    mkdirSync(join(folder, 'more'));
    symlinkSync('..', join(folder, 'more', 'round'));
    symlinkSync('../a.txt', join(folder, 'more', 'again.txt'));
    await next(() => void start());
    const [burst] = await next(() => {
      symlinkSync('.', join(folder, 'circle'));
      writeFileSync(join(folder, 'bad.txt'), Uint8Array.of(0, 1, 2, 0));
    });
    expect(burst?.failures.map((f) => f.file)).toEqual([join(folder, 'bad.txt')]);
    expect(await files()).toEqual([join(folder, 'a.txt')]);
  });

  it('reads what a folder given to ingest would have read: no pictures, nothing saved beside a page', async () => {
    write('a.txt', FIRST);
    await next(() => void start());
    const told = await next(() => {
      writeFileSync(join(folder, 'photo.jpg'), Uint8Array.of(0xff, 0xd8, 0xff, 0));
      mkdirSync(join(folder, 'page_files'));
      write('page_files/frame.html', '<p>The mayor resigned, police said.</p>');
      write('b.txt', SECOND);
    });
    expect(told.flatMap((b) => b.failures)).toEqual([]);
    expect(await files()).toEqual([join(folder, 'a.txt'), join(folder, 'b.txt')]);
  });

  it('counts what is kept without being analysed', async () => {
    write('a.txt', FIRST);
    await next(() => void start());
    const [burst] = await next(() =>
      write(
        'b.txt',
        'Verletzt wurde niemand, teilte die Polizei am Montag in Berlin mit, die Lage sei ruhig.',
      ),
    );
    expect(burst).toMatchObject({ added: 1, unanalysed: 1 });
  });
});
