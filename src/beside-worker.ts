/** A thread that reads articles with the rules: the other end of `readersBeside` and `extractorsBeside`. */

import { parentPort, workerData } from 'node:worker_threads';
import type { Answer, Job, Made, Task } from './beside.ts';
import { messageOf } from './errors.ts';
import { readBatch, type Stages } from './ingest.ts';
import type { Article } from './read/types.ts';
import { openStages } from './reading.ts';

const job: Job = workerData;
const opening = openStages('rules');

const make = (articles: readonly Article[], stages: Stages): Promise<readonly Made[Job][]> =>
  job === 'reading' ? readBatch(articles, stages) : stages.extractor.extract(articles.map(stages.toDocument));

parentPort?.on('message', async ({ number, articles }: Task) => {
  const answer = await opening
    .then((stages) => make(articles, stages))
    .then((made): Answer<Made[Job]> => ({ number, made }))
    .catch((error: unknown): Answer<Made[Job]> => ({ number, error: messageOf(error) }));
  parentPort?.postMessage(answer);
});
