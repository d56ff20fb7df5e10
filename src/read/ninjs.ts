// ninjs (IPTC): news as JSON, versions 1 to 3.
import type { Beside } from './article.ts';
import { proseOfFragment } from './dom.ts';

type Fields = ReadonlyMap<string, unknown>;

const BODIES_1 = ['body_text', 'body_html', 'body_xhtml'] as const;

/** Whether an object's fields are those of a ninjs item: it has a body under one of the standard's names. */
export const isNinjs = (fields: Fields): boolean =>
  fields.has('bodies') || BODIES_1.some((key) => typeof fields.get(key) === 'string');

/** Its text, null where it holds none, and what it says beside it. */
export function readNinjs(fields: Fields): { readonly text: string | null; readonly beside: Beside } {
  const headlines = list(fields.get('headlines'));
  const title =
    word(fields.get('headline')) ?? word(roleOf(headlines, 'main')?.value) ?? word(fields.get('title'));
  const provider = record(fields.get('provider')) ?? record(list(fields.get('infosources'))[0]);
  return {
    text: bodyOf(fields),
    beside: {
      id: word(fields.get('uri')),
      title,
      outlet:
        word(provider?.name) ??
        word(fields.get('source')) ??
        word(fields.get('copyrightholder')) ??
        word(fields.get('copyrightHolder')),
      date:
        word(fields.get('firstcreated')) ??
        word(fields.get('firstCreated')) ??
        word(fields.get('contentcreated')) ??
        word(fields.get('contentCreated')) ??
        word(fields.get('versioncreated')) ??
        word(fields.get('versionCreated')),
      url: word(fields.get('url')) ?? word(record(list(fields.get('altids'))[0])?.url),
      author: word(fields.get('byline')) ?? word(fields.get('by')),
      language: word(fields.get('language')),
    },
  };
}

function bodyOf(fields: Fields): string | null {
  for (const key of BODIES_1) {
    const value = word(fields.get(key));
    if (value !== null) return key === 'body_text' ? value : proseOfFragment(value);
  }
  const bodies = list(fields.get('bodies'));
  const body = record(roleOf(bodies, 'main')) ?? record(bodies[0]);
  const value = word(body?.value);
  if (value === null) return null;
  const type = word(body?.contenttype) ?? word(body?.contentType) ?? 'text/plain';
  return /html|xml/i.test(type) ? proseOfFragment(value) : value;
}

const roleOf = (items: readonly unknown[], role: string): Readonly<Record<string, unknown>> | null =>
  record(items.find((item) => record(item)?.role === role) ?? items[0]);
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const record = (value: unknown): Readonly<Record<string, unknown>> | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : null;
const word = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
