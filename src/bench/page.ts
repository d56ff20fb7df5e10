/** How soon the explorer's page is drawn in a real browser without a graphics card, how smooth its network is, and how large it is. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { openStoreSession } from '../explore/open.ts';
import { pageFiles } from '../explore/page.ts';
import { type Served, serve } from '../explore/server.ts';
import { openStore } from '../store/open.ts';
import { simulated } from './parts.ts';

/** Milliseconds for which frames are counted. */
const WATCHED = 3000;

/**
 * `sizes`: statements in the store; about 300 are fifty articles. The browser is `chromium` or what CHROMIUM names; it must be run by
 * a developer's installation, for it is driven by a development dependency.
 */
export async function benchPage(sizes: readonly number[] = [300, 20_000]): Promise<void> {
  const files = pageFiles();
  const packed = [...files.values()].reduce((sum, file) => sum + gzipSync(file).length, 0);
  console.log(`page: ${(packed / 1000).toFixed(0)} KB gzipped`);
  const { chromium } = await import('playwright-core');
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  });
  for (const statements of sizes)
    await withPage(statements, async ({ address }) => {
      const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
      await page.goto(address);
      await page.locator('#chain-drawing').waitFor();
      const painted = await page.evaluate(
        'performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? NaN',
      );
      const drawn = await page.evaluate('performance.now()');
      console.log(
        `${statements} statements: first paint ${ms(painted)}, chains of the first claim ${ms(drawn)}`,
      );
      await page.getByRole('button', { name: 'Network' }).click();
      for (const nodes of ['1000', '10000']) await measureNetwork(page, nodes);
      await page.close();
    });
  await browser.close();
}

const ms = (value: unknown): string => `${Math.round(Number(value))} ms`;

/** Frames a second while somebody zooms, once the nodes have their places. */
async function measureNetwork(page: Page, nodes: string): Promise<void> {
  await page.locator('.limit select').selectOption(nodes);
  const started = Date.now();
  await page.locator('.busy').waitFor();
  await page.locator('.busy').waitFor({ state: 'detached', timeout: 120_000 });
  const placed = Date.now() - started;
  const shown = await page.locator('.stage-note').textContent();
  const box = await page.locator('.canvas').boundingBox();
  if (box) await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  const counted = page.evaluate(`new Promise((done) => {
    const end = performance.now() + ${WATCHED};
    let frames = 0;
    const next = (now) => { frames++; now < end ? requestAnimationFrame(next) : done(frames); };
    requestAnimationFrame(next);
  })`);
  const until = Date.now() + WATCHED;
  for (let i = 0; Date.now() < until; i++) {
    await page.mouse.wheel(0, i % 8 < 4 ? -120 : 120);
    await page.waitForTimeout(60);
  }
  const frames = (1000 * Number(await counted)) / WATCHED;
  console.log(
    `  ${shown?.split(',')[0]?.split('.')[0]}: placed in ${(placed / 1000).toFixed(1)} s, ${frames.toFixed(0)} frames/s`,
  );
}

async function withPage(statements: number, action: (served: Served) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-bench-'));
  const store = await openStore(join(folder, 'store.db'));
  await store.writeGraph(simulated(statements), 1);
  const session = await openStoreSession(store, 'bench');
  const served = await serve({
    explore: session,
    files: pageFiles(),
    page: async () => '',
    host: '127.0.0.1',
    port: 0,
  });
  try {
    await action(served);
  } finally {
    await served.close();
    await store.close();
    rmSync(folder, { recursive: true });
  }
}
