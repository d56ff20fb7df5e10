/** How an open SQLite file is asked: statements kept, transactions, errors that say which file they are about. */

import type Database from 'libsql';
import { explaining } from './sqlite-errors.ts';

/** Rows that are held at once while a whole table is read. */
const PAGE = 64;

/** Numbers among the values only pass through. */
export type Row = Readonly<Record<string, string>>;

export interface Session {
  /** Explains what goes wrong. */
  once<T>(action: () => T): T;
  /** In a transaction that nobody else writes in. */
  write<T>(action: () => T): T;
  /** All of it sees one state. */
  reading<T>(action: () => T): T;
  prepare(sql: string): Database.Statement;
  rows(sql: string, ...values: readonly unknown[]): Row[];
  /** How many rows that changed. */
  run(sql: string, ...values: readonly unknown[]): number;
  /** Rows in order of their key, a page at a time, so that nothing keeps the file busy between two of them. */
  paged(sql: string, ...key: readonly string[]): AsyncGenerator<Row>;
  /** What a person did, which nothing can compute again: it is on the disk before this returns. */
  durably<T>(action: () => T): T;
}

export function sessionOn(db: Database.Database, location: string): Session {
  const once = <T>(action: () => T): T => explaining(location, action);
  const statements = new Map<string, Database.Statement>();
  const prepare = (sql: string): Database.Statement => {
    const known = statements.get(sql) ?? db.prepare(sql);
    statements.set(sql, known);
    return known;
  };
  const rows = (sql: string, ...values: readonly unknown[]) => prepare(sql).all(values) as Row[];
  return {
    once,
    write: (action) => once(() => db.transaction(action).immediate()),
    reading: (action) => once(() => db.transaction(action).deferred()),
    prepare,
    rows,
    run: (sql, ...values) => prepare(sql).run(values).changes,
    async *paged(sql, ...key) {
      let last = key.map(() => '');
      for (;;) {
        const page = once(() => rows(sql, ...last, PAGE));
        yield* page;
        const end = page.at(-1);
        if (end === undefined) return;
        last = key.map((name) => end[name] ?? '');
      }
    },
    durably(action) {
      db.pragma('synchronous = FULL');
      try {
        return action();
      } finally {
        db.pragma('synchronous = NORMAL');
      }
    },
  };
}
