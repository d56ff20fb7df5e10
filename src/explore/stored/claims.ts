/** The claim list of a store that is too big to be read whole. */

import { STATUSES, type Status } from '../../corroborate/types.ts';
import { EXIT, HearsayError } from '../../errors.ts';
import type { GraphNode } from '../../graph/types.ts';
import type { Store } from '../../store/types.ts';
import type { ClaimPage, ClaimQuery, Filter } from '../api/claims.ts';
import { storedRow } from './rows.ts';

/** Claims to which a page may reach at most. */
const FARTHEST = 10_000;

/** Statuses one after the other, each with most carriers first. Throws a usage error for a filter by anything else than status and text. */
export async function storedPage(store: Store, query: ClaimQuery): Promise<ClaimPage> {
  const { filter, offset, limit } = query;
  const found = await firstClaims(store, filter, offset + limit + 1);
  const rows = found.slice(offset, offset + limit).map(storedRow);
  const next = offset + limit;
  return {
    total: filter.text === '' ? await counted(store, filter.status) : null,
    offset,
    rows,
    next: found.length > next ? next : null,
  };
}

/** Up to `limit` claims that pass the filter. */
export async function firstClaims(
  store: Store,
  filter: Filter,
  limit: number,
): Promise<readonly GraphNode[]> {
  refuseOthers(filter);
  const found: GraphNode[] = [];
  const most = Math.min(limit, FARTHEST);
  const lists: readonly (Status | null)[] = filter.status.length === 0 ? [null] : filter.status;
  for (const status of lists) {
    let after: string | null = null;
    do {
      const page = await store.listClaims({
        ...(status === null ? {} : { status }),
        ...(filter.text === '' ? {} : { text: filter.text }),
        ...(after === null ? {} : { after }),
        limit: Math.min(500, most - found.length),
      });
      found.push(...page.claims);
      after = page.next;
    } while (after !== null && found.length < most);
    if (found.length >= most) break;
  }
  return found;
}

async function counted(store: Store, statuses: readonly Status[]): Promise<number> {
  const { statuses: counts } = await store.summary();
  return (statuses.length === 0 ? STATUSES : statuses).reduce((n, status) => n + (counts[status] ?? 0), 0);
}

function refuseOthers({ text: _, status: __, ...others }: Filter): void {
  const asked = Object.entries(others).find(([, value]) => (Array.isArray(value) ? value.length > 0 : value));
  if (asked)
    throw new HearsayError(`this store is too big to be filtered by ${asked[0]}`, {
      exitCode: EXIT.usage,
      remedy: 'filter by text or status',
    });
}
