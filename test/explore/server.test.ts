import { request } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Decided } from '../../src/explore/api/decisions.ts';
import type { QuestionPage } from '../../src/explore/api/questions.ts';
import { hostNames, isLoopback } from '../../src/explore/guard.ts';
import { remote } from '../../src/explore/remote.ts';
import { type Served, serve } from '../../src/explore/server.ts';
import { groundInMemory, openSession } from '../../src/explore/session.ts';
import { goldReadings } from '../support/gold-readings.ts';

const files = new Map([
  ['index.html', Buffer.from('<!doctype html><title>page</title>')],
  ['explore.js', Buffer.from('1')],
  ['secret.key', Buffer.from('never given')],
]);

let served: Served;
beforeAll(async () => {
  const ground = groundInMemory(goldReadings('00-founding'), 'a test');
  const explore = await openSession(ground, 'tester');
  served = await serve({
    explore,
    files,
    page: async () => '<!doctype html>all',
    host: '127.0.0.1',
    port: 0,
  });
});
afterAll(() => served.close());

interface Asking {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string | string[]>>;
  readonly body?: string | Buffer;
}

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** As it stands: no address is tidied up, no header filled in but the host. */
function ask({ method = 'GET', path = '/', headers = {}, body }: Asking): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port: served.port, method, path, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }),
      );
      response.on('error', reject);
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

const withToken = () => ({ 'X-Hearsay-Token': served.token });
const api = (path: string, more: Asking = {}) =>
  ask({ ...more, path: `/api/${path}`, headers: { ...withToken(), ...more.headers } });
const post = (body: string | Buffer, headers: Asking['headers'] = {}) =>
  api('decisions', { method: 'POST', body, headers: { 'Content-Type': 'application/json', ...headers } });

describe('the page', () => {
  it('comes without a token, under a policy that allows nothing from elsewhere', async () => {
    const { status, headers, body } = await ask({});
    expect({ status, body }).toEqual({ status: 200, body: '<!doctype html><title>page</title>' });
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    });
    expect(headers['access-control-allow-origin']).toBeUndefined();
  });

  it.each([
    '/../package.json',
    '/..%2fpackage.json',
    '/%2e%2e/%2e%2e/etc/passwd',
    '//etc/passwd',
    '/client/../../package.json',
    '/secret.key',
    '/__proto__',
    '/explore.js/',
    '/explore.js%00.html',
    'http://example.org/package.json',
  ])('gives no file but its own: %s', async (path) => {
    const { status, body } = await ask({ path, headers: withToken() });
    expect(status).toBe(404);
    expect(body).not.toContain('never given');
  });

  it.each(['/%', '/%zz', '/api/%c0%ae'])('does not fall over a malformed address: %s', async (path) => {
    expect((await ask({ path, headers: withToken() })).status).toBe(400);
  });
});

