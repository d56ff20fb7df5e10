// RSS, Atom, RDF and JSON feeds: each item an article, by its full content where it gives that, else by its summary.
import { type AtomFeed, type JsonFeed, parseFeed, type RdfFeed, type RssFeed } from 'feedsmith';
import { outletOfAddress } from '../gazetteer.ts';
import { type Beside, toArticle } from './article.ts';
import { gather, TOO_LARGE } from './bytes.ts';
import { decodeMarkup } from './decode.ts';
import { proseOfFragment, titleOfFragment, xmlProblem } from './dom.ts';
import { rootOf } from './sniff.ts';
import type { ReadFailure, ReadResult, Served } from './types.ts';

type Item = Beside & {
  /** Its text: HTML, or plain. */
  readonly content: string | null;
  readonly plain?: boolean;
  /** What its own address may be relative to. */
  readonly base?: string | null;
};

export async function* readFeed(
  file: string,
  bytes: AsyncIterable<Uint8Array>,
  served: Served,
): AsyncGenerator<ReadResult> {
  const whole = await gather(bytes);
  const decoded = whole === null ? { problem: TOO_LARGE } : decodeMarkup(whole, served.charset);
  if ('problem' in decoded) yield { file, message: decoded.problem };
  else yield* articlesOfFeed(file, decoded.text);
}

/** `feed`: text, or a JSON feed as parsed. */
export function* articlesOfFeed(file: string, feed: unknown): Generator<ReadResult> {
  const problem = typeof feed === 'string' ? xmlProblem(feed) : null;
  const whole = problem === null ? itemsOf(feed) : null;
  const items = whole ?? (problem === null && typeof feed === 'string' ? itemsBeforeCut(feed) : null);
  if (items === null) yield { file, message: problem ?? 'is a broken feed: fetch it again' };
  else if (items.length === 0) yield { file, message: 'is a feed without items: fetch it again later' };
  else
    for (const [i, item] of items.entries()) {
      const result = articleOfItem(`${file}#${i + 1}`, item);
      yield 'message' in result ? { file: `${file}#${i + 1}`, message: result.message } : result;
    }
  if (items !== null && whole === null)
    yield { file, message: 'is cut off: what was whole before it was read, fetch it again' };
}

/** The items of a feed that breaks off behind one; null where it is broken before. */
function itemsBeforeCut(feed: string): readonly Item[] | null {
  const end = Math.max(feed.lastIndexOf('</item>'), feed.lastIndexOf('</entry>'));
  if (end < 0) return null;
  const root = rootOf(feed);
  const closing = root === 'feed' ? '</feed>' : root === 'rdf' ? '</rdf:RDF>' : '</channel></rss>';
  return itemsOf(feed.slice(0, feed.indexOf('>', end) + 1) + closing);
}

function articleOfItem(file: string, { content, plain, base, ...item }: Item): ReadResult | ReadFailure {
  const text = plain ? (content ?? '') : proseOfFragment(content ?? '');
  if (text === null) return { file, message: 'is markup too deep or too large: save its text' };
  if (text.trim() === '') return { file, message: 'has no text but its title: fetch its page' };
  const url = absolute(item.url, base);
  return toArticle(file, text, {
    ...item,
    url,
    title: titleOfFragment(item.title ?? ''),
    outlet: outletOfAddress(url) ?? item.outlet ?? null,
  });
}

const absolute = (url: string | null | undefined, base: string | null | undefined): string | null =>
  url && URL.canParse(url, base ?? undefined) ? new URL(url, base ?? undefined).href : null;

function itemsOf(feed: unknown): readonly Item[] | null {
  try {
    const parsed = parseFeed(feed);
    switch (parsed.format) {
      case 'rss':
        return itemsOfRss(parsed.feed);
      case 'atom':
        return itemsOfAtom(parsed.feed);
      case 'rdf':
        return itemsOfRdf(parsed.feed);
      case 'json':
        return itemsOfJson(parsed.feed);
    }
  } catch {
    return null;
  }
}

const itemsOfRss = ({ title, link, language, items }: Partial<RssFeed.Feed<string>>): readonly Item[] =>
  (items ?? []).map((item) => ({
    id: item?.guid?.value ?? null,
    title: item?.title ?? null,
    // What an item passes on from elsewhere is that outlet's.
    outlet: item?.source?.title ?? titleOfFragment(title ?? ''),
    date: item?.pubDate ?? item?.dc?.dates?.[0] ?? null,
    url: item?.link ?? null,
    base: link ?? null,
    author: named(item?.authors) ?? joined(item?.dc?.creators),
    language: item?.dc?.languages?.[0] ?? language ?? null,
    content: item?.content?.encoded ?? item?.description ?? null,
  }));

const itemsOfAtom = ({
  title,
  links: feedLinks,
  authors,
  entries,
}: Partial<AtomFeed.Feed<string>>): readonly Item[] =>
  (entries ?? []).map((entry) => {
    const links = entry?.links ?? [];
    const text = isText(entry?.content) ? entry?.content : entry?.summary;
    return {
      id: entry?.id ?? null,
      title: entry?.title?.value ?? null,
      outlet: titleOfFragment(entry?.source?.title?.value ?? title?.value ?? ''),
      date: entry?.published ?? entry?.updated ?? null,
      url: alternate(links),
      base: alternate(feedLinks ?? []),
      author: named(entry?.authors) ?? named(authors),
      content: text?.value ?? null,
      plain: text?.type === 'text' || text?.type === 'text/plain',
    };
  });

type Linked = readonly ({ readonly rel?: string; readonly href?: string } | undefined)[];

const alternate = (links: Linked): string | null =>
  (links.find((link) => (link?.rel ?? 'alternate') === 'alternate') ?? links[0])?.href ?? null;

/** Content of other media types is a picture or the like in base64 (RFC 4287, 4.1.3). */
const isText = (content: { readonly value?: string; readonly type?: string } | undefined): boolean =>
  Boolean(content?.value) && /^(?:text|html|xhtml|text\/.*|.*[/+]xml)$/i.test(content?.type ?? 'text');

const itemsOfRdf = ({ title, link, dc, items }: Partial<RdfFeed.Feed<string>>): readonly Item[] =>
  (items ?? []).map((item) => ({
    id: item?.rdf?.about ?? null,
    title: item?.title ?? null,
    outlet: titleOfFragment(title ?? ''),
    date: item?.dc?.dates?.[0] ?? null,
    url: item?.link ?? null,
    base: link ?? null,
    author: joined(item?.dc?.creators),
    language: item?.dc?.languages?.[0] ?? dc?.languages?.[0] ?? null,
    content: item?.content?.encoded ?? item?.description ?? null,
  }));

const itemsOfJson = ({
  title,
  home_page_url,
  language,
  authors,
  items,
}: Partial<JsonFeed.Feed<string>>): readonly Item[] =>
  (items ?? []).map((item) => ({
    id: item?.id ?? null,
    title: item?.title ?? null,
    outlet: title ?? null,
    date: item?.date_published ?? item?.date_modified ?? null,
    url: item?.url ?? null,
    base: home_page_url ?? null,
    author: named(item?.authors) ?? named(authors),
    language: item?.language ?? language ?? null,
    content: item?.content_html ?? item?.content_text ?? item?.summary ?? null,
    plain: item?.content_html === undefined,
  }));

const named = (people: readonly ({ name?: string } | undefined)[] | undefined): string | null =>
  joined(people?.flatMap((person) => person?.name ?? []));
const joined = (names: readonly (string | undefined)[] | undefined): string | null =>
  names?.filter((name) => name).join(', ') || null;
