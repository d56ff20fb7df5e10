/** One store's content into another. */

import { batches } from './batches.ts';
import { EXIT, HearsayError } from './errors.ts';
import { settle } from './settle.ts';
import type { Store } from './store/types.ts';

/** Articles, or pairs of them, in one transaction. */
const BATCH = 100;

/**
 * Makes `to` hold what `from` holds: articles, what joins them, decisions, and the graph made from them. A copy that was cut off is
 * completed by another. Throws a `HearsayError` where `to` holds articles that `from` does not: nothing would join them.
 */
export async function copyStore(
  from: Store,
  to: Store,
  onProgress: (articles: number) => void = () => {},
): Promise<number> {
  await settle(from);
  await refuseOthers(from, to);
  let copied = 0;
  for await (const entries of batches(from.entries(), BATCH)) {
    await to.load(entries, []);
    copied += entries.length;
    onProgress(copied);
  }
  for await (const joined of batches(from.joined(), BATCH)) await to.load([], joined);
  for (const decision of await from.decisions()) await to.decide(decision);
  await to.writeGraph(await from.readGraph(), (await to.revision()).truth);
  return copied;
}

async function refuseOthers(from: Store, to: Store): Promise<void> {
  for await (const entries of batches(to.entries(), BATCH)) {
    const known = await from.has(entries.map((e) => e.article.id));
    if (known.size < entries.length)
      throw new HearsayError(`${to.location}: holds articles that ${from.location} does not`, {
        exitCode: EXIT.usage,
        remedy: 'copy into an empty store, or ingest the articles into this one',
      });
  }
}
