// How many articles there are to read, for telling how long it will take.
import { open } from 'node:fs/promises';
import { filesOf, isAddress } from './articles.ts';

/** Bytes of a JSON Lines file that are looked at; the rest is taken to be alike. */
const SAMPLE = 4 << 20;

/** About how many articles the inputs hold: one a file, one a line of JSON Lines. Null where nobody can know (standard input). */
export async function countArticles(inputs: readonly string[]): Promise<number | null> {
  if (inputs.includes('-')) return null;
  let count = 0;
  for (const input of inputs)
    if (isAddress(input)) count++;
    else
      for await (const file of filesOf(input))
        count +=
          typeof file === 'string' && file.toLowerCase().endsWith('.jsonl') ? await countLines(file) : 1;
  return count;
}

/** 1 where the file cannot be read: that is one failure. */
async function countLines(file: string): Promise<number> {
  try {
    const handle = await open(file);
    try {
      const { size } = await handle.stat();
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(Math.min(size, SAMPLE)));
      const lines = buffer.subarray(0, bytesRead).reduce((n, byte) => n + Number(byte === 10), 0);
      return Math.max(1, Math.round((lines * size) / Math.max(1, bytesRead)));
    } finally {
      await handle.close();
    }
  } catch {
    return 1;
  }
}
