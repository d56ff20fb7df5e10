// Mailboxes (mbox, RFC 4155): one mail after another, each behind a line that begins with "From " and an empty line.
import { LARGEST_TEXT, linesOf, TOO_LARGE } from './bytes.ts';
import { mailOf } from './mail.ts';
import type { ReadResult } from './types.ts';

const LINE_FEED = Uint8Array.of(0x0a);
const MARK = Buffer.from('From ');

/** Holds one mail at a time. */
export async function* readMbox(file: string, bytes: AsyncIterable<Uint8Array>): AsyncGenerator<ReadResult> {
  let [number, size] = [0, 0];
  let lines: Uint8Array[] = [];
  let isBehindEmptyLine = true;
  const take = async (): Promise<ReadResult> => {
    const name = `${file}#${number}`;
    const whole = Buffer.concat(lines);
    return size > LARGEST_TEXT ? { file: name, message: TOO_LARGE } : mailOf(name, whole);
  };
  for await (const { line } of linesOf(bytes)) {
    if (isBehindEmptyLine && line !== null && beginsWith(line, MARK)) {
      if (number > 0) yield await take();
      number++;
      size = 0;
      lines = [];
    } else {
      size += line === null ? LARGEST_TEXT + 1 : line.length + 1;
      if (size > LARGEST_TEXT) lines = [];
      else if (line !== null) lines.push(unquoted(line), LINE_FEED);
    }
    isBehindEmptyLine = line?.every((byte) => byte === 0x0d) ?? false;
  }
  if (number > 0) yield await take();
  else yield { file, message: 'is no mailbox: its mails stand behind lines that begin with "From "' };
}

const beginsWith = (line: Uint8Array, start: Uint8Array, at = 0): boolean =>
  start.every((byte, i) => line[at + i] === byte);

/** Lines of a mail that would look like such a line have a `>` before them. */
function unquoted(line: Uint8Array): Uint8Array {
  let marks = 0;
  while (line[marks] === 0x3e) marks++;
  return marks > 0 && beginsWith(line, MARK, marks) ? line.subarray(1) : line;
}
