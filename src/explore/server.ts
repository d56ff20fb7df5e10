/** The explorer over HTTP: the page, and what it asks for. Routes only; every answer is made elsewhere. */

import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';
import { EXIT, HearsayError, messageOf } from '../errors.ts';
import { type Explore, TOKEN_HEADER } from './api.ts';
import { type Caller, hostNames, refusal } from './guard.ts';
import { type PageFiles, SERVED_POLICY } from './page.ts';
import { answer, methodsOf } from './routes.ts';

export interface Served {
  /** With the token: whoever has it can see and decide everything. */
  readonly address: string;
  readonly token: string;
  readonly port: number;
  /** Ends open connections too. */
  close(): Promise<void>;
}

export interface Serving {
  readonly explore: Explore;
  readonly files: PageFiles;
  /** Everything as one self-contained page, or why that cannot be had (a `HearsayError`). */
  readonly page: () => Promise<string>;
  readonly host: string;
  /** 0: any that is free. */
  readonly port: number;
}

/** Largest body of a request, in bytes. */
const LARGEST = 64 * 1024;

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

/** Throws a `HearsayError` where the port cannot be had. */
export async function serve(serving: Serving): Promise<Served> {
  const token = randomBytes(24).toString('base64url');
  let hosts: ReadonlySet<string> = new Set();
  const server = createServer((request, response) => {
    respond(serving, hosts, token, request)
      .catch(failed)
      .then((reply) => send(response, reply))
      .catch(() => response.destroy());
  });
  server.requestTimeout = 30_000;
  server.headersTimeout = 10_000;
  const port = await listening(server, serving);
  hosts = hostNames(serving.host, port);
  const [name] = hosts;
  return {
    address: `http://${name}/?token=${token}`,
    token,
    port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listening(server: Server, { host, port }: Serving): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const why =
        cause.code === 'EADDRINUSE' ? 'is in use' : `cannot be had (${cause.code ?? cause.message})`;
      reject(
        new HearsayError(`port ${port} on ${host} ${why}`, { remedy: 'give another with --port', cause }),
      );
    });
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
  });
}

interface Reply {
  readonly status: number;
  readonly type: string;
  readonly body: string | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
}

const json = (status: number, value: unknown): Reply => ({
  status,
  type: 'application/json; charset=utf-8',
  body: JSON.stringify(value),
});

const failure = (status: number, error: string, headers?: Reply['headers']): Reply => ({
  ...json(status, { error }),
  ...(headers ? { headers } : {}),
});

const NOT_FOUND = failure(404, 'There is no such thing here.');

async function respond(
  serving: Serving,
  hosts: ReadonlySet<string>,
  token: string,
  request: IncomingMessage,
): Promise<Reply> {
  const url = addressOf(request.url ?? '/');
  const path = partsOf(url?.pathname ?? '');
  if (url === null || path === null) return failure(400, 'The address is malformed.');
  const isPage = path[0] !== 'api' && path[0] !== 'export.html';
  const refused = refusal(callerOf(request), hosts, isPage ? null : token);
  if (refused) return failure(refused.status, refused.error);
  const { method = '' } = request;
  const [first, ...rest] = path;
  if (first === 'api') {
    const methods = methodsOf(rest);
    if (methods.length === 0) return NOT_FOUND;
    if (!methods.includes(method)) return notAllowed(methods);
    if (method === 'POST' && mediaType(request) !== 'application/json')
      return failure(415, 'Only JSON is read.');
    const body = await bodyOf(request);
    if (body === null) return failure(413, 'The request is too large.', { Connection: 'close' });
    const value = await answer(serving.explore, { method, path: rest, params: url.searchParams, body });
    return value === null ? json(404, null) : json(200, value);
  }
  if (path.length > 1) return NOT_FOUND;
  if (method !== 'GET' && method !== 'HEAD') return notAllowed(['GET', 'HEAD']);
  if (first === 'export.html') return exported(serving);
  const name = first ?? 'index.html';
  const file = serving.files.get(name);
  const type = TYPES[extname(name)];
  return file && type ? { status: 200, type, body: file } : NOT_FOUND;
}

const exported = async ({ page }: Serving): Promise<Reply> => ({
  status: 200,
  type: TYPES['.html'] ?? '',
  body: await page(),
  headers: { 'Content-Disposition': 'attachment; filename="hearsay.html"' },
});

const notAllowed = (methods: readonly string[]): Reply =>
  failure(405, 'Not this way.', { Allow: methods.join(', ') });

const mediaType = (request: IncomingMessage): string =>
  (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';

/** Null where it is none. Only path and query count: whose the name is, is checked elsewhere. */
const addressOf = (url: string): URL | null =>
  URL.canParse(url, 'http://explore.invalid') ? new URL(url, 'http://explore.invalid') : null;

/** Null where it cannot be decoded. `/` has no parts. */
function partsOf(path: string): readonly string[] | null {
  try {
    return path === '/' ? [] : path.split('/').slice(1).map(decodeURIComponent);
  } catch {
    return null;
  }
}

function callerOf({ headers }: IncomingMessage): Caller {
  const one = (name: string): string | null => {
    const value = headers[name];
    return typeof value === 'string' ? value : null;
  };
  return {
    host: one('host'),
    origin: one('origin'),
    site: one('sec-fetch-site'),
    token: one(TOKEN_HEADER.toLowerCase()),
  };
}

/** Null where it is larger than anything that is asked here. */
async function bodyOf(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LARGEST) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** What went wrong, as an answer: faults of the program are not told apart to whoever asks. */
function failed(error: unknown): Reply {
  if (!(error instanceof HearsayError)) return failure(500, `The program failed: ${messageOf(error)}`);
  const status = { [EXIT.usage]: 400, [EXIT.nothingFound]: 404 }[error.exitCode as number] ?? 500;
  return failure(status, error.line);
}

function send(response: ServerResponse, { status, type, body, headers }: Reply): void {
  const bytes = typeof body === 'string' ? Buffer.from(body) : body;
  response.writeHead(status, {
    'Content-Type': type,
    'Content-Length': bytes.length,
    'Content-Security-Policy': SERVED_POLICY,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Cache-Control': 'no-store',
    ...headers,
  });
  response.end(response.req.method === 'HEAD' ? undefined : bytes);
}
