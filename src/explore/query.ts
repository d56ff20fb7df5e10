/** Queries as the parameters of an address, there and back. */

import { STATUSES } from '../corroborate/types.ts';
import { EXIT, HearsayError } from '../errors.ts';
import { ACTS } from '../extract/types.ts';
import { parseDay } from '../read/date.ts';
import { SOURCE_KINDS } from '../resolve/types.ts';
import { type ClaimQuery, type Filter, ORDERS, type Page } from './api/claims.ts';
import { type NetworkQuery, NODE_KINDS } from './api/network.ts';

/** Most characters of a word list, and most values of a list, that a query is read from. */
const LONGEST = 500;
const MANY = 200;

/** Only what narrows is written; lists as one parameter a value. */
export function filterParams(filter: Filter): URLSearchParams {
  const params = new URLSearchParams();
  if (filter.text !== '') params.set('text', filter.text);
  for (const name of ['status', 'kind', 'act', 'outlet'] as const)
    for (const value of filter[name]) params.append(name, value);
  for (const name of ['official', 'unnamed'] as const) if (filter[name]) params.set(name, 'yes');
  for (const name of ['from', 'to'] as const) {
    const day = filter[name];
    if (day !== null) params.set(name, day);
  }
  return params;
}

/** Throws a usage error that names the parameter which is none. */
export function filterOf(params: URLSearchParams): Filter {
  return {
    text: (params.get('text') ?? '').slice(0, LONGEST),
    status: listOf(params, 'status', STATUSES),
    kind: listOf(params, 'kind', SOURCE_KINDS),
    act: listOf(params, 'act', ACTS),
    outlet: params.getAll('outlet').slice(0, MANY),
    official: params.get('official') === 'yes',
    unnamed: params.get('unnamed') === 'yes',
    from: dayOf(params, 'from'),
    to: dayOf(params, 'to'),
  };
}

export const pageParams = ({ offset, limit }: Page): URLSearchParams =>
  new URLSearchParams({ offset: `${offset}`, limit: `${limit}` });

export const pageOf = (params: URLSearchParams): Page => ({
  offset: countOf(params, 'offset', 0, 0, Number.MAX_SAFE_INTEGER),
  limit: limitOf(params, 100, 500),
});

/** How many at most, from 1 on. */
export const limitOf = (params: URLSearchParams, usual: number, most: number): number =>
  countOf(params, 'limit', usual, 1, most);

export const claimParams = ({ filter, order, ...page }: ClaimQuery): URLSearchParams =>
  joined(filterParams(filter), new URLSearchParams({ order }), pageParams(page));

export const claimQueryOf = (params: URLSearchParams): ClaimQuery => ({
  filter: filterOf(params),
  order: listOf(params, 'order', ORDERS)[0] ?? 'weight',
  ...pageOf(params),
});

export function networkParams({ filter, kinds, limit }: NetworkQuery): URLSearchParams {
  const params = joined(filterParams(filter), new URLSearchParams({ limit: `${limit}` }));
  for (const kind of kinds) params.append('node', kind);
  return params;
}

export const networkQueryOf = (params: URLSearchParams): NetworkQuery => ({
  filter: filterOf(params),
  kinds: listOf(params, 'node', NODE_KINDS),
  limit: limitOf(params, 1000, 20_000),
});

const joined = (...all: readonly URLSearchParams[]): URLSearchParams =>
  new URLSearchParams(all.flatMap((params) => [...params]));

function listOf<T extends string>(params: URLSearchParams, name: string, values: readonly T[]): readonly T[] {
  return [...new Set(params.getAll(name))].map((given) => {
    const value = values.find((v) => v === given);
    if (value === undefined) throw malformed(name, `one of ${values.join(', ')}`);
    return value;
  });
}

function countOf(params: URLSearchParams, name: string, usual: number, least: number, most: number): number {
  const given = params.get(name);
  if (given === null) return usual;
  const n = /^\d{1,9}$/.test(given) ? Number(given) : Number.NaN;
  if (!(n >= least && n <= most)) throw malformed(name, `a number from ${least} to ${most}`);
  return n;
}

function dayOf(params: URLSearchParams, name: string): string | null {
  const given = params.get(name);
  if (given === null) return null;
  const day = parseDay(given);
  if (day === null) throw malformed(name, 'a day as YYYY-MM-DD');
  return day;
}

const malformed = (name: string, wanted: string): HearsayError =>
  new HearsayError(`${name} is not ${wanted}`, { exitCode: EXIT.usage });
