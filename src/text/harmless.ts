/** Text from outside, made safe to show to people, whatever shows it. */

/** Bidirectional overrides, embeddings and isolates: they can make a line read as other than it is. */
const BIDI = /[\u202a-\u202e\u2066-\u2069]/g;
/** Characters without width or meaning in running text: marks, zero-width space, byte order mark, tag characters, interlinear annotation. */
const INVISIBLE =
  /[\u00ad\u061c\u200b\u200e\u200f\u2028\u2029\u2060-\u2064\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;
/** C0 controls but white space, and DEL. */
const C0 = /[\u0000-\u0008\u000e-\u001f\u007f]/g;
const C1 = /[\u0080-\u009f]/g;
const LONE_SURROGATE = /\p{Surrogate}/gu;

const picture = (c: string): string =>
  c === '\u007f' ? '␡' : String.fromCodePoint(0x2400 + c.charCodeAt(0));

/**
 * One line: control characters and bidirectional overrides become visible signs, invisible ones vanish, white space becomes
 * single spaces. No escape code survives. Linear.
 */
export function harmless(text: string): string {
  if (!/[^\x20-\x7e]| {2}/.test(text)) return text;
  return text
    .replace(/\s+/g, ' ')
    .replace(C0, picture)
    .replace(C1, '\ufffd')
    .replace(BIDI, (c) => `⟨U+${c.charCodeAt(0).toString(16).toUpperCase()}⟩`)
    .replace(INVISIBLE, '')
    .replace(LONE_SURROGATE, '\ufffd');
}

/**
 * Running text of the same length, so that offsets into it hold: lines stay, control characters and bidirectional overrides become
 * visible signs, invisible characters word joiners. Linear.
 */
export function harmlessInPlace(text: string): string {
  if (!/[^\x20-\x7e\n]/.test(text)) return text;
  return text
    .replace(C0, picture)
    .replace(C1, '\ufffd')
    .replace(BIDI, '\ufffd')
    .replace(INVISIBLE, (c) => '\u2060'.repeat(c.length))
    .replace(LONE_SURROGATE, '\ufffd');
}
