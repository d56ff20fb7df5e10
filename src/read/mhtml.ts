// Pages that a browser saved whole in one file (MHTML, RFC 2557): the page is its first part of HTML, the rest is pictures and styles.
import { LARGEST_TEXT, TOO_LARGE } from './bytes.ts';
import { pageOf } from './html.ts';
import { charsetOf, endOfHeader, type Fields, fieldsOf } from './mime.ts';
import type { ReadResult } from './types.ts';

const BROKEN = 'is a saved page without its HTML: save it again, as HTML only';

/** Reads no more than the page itself: its pictures may be of any size. */
export async function* readMhtml(file: string, bytes: AsyncIterable<Uint8Array>): AsyncGenerator<ReadResult> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of bytes) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > LARGEST_TEXT) break;
  }
  const page = pageIn(Buffer.concat(chunks).toString('latin1'), size > LARGEST_TEXT);
  yield 'message' in page
    ? { file, message: page.message }
    : pageOf(file, page.bytes, { charset: page.charset, url: page.url });
}

type Page =
  | { readonly bytes: Uint8Array; readonly charset: string | null; readonly url: string | null }
  | { readonly message: string };

/** `text`: each byte a character. */
function pageIn(text: string, isCut: boolean): Page {
  const header = headerOf(text);
  const boundary = /boundary\s*=\s*"?([^";\s]{1,200})/i.exec(header.fields.get('content-type') ?? '')?.[1];
  if (boundary === undefined) return { message: BROKEN };
  const parts = text.slice(header.end).split(`--${boundary}`);
  for (const [i, delimited] of parts.entries()) {
    const part = delimited.replace(/^\r?\n/, '');
    const { fields, end } = headerOf(part);
    const type = fields.get('content-type') ?? '';
    if (!/^(?:text\/html|application\/xhtml\+xml)\b/i.test(type)) continue;
    if (isCut && i === parts.length - 1) return { message: TOO_LARGE };
    return {
      bytes: unpacked(part.slice(end), fields.get('content-transfer-encoding') ?? ''),
      charset: charsetOf(type),
      url: fields.get('content-location') ?? header.fields.get('snapshot-content-location') ?? null,
    };
  }
  return { message: isCut ? TOO_LARGE : BROKEN };
}

function headerOf(text: string): { readonly fields: Fields; readonly end: number } {
  const end = endOfHeader(text) ?? text.length;
  return { fields: fieldsOf(text.slice(0, end)), end };
}

/** Its transfer encoding (RFC 2045) undone. */
function unpacked(body: string, encoding: string): Uint8Array {
  switch (encoding.toLowerCase()) {
    case 'quoted-printable':
      return Buffer.from(
        body
          .replace(/=[ \t]{0,20}\r?\n/g, '')
          .replace(/=([\da-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
        'latin1',
      );
    case 'base64':
      return Buffer.from(body, 'base64');
    default:
      return Buffer.from(body, 'latin1');
  }
}
