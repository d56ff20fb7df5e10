// What a file begins with tells what it is, whatever it is called.

/** What may stand before the root element. */
const PROLOG = /\s+|<\?[^>]*>|<!--(?:[^-]|-(?!->))*-->|<!doctype[^>[]*(?:\[[^\]]*\]\s*)?>/iy;
const ROOT = /<([\w.-]+:)?([\w.-]+)[\s/>]/y;

/** The root element's local name in lower case; null where the text does not begin as markup does. O(length). */
export function rootOf(text: string): string | null {
  let at = text.startsWith('\ufeff') ? 1 : text.startsWith('ï»¿') ? 3 : 0;
  for (;;) {
    PROLOG.lastIndex = at;
    if (!PROLOG.test(text)) break;
    at = PROLOG.lastIndex;
  }
  ROOT.lastIndex = at;
  return ROOT.exec(text)?.[2]?.toLowerCase() ?? null;
}

/** Whether text begins with front matter, as Markdown files do. */
export const beginsWithFrontMatter = (head: string): boolean => /^---[ \t]*\r?\n\w[\w -]{0,40}:/.test(head);

/** Header fields that begin a mail; one of them tells it where a second one follows. */
const FIELD =
  /^(?:received|return-path|delivered-to|message-id|mime-version|x-[\w-]+|dkim-signature|from|to|subject|reply-to|sender|content-type|list-[\w-]+|date|cc|arc-[\w-]+|authentication-results):/i;
const SURE = /^(?:received|return-path|message-id|mime-version|delivered-to|from):/im;

/** Whether text begins with the header of a mail: three of its fields, one that only mail has. */
export function beginsWithMailHeader(head: string): boolean {
  const [header = ''] = head.split(/\r?\n\r?\n/, 1);
  const starts = header.split(/\r?\n(?![ \t])/);
  if (!FIELD.test(starts[0] ?? '')) return false;
  return starts.filter((line) => FIELD.test(line)).length >= 3 && SURE.test(header);
}
