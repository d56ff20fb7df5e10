/** Where a server is and who logs in: from the location, the flags and the environment. */

import { readFileSync } from 'node:fs';
import { EXIT, HearsayError } from '../../errors.ts';

/** What completes a location. */
export interface Access {
  /** Default: NEO4J_DATABASE, else the server's home database. */
  readonly database?: string;
  /** A file whose first line is the password. Default: NEO4J_PASSWORD. */
  readonly passwordFile?: string;
}

export interface ServerLocation {
  readonly uri: string;
  readonly username: string;
  /** Null where none was given. */
  readonly password: string | null;
  /** Null: the server's home database. */
  readonly database: string | null;
}

const SCHEME = /^(neo4j|bolt)(\+s|\+ssc)?:/i;

export const isNeo4j = (location: string): boolean => SCHEME.test(location);

/** Reads a location such as `neo4j://host:7687`. Without a host (`neo4j://`) NEO4J_URI or NEO4J_ADDRESS names the server. */
export function serverLocation(
  location: string,
  access: Access,
  environment: Readonly<Record<string, string | undefined>>,
): ServerLocation {
  const given = /^[^:]+:(\/\/)?$/.test(location)
    ? environment.NEO4J_URI || environment.NEO4J_ADDRESS || 'neo4j://localhost:7687'
    : location;
  const url = URL.canParse(given) && isNeo4j(given) ? new URL(given) : null;
  if (url === null || url.hostname === '')
    throw usage(`${given}: is no address of a Neo4j server`, 'give one such as neo4j://localhost:7687');
  if (url.password !== '')
    throw usage(
      `${url.protocol}//${url.host}: a password in the location can be seen by others`,
      'set NEO4J_PASSWORD or give --password-file',
    );
  return {
    uri: `${url.protocol}//${url.host}`,
    username: decodeURIComponent(url.username) || environment.NEO4J_USERNAME || 'neo4j',
    password:
      access.passwordFile === undefined
        ? environment.NEO4J_PASSWORD || null
        : passwordIn(access.passwordFile),
    database: access.database ?? (environment.NEO4J_DATABASE || null),
  };
}

function passwordIn(file: string): string {
  try {
    return readFileSync(file, 'utf8').split(/\r?\n/, 1)[0] ?? '';
  } catch (cause) {
    throw new HearsayError(`${file}: cannot be read`, {
      exitCode: EXIT.usage,
      remedy: 'give --password-file a file with the password in its first line',
      cause,
    });
  }
}

const usage = (message: string, remedy: string) =>
  new HearsayError(message, { exitCode: EXIT.usage, remedy });
