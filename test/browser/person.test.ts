import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createApp, type Listening, listen } from '@hotline-atlas/api';
import { buildDashboard, dashboardFolder } from '@hotline-atlas/start';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { randomAppealsSql } from '../random-appeals.ts';
import { openRiverton, type Riverton } from '../riverton.ts';

const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  existsSync,
);
const browserTest = test.skipIf(!executablePath);

/** Offline, without a GPU, and without calls of the browser's own. */
const switches = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
];

let riverton: Riverton;
let listening: Listening;
let browser: Browser;
let page: Page;
const faults: string[] = [];

async function newPage(): Promise<Page> {
  const opened = await browser.newPage({ viewport: { width: 1440, height: 1000 }, locale: 'en-GB' });
  opened.on('pageerror', (error) => faults.push(error.message));
  opened.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  return opened;
}

beforeAll(async () => {
  if (!executablePath) return;
  await buildDashboard();
  riverton = await openRiverton('browser');
  const { body } = await riverton.database.bytes({ sql: randomAppealsSql(4000) });
  await riverton.load([riverton.file('random.csv', body)]);
  listening = await listen(
    createApp({
      database: riverton.database,
      city: riverton.city,
      dashboard: dashboardFolder,
      log: () => undefined,
    }),
    0,
  );
  browser = await chromium.launch({ executablePath, args: switches });
  page = await newPage();
});

afterAll(async () => {
  await browser?.close();
  await listening?.close();
  await riverton?.close();
});

const settled = (on: Page, panel: string) =>
  on.getByTestId(`panel-${panel}`).and(on.locator('[data-state=ready]')).waitFor();
const shownAppeals = async (on: Page) => (await on.getByTestId('tile-appeals').textContent()) ?? '';

browserTest(
  'Overview: a click on a district moves every panel, and shows as a filter that can be taken back',
  async () => {
    await page.goto(`http://127.0.0.1:${listening.port}/?period=all`);
    await settled(page, 'areas');
    const whole = await shownAppeals(page);
    const panels = ['trend', 'topics', 'hours'];
    const before = await Promise.all(panels.map((name) => page.getByTestId(`panel-${name}`).textContent()));
    await page.getByTestId('panel-areas').locator('[data-code=north]').first().click();
    await expect.poll(() => page.url()).toContain('north');
    await expect.poll(() => shownAppeals(page)).not.toBe(whole);
    for (const [index, name] of panels.entries())
      await expect.poll(() => page.getByTestId(`panel-${name}`).textContent()).not.toBe(before[index]);
  },
);

browserTest(
  'Map: from the district to a subdistrict to one appeal; the same address shows the same screen',
  async () => {
    await page
      .getByRole('link', { name: 'Map' })
      .or(page.getByRole('button', { name: 'Map' }))
      .first()
      .click();
    await page.getByTestId('map').waitFor();
    await page.locator('[data-code=north-east]').first().click();
    await expect.poll(() => page.url()).toContain('north-east');
    await page.getByTestId('appeal-list').waitFor();
    await page.getByTestId('appeal-list').getByTestId('appeal').first().click();
    await page.getByTestId('appeal-sheet').waitFor();
    const sheetOf = (on: Page) => on.getByTestId('appeal-sheet').textContent();
    await expect.poll(() => sheetOf(page)).toContain('Northeast');
    const sheet = await sheetOf(page);
    const again = await newPage();
    await again.goto(page.url());
    await expect.poll(() => sheetOf(again)).toBe(sheet);
    await again.close();
  },
);

browserTest('the language changes in place, and stays in the address', async () => {
  await page.goto(`http://127.0.0.1:${listening.port}/?period=all`);
  await settled(page, 'areas');
  await page
    .getByRole('button', { name: '中文' })
    .or(page.getByRole('radio', { name: '中文' }))
    .or(page.getByText('中文', { exact: true }))
    .first()
    .click();
  await expect.poll(() => page.locator('html').getAttribute('lang')).toMatch(/^zh/);
  await expect.poll(() => page.getByTestId('panel-areas').textContent()).toContain('北区');
  expect(page.url()).toContain('lang=zh');
});

browserTest(
  'both pages pass axe (WCAG 2.2 AA), light and dark',
  async () => {
    const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
    for (const address of [
      '/?lang=en&theme=light',
      '/?lang=zh&theme=dark',
      '/?page=map&lang=en&theme=dark',
    ]) {
      await page.goto(`http://127.0.0.1:${listening.port}${address}`);
      await page.getByTestId(address.includes('map') ? 'map' : 'panel-areas').waitFor();
      await page.waitForTimeout(1000);
      await page.evaluate(axe);
      const violations = await page.evaluate(async () => {
        const { violations: found } = await (
          window as unknown as {
            axe: {
              run(
                context: unknown,
                options: unknown,
              ): Promise<{ violations: { id: string; nodes: { target: unknown }[] }[] }>;
            };
          }
        ).axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] });
        return found.map(({ id, nodes }) => `${id}: ${JSON.stringify(nodes.map(({ target }) => target))}`);
      });
      expect(violations, address).toEqual([]);
    }
  },
  120_000,
);

browserTest('nothing went wrong in the console on the way', () => {
  expect(faults).toEqual([]);
});
