// Plain text: one article a file, with or without header lines.
import { toArticle } from './article.ts';
import { decode } from './decode.ts';
import type { Format, ReadResult } from './types.ts';

/** Bytes. Ten times any news article; what is larger is something else, and its pieces would take some 75 times its size in memory. */
export const LARGEST_TEXT = 10 * 1024 * 1024;

export const textFormat: Format = {
  endings: ['.txt', '.text'],
  looksLike: () => true,
  read: readText,
};

async function* readText(file: string, bytes: AsyncIterable<Uint8Array>): AsyncGenerator<ReadResult> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of bytes) {
    size += chunk.length;
    if (size > LARGEST_TEXT) {
      yield { file, message: tooLarge };
      return;
    }
    chunks.push(chunk);
  }
  const decoded = decode(Buffer.concat(chunks));
  if ('problem' in decoded) yield { file, message: decoded.problem };
  else if (/^\s{0,1000}<(?:!doctype\s|html|\?xml)/i.test(decoded.text))
    yield { file, message: 'is a web page or XML, not plain text: save its text' };
  else yield toArticle(file, decoded.text);
}

const tooLarge = `is larger than ${LARGEST_TEXT / 1024 / 1024} MB: split it into one article a file, or into JSONL with one a line`;
