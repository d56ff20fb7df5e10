// ninjs (IPTC): news as JSON, versions 1 to 3.
import type { Beside } from './article.ts';
import { proseOfFragment } from './dom.ts';
import { proseOfNitf } from './newsml.ts';

type Fields = ReadonlyMap<string, unknown>;

/** Version 1 has a field a body ("body_text", "body_xhtml", "body_main"), later ones a list. */
const BODY = /^body_\w+$/;

/** Whether an object's fields are those of a ninjs item: it has a body under one of the standard's names. */
export const isNinjs = (fields: Fields): boolean =>
  Array.isArray(fields.get('bodies')) ||
  [...fields].some(([key, value]) => BODY.test(key) && typeof value === 'string');

/** Its text, null where it holds none, and what it says beside it. */
export function readNinjs(fields: Fields): { readonly text: string | null; readonly beside: Beside } {
  const headlines = list(fields.get('headlines'));
  const title =
    word(fields.get('headline')) ??
    word(fields.get('headline_main')) ??
    word(roleOf(headlines, 'main')?.value) ??
    word(fields.get('title'));
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

interface Body {
  readonly role: string;
  readonly value: string;
  readonly markup: 'html' | 'nitf' | null;
}

/** Markup keeps its paragraphs apart; among equals the main one, else the first. */
function bodyOf(fields: Fields): string | null {
  const bodies = [...bodiesOf(fields)];
  const marked = bodies.filter(({ markup }) => markup !== null);
  const best = marked.length > 0 ? marked : bodies;
  const body = best.find(({ role }) => role === 'main') ?? best[0];
  if (body === undefined) return null;
  switch (body.markup) {
    case 'html':
      return proseOfFragment(body.value);
    case 'nitf':
      return proseOfNitf(body.value);
    case null:
      return body.value;
  }
}

function* bodiesOf(fields: Fields): Generator<Body> {
  for (const [key, each] of fields) {
    const value = BODY.test(key) ? word(each) : null;
    if (value !== null) yield { role: key.slice('body_'.length), value, markup: markupOf(key, value) };
  }
  for (const each of list(fields.get('bodies'))) {
    const body = record(each);
    const value = word(body?.value);
    if (value === null) continue;
    const type = word(body?.contenttype) ?? word(body?.contentType) ?? '';
    yield { role: word(body?.role) ?? '', value, markup: markupOf(type, value) };
  }
}

const markupOf = (type: string, value: string): Body['markup'] =>
  /nitf/i.test(type) ? 'nitf' : /html|xml/i.test(type) || BLOCKS.test(value) ? 'html' : null;
const BLOCKS = /^\s*<(?:p|div|section|article|body|h\d)\b/i;

const roleOf = (items: readonly unknown[], role: string): Readonly<Record<string, unknown>> | null =>
  record(items.find((item) => record(item)?.role === role) ?? items[0]);
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const record = (value: unknown): Readonly<Record<string, unknown>> | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : null;
const word = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
