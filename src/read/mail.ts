// Mail (RFC 5322, MIME): press releases and newsletters. The plain text where there is one, else the HTML.
import PostalMime, { type Email } from 'postal-mime';
import { outletOfAddress } from '../gazetteer.ts';
import { type Beside, toArticle } from './article.ts';
import { gather, TOO_LARGE } from './bytes.ts';
import { articleOfPage } from './html.ts';
import type { ReadResult } from './types.ts';

/** Parts in one another, bytes of header, mails in a mail. */
const PARTS = { maxNestingDepth: 20, maxHeadersSize: 1 << 20, maxRfc822NestingDepth: 2 };

export async function* readMail(file: string, bytes: AsyncIterable<Uint8Array>): AsyncGenerator<ReadResult> {
  const whole = await gather(bytes);
  yield whole === null ? { file, message: TOO_LARGE } : await mailOf(file, whole);
}

/** One mail of at most as many bytes as a text may have. */
export async function mailOf(file: string, bytes: Uint8Array): Promise<ReadResult> {
  const mail = await PostalMime.parse(bytes, PARTS).catch(() => null);
  return mail === null
    ? { file, message: 'is no mail that can be read: save its text' }
    : articleOf(file, mail);
}

function articleOf(file: string, mail: Email): ReadResult {
  const from = mail.from?.address ?? null;
  const domain = from === null ? null : from.slice(from.lastIndexOf('@') + 1);
  const beside: Beside = {
    id: mail.messageId ?? null,
    title: mail.subject ?? null,
    outlet: domain === null ? null : outletOfAddress(`https://${domain}/`),
    date: headerOf(mail, 'date'),
    author: mail.from?.name || null,
    language: headerOf(mail, 'content-language'),
  };
  const text = (mail.text ?? '').replace(/\r\n?/g, '\n').trim();
  if (text !== '') return toArticle(file, text, beside);
  return mail.html
    ? articleOfPage(file, mail.html, beside)
    : { file, message: 'holds no text: save its text' };
}

/** As written: a date keeps its own time zone. */
const headerOf = (mail: Email, name: string): string | null =>
  mail.headers.find(({ key }) => key === name)?.value.trim() ?? null;
