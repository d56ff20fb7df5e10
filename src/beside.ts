/** Reading articles on other threads, while this one joins and keeps what was read before. */

import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { AHEAD } from './batches.ts';
import type { Article } from './read/types.ts';
import type { StoredArticle } from './store/types.ts';

export interface Beside {
  /** Lists are given out in turn; the answer is as long as the list. */
  read(articles: readonly Article[]): Promise<readonly StoredArticle[]>;
  /** Lists that are worth giving out at once; may grow. */
  readonly atOnce: number;
  close(): Promise<void>;
}

/** What goes to a thread and comes back from it. */
export interface Task {
  readonly number: number;
  readonly articles: readonly Article[];
}
export type Answer =
  | { readonly number: number; readonly read: readonly StoredArticle[] }
  | { readonly number: number; readonly error: string };

/** Articles after which it is worth starting other threads. */
const MANY = 100;

/** More read faster than one thread can keep. */
const MOST = 3;

/** Reads `here` while there are few articles; the threads of `open`, where there are any, read what comes after. */
export function hereAndBeside(here: Beside['read'], open: () => Beside | null): Beside {
  let asked = 0;
  let threads: Beside | null = null;
  return {
    get atOnce() {
      return threads?.atOnce ?? AHEAD;
    },
    read: (articles) => {
      if (asked < MANY && asked + articles.length >= MANY) threads = open();
      asked += articles.length;
      return threads === null || articles.length === 0 ? here(articles) : threads.read(articles);
    },
    close: async () => {
      await threads?.close();
    },
  };
}

/** As many threads as there are processors beside this one's, that read with the rules; null where there is no other processor. */
export function readersBeside(): Beside | null {
  const count = Math.min(MOST, availableParallelism() - 1);
  if (count < 1) return null;
  const waiting = new Map<
    number,
    { resolve(read: readonly StoredArticle[]): void; reject(error: Error): void }
  >();
  const fail = (error: Error) => {
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  const workers = Array.from({ length: count }, () => {
    const worker = new Worker(new URL('./beside-worker.js', import.meta.url));
    worker.on('error', fail);
    worker.on('message', (answer: Answer) => {
      const asked = waiting.get(answer.number);
      waiting.delete(answer.number);
      if ('error' in answer) asked?.reject(new Error(answer.error));
      else asked?.resolve(answer.read);
    });
    return worker;
  });
  let tasks = 0;
  return {
    atOnce: count + 1,
    read: (articles) =>
      new Promise((resolve, reject) => {
        const task: Task = { number: tasks++, articles };
        waiting.set(task.number, { resolve, reject });
        workers[task.number % count]?.postMessage(task);
      }),
    close: async () => {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}
