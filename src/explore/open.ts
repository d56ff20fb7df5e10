/** A session on a store, read whole where it is small enough for that. */

import { settle } from '../settle.ts';
import type { Store } from '../store/types.ts';
import { groundOnStore, openSession, type Session } from './session.ts';
import { storedSession } from './stored/session.ts';

/** Statements up to which a store is read whole: everything can then be counted, filtered and searched. */
const WHOLE = 20_000;

/** `by`: who decides; `whole`: statements up to which all is read at once. */
export async function openStoreSession(store: Store, by: string, whole = WHOLE): Promise<Session> {
  await settle(store);
  const { labels } = await store.summary();
  return (labels.Statement ?? 0) <= whole ? openSession(groundOnStore(store), by) : storedSession(store, by);
}
