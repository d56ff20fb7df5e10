// A thread that runs the network: the other end of `openThreads`.
import { parentPort, workerData } from 'node:worker_threads';
import { messageOf } from '../errors.ts';
import { openRuntime } from './runtime.ts';
import type { Answer, Ask, Start } from './threads.ts';

const { weights, backends }: Start = workerData;
const opening = openRuntime(weights, backends);

async function answerTo(question: Ask): Promise<Answer> {
  const runtime = await opening;
  if (question === 'open') return { value: runtime.backend };
  if (question !== 'close')
    return {
      value:
        'ids' in question
          ? await runtime.read(question.ids)
          : await runtime.rolesOf(question.states, question.length, question.marked),
    };
  await runtime.close();
  parentPort?.unref();
  return { value: null };
}

/** One after the other, so that answers come in the order of the questions. */
let last: Promise<void> = opening.then(
  () => {},
  () => {},
);
parentPort?.on('message', (question: Ask) => {
  last = last
    .then(() => answerTo(question))
    .catch((error: unknown): Answer => ({ error: messageOf(error) }))
    .then((answer) => parentPort?.postMessage(answer, handedOver(answer)));
});

/** What an answer holds is given away, not copied: nobody here looks at it again. */
function handedOver(answer: Answer): ArrayBuffer[] {
  if ('error' in answer || answer.value === null || typeof answer.value === 'string') return [];
  const arrays =
    answer.value instanceof Float32Array ? [answer.value] : [answer.value.cue, answer.value.states];
  return arrays.flatMap(({ buffer }) => (buffer instanceof ArrayBuffer ? [buffer] : []));
}
