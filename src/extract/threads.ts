// Running the network on threads of its own: this one stays free, and every processor reads a window of its own.
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Weights } from './model.ts';
import { BACKENDS, type Backend, openRuntime, type Reading, type Runtime } from './runtime.ts';

/** What a thread begins with. */
export interface Start {
  readonly weights: Weights;
  readonly backends: readonly Backend[];
}
/** What a thread is asked: to read a window, to find the roles of a cue in it. */
export type Ask =
  | 'open'
  | { readonly ids: Int32Array }
  | { readonly states: Float32Array; readonly length: number; readonly marked: readonly number[] }
  | 'close';
/** Its answer, one to each question, in their order: what runs the network, what was asked for, or why not. */
export type Answer = { readonly value: Value } | { readonly error: string };
export type Value = Backend | Reading | Float32Array | null;

/** Each thread has the weights for itself, on WASM a whole runtime of 200 MB: more would cost more memory than they are worth. */
const MOST = { node: 4, wasm: 2 } as const;

/** Windows that wait for each thread, so that none is idle while this one is busy. */
const WAITING = 8;

/** Node starts threads from JavaScript alone: run from its sources, as in tests, the program has but this one. */
const COMPILED = import.meta.url.endsWith('.js');

/**
 * A thread for each of the processors, or this one where there is but one; ready once one of them is. Throws where no ONNX
 * runtime can load the weights.
 */
export async function openThreads(
  weights: Weights,
  backends: readonly Backend[] = BACKENDS,
  processors = availableParallelism(),
): Promise<Runtime> {
  if (!COMPILED || processors === 1) return openRuntime(weights, backends);
  const start = () => startThread({ weights, backends });
  // As many as the backend that there is is worth, which shows once one is open. The others join when they are open too: what
  // is read meanwhile need not wait for them, and does without one that cannot open.
  const first = start();
  const backend = await first.open();
  const threads = [first];
  const count = Math.min(processors, MOST[backend]);
  const joining = Array.from({ length: count - 1 }, start).map((thread) =>
    thread.open().then(
      () => void threads.push(thread),
      () => {},
    ),
  );
  return {
    backend,
    atOnce: count * WAITING,
    read: (ids) => leastBusy(threads).read(ids),
    rolesOf: (...question) => leastBusy(threads).rolesOf(...question),
    close: async () => {
      await Promise.all(joining);
      await Promise.all(threads.map(({ close }) => close()));
    },
  };
}

interface Thread {
  /** Word pieces that it has still to read. */
  readonly waiting: () => number;
  readonly open: () => Promise<Backend>;
  readonly read: Runtime['read'];
  readonly rolesOf: Runtime['rolesOf'];
  readonly close: () => Promise<void>;
}

const leastBusy = (threads: readonly Thread[]): Thread =>
  threads.reduce((best, each) => (each.waiting() < best.waiting() ? each : best));

function startThread(start: Start): Thread {
  const worker = new Worker(new URL('./threads-worker.js', import.meta.url), { workerData: start });
  const asked: { readonly answer: (answer: Answer) => void; readonly fail: (error: Error) => void }[] = [];
  let waiting = 0;
  let broken: Error | null = null;
  worker.on('message', (answer: Answer) => {
    asked.shift()?.answer(answer);
    if (asked.length === 0) worker.unref();
  });
  worker.on('error', (error) => {
    broken = error;
    for (const { fail } of asked.splice(0)) fail(error);
  });
  const ask = (question: Ask): Promise<Value> =>
    new Promise((resolve, reject) => {
      if (broken !== null) {
        reject(broken);
        return;
      }
      worker.ref();
      asked.push({
        answer: (answer) => ('error' in answer ? reject(new Error(answer.error)) : resolve(answer.value)),
        fail: reject,
      });
      worker.postMessage(question);
    });
  const busy = (pieces: number, question: Ask): Promise<Value> => {
    waiting += pieces;
    return ask(question).finally(() => {
      waiting -= pieces;
    });
  };
  return {
    waiting: () => waiting,
    open: async () => ((await ask('open')) === 'wasm' ? 'wasm' : 'node'),
    read: async (ids) => {
      const reading = await busy(ids.length, { ids });
      if (isReading(reading)) return reading;
      throw new Error('openThreads: a thread that was asked to read a window answered something else');
    },
    rolesOf: async (states, length, marked) => {
      const logits = await busy(length, { states, length, marked });
      if (logits instanceof Float32Array) return logits;
      throw new Error('openThreads: a thread that was asked for roles answered something else');
    },
    close: async () => {
      await ask('close');
    },
  };
}

const isReading = (value: Value): value is Reading =>
  typeof value === 'object' && value !== null && 'states' in value;
