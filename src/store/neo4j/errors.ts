/** What a Neo4j server or its driver complains of, in words for people. */

import { EXIT, type ExitCode, HearsayError } from '../../errors.ts';

/** Runs something on the server; its errors come out as one line with a remedy. */
export async function explaining<T>(location: string, action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (error) {
    throw explain(location, error);
  }
}

/** The code that the server or the driver gave an error, or nothing. */
export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

function explain(location: string, error: unknown): unknown {
  if (error instanceof HearsayError || !(error instanceof Error)) return error;
  if (/ClientError\.Statement\.(?!AccessMode)/.test(codeOf(error)))
    return new HearsayError(`the query is not understood: ${error.message.split('\n', 1)[0]}`, {
      exitCode: EXIT.usage,
      remedy: 'mend it and run it again',
      cause: error,
    });
  const found = PROBLEMS.find(([pattern]) => pattern.test(`${codeOf(error)} ${error.message}`));
  if (found === undefined) return error;
  const [, what, remedy, exitCode = EXIT.storeUnreachable] = found;
  return new HearsayError(`${location}: ${what}`, { exitCode, remedy, cause: error });
}

/** Matched against the code and the message, first match wins. Unreachable unless said otherwise. */
const PROBLEMS: readonly (readonly [pattern: RegExp, what: string, remedy: string, exitCode?: ExitCode])[] = [
  [
    /Statement\.AccessMode/,
    'queries may read, and this one writes',
    'use cypher-shell or Neo4j Browser for changes of your own',
    EXIT.usage,
  ],
  [
    /Security\.(Unauthorized|TokenExpired)/,
    'the server refuses this user or password',
    'set NEO4J_USERNAME and NEO4J_PASSWORD, or give --password-file',
  ],
  [
    /Security\.AuthenticationRateLimit/,
    'the server refused too many wrong passwords',
    'wait some seconds, then give the right one with NEO4J_PASSWORD or --password-file',
  ],
  [
    /Security\.CredentialsExpired/,
    'the password must be changed before it can be used',
    'change it in Neo4j Browser or cypher-shell',
  ],
  [
    /DatabaseNotFound|database does not exist/i,
    'there is no such database',
    'name one that is there with --database; SHOW DATABASES lists them',
  ],
  [
    /DatabaseUnavailable/,
    'the database is not running',
    'start it, or name another with --database; SHOW DATABASES says why',
  ],
  [
    /ReadOnly|read-only|Forbidden|NotALeader|AccessMode/i,
    'cannot be written by this user or on this server',
    'use a user and a server that may write; nothing was half-written',
    EXIT.failed,
  ],
  [
    /MemoryPool|OutOfMemory|MemoryLimit|memory/i,
    'the server has not enough memory for a transaction',
    'give it more (server.memory.heap.max_size, dbms.memory.transaction.total.max) and run the command again, which completes what is begun',
    EXIT.failed,
  ],
  [
    /HTTP/,
    'this is the port of its web pages',
    'give the port for Bolt, usually 7687, such as neo4j://localhost:7687',
  ],
  [
    /TLS|SSL|certificate|self.signed/i,
    'no encrypted connection came about',
    'use neo4j:// or bolt:// for a server without encryption, +ssc for one with a certificate of its own',
  ],
  [
    /routing table|routing/i,
    'the server cannot be reached, or does not say where its database is',
    'check that it runs and that the address is right; with a single server bolt:// may help',
  ],
  [
    /version|handshake|protocol|notification filters/i,
    'the server speaks another version of Bolt',
    'use Neo4j 5.26 or newer',
  ],
  [
    /ServiceUnavailable|SessionExpired|ECONN|ENOTFOUND|EAI_AGAIN|closed|timed? ?out/i,
    'the server cannot be reached',
    'check that it runs and that the address is right, then run the command again, which completes what is begun',
  ],
];
