/** What SQLite complains of, in words for people. */

import { EXIT, type ExitCode, HearsayError } from '../errors.ts';

/** Runs something on the store at a location; SQLite's errors come out as one line with a remedy. */
export function explaining<T>(location: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    throw explain(location, error);
  }
}

function explain(location: string, error: unknown): unknown {
  if (error instanceof HearsayError || !(error instanceof Error)) return error;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const found = PROBLEMS.find(([pattern]) => pattern.test(code) || pattern.test(error.message));
  if (found === undefined) return error;
  const [, what, remedy, exitCode = EXIT.storeUnreachable] = found;
  return new HearsayError(`${location}: ${what}`, { exitCode, remedy, cause: error });
}

/** Matched against the code, then the message (opening fails without a code). Unreachable unless said otherwise. */
const PROBLEMS: readonly (readonly [pattern: RegExp, what: string, remedy: string, exitCode?: ExitCode])[] = [
  [
    /^SQLITE_(BUSY|LOCKED)/,
    'is in use by another process',
    'wait until that has ended and run the command again',
  ],
  [/^SQLITE_NOTADB/, 'is not a store of this program', 'give another --store; this file was left as it is'],
  [/^SQLITE_CORRUPT/, 'is damaged', 'restore it from a copy, or ingest the articles into a new --store'],
  [/^SQLITE_READONLY/, 'cannot be written', 'check its permissions and those of its folder', EXIT.failed],
  [
    /^SQLITE_FULL/,
    'does not fit on the disk',
    'free some space and run the command again; nothing was half-written',
    EXIT.failed,
  ],
  [/^SQLITE_IOERR/, 'cannot be read or written', 'check the disk, then run the command again', EXIT.failed],
  [
    /^SQLITE_CANTOPEN|Unable to open/,
    'cannot be opened',
    'check that its folder exists and that the file may be read and written',
  ],
];
