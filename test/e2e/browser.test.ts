/** The real Neo4j Browser of the real server: the style sheet is taken, the guide opens, and its queries draw. */

import { mkdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { styleSheet } from '../../src/export/neo4j-browser.ts';
import { NODES, RELATIONSHIPS } from '../../src/graph/schema.ts';
import { ingest } from '../../src/ingest.ts';
import { articlesOf, openStages } from '../../src/reading.ts';
import { settle } from '../../src/settle.ts';
import { openStore } from '../../src/store/open.ts';
import { findProgram } from '../support/neo4j/java.ts';
import { empty, logIn, onEachServer } from '../support/neo4j/servers.ts';

const ROOT = join(import.meta.dirname, '../..');
const SHOTS = join(ROOT, 'test-artifacts/browser');
const FOLDER = join(ROOT, 'cypher/browser');
const CHROMIUM =
  process.env.CHROMIUM ??
  ['chromium', 'chromium-browser', 'google-chrome'].map(findProgram).find((path) => path !== null);

const guide = readFileSync(join(FOLDER, 'guide.html'), 'utf8');
const unescaped = (html: string) =>
  html.replaceAll('&gt;', '>').replaceAll('&lt;', '<').replaceAll('&amp;', '&');
const STEPS = [...guide.matchAll(/<pre[^>]*>([\s\S]*?)<\/pre>/g)].map((m) => unescaped(m[1]!));

it('has a style sheet that follows the schema', () => {
  const sheet = readFileSync(join(FOLDER, 'hearsay.grass'), 'utf8');
  expect(sheet).toBe(styleSheet());
  for (const { label, kinds } of NODES)
    for (const l of kinds.length > 0 ? kinds : [label]) expect(sheet).toContain(`node.${l} {`);
  for (const { type } of RELATIONSHIPS) expect(sheet).toContain(`relationship.${type} {`);
});

it('is there where it must be', () => {
  if (process.env.CI === 'true') expect(CHROMIUM).toBeDefined();
});

describe.skipIf(!CHROMIUM)('Neo4j Browser', () => {
  let files: Server;
  let browser: Browser;
  let address = '';
  beforeAll(async () => {
    mkdirSync(SHOTS, { recursive: true });
    files = createServer(({ url }, response) => {
      const name = ['hearsay.grass', 'guide.html'].find((n) => url === `/${n}`);
      response.writeHead(name ? 200 : 404, {
        'Access-Control-Allow-Origin': '*',
        'Access-Control-Allow-Headers': '*',
      });
      response.end(name && readFileSync(join(FOLDER, name)));
    });
    await new Promise<void>((resolve) => files.listen(0, 'localhost', resolve));
    address = `http://localhost:${(files.address() as { port: number }).port}`;
    browser = await chromium.launch({ executablePath: CHROMIUM!, args: ['--no-sandbox'] });
  });
  afterAll(async () => {
    await browser?.close();
    files?.close();
  });

  onEachServer((server) => {
    it.skipIf(server.http === null)('draws the founding article by the guide', async () => {
      logIn(server);
      await empty(server);
      const store = await openStore(server.uri);
      const stages = await openStages('model');
      const founding = join(ROOT, 'data/articles/founding.txt');
      await ingest(articlesOf([founding], { extractor: 'model', date: null, outlet: null }), store, stages);
      await settle(store);
      await store.close();

      const page = await browser.newPage({ viewport: { width: 1400, height: 1000 } });
      const shot = (name: string) => page.screenshot({ path: join(SHOTS, `${server.name}-${name}.png`) });
      await page.goto(`${server.http}/browser/`);
      await page.getByTestId('bolt-scheme-select').selectOption('bolt://');
      await page.getByTestId('boltaddress').fill(new URL(server.uri).host);
      await page.getByTestId('username').fill(server.username);
      await page.getByTestId('password').fill(server.password);
      await page.getByTestId('connect').click();
      await page
        .getByText(/You are connected as user|successfully/i)
        .first()
        .waitFor({ timeout: 60_000 });

      await command(page, `:style ${address}/hearsay.grass`);
      await page.waitForTimeout(1000);
      await command(page, ':style');
      await page.waitForTimeout(2000);
      await shot('style');
      await newest(page).getByText('node.Claim').first().waitFor();

      await command(page, `:play ${address}/guide.html`);
      await page.getByText('Who says so?').first().waitFor();
      await page.waitForTimeout(1500);
      await shot('guide');

      const drawn: string[][] = [];
      for (const [i, query] of STEPS.entries()) {
        // Browser keeps no more than fifteen frames.
        await command(page, ':clear');
        await command(page, query);
        await newest(page).locator('svg g.node, table tbody tr').first().waitFor();
        expect(
          await newest(page)
            .getByText(/Neo\.ClientError|ERROR/)
            .count(),
        ).toBe(0);
        if (/RETURN (about|p)\b/.test(query)) {
          await page.waitForTimeout(1500);
          const captions = await newest(page).locator('svg g.node text.caption').allTextContents();
          const fills = await newest(page)
            .locator('svg g.node circle.b-outline')
            .evaluateAll((circles) => circles.map((c) => c.getAttribute('fill') ?? ''));
          drawn.push(captions.filter((c) => c.trim() !== ''));
          expect(fills).not.toContain('#A5ABB6');
        }
        await shot(`step-${String(i + 1).padStart(2, '0')}`);
      }
      expect(STEPS.length).toBeGreaterThanOrEqual(12);
      for (const captions of drawn) expect(captions.length).toBeGreaterThan(0);
      await page.close();
    });
  });
});

/** Types into Browser's editor and runs it. */
async function command(page: Page, text: string): Promise<void> {
  const before = await page.getByTestId('frame').count();
  await page.getByTestId('activeEditor').locator('.monaco-editor').first().click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(text);
  await page.getByTestId('editor-Run').click();
  if (text === ':clear') await page.getByTestId('frame').first().waitFor({ state: 'detached' });
  else if (!text.startsWith(':style http')) await page.getByTestId('frame').nth(before).waitFor();
}

/** Frames are stacked, the newest on top. */
const newest = (page: Page) => page.getByTestId('frame').first();
