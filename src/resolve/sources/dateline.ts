// "PORT SALM, Sept 16 (VNS) -": where and by whom a text was written, before its first sentence.
import type { Article } from '../../read/types.ts';

/** The agency in brackets, and the offset behind the dash; null where the text begins otherwise. */
export function datelineOf({
  text,
  body,
}: Article): { readonly agency: string; readonly end: number } | null {
  const prose = text.slice(...body);
  const found = /^\s*[^\n(]{2,80}\(([^)\n]{2,30})\) ?[-–—]/.exec(prose);
  const agency = found?.[1];
  return found === null || agency === undefined ? null : { agency, end: body[0] + found[0].length };
}