describe('whoever asks', () => {
  it.each([
    ['no token', {}],
    ['an empty one', { 'X-Hearsay-Token': '' }],
    ['another one', { 'X-Hearsay-Token': 'A'.repeat(32) }],
    ['one too long', { 'X-Hearsay-Token': 'A'.repeat(5000) }],
  ])('is refused with %s', async (_, headers) => {
    for (const path of ['/api/overview', '/api/decisions', '/api/nothing', '/export.html', '/api'])
      expect((await ask({ path, headers })).status).toBe(401);
  });

  it('does not get in with the token in the address', async () => {
    expect((await ask({ path: `/api/overview?token=${served.token}` })).status).toBe(401);
  });

  it.each([
    'evil.example',
    'evil.example:80',
    '127.0.0.1',
    '127.0.0.1:1',
    '127.0.0.1.evil.example',
    'localhost.evil.example',
  ])('is refused under the foreign host %j', async (host) => {
    for (const path of ['/', '/api/overview'])
      expect((await ask({ path, headers: { ...withToken(), Host: host } })).status).toBeGreaterThanOrEqual(
        400,
      );
  });

  it('may use any name of this machine', async () => {
    for (const name of ['localhost', 'LOCALHOST', '127.0.0.1', '[::1]'])
      expect((await api('overview', { headers: { Host: `${name}:${served.port}` } })).status).toBe(200);
  });

  it.each(['http://evil.example', 'null', 'http://127.0.0.1', 'http://localhost:1', 'https://127.0.0.1'])(
    'is refused from the origin %s',
    async (origin) => {
      expect((await api('overview', { headers: { Origin: origin } })).status).toBe(403);
      expect((await post('{}', { Origin: origin })).status).toBe(403);
    },
  );

  it('is refused from another site whatever it holds', async () => {
    for (const site of ['cross-site', 'same-site'])
      expect((await api('overview', { headers: { 'Sec-Fetch-Site': site } })).status).toBe(403);
    const own = { Origin: `http://127.0.0.1:${served.port}`, 'Sec-Fetch-Site': 'same-origin' };
    expect((await api('overview', { headers: own })).status).toBe(200);
  });

  it('gets no answer to what browsers ask before they let other pages in', async () => {
    const asked = await api('decisions', { method: 'OPTIONS', headers: { Origin: 'http://evil.example' } });
    expect(asked.status).toBe(403);
    expect(asked.headers['access-control-allow-origin']).toBeUndefined();
  });
});

describe('what is asked', () => {
  it.each([
    ['POST', 'overview'],
    ['DELETE', 'claims/x'],
    ['PUT', 'decisions'],
    ['PATCH', 'decisions/d-1'],
    ['GET', 'decisions/d-1'],
  ])('may read, or decide, and nothing else: %s %s', async (method, path) => {
    const { status, headers } = await api(path, { method });
    expect(status).toBe(405);
    expect(headers.allow).toBeDefined();
  });

  it.each([
    ['nothing', 404],
    ['claims/x/y', 404],
    ['claims/x', 404],
    ['articles/__proto__', 404],
    ['around/x', 404],
    ['path?from=x', 404],
    ['claims?status=great', 400],
    ['claims?limit=1000000', 400],
    ['network?node=Secret', 400],
    ['search?limit=-1', 400],
  ])('%s is answered with %i', async (path, status) => {
    const { status: given, headers } = await api(path);
    expect(given).toBe(status);
    expect(headers['content-type']).toBe('application/json; charset=utf-8');
  });

  it.each([
    ['', 400],
    ['null', 400],
    ['[]', 400],
    ['{"kind":"answer"', 400],
    ['{"kind":"answer"}', 400],
    ['{"kind":"answer","question":["q"],"answer":"yes"}', 400],
    ['{"kind":"answer","question":"nowhere","answer":"yes"}', 404],
    ['{"kind":"rate","source":"x","reliability":"Z"}', 400],
    ['{"kind":"official","source":"x","official":"yes"}', 400],
    ['{"kind":"reject","mention":"nowhere"}', 404],
    ['{"kind":"__proto__"}', 400],
    [`{"kind":"reject","mention":"${'m'.repeat(1000)}"}`, 400],
    [Buffer.from([0xff, 0xfe, 0x00]), 400],
    ['['.repeat(60_000), 400],
  ])('a decision has a shape: %#', async (body, status) => {
    const { status: given, body: answer } = await post(body);
    expect(given).toBe(status);
    expect(JSON.parse(answer)).toHaveProperty('error');
    expect(JSON.parse((await api('decisions')).body)).toEqual([]);
  });

  it('is not read where it is too large, or no JSON', async () => {
    expect((await post('x'.repeat(70_000))).status).toBe(413);
    expect((await post('{}', { 'Content-Type': 'text/plain' })).status).toBe(415);
    expect((await post('{}', { 'Content-Type': 'application/x-www-form-urlencoded' })).status).toBe(415);
    expect((await api('overview')).status).toBe(200);
  });

  it('may be no HTTP at all', async () => {
    await new Promise<void>((resolve) => {
      const socket = connect(served.port, '127.0.0.1', () => socket.end('\u0000\u0001 not http\r\n\r\n'));
      socket
        .on('close', () => resolve())
        .on('error', () => {})
        .resume();
    });
    expect((await api('overview')).status).toBe(200);
  });
});

