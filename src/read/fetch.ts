// One page from the web: only what was asked for, only from public hosts, within bounds of time and size.
import { type LookupAddress, lookup } from 'node:dns';
import http, { type IncomingMessage, type RequestOptions } from 'node:http';
import https from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { promisify } from 'node:util';
import { isPublicAddress } from './address.ts';
import { LARGEST_TEXT } from './bytes.ts';
import { charsetOf } from './mime.ts';
import type { Fetched } from './types.ts';

export interface FetchOptions {
  /** The addresses of a host. */
  readonly resolve?: (host: string) => Promise<readonly LookupAddress[]>;
  /** Which of them may be connected to. */
  readonly isAllowed?: (address: string) => boolean;
  /** Milliseconds for everything: names, redirects and the last byte. */
  readonly time?: number;
  /** Bytes of the page. */
  readonly size?: number;
}

const MOST_REDIRECTS = 5;
const DEFAULTS: Required<FetchOptions> = {
  resolve: (host) => promisify(lookup)(host, { all: true }),
  isAllowed: isPublicAddress,
  time: 30_000,
  size: LARGEST_TEXT,
};
const READ_TYPES =
  /^(?:text\/[\w.+-]+|application\/(?:[\w.-]+\+)?(?:xml|json)|application\/(?:x-)?(?:gzip|ndjson|jsonlines|jsonl|warc)|message\/rfc822|application\/octet-stream)\s*(?:;|$)/i;

/** Why a page was not got; the message is for people. */
const refused = (message: string): Error => Object.assign(new Error(message), { refused: true });

/**
 * Gets what stands at an http or https address, after at most five redirects. Every host on the way is resolved, its addresses
 * are checked, and the connection goes to the address that was checked, whatever the name resolves to by then (DNS rebinding).
 * Sends no cookies and no credentials. Never throws: what went wrong is a message.
 */
export async function fetchPage(address: string, options: FetchOptions = {}): Promise<Fetched> {
  const settings = { ...DEFAULTS, ...options };
  const deadline = AbortSignal.timeout(settings.time);
  try {
    if (!URL.canParse(address)) throw refused('is no web address: check it');
    let url = new URL(address);
    for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
      const response = await request(url, settings, deadline);
      const next = locationOf(response, url);
      if (next === null) return await pageOf(response, url, settings.size, deadline);
      response.destroy();
      url = next;
    }
    return { message: `redirects more than ${MOST_REDIRECTS} times: give the address where it ends` };
  } catch (error) {
    return { message: problemOf(error, deadline.aborted, settings.time) };
  }
}

async function request(
  url: URL,
  settings: Required<FetchOptions>,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw refused(`leads to ${url.protocol} and only http and https are followed: save the page`);
  if (url.username !== '' || url.password !== '')
    throw refused('holds a name or password: give the address without them');
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const found = isIP(host) === 0 ? await withTime(settings.resolve(host), signal) : [];
  const addresses = isIP(host) === 0 ? found : [{ address: host, family: isIP(host) }];
  const [checked] = addresses;
  if (checked === undefined) throw refused('names a host that is not known: check the address');
  if (!addresses.every(({ address }) => settings.isAllowed(address)))
    throw refused(`leads to ${host}, which is no public host: save the page`);
  const pinned: LookupFunction = (_host, { all }, done) =>
    all ? done(null, [checked]) : done(null, checked.address, checked.family);
  return new Promise((resolve, reject) => {
    const headers = {
      accept: 'text/html, */*;q=0.5',
      'accept-encoding': 'identity',
      'user-agent': 'hearsay',
    };
    const how: RequestOptions = { agent: false, lookup: pinned, headers, signal, maxHeaderSize: 32 * 1024 };
    const sent = url.protocol === 'https:' ? https.get(url, how, resolve) : http.get(url, how, resolve);
    sent.on('error', reject);
  });
}

/** Names are looked up by the system, which no signal stops: waiting for them ends all the same. */
const withTime = <T>(promise: Promise<T>, signal: AbortSignal): Promise<T> =>
  Promise.race([
    promise,
    new Promise<never>((_, reject) =>
      signal.addEventListener('abort', () => reject(signal.reason), { once: true }),
    ),
  ]);

/** Where a redirect leads; null for what is none. */
function locationOf({ statusCode = 0, headers }: IncomingMessage, from: URL): URL | null {
  if (![301, 302, 303, 307, 308].includes(statusCode) || headers.location === undefined) return null;
  if (!URL.canParse(headers.location, from.href)) throw refused('redirects to no address: check the address');
  return new URL(headers.location, from);
}

async function pageOf(
  response: IncomingMessage,
  url: URL,
  size: number,
  signal: AbortSignal,
): Promise<Fetched> {
  const type = response.headers['content-type'] ?? 'text/html';
  const problem =
    response.statusCode !== 200
      ? `answered with status ${response.statusCode}: check the address, or save the page`
      : !READ_TYPES.test(type)
        ? `is ${type.split(';', 1)[0]?.slice(0, 60)}, which is not read: give an address of text`
        : null;
  const chunks: Uint8Array[] = [];
  let length = 0;
  if (problem === null)
    for await (const chunk of response as AsyncIterable<Uint8Array>) {
      length += chunk.length;
      if (length > size) break;
      chunks.push(chunk);
    }
  response.destroy();
  // A page whose length nobody told ends where its connection does, also where that was cut off.
  signal.throwIfAborted();
  if (problem !== null) return { message: problem };
  if (length > size) return { message: `is larger than ${size / 1024 / 1024} MB: save what you need of it` };
  async function* bytes(): AsyncGenerator<Uint8Array> {
    yield* chunks;
  }
  return { bytes: bytes(), served: { charset: charsetOf(type), url: url.href } };
}

function problemOf(error: unknown, late: boolean, time: number): string {
  if (late) return `did not answer within ${time / 1000} s: try again, or save the page`;
  if (!(error instanceof Error)) return 'could not be got: check the address';
  if ('refused' in error) return error.message;
  const code = 'code' in error ? String(error.code) : 'unknown error';
  return code === 'ENOTFOUND' || code === 'EAI_AGAIN'
    ? 'names a host that is not known: check the address'
    : `could not be got (${code}): check the address`;
}
