import { createApp, type Listening, listen } from '@hotline-atlas/api';
import type { Database } from '@hotline-atlas/clickhouse';
import { buildDashboard, dashboardFolder } from '@hotline-atlas/start';
import { openTestStore, type TestStore } from '@hotline-atlas/store/testing';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { randomAppealsSql } from '../random-appeals.ts';
import { openRiverton, type Riverton } from '../riverton.ts';
import { executablePath, launchBrowser, patience } from './launch-browser.ts';

const browserTest = test.skipIf(!executablePath);

let riverton: Riverton;
let store: TestStore;
/** Statements that are to wait until nobody waits for them any more. */
const held: { statements: RegExp | null; left: string[] } = { statements: null, left: [] };
let listening: Listening;
let browser: Browser;
let page: Page;
const faults: string[] = [];

/** A database that holds statements as long as anybody waits for them. */
const holding = (database: Database): Database => ({
  ...database,
  rows: (statement) => {
    const { sql, signal } = statement;
    if (!held.statements?.test(sql)) return database.rows(statement);
    return new Promise((_, reject) => {
      signal?.addEventListener('abort', () => {
        held.left.push(sql);
        reject(signal.reason);
      });
    });
  },
});

async function newPage(): Promise<Page> {
  const opened = await browser.newPage({ viewport: { width: 1440, height: 1000 }, locale: 'en-GB' });
  opened.setDefaultTimeout(patience);
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
  store = await openTestStore('PGlite');
  listening = await listen(
    createApp({
      store,
      database: holding(riverton.database),
      city: riverton.city,
      dashboard: dashboardFolder,
      log: () => undefined,
    }),
    0,
  );
  browser = await launchBrowser();
  page = await newPage();
});

afterAll(async () => {
  await browser?.close();
  await listening?.close();
  await store?.close();
  await riverton?.close();
});

const settled = (on: Page, panel: string) =>
  on.getByTestId(`panel-${panel}`).and(on.locator('[data-state=ready]')).waitFor();
const shownAppeals = async (on: Page) => (await on.getByTestId('tile-appeals').textContent()) ?? '';

browserTest(
  'Overview: a click on a district moves every panel, and shows as a filter that can be taken back',
  async () => {
    await page.goto(`http://127.0.0.1:${listening.port}/?period=all`);
    const panels = ['trend', 'topics', 'hours'];
    for (const name of ['areas', ...panels]) await settled(page, name);
    await expect.poll(() => shownAppeals(page)).toContain('no comparison');
    const whole = await shownAppeals(page);
    const before = await Promise.all(panels.map((name) => page.getByTestId(`panel-${name}`).textContent()));
    await page.getByTestId('panel-areas').locator('[data-code=north]').first().click();
    await expect.poll(() => page.url()).toContain('north');
    await expect.poll(() => shownAppeals(page)).not.toBe(whole);
    for (const [index, name] of panels.entries())
      await expect.poll(() => page.getByTestId(`panel-${name}`).textContent()).not.toBe(before[index]);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => shownAppeals(page)).toBe(whole);
    await page.goForward();
    await expect.poll(() => page.url()).toContain('north');
  },
);

browserTest(
  'Map: from the district to a subdistrict to one appeal; the same address shows the same screen',
  async () => {
    await page.getByRole('button', { name: 'Explore' }).click();
    await page.getByRole('link', { name: 'Map', exact: true }).click();
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
  'a slow question says so, keeps the old picture, and is stopped with the keyboard and asked again',
  async () => {
    await page.goto(`http://127.0.0.1:${listening.port}/?period=2022-06-01..2023-06-01&lang=en`);
    const hours = page.getByTestId('panel-hours');
    await settled(page, 'hours');
    const before = await hours.locator('.panel-body').textContent();
    // Of a period nobody has asked for before: an answer that is kept is not asked of the database.
    held.statements = /day_of_week/;
    await page.getByTestId('panel-areas').locator('[data-code=north]').first().click();
    await expect.poll(() => hours.getByTestId('waiting').textContent()).toMatch(/Working on it[1-9] s/);
    expect(await hours.locator('.panel-body').textContent()).toBe(before);
    await hours.getByRole('button', { name: 'Stop' }).press('Enter');
    await hours.getByTestId('stopped').waitFor();
    await expect.poll(() => held.left.length).toBe(1);
    held.statements = null;
    expect(await hours.getAttribute('data-state')).toBe('stopped');
    await hours.getByRole('button', { name: 'Ask again' }).click();
    await settled(page, 'hours');
    expect(await hours.locator('.panel-body').textContent()).not.toBe(before);
  },
);

browserTest('nothing went wrong in the console on the way', () => {
  expect(faults).toEqual([]);
});