describe('the analyst', () => {
  const explore = () => remote(`http://127.0.0.1:${served.port}/`, served.token);
  const reliance = ({ rows }: QuestionPage) => rows.find((row) => row.kind === 'reliance')!;

  it('answers a question, sees what it changes, and takes it back', async () => {
    const before = await explore().questions({ offset: 0, limit: 10 });
    const question = reliance(before);
    const made = await explore().decide({
      kind: 'answer',
      question: question.id,
      answer: 'yes',
      note: 'seen',
    });
    expect(made.changed).toMatchObject([
      {
        text: 'Ukrainian forces captured a North Korean soldier',
        before: { status: 'independence-open', independentMin: 1, independentMax: 2 },
        after: { status: 'single-source', independentMin: 1, independentMax: 1 },
      },
    ]);
    expect(made.decision).toMatchObject({ by: 'tester', note: 'seen' });
    expect((await explore().decisions()).map((d) => d.id)).toEqual([made.decision.id]);
    expect((await explore().claim(made.changed[0]!.claim))!.assessment.independentMax).toBe(1);
    const undone = await explore().undo(made.decision.id);
    expect(undone.changed[0]).toMatchObject({ after: made.changed[0]!.before });
    expect(await explore().decisions()).toEqual([]);
    expect(await explore().questions({ offset: 0, limit: 10 })).toEqual(before);
  });

  it('may decide twice at once: one after the other', async () => {
    const { rows } = await explore().questions({ offset: 0, limit: 10 });
    const results = await Promise.allSettled(
      rows.map((row) => explore().decide({ kind: 'answer', question: row.id, answer: 'no', note: null })),
    );
    const made = results.flatMap((r): Decided[] => (r.status === 'fulfilled' ? [r.value] : []));
    expect(made).toHaveLength(rows.length);
    expect(made.at(-1)!.changed.length + made[0]!.changed.length).toBeGreaterThan(0);
    expect((await explore().overview()).counts.questions).toBe(0);
    for (const { decision } of made) await explore().undo(decision.id);
  });

  it('is told what went wrong in words', async () => {
    await expect(explore().undo('d-none')).rejects.toThrow('no decision d-none');
    await expect(
      explore().decide({ kind: 'same', a: 'nowhere', b: 'elsewhere', note: null }),
    ).rejects.toThrow(/nowhere/);
    await expect(remote(`http://127.0.0.1:${served.port}/`, 'wrong').overview()).rejects.toThrow(/token/);
    await expect(remote('http://127.0.0.1:1/', '').overview()).rejects.toThrow(/still running/);
    expect(await explore().claim('nowhere')).toBeNull();
    expect(await (await explore().page()).text()).toBe('<!doctype html>all');
  });
});

describe('the address', () => {
  it('is loopback, with a token that nobody guesses', () => {
    expect(served.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]{32}$/);
  });

  it('tells this machine from others', () => {
    for (const host of ['127.0.0.1', '127.9.9.9', '::1', 'localhost']) expect(isLoopback(host)).toBe(true);
    for (const host of ['0.0.0.0', '::', '192.168.0.1', '127.evil.example', 'localhost.evil.example'])
      expect(isLoopback(host)).toBe(false);
    expect([...hostNames('192.168.0.7', 80)]).toEqual(['192.168.0.7:80']);
    expect(hostNames('::1', 80)).toContain('[::1]:80');
  });

  it('of a port that is taken is refused in one line', async () => {
    const again = serve({
      explore: remote('', ''),
      files,
      page: async () => '',
      host: '127.0.0.1',
      port: served.port,
    });
    await expect(again).rejects.toThrow(/in use/);
  });
});
