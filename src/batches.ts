/** Streams in batches, worked on a little ahead of what is taken from them. */

/** Articles that an extractor is given at once: enough to keep it busy, few enough to lose little when the process ends. */
const BATCH = 8;

/** Batches worth having under way on this thread: while the network's threads end one, they have the next. */
export const AHEAD = 2;

/** Groups of up to `size` items, in order. */
export async function* batches<T>(items: AsyncIterable<T>, size = BATCH): AsyncGenerator<readonly T[]> {
  let batch: T[] = [];
  for await (const item of items) {
    batch.push(item);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/**
 * What `work` makes of each item, in the order of the items, with up to `atOnce()` under way. The first that fails ends it,
 * in its turn.
 */
export async function* ahead<T, R>(
  items: AsyncIterable<T>,
  atOnce: () => number,
  work: (item: T) => Promise<R>,
): AsyncGenerator<R> {
  const underWay: Promise<R>[] = [];
  for await (const item of items) {
    const next = work(item);
    // One that fails while another is waited for is told of in its turn.
    next.catch(() => {});
    underWay.push(next);
    for (let first = underWay[0]; first !== undefined && underWay.length >= atOnce(); first = underWay[0]) {
      yield await first;
      underWay.shift();
    }
  }
  for (const rest of underWay) yield await rest;
}
