// Plain text: one article a file, with or without header lines.
import { toArticle } from './article.ts';
import { gather, TOO_LARGE } from './bytes.ts';
import { decode } from './decode.ts';
import type { ReadResult } from './types.ts';

export async function* readText(file: string, bytes: AsyncIterable<Uint8Array>): AsyncGenerator<ReadResult> {
  const whole = await gather(bytes);
  const decoded = whole === null ? { problem: TOO_LARGE } : decode(whole);
  yield 'problem' in decoded ? { file, message: decoded.problem } : toArticle(file, decoded.text);
}
