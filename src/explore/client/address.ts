/** State ↔ the fragment of the address. What is as at the start is left out; what makes no sense is read as the start. */

import { STATUSES } from '../../corroborate/types.ts';
import { ACTS } from '../../extract/types.ts';
import { SOURCE_KINDS } from '../../resolve/types.ts';
import { type Filter, NO_FILTER, ORDERS } from '../api/claims.ts';
import { NODE_KINDS } from '../api/network.ts';
import { START, type State, VIEWS } from './state.ts';

/** Longest list of anything that an address is let to name. */
const MOST = 50;
/** Longest single value. */
const LONGEST = 400;

/** `view=chain&claim=cl-…`, without "#". The empty text for the start. */
export function toAddress(state: State): string {
  const { filter } = state;
  const pairs: readonly (readonly [string, string | null])[] = [
    ['view', state.view === START.view ? null : state.view],
    ['claim', state.claim],
    ['picked', state.picked],
    ['article', state.article],
    ['mention', state.mention],
    ['q', filter.text],
    ['status', filter.status.join(',')],
    ['kind', filter.kind.join(',')],
    ['act', filter.act.join(',')],
    ['outlet', filter.outlet.join(',')],
    ['official', filter.official ? '1' : null],
    ['unnamed', filter.unnamed ? '1' : null],
    ['from', filter.from],
    ['to', filter.to],
    ['order', state.order === START.order ? null : state.order],
    ['show', state.kinds.join(',')],
    ['path', state.path.join(',')],
    ['expanded', state.expanded.join(',')],
  ];
  return new URLSearchParams(
    pairs.filter((pair): pair is [string, string] => pair[1] !== null && pair[1] !== ''),
  ).toString();
}

/** Reads any text; `toAddress` is undone but for lists and words beyond all measure. */
export function fromAddress(fragment: string): State {
  const params = new URLSearchParams(fragment.replace(/^#/, ''));
  const text = (name: string): string | null => params.get(name)?.slice(0, LONGEST) || null;
  const list = (name: string): readonly string[] =>
    (params.get(name) ?? '')
      .split(',', MOST)
      .map((v) => v.slice(0, LONGEST))
      .filter((v) => v !== '');
  const one = <T extends string>(name: string, known: readonly T[], otherwise: T): T =>
    known.find((k) => k === params.get(name)) ?? otherwise;
  const some = <T extends string>(name: string, known: readonly T[]): readonly T[] => {
    const wanted = new Set(list(name));
    return known.filter((k) => wanted.has(k));
  };
  const day = (name: string) => (/^\d{4}-\d\d-\d\d$/.test(params.get(name) ?? '') ? params.get(name) : null);
  const filter: Filter = {
    text: text('q') ?? NO_FILTER.text,
    status: some('status', STATUSES),
    kind: some('kind', SOURCE_KINDS),
    act: some('act', ACTS),
    outlet: list('outlet'),
    official: params.get('official') === '1',
    unnamed: params.get('unnamed') === '1',
    from: day('from'),
    to: day('to'),
  };
  return {
    view: one('view', VIEWS, START.view),
    claim: text('claim'),
    picked: text('picked'),
    article: text('article'),
    mention: text('mention'),
    filter,
    order: one('order', ORDERS, START.order),
    kinds: some('show', NODE_KINDS),
    path: list('path').slice(0, 2),
    expanded: list('expanded'),
  };
}
