// What a page says of itself: schema.org's JSON-LD, Open Graph, meta elements, <time>; in this order.
import type { Beside } from './article.ts';
import { parseDay } from './date.ts';
import type { DomDocument, DomElement } from './dom.ts';
import { webAddress } from './header.ts';

export interface PageFacts extends Required<Omit<Beside, 'id'>> {
  /** The prose as JSON-LD gives it, for pages whose own is written by a script. */
  readonly body: string | null;
}

/** Code units of one JSON-LD block, and nodes in all of them. */
const LARGEST_BLOCK = 2_000_000;
const MOST_NODES = 2000;
const ARTICLE_TYPE = /(?:Article|Posting|^Report)$/;

type Node = Readonly<Record<string, unknown>>;

/** Whatever is not said is null; nothing is guessed. `base`: where the page came from, for relative addresses. */
export function factsOf(document: DomDocument, base: string | null): PageFacts {
  const node = articleNode(document);
  const meta = metaOf(document);
  const first = (...names: string[]): string | null => {
    for (const name of names) {
      const value = meta.get(name);
      if (value) return value;
    }
    return null;
  };
  const attribute = (selector: string, name: string): string | null =>
    document.querySelector(selector)?.getAttribute(name) ?? null;
  const address = (value: string | null): string | null => {
    if (value === null || !URL.canParse(value, base ?? undefined)) return null;
    return webAddress(new URL(value, base ?? undefined).href);
  };
  const days = [
    word(node?.datePublished) ?? word(node?.dateCreated),
    first('article:published_time', 'og:published_time', 'og:article:published_time', 'datepublished'),
    first('parsely-pub-date', 'sailthru.date', 'cxenseparse:recs:publishtime', 'pubdate', 'publishdate'),
    first('dc.date.issued', 'dcterms.issued', 'dcterms.created', 'dc.date', 'dcterms.date', 'date'),
    timeOf(document),
  ];
  const canonical = [
    attribute('link[rel~="canonical"]', 'href'),
    first('og:url'),
    word(node?.url) ?? idOf(node?.mainEntityOfPage),
    base,
  ];
  return {
    title: word(node?.headline) ?? first('og:title', 'twitter:title', 'dc.title', 'headline'),
    outlet: nameOf(node?.publisher) ?? first('og:site_name', 'application-name', 'dc.publisher'),
    author:
      namesOf(node?.author) ?? first('author', 'byl', 'parsely-author', 'sailthru.author', 'dc.creator'),
    date: days.map((day) => parseDay(day ?? '')).find((day) => day !== null) ?? null,
    url: canonical.map(address).find((url) => url !== null) ?? null,
    language:
      attribute('html', 'lang') ??
      word(node?.inLanguage) ??
      first('content-language', 'og:locale', 'dc.language', 'language'),
    body: word(node?.articleBody),
  };
}

/** Names in lower case; the first element of a name counts. */
function metaOf(document: DomDocument): ReadonlyMap<string, string> {
  const meta = new Map<string, string>();
  for (const element of document.querySelectorAll('meta')) {
    const content = oneLine(element.getAttribute('content') ?? '');
    for (const key of ['property', 'name', 'itemprop', 'http-equiv']) {
      const name = element.getAttribute(key)?.trim().toLowerCase();
      if (name && content && !meta.has(name)) meta.set(name, content);
    }
  }
  return meta;
}

/** The time that an element marks as the article's, else the first one inside the article. */
function timeOf(document: DomDocument): string | null {
  const marked = document.querySelector('time[pubdate],time[itemprop="datePublished"],time.published');
  const time = marked ?? document.querySelector('article time[datetime],header time[datetime]');
  return time === null ? null : (time.getAttribute('datetime') ?? textOf(time));
}

const textOf = (element: DomElement): string => oneLine(element.textContent ?? '');
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The first node of JSON-LD that is an article, in whatever lists and graphs it stands. */
function articleNode(document: DomDocument): Node | null {
  const queue: unknown[] = [];
  for (const script of document.querySelectorAll('script[type="application/ld+json"]'))
    queue.push(parsed(script.textContent ?? ''));
  for (let i = 0; i < queue.length && i < MOST_NODES; i++) {
    const value = queue[i];
    if (Array.isArray(value)) queue.push(...value.slice(0, MOST_NODES));
    else if (isNode(value)) {
      if ([value['@type']].flat().some((type) => typeof type === 'string' && ARTICLE_TYPE.test(type)))
        return value;
      queue.push(value['@graph'], value.mainEntity, value.itemListElement, value.item);
    }
  }
  return null;
}

function parsed(json: string): unknown {
  if (json.length > LARGEST_BLOCK) return null;
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;
const word = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== ''
    ? value.trim()
    : Array.isArray(value)
      ? word(value[0])
      : null;
const idOf = (value: unknown): string | null => word(isNode(value) ? value['@id'] : value);
const nameOf = (value: unknown): string | null => {
  const one: unknown = Array.isArray(value) ? value[0] : value;
  return word(isNode(one) ? one.name : one);
};
const namesOf = (value: unknown): string | null => {
  const names = [value].flat().flatMap((one: unknown) => nameOf(one) ?? []);
  return names.length > 0 ? names.join(', ') : null;
};
