// Web pages: their prose by Readability, what they say of themselves by their metadata.
import { Readability } from '@mozilla/readability';
import { outletOfAddress } from '../gazetteer.ts';
import { type Beside, toArticle } from './article.ts';
import { gather, TOO_LARGE } from './bytes.ts';
import { decodeMarkup } from './decode.ts';
import { type DomNode, markupProblem, parsePage, proseOf } from './dom.ts';
import { factsOf } from './metadata.ts';
import type { ReadResult, Served } from './types.ts';

export async function* readHtml(
  file: string,
  bytes: AsyncIterable<Uint8Array>,
  served: Served,
): AsyncGenerator<ReadResult> {
  const whole = await gather(bytes);
  yield whole === null ? { file, message: TOO_LARGE } : pageOf(file, whole, served);
}

/** One page of at most as many bytes as a text may have. */
export function pageOf(file: string, bytes: Uint8Array, served: Served): ReadResult {
  const decoded = decodeMarkup(bytes, served.charset);
  if ('problem' in decoded) return { file, message: decoded.problem };
  return articleOfPage(file, decoded.text, { url: served.url });
}

/** `beside`: what is known of the page before it is read; the page's own word wins. */
export function articleOfPage(file: string, html: string, beside: Beside): ReadResult {
  const problem = markupProblem(html);
  if (problem !== null) return { file, message: problem };
  const document = parsePage(html);
  // Before Readability, which takes the page apart.
  const { body, ...facts } = factsOf(document, beside.url ?? null);
  const heading = document.querySelector('h1')?.textContent?.replace(/\s+/g, ' ').trim() || null;
  const article = readable(document);
  const text = article?.prose || (body ?? '').trim();
  if (text === '') return { file, message: 'holds no article: save the page with its text' };
  return toArticle(file, text, {
    ...beside,
    ...Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== null)),
    outlet: facts.outlet ?? beside.outlet ?? outletOfAddress(facts.url),
    title: facts.title ?? article?.title ?? beside.title ?? heading,
    author: facts.author ?? beside.author ?? null,
  });
}

/** The main text and the title without the site's name; null where there is none. */
function readable(document: unknown): { readonly prose: string; readonly title: string | null } | null {
  const reader = new Readability<unknown>(document as ConstructorParameters<typeof Readability>[0], {
    serializer: (node) => node,
    disableJSONLD: true,
  });
  const found = reader.parse();
  if (found === null) return null;
  return {
    prose: proseOf(found.content as DomNode),
    title: found.title?.replace(/\s+/g, ' ').trim() || null,
  };
}
