// Bytes to text: byte order marks, strict UTF-8, UTF-16, Windows-1252; whatever else is refused with its reason.

export type Decoded = { readonly text: string } | { readonly problem: string };

const HEAD = 4096;
/** A text has hardly any control characters beside tabs and line ends. */
const MOST_CONTROLS = 0.01;
/** Windows-1252 holds Western European text: mostly ASCII. */
const MOST_HIGH_BYTES = 0.3;

const SIGNATURES: readonly (readonly [string, string])[] = [
  ['%PDF', 'a PDF'],
  ['PK\u0003\u0004', 'a ZIP archive or an office document'],
  ['\u0089PNG', 'a PNG image'],
  ['\u00ff\u00d8\u00ff', 'a JPEG image'],
  ['GIF8', 'a GIF image'],
  ['\u001f\u008b', 'gzip-compressed'],
  ['\u00d0\u00cf\u0011\u00e0', 'an office document'],
  ['SQLite format 3', 'an SQLite database'],
  ['\u007fELF', 'a program'],
];

/** Decodes a whole file. Offsets count from behind a byte order mark. O(length). */
export function decode(bytes: Uint8Array): Decoded {
  const signature = SIGNATURES.find(([start]) => startsWith(bytes, start));
  if (signature !== undefined)
    return { problem: `is ${signature[1]}, not text: convert it to plain text first` };
  if (startsWith(bytes, '\u00ff\u00fe\0\0') || startsWith(bytes, '\0\0\u00fe\u00ff'))
    return { problem: 'is UTF-32, which is not read: convert it to UTF-8' };
  if (startsWith(bytes, '\u00ef\u00bb\u00bf')) return strict('utf-8', bytes.subarray(3));
  if (startsWith(bytes, '\u00ff\u00fe')) return strict('utf-16le', bytes.subarray(2));
  if (startsWith(bytes, '\u00fe\u00ff')) return strict('utf-16be', bytes.subarray(2));
  const wide = sniffUtf16(bytes);
  if (wide !== null) return strict(wide, bytes);
  if (looksBinary(bytes)) return { problem: 'is binary, not text: give a text file' };
  const utf8 = strict('utf-8', bytes);
  if ('text' in utf8 || !looksLikeWindows1252(bytes)) return utf8;
  return { text: windows1252(bytes) };
}

/** `<meta charset=…>`, `<meta http-equiv … charset=…>` or `<?xml … encoding=…?>` among the first bytes. */
const DECLARED =
  /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w:.-]+)|<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w:.-]+)/i;

/**
 * Decodes a page or XML: by a byte order mark, as UTF-8 where it plainly is, as it was served, as it declares itself, else as
 * any text. Like a browser it replaces what is broken. `charset`: as served, or null. O(length).
 */
export function decodeMarkup(bytes: Uint8Array, charset: string | null): Decoded {
  const plain = decode(bytes);
  const marked =
    startsWith(bytes, '\u00ef\u00bb\u00bf') ||
    startsWith(bytes, '\u00ff\u00fe') ||
    startsWith(bytes, '\u00fe\u00ff');
  if (marked || bytes.includes(0)) return plain;
  const head = Buffer.from(bytes.subarray(0, HEAD)).toString('latin1');
  const [, meta, xml] = DECLARED.exec(head) ?? [];
  const encoding = encodingOf(charset) ?? encodingOf(meta ?? xml ?? null);
  if (encoding === null || encoding.startsWith('utf-16')) return plain;
  if (encoding === 'utf-8' && 'text' in plain) return plain;
  if (encoding !== 'utf-8' && isPlainlyUtf8(bytes)) return plain;
  if (encoding === 'windows-1252') return { text: windows1252(bytes) };
  return { text: new TextDecoder(encoding).decode(bytes).replaceAll('\0', '') };
}

/** Whether bytes beyond ASCII make up UTF-8 throughout: text of another encoding hardly ever does, and pages saved anew often still declare their old one. */
const isPlainlyUtf8 = (bytes: Uint8Array): boolean =>
  bytes.some((byte) => byte >= 0x80) && 'text' in strict('utf-8', bytes);

/** The encoding that a label names (WHATWG Encoding); null where it names none. */
function encodingOf(label: string | null): string | null {
  try {
    return label === null ? null : new TextDecoder(label).encoding;
  } catch {
    return null;
  }
}

/** The first bytes as text, for looking at what they begin with: UTF-16 as it is, everything else as Latin-1. */
export function headOf(bytes: Uint8Array): string {
  const head = bytes.subarray(0, HEAD - (HEAD % 2));
  const wide = startsWith(head, '\u00ff\u00fe')
    ? 'utf-16le'
    : startsWith(head, '\u00fe\u00ff')
      ? 'utf-16be'
      : sniffUtf16(head);
  if (wide !== null) return new TextDecoder(wide).decode(head);
  const start = startsWith(head, '\u00ef\u00bb\u00bf') ? 3 : 0;
  return Buffer.from(head.subarray(start)).toString('latin1');
}

/** What Windows-1252 has in place of the control characters 0x80 to 0x9f (WHATWG Encoding; the five holes never come here). */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** By hand, since TextDecoder of Node 20 reads it as Latin-1. */
const windows1252 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, (control) => WINDOWS_1252.charAt(control.charCodeAt(0) - 0x80));

function strict(encoding: string, bytes: Uint8Array): Decoded {
  try {
    const text = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
    if (text.includes('\0')) return { problem: 'is binary, not text: give a text file' };
    return { text };
  } catch {
    return {
      problem: `is no valid ${encoding.toUpperCase()} nor any other encoding that is read: convert it to UTF-8`,
    };
  }
}

const startsWith = (bytes: Uint8Array, start: string): boolean =>
  [...start].every((character, i) => bytes[i] === character.charCodeAt(0));

/** UTF-16 without a mark: mostly Latin text has a zero in nearly every other byte. */
function sniffUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const pairs = Math.min(bytes.length, HEAD) >> 1;
  if (pairs < 2 || bytes.length % 2 === 1) return null;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < pairs; i++) {
    if (bytes[2 * i] === 0) even++;
    if (bytes[2 * i + 1] === 0) odd++;
  }
  if (odd > 0.5 * pairs && even === 0) return 'utf-16le';
  if (even > 0.5 * pairs && odd === 0) return 'utf-16be';
  return null;
}

function looksBinary(bytes: Uint8Array): boolean {
  if (bytes.includes(0)) return true;
  let controls = 0;
  for (const byte of bytes) if ((byte < 32 && (byte < 9 || byte > 13)) || byte === 127) controls++;
  return controls > MOST_CONTROLS * bytes.length;
}

/** Not valid UTF-8, and not UTF-8 with a few bytes broken either. */
function looksLikeWindows1252(bytes: Uint8Array): boolean {
  let high = 0;
  let sequences = 0;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] ?? 0;
    if (byte < 0x80) continue;
    high++;
    if (byte === 0x81 || byte === 0x8d || byte === 0x8f || byte === 0x90 || byte === 0x9d) return false;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc2 ? 2 : 1;
    const rest = bytes.subarray(i + 1, i + length);
    if (length > 1 && rest.length === length - 1 && rest.every((next) => next >= 0x80 && next < 0xc0)) {
      sequences++;
      high += rest.length;
      i += rest.length;
    }
  }
  return high <= MOST_HIGH_BYTES * bytes.length && 2 * sequences < high;
}
