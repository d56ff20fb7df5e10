// Markdown (CommonMark): front matter in YAML or TOML, the rest as running text.
import { fromMarkdown } from 'mdast-util-from-markdown';
import { parse as parseYaml } from 'yaml';
import { type Beside, toArticle } from './article.ts';
import { gather, TOO_LARGE } from './bytes.ts';
import { decode } from './decode.ts';
import type { ReadResult } from './types.ts';

/** Code units of one Markdown file, and markers of nesting on one line: its parser's time grows with their product. */
const LARGEST = 1_000_000;
const DEEPEST = 50;
const NESTED = new RegExp(`^(?:[ \\t]*(?:>|[-+*]|\\d{1,9}[.)])[ \\t]*){${DEEPEST}}`, 'm');
/** Marks of emphasis in one block, and in the file: its parser pairs them in time that grows with the square of a block's. */
const MOST_MARKS = 2000;
const MOST_MARKS_IN_ALL = 20_000;
const BLOCK_END = /\n[ \t]*(?:\r?\n|[-+*][ \t]|#{1,6}[ \t])/;

const YAML = /^\s{0,20}---[ \t]*\r?\n([\s\S]*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/;
const TOML = /^\s{0,20}\+\+\+[ \t]*\r?\n([\s\S]*?)\r?\n\+\+\+[ \t]*(?:\r?\n|$)/;

export async function* readMarkdown(
  file: string,
  bytes: AsyncIterable<Uint8Array>,
): AsyncGenerator<ReadResult> {
  const whole = await gather(bytes);
  const decoded = whole === null ? { problem: TOO_LARGE } : decode(whole);
  yield 'problem' in decoded ? { file, message: decoded.problem } : articleOf(file, decoded.text);
}

function articleOf(file: string, text: string): ReadResult {
  const yaml = YAML.exec(text);
  const toml = yaml === null ? TOML.exec(text) : null;
  const body = text.slice((yaml ?? toml)?.[0].length ?? 0);
  if (body.length > LARGEST || NESTED.test(body) || isTangled(body))
    return { file, message: 'is too long or too deeply nested for Markdown: save it as plain text' };
  const { title, prose } = proseOf(fromMarkdown(body));
  const fields = yaml === null ? fieldsOfToml(toml?.[1] ?? '') : fieldsOfYaml(yaml[1] ?? '');
  if (fields === null)
    return { file, message: 'has broken front matter: mend the YAML between its lines of ---' };
  const beside = besideOf(fields);
  return toArticle(file, prose, { ...beside, title: beside.title ?? title });
}

function isTangled(body: string): boolean {
  let all = 0;
  for (const block of body.split(BLOCK_END)) {
    const marks = block.match(/\*+|_+/g)?.length ?? 0;
    all += marks;
    if (marks > MOST_MARKS || all > MOST_MARKS_IN_ALL) return true;
  }
  return false;
}

type Fields = ReadonlyMap<string, string | null>;

/** Null where it is no YAML. */
function fieldsOfYaml(yaml: string): Fields | null {
  let value: unknown;
  try {
    value = parseYaml(yaml, { schema: 'failsafe', maxAliasCount: 0, logLevel: 'error' });
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null) return new Map();
  return new Map(Object.entries(value).map(([key, each]) => [key.toLowerCase(), words(each)]));
}

/** The words, dates and lists of words before the first table, each on one line: all that says something of an article. */
function fieldsOfToml(toml: string): Fields {
  const [top = ''] = toml.split(/^[ \t]*\[/m, 1);
  return new Map(
    [...top.matchAll(/^[ \t]*([\w-]+)[ \t]*=[ \t]*(.+)$/gm)].map(([, key = '', value = '']) => {
      const quoted = [...value.matchAll(/"([^"]*)"|'([^']*)'/g)].map(
        ([, double, single]) => double ?? single,
      );
      return [key.toLowerCase(), (quoted.length > 0 ? quoted.join(', ') : value).trim() || null];
    }),
  );
}

/** What front matter says under the names that are usual. */
function besideOf(fields: Fields): Beside {
  const first = (...keys: string[]): string | null =>
    keys.map((key) => fields.get(key)).find(Boolean) ?? null;
  return {
    title: first('title', 'headline'),
    outlet: first('outlet', 'publication', 'publisher', 'site', 'site_name', 'source'),
    date: first('date', 'published', 'publishdate', 'pubdate', 'published_at', 'created'),
    url: first('url', 'canonical_url', 'canonical', 'link', 'source_url', 'source'),
    author: first('author', 'authors', 'byline'),
    language: first('language', 'lang', 'locale'),
  };
}

const words = (value: unknown): string | null => {
  if (typeof value === 'string') return value.trim() || null;
  if (Array.isArray(value)) return value.flatMap((one) => words(one) ?? []).join(', ') || null;
  if (typeof value === 'object' && value !== null && 'name' in value) return words(value.name);
  return null;
};

type Node = ReturnType<typeof fromMarkdown>['children'][number] | ReturnType<typeof fromMarkdown>;

/** Paragraphs with an empty line between them; code, pictures and raw HTML left out. A first heading of the first level is the title. */
function proseOf(root: ReturnType<typeof fromMarkdown>): {
  readonly title: string | null;
  readonly prose: string;
} {
  const [first, ...rest] = root.children;
  const title = first?.type === 'heading' && first.depth === 1 ? inline(first) : null;
  const blocks = title === null ? root.children : rest;
  return { title, prose: blocks.flatMap(paragraphsOf).join('\n\n') };
}

function paragraphsOf(node: Node): readonly string[] {
  if (node.type === 'code' || node.type === 'html' || node.type === 'definition') return [];
  if (node.type === 'paragraph' || node.type === 'heading')
    return [inline(node)].filter((text) => text !== '');
  return 'children' in node ? node.children.flatMap(paragraphsOf) : [];
}

function inline(node: Node): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value;
  if (node.type === 'break') return '\n';
  return 'children' in node ? node.children.map(inline).join('').trim() : '';
}
