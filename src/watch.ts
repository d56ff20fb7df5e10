/** Folders and a store that follows them: what appears is read in, what changes is read again, what goes is forgotten. */

import { existsSync, lstatSync } from 'node:fs';
import { isAbsolute, relative, sep } from 'node:path';
import { watch as observe } from 'chokidar';
import { assessAll } from './corroborate/assess.ts';
import { toEvidence } from './graph/evidence.ts';
import { fromBatch } from './graph/from-batch.ts';
import type { GraphBatch } from './graph/types.ts';
import { ingest, type Stages } from './ingest.ts';
import { isArticleFile } from './read/articles.ts';
import { isFailure, type ReadFailure, type ReadResult } from './read/types.ts';
import { type Happening, happenings } from './report/happenings.ts';
import { settleComparing } from './settle.ts';
import type { Store } from './store/types.ts';

/** What one burst of changes in the folders came to. */
export interface Burst {
  readonly added: number;
  readonly forgotten: number;
  /** Of those added, in languages that are not analysed. */
  readonly unanalysed: number;
  readonly failures: readonly ReadFailure[];
  readonly happenings: readonly Happening[];
}

export interface Watching {
  readonly folders: readonly string[];
  readonly store: Store;
  readonly stages: Stages;
  /** The articles of one file. */
  readonly read: (file: string) => AsyncIterable<ReadResult>;
  readonly onBurst: (burst: Burst) => void | Promise<void>;
  /** Ends the watch, after the burst that is being worked on. */
  readonly signal: AbortSignal;
  /** Milliseconds in which nothing may change before a burst is worked on; a file that grew in the last half of it is not read yet. Default 1000. */
  readonly quiet?: number;
}

/** Follows the folders until the signal; the files that are there at first are the first burst. Throws what the store throws. */
export async function watchFolders(watching: Watching): Promise<void> {
  const { folders, signal, quiet = 1000 } = watching;
  const waiting = new Set<string>();
  const { changed, nextBurst, wake } = quietly(quiet);
  const watcher = observe([...folders], {
    ignored: (path) => isPassedOver(path, folders),
    awaitWriteFinish: { stabilityThreshold: quiet / 2, pollInterval: quiet / 10 },
  });
  const note = (file: string) => {
    waiting.add(file);
    changed();
  };
  watcher.on('add', note).on('change', note).on('unlink', note);
  // What cannot be watched shows when it is read.
  watcher.on('error', () => {});
  signal.addEventListener('abort', wake);
  const known: Known = new Map();
  try {
    while (await nextBurst(signal)) {
      const files = [...waiting].sort();
      waiting.clear();
      if (files.length > 0) await watching.onBurst(await follow(watching, known, files));
    }
  } finally {
    await watcher.close();
  }
}

/**
 * What a folder holds beside articles: what programs keep for themselves or have not finished, what a browser saves beside a page,
 * and links, which may lead in a circle.
 */
const isPassedOver = (path: string, folders: readonly string[]): boolean =>
  folders
    .map((folder) => relative(folder, path))
    .filter((inside) => inside !== '' && !inside.startsWith('..') && !isAbsolute(inside))
    .some((inside) => {
      const parts = inside.split(sep);
      return (
        parts.some((part) => part.startsWith('.') || part.endsWith('~')) ||
        parts.slice(0, -1).some((part) => part.endsWith('_files')) ||
        lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true
      );
    });

/** Waits for changes, and then until there are none for a while. */
function quietly(milliseconds: number) {
  let [any, last] = [false, 0];
  let wakeUp = () => {};
  const sleep = (time: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, time);
      wakeUp = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  return {
    changed(): void {
      if (!any) wakeUp();
      any = true;
      last = Date.now();
    },
    wake: () => wakeUp(),
    async nextBurst(signal: AbortSignal): Promise<boolean> {
      while (!any && !signal.aborted) await sleep(60_000);
      while (!signal.aborted && Date.now() - last < milliseconds)
        await sleep(milliseconds - (Date.now() - last));
      any = false;
      return !signal.aborted;
    },
  };
}

/** Ids of the articles that each file holds. */
type Known = Map<string, ReadonlySet<string>>;

/** Brings the store to what the files hold now, and says what that changed. */
async function follow(
  { store, stages, read }: Watching,
  known: Known,
  files: readonly string[],
): Promise<Burst> {
  const removed = files.filter((file) => !existsSync(file));
  const dropped = removed.flatMap((file) => [...(known.get(file) ?? [])]);
  for (const file of removed) known.delete(file);
  for (const id of dropped) await store.forget(id);
  // A copy of it that is left is read again, under its own name.
  const copies = [...known].filter(([, ids]) => dropped.some((id) => ids.has(id))).map(([file]) => file);
  const there = [...new Set([...files.filter((file) => !removed.includes(file)), ...copies])];
  const before: Known = new Map(known);
  const { added, unanalysed, failures } = await ingest(reading(there, read, known), store, stages);
  const held = new Set([...known.values()].flatMap((ids) => [...ids]));
  const old = there.flatMap((file) => [...(before.get(file) ?? [])]).filter((id) => !held.has(id));
  for (const id of old) await store.forget(id);
  const changed = await settleComparing(store);
  // What only has another name is read again, and is not new.
  const renamed = new Set(dropped.filter((id) => held.has(id))).size;
  return {
    added: Math.max(0, added - renamed),
    unanalysed,
    forgotten: new Set([...dropped, ...old].filter((id) => !held.has(id))).size,
    failures,
    happenings: happenings(assessed(changed.before), assessed(changed.after)),
  };
}

/** What the files hold, noted down as it is read. */
async function* reading(
  files: readonly string[],
  read: Watching['read'],
  known: Known,
): AsyncGenerator<ReadResult> {
  for (const file of files) {
    const ids = new Set<string>();
    if (await isArticleFile(file))
      for await (const result of read(file)) {
        if (!isFailure(result)) ids.add(result.id);
        yield result;
      }
    known.set(file, ids);
  }
}

function assessed(batch: GraphBatch) {
  const graph = fromBatch(batch);
  return { graph, assessments: new Map(assessAll(toEvidence(graph))) };
}
