// Markup to a tree, and a tree to running text. Nothing in it is run or loaded.
import { DOMParser, parseHTML } from 'linkedom';

/** What of the document object model is used here. */
export interface DomNode {
  readonly nodeType: number;
  readonly textContent: string | null;
  readonly firstChild: DomNode | null;
  readonly nextSibling: DomNode | null;
}
export interface DomElement extends DomNode {
  readonly localName: string;
  readonly children: Iterable<DomElement>;
  getAttribute(name: string): string | null;
  querySelector(selector: string): DomElement | null;
  querySelectorAll(selector: string): Iterable<DomElement>;
}
export interface DomDocument extends DomElement {
  readonly documentElement: DomElement | null;
}

/** Elements in one another; browsers cut at 512. Deeper trees take time that grows with the square of their depth. */
const DEEPEST = 1000;
/** Tags and entities in one document, each a node: a hundred times a long article's. */
const MOST_NODES = 100_000;

export const MARKUP_PROBLEMS = {
  deep: `nests more than ${DEEPEST} elements in one another: save its text`,
  many: `holds more than ${MOST_NODES.toLocaleString('en')} tags: save its text`,
} as const;

/** Elements whose content is no markup. */
const RAW = /^<(script|style|textarea|title|xmp|iframe|noembed|noframes)(?=[\s/>])/i;
/** Elements that never hold others or that a sibling ends. */
const FLAT = new Set(
  'area base br col embed hr img input link meta source track wbr p li dt dd td th tr option'.split(' '),
);
const TAG = /^<(\/?)([a-z][^\s/>]*)/i;

/** Why markup is not parsed, by a scan of its tags; null where it may be. O(length). */
export function markupProblem(markup: string): string | null {
  let [depth, nodes] = [0, 0];
  for (let at = markup.indexOf('&'); at >= 0; at = markup.indexOf('&', at + 1))
    if (++nodes > MOST_NODES) return MARKUP_PROBLEMS.many;
  for (let at = markup.indexOf('<'); at >= 0; at = markup.indexOf('<', at + 1)) {
    if (++nodes > MOST_NODES) return MARKUP_PROBLEMS.many;
    const here = markup.slice(at, at + 40);
    const past = endOfRaw(markup, at, here);
    if (past === -1) return null;
    if (past > at) {
      at = past;
      continue;
    }
    const [, close, name = ''] = TAG.exec(here) ?? [];
    if (close === undefined || FLAT.has(name.toLowerCase())) continue;
    depth = close === '' ? depth + 1 : Math.max(0, depth - 1);
    if (depth > DEEPEST) return MARKUP_PROBLEMS.deep;
  }
  return null;
}

/** Why XML is not parsed; null where it may be. */
export const xmlProblem = (xml: string): string | null =>
  /<!ENTITY\s/i.test(xml)
    ? 'declares XML entities of its own, which are not read: save it without them'
    : markupProblem(xml);

/** Where a comment, section or raw element that begins here ends; -1 where it never does, `at` where none begins. */
function endOfRaw(markup: string, at: number, here: string): number {
  if (here.startsWith('<!--')) return markup.indexOf('-->', at + 4);
  if (here.startsWith('<![CDATA[')) return markup.indexOf(']]>', at);
  const raw = RAW.exec(here)?.[1];
  if (raw === undefined) return at;
  const end = new RegExp(`</${raw}`, 'gi');
  end.lastIndex = at;
  return end.exec(markup)?.index ?? -1;
}

/** Tags that only say what part of a page follows. */
const STRUCTURE = /<!doctype[^>]{0,1000}>|<\/?(?:html|head|body)(?:\s[^<>]{0,1000})?>/gi;

const TITLE = /<title[^<>]{0,200}>[^<]{0,2000}<\/title\s{0,20}>/i;

/** A page as a tree, whatever of `html`, `head` and `body` it leaves out. `markupProblem` must have found none. */
export function parsePage(html: string): DomDocument {
  if (/<body[\s>]/i.test(html) && /<html[\s>]/i.test(html)) return parseHTML(html).document;
  const opening = /<html[^<>]{0,1000}>/i.exec(html)?.[0] ?? '<html>';
  const title = TITLE.exec(html)?.[0] ?? '';
  const body = html.replace(TITLE, '').replace(STRUCTURE, '');
  return parseHTML(`${opening}<head>${title}</head><body>${body}</body></html>`).document;
}

/** XML as a tree. Entities that a document declares for itself are left as they stand. */
export const parseXml = (xml: string): DomDocument =>
  new DOMParser().parseFromString(xml, 'text/xml') as unknown as DomDocument;

/** What is no part of the prose: pictures and their captions, controls, code. */
const SKIPPED = new Set(
  'script style noscript template iframe object svg math canvas audio video figure figcaption form button select input textarea nav dialog head'.split(
    ' ',
  ),
);
const BLOCKS = new Set(
  'address article aside blockquote body center dd details div dl dt fieldset footer h1 h2 h3 h4 h5 h6 header hl1 hl2 hr html li main ol p pre section summary table tbody tfoot thead tr ul block body.content media nitf inlineXML'.split(
    ' ',
  ),
);
const TEXT = 3;
const CDATA = 4;
const ELEMENT = 1;

/** The prose of a tree: one paragraph a block, an empty line between them, white space made single. */
export function proseOf(root: DomNode): string {
  const paragraphs: string[] = [];
  let open = '';
  const flush = (): void => {
    const lines = open.split('\n').map((line) => line.replace(/\s+/g, ' ').trim());
    const paragraph = lines.filter((line) => line !== '').join('\n');
    if (paragraph !== '') paragraphs.push(paragraph);
    open = '';
  };
  const visit = (node: DomNode): void => {
    if (node.nodeType === TEXT || node.nodeType === CDATA) {
      open += (node.textContent ?? '').replace(/\s+/g, ' ').replace(INVISIBLE, '');
      return;
    }
    const name = node.nodeType === ELEMENT ? (node as DomElement).localName : '';
    if (SKIPPED.has(name)) return;
    if (name === 'br') open += '\n';
    else if (name === 'td' || name === 'th') open += ' ';
    const block = BLOCKS.has(name);
    if (block) flush();
    if (name === 'q') open += '“';
    for (let child = node.firstChild; child !== null; child = child.nextSibling) visit(child);
    if (name === 'q') open += '”';
    if (block) flush();
  };
  visit(root);
  flush();
  return paragraphs.join('\n\n');
}

/** Soft hyphens, zero-width spaces and byte order marks: where a line may break, no part of a word. */
const INVISIBLE = /[\u00ad\u200b\ufeff]/g;

/** The prose of a piece of HTML, as feeds and wires carry it; plain text stays what it is. Null where it is not to be parsed. */
export function proseOfFragment(html: string): string | null {
  if (markupProblem(html) !== null) return null;
  return proseOf(parseHTML(`<html><body>${html}</body></html>`).document);
}

/** The words of a title that may hold markup or entities, on one line. */
export const titleOfFragment = (html: string): string | null =>
  (proseOfFragment(html) ?? '').replace(/\s+/g, ' ').trim() || null;
