/** A thread that reads articles with the rules: the other end of `readersBeside`. */

import { parentPort } from 'node:worker_threads';
import type { Answer, Task } from './beside.ts';
import { messageOf } from './errors.ts';
import { readBatch } from './ingest.ts';
import { openStages } from './reading.ts';

const opening = openStages('rules');

parentPort?.on('message', async ({ number, articles }: Task) => {
  const answer = await opening
    .then((stages) => readBatch(articles, stages))
    .then((read): Answer => ({ number, read }))
    .catch((error: unknown): Answer => ({ number, error: messageOf(error) }));
  parentPort?.postMessage(answer);
});
