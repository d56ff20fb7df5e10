/** How quick every answer to the explorer's page is: of a store read whole, and of one too big for that. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NO_FILTER } from '../explore/api/claims.ts';
import type { Explore } from '../explore/api.ts';
import { openStoreSession } from '../explore/open.ts';
import { openStore } from '../store/open.ts';
import { cpuSeconds } from './meter.ts';
import { simulated, someClaims } from './parts.ts';

/** `sizes`: statements in the store. The least are read whole, as the command does it. */
export async function benchExplore(sizes: readonly number[] = [1_000, 20_000, 1_000_000]): Promise<void> {
  for (const statements of sizes) {
    const folder = mkdtempSync(join(tmpdir(), 'hearsay-bench-'));
    const store = await openStore(join(folder, 'store.db'));
    await store.writeGraph(simulated(statements), 1);
    const [session, opened] = await metered(async () => {
      const open = await openStoreSession(store, 'bench');
      await open.overview();
      await open.claims(page(NO_FILTER));
      return open;
    });
    const { whole } = await session.overview();
    console.log(`${statements} statements, ${whole ? 'read whole' : 'read as needed'}; CPU ms`);
    console.log(`  opened, with overview and first claims: ${opened.toFixed(0)}`);
    const [first = '', ...claims] = (await someClaims(store)).slice(0, 1 + TIMES);
    for (const [name, ask] of Object.entries(questions(session, whole))) {
      const [, once] = await metered(() => ask(first));
      let others = 0;
      for (const claim of claims) others += (await metered(() => ask(claim)))[1];
      console.log(`  ${name}: at first ${once.toFixed(1)}, then ${(others / claims.length).toFixed(1)}`);
    }
    await store.close();
    rmSync(folder, { recursive: true });
  }
}

/** Claims that are asked about after the first. */
const TIMES = 30;

/** With the CPU milliseconds of the whole process: what else the machine does shows less in them than in the clock. */
async function metered<T>(action: () => Promise<T>): Promise<readonly [value: T, cpu: number]> {
  const before = cpuSeconds();
  const value = await action();
  return [value, 1000 * (cpuSeconds() - before)];
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
