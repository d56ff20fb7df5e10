// Working on many things at once, but not on all.
import { setImmediate as nextTurn } from 'node:timers/promises';

/** `work` on each item, at most `atOnce` under way, results in the order of the items, a turn of the event loop after each. */
export async function mapSome<T, R>(
  items: readonly T[],
  atOnce: number,
  work: (item: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  const left = items.entries();
  const worker = async (): Promise<void> => {
    for (const [index, item] of left) {
      results[index] = await work(item);
      await nextTurn();
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return results;
}
