/** Transactions on a Neo4j server. */

import type { Driver, ManagedTransaction } from 'neo4j-driver';
import neo4j from 'neo4j-driver';
import { cypher } from './cypher.ts';
import { explaining } from './errors.ts';

export type Row = Readonly<Record<string, unknown>>;

/** Sends the statement of this name with these parameters; gives its rows. */
export type Run = (
  statement: string,
  parameters?: Readonly<Record<string, unknown>>,
) => Promise<readonly Row[]>;

export interface Client {
  readonly driver: Driver;
  /** As the user named it, for messages. */
  readonly location: string;
  /** In one transaction, tried again with back-off for half a minute where the server was away or transactions met. */
  read<T>(action: (run: Run) => Promise<T>): Promise<T>;
  write<T>(action: (run: Run) => Promise<T>): Promise<T>;
  /** All rows of somebody's own query, which may only read. */
  query(
    text: string,
    parameters: Readonly<Record<string, unknown>>,
  ): Promise<{ readonly keys: readonly string[]; readonly rows: readonly Row[] }>;
  /** Rows one by one, as they come. */
  stream(statement: string, parameters?: Readonly<Record<string, unknown>>): AsyncIterable<Row>;
}

export function clientOf(driver: Driver, location: string, database: string | null): Client {
  // What one session wrote the next one reads, also in a cluster.
  const bookmarkManager = neo4j.bookmarkManager();
  const session = (mode: 'READ' | 'WRITE') =>
    driver.session({
      bookmarkManager,
      defaultAccessMode: mode,
      fetchSize: 5000,
      ...(database === null ? {} : { database }),
    });
  const within = <T>(mode: 'READ' | 'WRITE', action: (run: Run) => Promise<T>) =>
    explaining(location, async () => {
      const open = session(mode);
      try {
        const work = (transaction: ManagedTransaction) => action(runIn(transaction));
        return mode === 'READ' ? await open.executeRead(work) : await open.executeWrite(work);
      } finally {
        await open.close();
      }
    });
  return {
    driver,
    location,
    read: (action) => within('READ', action),
    write: (action) => within('WRITE', action),
    query: (text, parameters) =>
      explaining(location, async () => {
        const open = session('READ');
        try {
          const { records } = await open.executeRead((transaction) => transaction.run(text, parameters));
          return { keys: records[0]?.keys.map(String) ?? [], rows: records.map((r) => r.toObject()) };
        } finally {
          await open.close();
        }
      }),
    async *stream(statement, parameters = {}) {
      const open = session('READ');
      const rows = open.run(cypher(statement), parameters)[Symbol.asyncIterator]();
      try {
        for (;;) {
          const next = await explaining(location, () => rows.next());
          if (next.done === true) return;
          yield next.value.toObject();
        }
      } finally {
        await open.close();
      }
    },
  };
}

const runIn =
  (transaction: ManagedTransaction): Run =>
  async (statement, parameters = {}) => {
    const { records } = await transaction.run(cypher(statement), parameters);
    return records.map((record) => record.toObject());
  };
