/** Making a file ready to be a store, or refusing it. */

import type Database from 'libsql';
import { EXIT, HearsayError } from '../errors.ts';
import { APPLICATION_ID, MIGRATIONS } from './sqlite-schema.ts';

const VERSION = MIGRATIONS.length;

/**
 * Sets the connection up, and brings a new or older file to this version in one transaction, so that of two processes that
 * open it at once one does it and the other finds it done. Leaves a file that is no store as it is.
 */
export function prepareFile(db: Database.Database, location: string, patience: number): void {
  db.pragma(`busy_timeout = ${patience}`);
  db.pragma('foreign_keys = ON');
  refuse(db, location);
  // Readers and one writer work side by side, and a killed process leaves whole transactions only.
  patiently(patience, () => db.pragma('journal_mode = WAL'));
  // In WAL mode NORMAL never harms the file. After a power cut the last articles may be missing; they are read again.
  db.pragma('synchronous = NORMAL');
  // Kibibytes of the file that are kept in memory: keys are written and looked up all over it.
  db.pragma('cache_size = -65536');
  // Pages: what is written again and again is moved into the file less often.
  db.pragma('wal_autocheckpoint = 10000');
  if (number(db, 'user_version') < VERSION) db.transaction(() => migrate(db, location)).immediate();
  // A file that lost its end shows here, before anything is built on it.
  db.prepare('SELECT truth FROM revision').all([]);
}

function refuse(db: Database.Database, location: string): void {
  const application = number(db, 'application_id');
  const version = number(db, 'user_version');
  const tables = db.prepare('SELECT name FROM sqlite_schema LIMIT 1').all([]);
  const empty = application === 0 && version === 0 && tables.length === 0;
  if (!empty && application !== APPLICATION_ID)
    throw new HearsayError(`${location}: is a database of another program`, {
      exitCode: EXIT.storeUnreachable,
      remedy: 'give another --store; this file was left as it is',
    });
  if (version > VERSION)
    throw new HearsayError(
      `${location}: was written by a newer version of hearsay (format ${version}, this one reads up to ${VERSION})`,
      { exitCode: EXIT.storeUnreachable, remedy: 'update hearsay, or give another --store' },
    );
}

function migrate(db: Database.Database, location: string): void {
  // Another process may have come first while this one waited for the lock.
  refuse(db, location);
  for (const step of MIGRATIONS.slice(number(db, 'user_version'))) db.exec(step);
  db.pragma(`application_id = ${APPLICATION_ID}`);
  db.pragma(`user_version = ${VERSION}`);
}

function number(db: Database.Database, pragma: string): number {
  const [row] = db.pragma(pragma) as readonly Record<string, number>[];
  return row?.[pragma] ?? 0;
}

/** Changing the journal's mode does not wait for a lock by itself. */
function patiently(milliseconds: number, action: () => void): void {
  const end = Date.now() + milliseconds;
  for (;;) {
    try {
      action();
      return;
    } catch (error) {
      const busy = error instanceof Error && 'code' in error && error.code === 'SQLITE_BUSY';
      if (!busy || Date.now() > end) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
    }
  }
}
