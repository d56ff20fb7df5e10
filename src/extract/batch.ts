// Rows in batches of like length, so that little is padding and no batch holds the event loop for long.
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Head, Row, Runtime } from './runtime.ts';

/** Word pieces a batch: small enough to give the event loop a turn several times a second, padding included. */
const BATCH = 768;

/**
 * Tags every row; `take` gets each row's index and its logits (positions × tags, row-major), valid only during the call.
 * Rows of one length always meet in the same order, so the result does not depend on timing.
 */
export async function tagRows(
  runtime: Runtime,
  head: Head,
  rows: readonly Row[],
  tags: number,
  take: (row: number, logits: Float32Array) => void,
): Promise<void> {
  for (const batch of batches(rows)) {
    const { logits, width } = await runtime.run(
      head,
      batch.flatMap((r) => rows[r] ?? []),
    );
    batch.forEach((r, b) => {
      const from = b * width * tags;
      take(r, logits.subarray(from, from + (rows[r]?.ids.length ?? 0) * tags));
    });
    await nextTurn();
  }
}

/** Row indices by length, at most `BATCH` positions together (a longer row is alone). */
export function batches(rows: readonly Row[]): number[][] {
  const length = (r: number): number => rows[r]?.ids.length ?? 0;
  const order = rows.map((_, r) => r).sort((a, b) => length(b) - length(a) || a - b);
  const found: number[][] = [];
  let room = 0;
  for (const r of order) {
    const last = found.at(-1);
    if (last !== undefined && room >= length(last[0] ?? r)) last.push(r);
    else {
      found.push([r]);
      room = BATCH;
    }
    room -= length(found.at(-1)?.[0] ?? r);
  }
  return found;
}
