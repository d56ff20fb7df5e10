// NewsML-G2 (IPTC): news items, alone or in a message, their text as XHTML, NITF or plain; and NITF by itself.
import { type Beside, toArticle } from './article.ts';
import { gather, TOO_LARGE } from './bytes.ts';
import { decodeMarkup } from './decode.ts';
import { type DomElement, type DomNode, parseXml, proseOf, xmlProblem } from './dom.ts';
import type { ReadResult, Served } from './types.ts';

export async function* readNewsml(
  file: string,
  bytes: AsyncIterable<Uint8Array>,
  served: Served,
): AsyncGenerator<ReadResult> {
  const whole = await gather(bytes);
  const decoded = whole === null ? { problem: TOO_LARGE } : decodeMarkup(whole, served.charset);
  const problem = 'problem' in decoded ? decoded.problem : xmlProblem(decoded.text);
  if (problem !== null || 'problem' in decoded) {
    yield { file, message: problem ?? TOO_LARGE };
    return;
  }
  const root = parseXml(decoded.text).documentElement;
  const items = root === null ? [] : nameOf(root) === 'nitf' ? [root] : itemsIn(root);
  if (items.length === 0) yield { file, message: 'holds no news item: give NewsML with its texts' };
  for (const [i, item] of items.entries())
    yield articleOfItem(items.length === 1 ? file : `${file}#${i + 1}`, item);
}

const itemsIn = (root: DomElement): readonly DomElement[] =>
  nameOf(root) === 'newsitem' ? [root] : [...all(root, 'newsitem')];

function articleOfItem(file: string, item: DomElement): ReadResult {
  const isNitf = nameOf(item) === 'nitf';
  const content = isNitf
    ? [first(item, 'body.content')]
    : [first(item, 'inlinexml'), first(item, 'inlinedata')];
  const held = content.find((element) => element !== null) ?? null;
  const body = held && (first(held, 'body.content') ?? first(held, 'body') ?? held);
  const prose = body === null ? '' : nameOf(body) === 'inlinedata' ? plain(body) : proseOf(body);
  if (prose === '') return { file, message: 'holds no text: give the item with its content' };
  return toArticle(file, prose, isNitf ? besideOfNitf(item) : besideOfItem(item));
}

/** The prose of a NITF document that another format carries; null where there is none. */
export function proseOfNitf(xml: string): string | null {
  const root = xmlProblem(xml) === null ? parseXml(xml).documentElement : null;
  const body = root && first(root, 'body.content');
  return (body && proseOf(body)) || null;
}

/** The item's own metadata; those of its parts are not asked. */
function besideOfItem(item: DomElement): Beside {
  const meta = first(item, 'contentmeta');
  const about = first(item, 'itemmeta');
  return {
    id: item.getAttribute('guid'),
    title: text(meta && first(meta, 'headline')) ?? text(about && first(about, 'title')),
    outlet:
      party(about && first(about, 'provider')) ??
      party(first(item, 'copyrightholder')) ??
      party(meta && first(meta, 'infosource')),
    date:
      text(about && first(about, 'firstcreated')) ??
      text(meta && first(meta, 'contentcreated')) ??
      text(about && first(about, 'versioncreated')),
    author: text(meta && first(meta, 'by')) ?? party(meta && first(meta, 'creator')),
    language: (meta && first(meta, 'language'))?.getAttribute('tag') ?? item.getAttribute('xml:lang'),
  };
}

const besideOfNitf = (nitf: DomElement): Beside => ({
  id: first(nitf, 'doc-id')?.getAttribute('id-string') ?? null,
  title: text(first(nitf, 'hl1')) ?? text(first(nitf, 'title')),
  outlet: first(nitf, 'pubdata')?.getAttribute('name') ?? text(first(nitf, 'distributor')),
  date: first(nitf, 'date.issue')?.getAttribute('norm') ?? text(first(nitf, 'story.date')),
  author: text(first(nitf, 'byline')),
});

/** A party by its name, else by what it is written as; codes are none. */
const party = (element: DomElement | null): string | null =>
  element === null
    ? null
    : (text(first(element, 'name')) ?? element.getAttribute('literal') ?? text(element));

const text = (element: DomElement | null): string | null =>
  element === null ? null : proseOf(element).replace(/\s+/g, ' ').trim() || null;

/** Plain text with its own line ends; empty lines part paragraphs. */
const plain = (element: DomElement): string => (element.textContent ?? '').trim();

const nameOf = ({ localName }: DomElement): string =>
  localName.slice(localName.indexOf(':') + 1).toLowerCase();

const first = (root: DomElement, name: string): DomElement | null => all(root, name).next().value ?? null;

const ELEMENT = 1;

/** The elements of a local name below an element, in order, without those inside one another. */
function* all(root: DomElement, name: string): Generator<DomElement, undefined> {
  for (let child: DomNode | null = root.firstChild; child !== null; child = child.nextSibling) {
    if (child.nodeType !== ELEMENT) continue;
    const element = child as DomElement;
    if (nameOf(element) === name) yield element;
    else yield* all(element, name);
  }
}
