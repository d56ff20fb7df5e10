/** A store by its location. */

import { EXIT, HearsayError } from '../errors.ts';
import { openSqlite } from './sqlite.ts';
import type { Store } from './types.ts';

const SCHEME = /^([a-z][a-z0-9+.-]+):\/\//i;

/** Opens the store at a location: the path of a file. Throws a `HearsayError` where it cannot be reached. */
export async function openStore(location: string): Promise<Store> {
  const scheme = SCHEME.exec(location)?.[1]?.toLowerCase();
  if (scheme !== undefined)
    throw new HearsayError(`${location}: stores of the kind ${scheme}:// are not supported`, {
      exitCode: EXIT.storeUnreachable,
      remedy: 'give the path of a file, such as --store hearsay.db',
    });
  if (location === '')
    throw new HearsayError('the store has no name', {
      exitCode: EXIT.usage,
      remedy: 'give the path of a file, such as --store hearsay.db',
    });
  return openSqlite(location);
}
