// The formats that are read, each loaded when it is met. A further one is a further file and a further entry; the last one takes
// what no other knows.
import {
  beginsWithFrontMatter,
  beginsWithMailbox,
  beginsWithMailHeader,
  beginsWithSavedPage,
  rootOf,
} from './sniff.ts';
import type { Format } from './types.ts';

type Read = Format['read'];

const later = (load: () => Promise<Read>): Read =>
  async function* (file, bytes, served) {
    yield* (await load())(file, bytes, served);
  };

const FEEDS = new Set(['rss', 'feed', 'rdf', 'channel']);
const NEWS_ITEMS = new Set(['newsmessage', 'newsitem', 'packageitem', 'nitf']);
/** What a page may begin with that leaves out its first tags. */
const PAGES = new Set(
  'html head body meta title link script style base div p article main section header h1 h2 span table'.split(
    ' ',
  ),
);
const rootIn = (head: string, roots: ReadonlySet<string>): boolean => roots.has(rootOf(head) ?? '');

/** Each known by how it begins. */
const TELLING: readonly Format[] = [
  {
    endings: ['.warc'],
    looksLike: (head) => head.startsWith('WARC/'),
    read: later(async () => (await import('./warc.ts')).readWarc),
  },
  {
    endings: ['.rss', '.atom', '.rdf'],
    looksLike: (head) => rootIn(head, FEEDS),
    read: later(async () => (await import('./feed.ts')).readFeed),
  },
  {
    endings: ['.newsml', '.nitf'],
    looksLike: (head) => rootIn(head, NEWS_ITEMS),
    read: later(async () => (await import('./newsml.ts')).readNewsml),
  },
  {
    endings: ['.html', '.htm', '.xhtml'],
    looksLike: (head) => rootIn(head, PAGES),
    read: later(async () => (await import('./html.ts')).readHtml),
  },
  {
    endings: ['.xml'],
    looksLike: (head) => rootOf(head) !== null && /^[\s\ufeff]*<\?xml/.test(head),
    read: async function* (file) {
      yield { file, message: 'is XML of a kind that is not read: give HTML, a feed, NewsML or text' };
    },
  },
  {
    endings: ['.mhtml', '.mht'],
    looksLike: beginsWithSavedPage,
    read: later(async () => (await import('./mhtml.ts')).readMhtml),
  },
  {
    endings: ['.mbox'],
    looksLike: beginsWithMailbox,
    read: later(async () => (await import('./mbox.ts')).readMbox),
  },
  {
    endings: ['.eml'],
    looksLike: beginsWithMailHeader,
    read: later(async () => (await import('./mail.ts')).readMail),
  },
];

const JSON_FORMAT: Format = {
  endings: ['.jsonl', '.ndjson', '.json'],
  looksLike: (head) => /^\s*(?:\{\s*["}]|\[\s*[{\]])/.test(head),
  read: later(async () => (await import('./json.ts')).readJson),
};

const MARKDOWN: Format = {
  endings: ['.md', '.markdown'],
  looksLike: beginsWithFrontMatter,
  read: later(async () => (await import('./markdown.ts')).readMarkdown),
};

const TEXT: Format = {
  endings: ['.txt', '.text'],
  looksLike: () => true,
  read: later(async () => (await import('./text.ts')).readText),
};

const ALL: readonly Format[] = [...TELLING, JSON_FORMAT, MARKDOWN, TEXT];

const ENDINGS: readonly string[] = ALL.flatMap(({ endings }) => endings);

/** The format of what begins like this; where nothing tells, of what is called so. */
export function formatOf(head: string, file: string): Format {
  const known = [...TELLING, JSON_FORMAT, MARKDOWN].find(({ looksLike }) => looksLike(head));
  return known ?? ALL.find(({ endings }) => hasEnding(file, endings)) ?? TEXT;
}

/** Whether it is an article of some format, whatever it is called: text and JSON may be anything. */
export const isTelling = (head: string): boolean => TELLING.some(({ looksLike }) => looksLike(head));

export function hasEnding(file: string, endings: readonly string[] = ENDINGS): boolean {
  const name = file.toLowerCase().replace(/\.gz$/, '');
  return endings.some((ending) => name.endsWith(ending));
}
