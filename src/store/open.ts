/** A store by its location. */

import { EXIT, HearsayError } from '../errors.ts';
import { type Access, isNeo4j } from './neo4j/location.ts';
import type { Store } from './types.ts';

const SCHEME = /^([a-z][a-z0-9+.-]+):\/\//i;

/**
 * Opens the store at a location: the path of a file, or the address of a Neo4j server (`access` completes that). `create`: one on a
 * server is made in an empty database. Throws a
 * `HearsayError` where it cannot be reached.
 */
export async function openStore(location: string, access: Access = {}, create = true): Promise<Store> {
  if (isNeo4j(location)) {
    // Loaded when needed: most commands work on a file.
    const { openNeo4j } = await import('./neo4j/open.ts');
    return openNeo4j(location, access, create);
  }
  const scheme = SCHEME.exec(location)?.[1]?.toLowerCase();
  if (scheme !== undefined)
    throw new HearsayError(`${location}: stores of the kind ${scheme}:// are not supported`, {
      exitCode: EXIT.storeUnreachable,
      remedy:
        'give the path of a file, such as --store hearsay.db, or of a server, such as neo4j://localhost:7687',
    });
  if (location === '')
    throw new HearsayError('the store has no name', {
      exitCode: EXIT.usage,
      remedy: 'give the path of a file, such as --store hearsay.db',
    });
  const { openSqlite } = await import('./sqlite.ts');
  return openSqlite(location);
}
