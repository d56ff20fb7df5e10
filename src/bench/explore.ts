/** How quick every answer to the explorer's page is: of a store read whole, and of one too big for that. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Explore } from '../explore/api.ts';
import { openStoreSession } from '../explore/open.ts';
import { NO_FILTER } from '../explore/query.ts';
import { openStore } from '../store/open.ts';
import { percentiles, seconds, simulated, someClaims } from './parts.ts';

/** `sizes`: statements in the store. The least are read whole, as the command does it. */
export async function benchExplore(sizes: readonly number[] = [1_000, 20_000, 1_000_000]): Promise<void> {
  for (const statements of sizes) {
    const folder = mkdtempSync(join(tmpdir(), 'hearsay-bench-'));
    const store = await openStore(join(folder, 'store.db'));
    await store.writeGraph(simulated(statements), 1);
    const begin = performance.now();
    const session = await openStoreSession(store, 'bench');
    const first = async () => [await session.overview(), await session.claims(page(NO_FILTER))];
    const [overview] = await first();
    const opened = performance.now() - begin;
    const whole = overview !== undefined && 'whole' in overview && overview.whole;
    console.log(`${statements} statements, ${whole ? 'read whole' : 'read as needed'}`);
    console.log(`  opened, with overview and first claims: ${opened.toFixed(0)} ms`);
    const claims = await someClaims(store);
    for (const [name, ask] of Object.entries(questions(session, whole))) {
      const once = 1000 * (await seconds(() => ask(claims[0] ?? '')));
      console.log(`  ${name}: first ${once.toFixed(1)} ms, ${await percentiles(claims.slice(1, 31), ask)}`);
    }
    await store.close();
    rmSync(folder, { recursive: true });
  }
}

const page = (filter: typeof NO_FILTER) => ({ filter, order: 'weight', offset: 0, limit: 100 }) as const;

/** What the page asks, about a claim where it is about one. */
const questions = (
  session: Explore,
  whole: boolean,
): Readonly<Record<string, (claim: string) => Promise<unknown>>> => ({
  overview: () => session.overview(),
  'claims of a status': () => session.claims(page({ ...NO_FILTER, status: ['independence-open'] })),
  'claims with words': (claim) => session.claims(page({ ...NO_FILTER, text: claim })),
  ...(whole ? { 'claims of a kind': () => session.claims(page({ ...NO_FILTER, kind: ['Outlet'] })) } : {}),
  'chains of a claim': (claim) => session.claim(claim),
  'around a claim': (claim) => session.around(claim, 50),
  'network of 1000': () => session.network({ filter: NO_FILTER, kinds: [], limit: 1000 }),
  search: (claim) => session.search(claim, 20),
  questions: () => session.questions({ offset: 0, limit: 50 }),
});
