// Header fields as mail, HTTP and WARC write them (RFC 5322).

/** Header fields by their lower-case name. */
export type Fields = ReadonlyMap<string, string>;

/** Lines of `Name: value`; lines that begin with white space continue the one before. */
export function fieldsOf(header: string): Fields {
  const lines = header.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/);
  return new Map(
    lines.flatMap((line): [string, string][] => {
      const colon = line.indexOf(':');
      return colon < 0 ? [] : [[line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()]];
    }),
  );
}

/** Where a header's empty line ends, in bytes or text; null where it has none. */
export function endOfHeader(header: Buffer | string): number | null {
  const ends = ['\r\n\r\n', '\n\n'].flatMap((mark) => {
    const at = header.indexOf(mark);
    return at < 0 ? [] : [at + mark.length];
  });
  return ends.length === 0 ? null : Math.min(...ends);
}

/** The character set that a content type names. */
export const charsetOf = (type: string): string | null =>
  /charset\s*=\s*"?([\w:.-]+)/i.exec(type)?.[1] ?? null;
