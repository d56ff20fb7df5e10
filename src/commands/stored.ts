/** A store, open for as long as a command needs it. */

import { existsSync } from 'node:fs';
import { EXIT, HearsayError } from '../errors.ts';
import { fromBatch } from '../graph/from-batch.ts';
import type { KnowledgeGraph } from '../graph/types.ts';
import { settle } from '../settle.ts';
import { openStore } from '../store/open.ts';
import type { Store } from '../store/types.ts';
import type { StoreOptions } from './options.ts';

/** Runs an action on the store and closes it, whatever happens. `create`: a file that is not there is made. */
export async function withStore<T>(
  options: StoreOptions,
  create: boolean,
  action: (store: Store) => Promise<T>,
): Promise<T> {
  const { store: location } = options;
  if (!create && !location.includes('://') && !existsSync(location))
    throw new HearsayError(`${location}: there is no store`, {
      exitCode: EXIT.storeUnreachable,
      remedy: 'run hearsay ingest FILE… first, or name another with --store',
    });
  const store = await openStore(location, options, create);
  try {
    return await action(store);
  } finally {
    await store.close();
  }
}

/** The graph of what the store holds now: brought up to date where a command was cut off before it could. */
export async function currentGraph(store: Store): Promise<KnowledgeGraph> {
  await settle(store);
  return fromBatch(await store.readGraph());
}

export const storedGraph = (options: StoreOptions): Promise<KnowledgeGraph> =>
  withStore(options, false, currentGraph);
