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

/** Whether text begins with front matter, as Markdown files do: YAML between lines of `---`, TOML between lines of `+++`. */
export const beginsWithFrontMatter = (head: string): boolean =>
  /^\s{0,20}(?:---[ \t]*\r?\n\w[\w -]{0,40}:|\+\+\+[ \t]*\r?\n[\w-]{1,40}[ \t]*=)/.test(head);

/** Header fields that begin a mail; one of them tells it where a second one follows. */
const FIELD =
  /^(?:received|return-path|delivered-to|message-id|mime-version|x-[\w-]+|dkim-signature|from|to|subject|reply-to|sender|content-type|list-[\w-]+|date|cc|arc-[\w-]+|authentication-results):/i;
const SURE = /^(?:received|return-path|message-id|mime-version|delivered-to|from):/im;

/** Says how a body is packed: with one further field, it tells mail. */
const PACKED = /^(?:content-type:\s*(?:text|multipart)\/|mime-version:\s*1)/im;

/** Whether text begins with the header of a mail: three of its fields, one that only mail has; or two of which one says how it is packed. */
export function beginsWithMailHeader(head: string): boolean {
  const [header = ''] = head.split(/\r?\n\r?\n/, 1);
  const starts = header.split(/\r?\n(?![ \t])/);
  if (!FIELD.test(starts[0] ?? '')) return false;
  const fields = starts.filter((line) => FIELD.test(line)).length;
  return (fields >= 3 && SURE.test(header)) || (fields >= 2 && PACKED.test(header));
}

/** Whether text begins as a mailbox does: with a line that parts mails, and a mail (RFC 4155). */
export function beginsWithMailbox(head: string): boolean {
  const line = /^From \S[^\r\n]{0,300}\r?\n/.exec(head)?.[0];
  return line !== undefined && beginsWithMailHeader(head.slice(line.length));
}

/** Whether text begins as a browser saves a page and all that belongs to it in one file (MHTML, RFC 2557). */
export function beginsWithSavedPage(head: string): boolean {
  const [header = ''] = head.split(/\r?\n\r?\n/, 1);
  return (
    /^content-type:\s*multipart\/related/im.test(header) &&
    /^(?:snapshot-content-location:|from:\s*["<]{0,2}saved by)/im.test(header)
  );
}
