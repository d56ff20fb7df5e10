import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EXIT, HearsayError } from '../../src/errors.ts';
import { openStore } from '../../src/store/open.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { MIGRATIONS } from '../../src/store/sqlite-schema.ts';
import { entry } from '../support/readings.ts';
import { storeContract } from './contract.ts';

let folder = '';
let count = 0;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hearsay-store-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const fresh = () => join(folder, `${count++}.db`);

storeContract('a SQLite file', async () => {
  const file = fresh();
  return { open: () => openStore(file), remove: async () => rmSync(file, { force: true }) };
});

/** What opening a location fails with. */
async function failure(location: string, patience?: number): Promise<HearsayError> {
  const error = await openSqlite(location, patience).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof HearsayError)) throw new Error(`expected a HearsayError, got ${String(error)}`);
  expect(error.line).toContain(location);
  expect(error.line).not.toContain('\n');
  expect(error.remedy).not.toBeNull();
  return error;
}

async function written(): Promise<string> {
  const file = fresh();
  const store = await openStore(file);
  for (let i = 0; i < 40; i++)
    await store.add({ ...entry(`a${i}`, [{ by: 'Lind', claims: ['fire'] }]), keys: [] }, () => []);
  await store.close();
  return file;
}

describe('a store file', () => {
  it('is refused where it is no database, and left as it is', async () => {
    const file = fresh();
    writeFileSync(file, 'Dear diary, this is no database. '.repeat(200));
    const before = readFileSync(file);
    expect((await failure(file)).message).toContain('is not a store');
    expect(readFileSync(file).equals(before)).toBe(true);
    expect(existsSync(`${file}-wal`)).toBe(false);
  });

  it('is refused where it is a database of another program, and left as it is', async () => {
    const file = fresh();
    const db = new Database(file);
    db.exec('CREATE TABLE diary (page TEXT)');
    db.close();
    const before = readFileSync(file);
    expect((await failure(file)).message).toContain('another program');
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it('is refused where a newer version wrote it', async () => {
    const file = await written();
    const db = new Database(file);
    db.pragma(`user_version = ${MIGRATIONS.length + 1}`);
    db.close();
    expect((await failure(file)).line).toMatch(/newer version.*update/);
  });

  it('is refused where it is damaged', async () => {
    const file = await written();
    const bytes = readFileSync(file);
    writeFileSync(file, bytes.fill(0xff, 100));
    expect((await failure(file)).message).toContain('is damaged');
    const short = await written();
    truncateSync(short, 4096);
    expect((await failure(short)).message).toContain('is damaged');
  });

  it('is refused where it is a folder, or in none', async () => {
    const directory = join(folder, 'directory.db');
    mkdirSync(directory);
    expect((await failure(directory)).exitCode).toBe(EXIT.storeUnreachable);
    expect((await failure(join(folder, 'nowhere', 'x.db'))).message).toContain('cannot be opened');
  });

  it('is waited for, and then said to be in use', async () => {
    const file = await written();
    const other = new Database(file);
    other.exec('BEGIN IMMEDIATE');
    const store = await openSqlite(file, 50);
    const adding = store.add({ ...entry('new', []), keys: [] }, () => []);
    await expect(adding).rejects.toThrow('is in use by another process');
    expect((await store.has(['a1'])).size).toBe(1);
    other.exec('ROLLBACK');
    expect(await store.add({ ...entry('new', []), keys: [] }, () => [])).toBe(true);
    other.close();
    await store.close();
  });

  it('of an older version is brought up to date where there is a step', async () => {
    const file = fresh();
    new Database(file).close();
    const store = await openStore(file);
    expect((await store.revision()).truth).toBe(0);
    await store.close();
    const db = new Database(file);
    expect(db.pragma('user_version')).toEqual([{ user_version: MIGRATIONS.length }]);
    expect(db.pragma('journal_mode')).toEqual([{ journal_mode: 'wal' }]);
    db.close();
  });

  it('can be copied when it is closed', async () => {
    const file = await written();
    const copy = fresh();
    copyFileSync(file, copy);
    const store = await openStore(copy);
    expect((await store.has(['a0', 'a39'])).size).toBe(2);
    await store.close();
  });

  it('is only a file, whatever its name looks like', async () => {
    for (const location of ['mysql://host', 'postgres://host/db', '']) {
      const error = await openStore(location).catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(HearsayError);
      expect((error as HearsayError).line).toMatch(/path of a file/);
    }
  });
});
