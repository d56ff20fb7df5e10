/** Which request asks the explorer for what. */

import type { Explore } from './api.ts';
import { askedOf } from './asked.ts';
import { claimQueryOf, limitOf, networkQueryOf, pageOf } from './query.ts';

/** A request to the API, its path without `/api/`. */
export interface ApiRequest {
  readonly method: string;
  /** Decoded, in its parts. */
  readonly path: readonly string[];
  readonly params: URLSearchParams;
  /** Of a POST; empty else. */
  readonly body: string;
}

/** Methods that paths other than those of decisions know. */
const READING = 'GET';

/** The methods that a path knows; none where there is no such path. */
export function methodsOf([name = '', id, ...rest]: readonly string[]): readonly string[] {
  if (rest.length > 0) return [];
  if (name === 'decisions') return id === undefined ? [READING, 'POST'] : ['DELETE'];
  const known = id === undefined ? LISTS : ITEMS;
  return known.includes(name) ? [READING] : [];
}

const LISTS = ['overview', 'claims', 'network', 'path', 'search', 'questions'];
const ITEMS = ['claims', 'articles', 'around'];

/** Asks for what `methodsOf` knows. Null: there is no such thing. Malformed parameters and bodies are thrown as usage errors. */
export async function answer(explore: Explore, { method, path, params, body }: ApiRequest): Promise<unknown> {
  const [name, id] = path;
  if (id === undefined)
    switch (name) {
      case 'overview':
        return explore.overview();
      case 'claims':
        return explore.claims(claimQueryOf(params));
      case 'network':
        return explore.network(networkQueryOf(params));
      case 'path':
        return explore.path(params.get('from') ?? '', params.get('to') ?? '');
      case 'search':
        return explore.search((params.get('text') ?? '').slice(0, 200), limitOf(params, 20, 100));
      case 'questions':
        return explore.questions(pageOf(params));
      case 'decisions':
        return method === 'POST' ? explore.decide(askedOf(body)) : explore.decisions();
      default:
        return null;
    }
  switch (name) {
    case 'claims':
      return explore.claim(id);
    case 'articles':
      return explore.article(id);
    case 'around':
      return explore.around(id, limitOf(params, 50, 2000));
    case 'decisions':
      return explore.undo(id);
    default:
      return null;
  }
}
