import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { isPublicAddress } from '../../src/read/address.ts';
import { readArticles } from '../../src/read/articles.ts';
import { type FetchOptions, fetchPage } from '../../src/read/fetch.ts';
import type { ReadResult } from '../../src/read/types.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://news.example:${(server.address() as AddressInfo).port}`;
}

/** Every name is this machine, and it may be connected to. */
const HERE: FetchOptions = {
  resolve: async () => [{ address: '127.0.0.1', family: 4 }],
  isAllowed: () => true,
};

async function read(address: string, options: FetchOptions = HERE): Promise<ReadResult[]> {
  const results: ReadResult[] = [];
  const fetch = (url: string) => fetchPage(url, options);
  for await (const result of readArticles([address], { fetch })) results.push(result);
  return results;
}

const refusal = async (address: string, options: FetchOptions = HERE) => {
  const [first, ...others] = await read(address, options);
  expect(others).toEqual([]);
  expect(first).toMatchObject({ file: address, message: expect.stringMatching(/^[^\n]+: [^\n]+$/) });
  return first && 'message' in first ? first.message : '';
};

const PAGE =
  '<html><head><title>Ferry</title></head><body><p>Police said two men were hurt.</p></body></html>';

describe('a web address', () => {
  it('is asked only when that is wanted', async () => {
    for await (const result of readArticles(['https://news.example/a']))
      expect(result).toEqual({
        file: 'https://news.example/a',
        message: 'is a web address: add --fetch to get it',
      });
  });

  it('is read as the page that stands there after redirects, and is sent no cookies', async () => {
    const asked: (string | undefined)[] = [];
    const address = await serve((request, response) => {
      asked.push(request.headers.cookie, request.headers.authorization);
      if (request.url === '/a') response.writeHead(302, { location: '/b', 'set-cookie': 'a=b' }).end();
      else
        response
          .writeHead(200, { 'content-type': 'text/html; charset=iso-8859-1' })
          .end(Buffer.from(PAGE.replace('hurt', 'h\u00fcrt'), 'latin1'));
    });
    expect(await read(`${address}/a`)).toMatchObject([
      { file: `${address}/a`, text: 'Police said two men were hürt.', url: `${address}/b`, title: 'Ferry' },
    ]);
    expect(asked).toEqual([undefined, undefined, undefined, undefined]);
  });

  it('is given up after five redirects', async () => {
    let asked = 0;
    const address = await serve((_, response) => {
      response.writeHead(301, { location: `/${asked++}` }).end();
    });
    expect(await refusal(address)).toMatch(/redirects more than 5 times/);
    expect(asked).toBe(6);
  });

  it('is given up when it takes too long, to answer or to end', async () => {
    const silent = await serve(() => {});
    const slow = await serve((_, response) => {
      response.writeHead(200, { 'content-type': 'text/html' });
      const drip = setInterval(() => response.write('<p>'), 20);
      response.on('close', () => clearInterval(drip));
    });
    const lengthless = await serve((_, response) => {
      response.removeHeader('transfer-encoding');
      response.writeHead(200, { 'content-type': 'text/html', connection: 'close' });
      response.write(PAGE);
    });
    for (const address of [silent, slow, lengthless])
      expect(await refusal(address, { ...HERE, time: 300 })).toMatch(/did not answer within 0.3 s/);
    const stuck: FetchOptions = { ...HERE, time: 100, resolve: () => new Promise(() => {}) };
    expect(await refusal('http://news.example/', stuck)).toMatch(/did not answer/);
  });

  it('is given up when it is too large', async () => {
    const address = await serve((_, response) => {
      response.writeHead(200, { 'content-type': 'text/html' });
      const more = (): void => {
        while (response.write('x'.repeat(65_536)));
        response.once('drain', more);
      };
      more();
    });
    expect(await refusal(address, { ...HERE, size: 1 << 20 })).toMatch(/larger than 1 MB/);
  });

  it('is not followed to hosts that are not public, by name, number or redirect', async () => {
    let reached = false;
    const address = await serve((_, response) => {
      reached = true;
      response.end(PAGE);
    });
    const { port } = new URL(address);
    const rebound: FetchOptions = { resolve: async () => [{ address: '127.0.0.1', family: 4 }] };
    for (const target of [
      `http://news.example:${port}/`,
      `http://127.0.0.1:${port}/`,
      `http://2130706433:${port}/`,
      `http://0x7f.1:${port}/`,
      `http://[::1]:${port}/`,
      `http://[::ffff:127.0.0.1]:${port}/`,
      'http://169.254.169.254/latest/meta-data/',
    ])
      expect(await refusal(target, rebound)).toMatch(/no public host/);
    expect(reached).toBe(false);
    const lure = await serve((_, response) => {
      response.writeHead(302, { location: `http://127.0.0.1:${port}/` }).end();
    });
    const guarded: FetchOptions = {
      resolve: async () => [{ address: '127.0.0.1', family: 4 }],
      isAllowed: (() => {
        let first = true;
        return () => {
          const allowed = first;
          first = false;
          return allowed;
        };
      })(),
    };
    expect(await refusal(lure, guarded)).toMatch(/no public host/);
    expect(reached).toBe(false);
  });

  it.each([
    ['a name and password in it', 'http://user:pass@news.example/', /name or password/],
    ['an unknown host', 'http://nowhere.example/', /not known/],
  ])('with %s is refused', async (_, address, reason) => {
    const unknown: FetchOptions = { ...HERE, resolve: async () => [] };
    expect(await refusal(address, unknown)).toMatch(reason);
  });

  it.each([
    [{ location: 'file:///etc/passwd' }, 302, /only http and https/],
    [{ location: 'http://u:p@news.example/' }, 302, /name or password/],
    [{ 'content-type': 'image/png' }, 200, /image\/png, which is not read/],
    [{ 'content-type': 'text/html' }, 404, /status 404/],
  ])('that answers %o with %i is refused', async (headers, status, reason) => {
    const address = await serve((_, response) => {
      response.writeHead(status, headers).end('x');
    });
    expect(await refusal(address)).toMatch(reason);
  });
});

describe('public addresses', () => {
  it.each(['8.8.8.8', '2606:4700:4700::1111'])('%s is one', (address) =>
    expect(isPublicAddress(address)).toBe(true),
  );
  it.each([
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '127.8.8.8',
    '169.254.1.1',
    '172.16.0.1',
    '192.168.1.1',
    '224.0.0.1',
    '240.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    'fe80::1',
    'fd00::1',
    'ff02::1',
    '::ffff:10.0.0.1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    'news.example',
  ])('%s is none', (address) => expect(isPublicAddress(address)).toBe(false));
});
