/** The page of the explorer in a real browser: the way of a newcomer, by pointer and by keyboard, and what axe says of every view. */

import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHROMIUM, type Explorer, LAUNCH, startExplorer } from '../support/explorer.ts';

const ROOT = join(import.meta.dirname, '../..');
const SHOTS = join(ROOT, 'test-artifacts/explore');
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const CAPTURE = /capture of wounded North Korean soldier/;
const RELIED = /rely on Militarnyi/;

it('has a browser where it must have one', () => {
  if (process.env.CI === 'true') expect(CHROMIUM).toBeDefined();
});

describe.skipIf(!CHROMIUM)('the explorer', () => {
  let browser: Browser;
  let explorer: Explorer;
  let folder = '';
  /** What the pages asked of anybody else, and what went wrong in them. */
  const strangers: string[] = [];
  const mishaps: string[] = [];

  beforeAll(async () => {
    mkdirSync(SHOTS, { recursive: true });
    folder = mkdtempSync(join(tmpdir(), 'hearsay-explore-'));
    [explorer, browser] = await Promise.all([
      startExplorer('data/articles/founding.txt'),
      chromium.launch(LAUNCH),
    ]);
  });
  afterAll(async () => {
    await browser?.close();
    await explorer?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const open = async (
    address: string,
    options: {
      readonly colorScheme?: 'light' | 'dark';
      readonly width?: number;
      readonly height?: number;
    } = {},
  ): Promise<Page> => {
    const { colorScheme = 'light', width = 1280, height = 800 } = options;
    const context = await browser.newContext({
      viewport: { width, height },
      colorScheme,
      reducedMotion: 'reduce',
      acceptDownloads: true,
    });
    // A busy machine fails no test.
    context.setDefaultTimeout(120_000);
    const page = await context.newPage();
    const own = new URL(address).origin;
    page.on('request', (r) => {
      if (!/^(data|blob|file):/.test(r.url()) && new URL(r.url()).origin !== own) strangers.push(r.url());
    });
    page.on('pageerror', (error) => mishaps.push(error.message));
    page.on('console', (m) => {
      if (m.type() === 'error') mishaps.push(m.text());
    });
    await page.goto(address);
    return page;
  };
  const shot = (page: Page, name: string) => page.screenshot({ path: join(SHOTS, `${name}.png`) });
  const title = (page: Page) => page.locator('.view h2').first();
  const standing = (page: Page) => page.locator('.claim-head .facts');
  const question = (page: Page) => page.locator('.question').filter({ hasText: RELIED });

  it('leads a newcomer from the claim to what would change it, and back', async () => {
    const page = await open(explorer.address);
    await title(page).filter({ hasText: CAPTURE }).waitFor();
    expect(page.url()).not.toContain('token');
    expect(await standing(page).textContent()).toContain('1–2 independent chains');
    expect(await page.locator('.panel').textContent()).toContain('open questions may make them one');
    await shot(page, 'chains-light');

    // Why: the passages behind a line.
    await page.locator('.line').filter({ hasText: 'confirmed' }).first().click();
    await page.locator('.panel mark.cue').first().waitFor();
    expect(await page.locator('.panel mark.cue').allTextContents()).toContain('confirmed');
    await page.getByRole('button', { name: '‹ The claim' }).click();

    await question(page).getByRole('button', { name: 'yes' }).click();
    await standing(page).filter({ hasText: 'single source' }).waitFor();
    const outcome = page.locator('.outcome');
    expect(await outcome.textContent()).toMatch(/1–2 independent chains →.*1 independent chain/);
    expect(await page.locator('.claim[aria-current] .bounds').textContent()).toContain('1');

    await outcome.getByRole('button', { name: 'Undo' }).click();
    await standing(page).filter({ hasText: '1–2 independent chains' }).waitFor();
    expect(await outcome.textContent()).toContain('Taken back');
    await page.context().close();
  });

  it('filters, and keeps what is seen in the address', async () => {
    const page = await open(explorer.address);
    await title(page).filter({ hasText: CAPTURE }).waitFor();
    const rows = page.locator('.claims .claim');
    const all = await rows.count();
    await page.locator('.filters summary').click();
    await page
      .getByRole('button', { name: /independence not established/, pressed: false })
      .first()
      .click();
    await page.locator('.claims .count').filter({ hasText: /^1$/ }).waitFor();
    expect(await rows.count()).toBe(1);
    await rows.first().click();
    await page.locator('.box').filter({ hasText: 'Militarnyi' }).click();
    const seen = await page.locator('.view').textContent();

    const other = await page.context().newPage();
    await other.goto(page.url());
    await other.locator('#picked-title').filter({ hasText: 'Militarnyi' }).waitFor();
    expect(await other.locator('.view').textContent()).toBe(seen);
    await other.reload();
    await other.locator('#picked-title').filter({ hasText: 'Militarnyi' }).waitFor();
    expect(await other.locator('.claims .claim').count()).toBe(1);
    await other.getByRole('button', { name: 'Clear the filter' }).click();
    await other
      .locator('.claims .count')
      .filter({ hasText: String(all) })
      .waitFor();
    await page.context().close();
  });

  it('goes from a passage to its article, and Back to the chains', async () => {
    const page = await open(explorer.address);
    await page.locator('.line').filter({ hasText: 'cited' }).first().click();
    await page.locator('.passage figcaption button').first().click();
    await page.locator('.reader .text').filter({ hasText: 'Kovalenko' }).waitFor();
    expect(await page.locator('.reader mark').count()).toBeGreaterThan(20);
    await page.locator('.attribution').filter({ hasText: 'Kovalenko' }).getByRole('button').first().click();
    expect(await page.locator('.reader mark.chosen').count()).toBeGreaterThan(1);
    await shot(page, 'article-light');
    await page.goBack();
    await title(page).filter({ hasText: CAPTURE }).waitFor();
    await page.context().close();
  });

  it('finds what is misspelt', async () => {
    const page = await open(explorer.address);
    await page.getByRole('combobox', { name: /Search/ }).fill('Zelenski');
    await page.getByRole('option').filter({ hasText: 'Zelensky' }).first().click();
    await page.locator('.box.picked').filter({ hasText: 'Zelensky' }).waitFor();
    await page.context().close();
  });

  it('draws the network, and the same as a table', async () => {
    const page = await open(explorer.address);
    await page.getByRole('button', { name: 'Network' }).click();
    await page.getByRole('button', { name: 'Place again' }).waitFor();
    const rows = page.locator('.nodes tbody tr');
    const before = await rows.count();
    expect(before).toBeGreaterThan(12);
    await page.getByRole('button', { name: 'Name', exact: true }).click();
    const names = await page.locator('.nodes tbody th').allTextContents();
    expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b)));
    await page.locator('.nodes').getByRole('button', { name: 'Militarnyi' }).click();
    await page.getByRole('button', { name: 'Path from here' }).click();
    await page
      .locator('.nodes')
      .getByRole('button', { name: 'National Intelligence Service', exact: true })
      .click();
    await page.getByRole('button', { name: /^Path from Militarnyi/ }).click();
    await page.getByRole('heading', { name: 'Path' }).waitFor();
    expect(
      await page.locator('section', { hasText: 'Forget the path' }).locator('li').count(),
    ).toBeGreaterThan(1);
    await shot(page, 'network-light');
    await page.context().close();
  });

  it('hands out drawings, data and one file that works from disk', async () => {
    const page = await open(explorer.address);
    await title(page).filter({ hasText: CAPTURE }).waitFor();
    const saved = async (choice: RegExp): Promise<string> => {
      await page.getByText('Export', { exact: true }).click();
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: choice }).click(),
      ]);
      const path = join(folder, download.suggestedFilename());
      await download.saveAs(path);
      return path;
    };
    const svg = readFileSync(await saved(/SVG/), 'utf8');
    expect(svg).toMatch(/^<svg /);
    expect(svg).toContain('Militarnyi');
    expect(
      readFileSync(await saved(/PNG/))
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG');
    expect(JSON.parse(readFileSync(await saved(/JSON/), 'utf8'))).toMatchObject({
      assessment: { independentMin: 1, independentMax: 2 },
    });
    const html = await saved(/HTML/);
    await page.context().close();

    const copy = await open(pathToFileURL(html).href);
    await title(copy).filter({ hasText: CAPTURE }).waitFor();
    expect(await question(copy).getByRole('button').count()).toBe(0);
    expect(await question(copy).textContent()).toContain('1 independent chain');
    await copy.getByRole('combobox', { name: /Search/ }).fill('drones');
    await copy.locator('.hit').first().click();
    await title(copy).filter({ hasText: 'drones' }).waitFor();
    await copy.getByRole('button', { name: 'Network' }).click();
    await copy.getByRole('button', { name: 'Place again' }).waitFor();
    await copy.reload();
    await copy.locator('.nodes tbody tr').first().waitFor();
    await copy.context().close();
  });

  it('can be gone through by keyboard alone', async () => {
    const page = await open(explorer.address);
    await title(page).filter({ hasText: CAPTURE }).waitFor();
    const focused = () =>
      page.evaluate(
        '(document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent ?? "").trim()',
      ) as Promise<string>;
    /** Tab until what is focused reads like this. */
    const tabTo = async (wanted: RegExp, most = 120): Promise<void> => {
      for (let i = 0; i < most; i++) {
        if (wanted.test(await focused())) return;
        await page.keyboard.press('Tab');
      }
      throw new Error(`no ${wanted} within ${most} steps; at “${await focused()}”`);
    };
    await page.keyboard.press('/');
    await page.keyboard.type('captur wounded');
    await page.locator('.hit').first().waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(/claim=/);

    await page.keyboard.press('Tab');
    await tabTo(/confirmed/);
    await page.keyboard.press('Enter');
    await page.locator('.panel mark.cue').first().waitFor();
    await tabTo(/‹ The claim/);
    await page.keyboard.press('Enter');
    await question(page).waitFor();

    const group = await question(page).getByRole('button', { name: 'yes' }).elementHandle();
    for (let i = 0; i < 60; i++) {
      if (await group?.evaluate((e) => e === e.ownerDocument?.activeElement)) break;
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Space');
    await standing(page).filter({ hasText: 'single source' }).waitFor();
    await page.evaluate('document.getElementById("view")?.focus()');
    await tabTo(/^Undo$/);
    await page.keyboard.press('Enter');
    await standing(page).filter({ hasText: '1–2 independent chains' }).waitFor();
    await page.context().close();
  });

  const VIEWS: readonly (readonly [name: string, fragment: string])[] = [
    ['chains', ''],
    ['network', 'view=network'],
    ['questions', 'view=questions'],
    ['filter', 'status=single-source&kind=Person'],
  ];
  it.each(['light', 'dark'] as const)('gives axe nothing to say, in %s', async (colorScheme) => {
    // A phone is for reading: the same views, narrower. Colours do not change with the width.
    for (const width of colorScheme === 'light' ? [1280, 390] : [1280]) {
      const page = await open(explorer.address, { colorScheme, width, height: 844 });
      const bare = page.url().replace(/#.*/, '');
      for (const [name, fragment] of VIEWS) {
        await page.goto(`${bare}#${fragment}`);
        await page.locator('[aria-busy=true], .busy').waitFor({ state: 'detached' });
        await page.locator('main, .claims').first().waitFor();
        expect(await violations(page), `${name} ${width}`).toEqual([]);
        await shot(page, `${name}-${colorScheme}-${width}`);
      }
      await page.goto(`${bare}#`);
      await page.locator('.claim').filter({ hasText: CAPTURE }).first().click();
      await page.locator('.line').filter({ hasText: 'confirmed' }).first().click();
      await page.locator('.panel mark.cue').first().waitFor();
      expect(await violations(page), `passage ${width}`).toEqual([]);
      await shot(page, `passage-${colorScheme}-${width}`);
      await page.locator('.passage figcaption button').first().click();
      await page.locator('.reader .text').waitFor();
      expect(await violations(page), `article ${width}`).toEqual([]);
      await shot(page, `article-${colorScheme}-${width}`);
      await page.context().close();
    }
  });

  it('asked nobody else for anything, and nothing went wrong', () => {
    expect(strangers).toEqual([]);
    expect(mishaps).toEqual([]);
  });
});

/** What axe finds, with where. */
async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE);
  const found = (await page.evaluate(
    'axe.run({ rules: { "target-size": { enabled: true } } }).then((r) => r.violations.map((v) => ({ id: v.id, at: v.nodes.map((n) => n.target.join(" ")) })))',
  )) as readonly { readonly id: string; readonly at: readonly string[] }[];
  return found.map(({ id, at }) => `${id}: ${at.slice(0, 4).join(', ')}`);
}
