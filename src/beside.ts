/** Reading articles with the rules on other threads, while this one joins and keeps, or prints, what was read before. */

import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { AHEAD } from './batches.ts';
import type { Extraction } from './extract/types.ts';
import type { Article } from './read/types.ts';
import type { StoredArticle } from './store/types.ts';

/** Threads that make something of each article. */
export interface Beside<T> {
  /** Lists are given out in turn; the answer is as long as the list. */
  read(articles: readonly Article[]): Promise<readonly T[]>;
  /** Lists that are worth giving out at once; may grow. */
  readonly atOnce: number;
  close(): Promise<void>;
}

/** What each kind of thread makes of an article: all that it says for itself, or its attributions and relays. */
export interface Made {
  readonly reading: StoredArticle;
  readonly extraction: Extraction;
}
export type Job = keyof Made;

/** What goes to a thread and comes back from it. */
export interface Task {
  readonly number: number;
  readonly articles: readonly Article[];
}
export type Answer<T> =
  | { readonly number: number; readonly made: readonly T[] }
  | { readonly number: number; readonly error: string };

/** Articles after which it is worth starting other threads. */
const MANY = 50;

/** More read faster than one thread can keep or print. */
const MOST = 4;

/** Joining and keeping fill this thread: one for each of the other processors; null where there is none. */
export const readersBeside = (): Beside<StoredArticle> | null =>
  openBeside('reading', Math.min(MOST, availableParallelism() - 1));

/** Printing is little work: a thread for each processor; null where there is but one. */
export const extractorsBeside = (): Beside<Extraction> | null =>
  availableParallelism() < 2 ? null : openBeside('extraction', Math.min(MOST, availableParallelism()));

/** Reads `here` while there are few articles; the threads of `open`, where there are any, read what comes after. */
export function hereAndBeside<T>(here: Beside<T>['read'], open: () => Beside<T> | null): Beside<T> {
  let asked = 0;
  let threads: Beside<T> | null = null;
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

function openBeside<J extends Job>(job: J, count: number): Beside<Made[J]> | null {
  if (count < 1) return null;
  const waiting = new Map<number, { resolve(made: readonly Made[J][]): void; reject(error: Error): void }>();
  const fail = (error: Error) => {
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  const workers = Array.from({ length: count }, () => {
    const worker = new Worker(new URL('./beside-worker.js', import.meta.url), { workerData: job });
    worker.on('error', fail);
    worker.on('message', (answer: Answer<Made[J]>) => {
      const asked = waiting.get(answer.number);
      waiting.delete(answer.number);
      if ('error' in answer) asked?.reject(new Error(answer.error));
      else asked?.resolve(answer.made);
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
