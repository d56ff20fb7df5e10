/** The page of the explorer over articles that were written to harm it. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NO_FILTER } from '../../src/explore/api/claims.ts';
import { remote } from '../../src/explore/remote.ts';
import { CHROMIUM, type Explorer, LAUNCH, startExplorer } from '../support/explorer.ts';

const EVIL = [
  '<script>window.harmed=1</script>',
  '<img src=x onerror="window.harmed=1">',
  '"><svg onload=window.harmed=1>',
  '</script><script>window.harmed=1</script>',
  'javascript:window.harmed=1',
  '{{constructor.constructor("window.harmed=1")()}}',
];

/** Says things in a way that is read, by a name and with words that harm where they are taken for markup. */
const article = (evil: string, n: number): string =>
  `Title: ${evil} at the river
Outlet: The ${evil} Times
Date: 2024-05-0${1 + n}
URL: javascript:window.harmed=1//${n}
Author: ${evil}

The bridge over the river collapsed on Monday, police chief Anna Lind ${evil} said. "Two people were hurt ${evil},"
the police spokesman said. \u202eAccording to the Daily ${evil} Post, citing a fire official, the bridge had been closed.
<b>Mayor Jon Berg</b> denied that the bridge had been closed ${evil}.
`;

/** A word and a line of a megabyte, and everything that turns letters round. */
const LONG = `Title: ${'W'.repeat(1_000_000)}
Date: 2024-05-09

Police said that ${'a'.repeat(1_000_000)} had happened at the \u202e\u2066\u200fharbour\u2069.

The mayor said on Tuesday that the harbour was closed.
`;

describe.skipIf(!CHROMIUM)('the explorer over hostile articles', () => {
  let browser: Browser;
  let explorer: Explorer;
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-hostile-'));
  const mishaps: string[] = [];
  const states: Readonly<Record<string, string>>[] = [];
  const asking = () => {
    const { origin, searchParams } = new URL(explorer.address);
    return remote(`${origin}/`, searchParams.get('token') ?? '');
  };

  beforeAll(async () => {
    for (const [n, evil] of EVIL.entries()) writeFileSync(join(folder, `${n}.txt`), article(evil, n));
    writeFileSync(join(folder, 'long.txt'), LONG);
    [explorer, browser] = await Promise.all([
      startExplorer('--extractor', 'rules', folder),
      chromium.launch(LAUNCH),
    ]);
    const { rows } = await asking().claims({ filter: NO_FILTER, order: 'weight', offset: 0, limit: 500 });
    const views = await Promise.all(rows.map((row) => asking().claim(row.id)));
    const articles = new Set(
      views.flatMap((view) => view?.arrows.flatMap((a) => a.passages.map((p) => p.article.id)) ?? []),
    );
    expect(articles.size).toBe(EVIL.length + 1);
    states.push(
      ...rows.slice(0, 12).map((row) => ({ claim: row.id })),
      ...[...articles].map((id) => ({ article: id, claim: rows[0]?.id ?? '' })),
      { view: 'network' },
      { view: 'questions' },
    );
  });
  afterAll(async () => {
    await browser?.close();
    await explorer?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  async function open(address: string): Promise<Page> {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 800 },
      acceptDownloads: true,
    });
    const page = await context.newPage();
    const { origin } = new URL(address);
    page.on('dialog', (dialog) => {
      mishaps.push(`dialog ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('request', (r) => {
      const url = new URL(r.url());
      if (!['data:', 'blob:', 'file:'].includes(url.protocol) && url.origin !== origin)
        mishaps.push(`request ${r.url()}`);
    });
    page.on('pageerror', (error) => mishaps.push(`error ${error.message}`));
    page.on('console', (m) => {
      if (m.type() === 'error') mishaps.push(`console ${m.text()}`);
    });
    await page.goto(address);
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    return page;
  }

  const goTo = async (page: Page, state: Readonly<Record<string, string>>): Promise<void> => {
    await page.evaluate(`location.hash = ${JSON.stringify(String(new URLSearchParams(state)))}`);
    await page.waitForTimeout(150);
  };

  /** What the page must not have become, by script: scripts that are not its own, elements and addresses that the articles brought. */
  const harm = (page: Page): Promise<unknown> =>
    page.evaluate(`({
      harmed: 'harmed' in window,
      scripts: document.querySelectorAll('script:not([type="application/json"])').length,
      foreign: document.querySelectorAll('iframe, object, embed, base, form[action], img[src="x"]').length,
      handlers: document.querySelectorAll('[onload], [onerror]').length,
      links: [...document.querySelectorAll('a[href]')].filter((a) => /^(javascript|vbscript):/i.test(a.href)).length,
      turned: /[\\u202a-\\u202e\\u2066-\\u2069]/.test(document.querySelector('#app').textContent),
    })`);
  const UNHARMED = { harmed: false, scripts: 1, foreign: 0, handlers: 0, links: 0, turned: false };

  /** Every claim, article and view. */
  async function lookAround(page: Page): Promise<void> {
    for (const state of states) {
      await goTo(page, state);
      expect(await harm(page)).toEqual(UNHARMED);
    }
    const shown = await page.locator('#app').textContent();
    expect(shown?.length).toBeGreaterThan(100);
  }

  it('shows what they say as text, however long the words', async () => {
    const page = await open(explorer.address);
    await lookAround(page);
    expect(mishaps).toEqual([]);
    await page.context().close();
  });

  it('shows it as text in one file too', async () => {
    const file = join(folder, 'copy.html');
    writeFileSync(file, Buffer.from(await (await asking().page()).arrayBuffer()));
    const copy = await open(pathToFileURL(file).href);
    await lookAround(copy);
    expect(mishaps).toEqual([]);
    await copy.context().close();
  });
});
