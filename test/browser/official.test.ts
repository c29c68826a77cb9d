import type { Access } from '@hotline-atlas/access';
import { createApp, type Listening, listen } from '@hotline-atlas/api';
import { buildDashboard, dashboardFolder } from '@hotline-atlas/start';
import { openTestStore, type TestStore } from '@hotline-atlas/store/testing';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { officialsDay, officialsDayCsv } from '../officials-day.ts';
import { openRiverton, type Riverton } from '../riverton.ts';
import { openAccounts, signedIn } from '../signed-in.ts';
import { violationsOf } from './axe.ts';
import { executablePath, launchBrowser, patience } from './launch-browser.ts';

const browserTest = test.skipIf(!executablePath);

let riverton: Riverton;
let store: TestStore;
let access: Access;
let listening: Listening;
let browser: Browser;
let page: Page;
let clicks = 0;
const faults: string[] = [];
const at = (address: string): string => `http://127.0.0.1:${listening.port}${address}`;

beforeAll(async () => {
  if (!executablePath) return;
  await buildDashboard();
  riverton = await openRiverton('official');
  await riverton.load([riverton.file('day.csv', officialsDayCsv())]);
  store = await openTestStore('PGlite');
  const { database, city } = riverton;
  access = await openAccounts(store, city);
  const app = createApp({ database, city, store, access, dashboard: dashboardFolder, log: () => undefined });
  listening = await listen(app, 0);
  browser = await launchBrowser();
  const { Cookie } = await signedIn(access, 'zhang.wei', 'official', { districts: ['north'] });
  page = await newPage(Cookie ?? '');
});

afterAll(async () => {
  await browser?.close();
  await listening?.close();
  await store?.close();
  await riverton?.close();
});

async function newPage(cookies: string): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  await context.addCookies(
    cookies.split('; ').map((cookie) => {
      const [name = '', value = ''] = cookie.split(/=(.*)/s);
      return { name, value, url: at('/') };
    }),
  );
  const opened = await context.newPage();
  opened.setDefaultTimeout(patience);
  opened.on('pageerror', (error) => faults.push(error.message));
  return opened;
}

/** Nothing of the page is asked any more. */
const settled = () =>
  page.waitForFunction(() => {
    const panels = [...document.querySelectorAll('[data-state]')];
    return panels.length > 5 && panels.every((panel) => panel.getAttribute('data-state') === 'ready');
  });

/** The page an official begins with, and no click yet. */
async function begin(): Promise<void> {
  clicks = 0;
  await page.goto(at('/?lang=en'));
  await page.waitForURL(/\/area\/north/);
  await settled();
}

async function click(what: ReturnType<Page['locator']>): Promise<void> {
  clicks += 1;
  await what.click();
}

/** How many orders the list says it holds. */
const listed = async (): Promise<number> => {
  const text = (await page.getByTestId('appeal-list').textContent()) ?? '';
  return Number(/(\d+) (?:appeals|orders)/.exec(text)?.[1] ?? 0);
};

const zone = (name: string) => page.getByTestId(`panel-${name}`);

browserTest('an official lands on their district: the work list stands in sight, with axe at 0', async () => {
  await begin();
  const list = await zone('needs').boundingBox();
  expect(list?.y).toBeLessThan(260);
  for (const name of ['needs', 'growth']) {
    const box = await zone(name).boundingBox();
    expect((box?.y ?? 0) + 400).toBeLessThan(900);
  }
  expect(await violationsOf(page)).toEqual([]);
});

browserTest('which orders are overdue or due soon: at once, in the order of their due times', async () => {
  await begin();
  const { overdue, dueToday } = officialsDay;
  await expect
    .poll(() => zone('needs').locator('h2').textContent())
    .toBe(`${overdue.length} orders are overdue, ${dueToday.length} more fall due today`);
  const rows = zone('needs').getByTestId('need-row');
  await expect.poll(() => rows.first().textContent()).toContain('5 d late');
  await click(zone('needs').getByRole('button', { name: 'Overdue' }));
  await expect.poll(() => rows.count()).toBe(overdue.length);
  const links = await rows
    .locator('.need-matter')
    .evaluateAll((all) => all.map((a) => a.getAttribute('href')));
  expect(links.map((link) => link?.split('/').at(-1)?.split('?')[0])).toEqual(overdue);
  await expect.poll(() => rows.first().textContent()).toContain('5 d late');
  await expect.poll(() => rows.nth(1).textContent()).toContain('reopened');
  await click(zone('needs').getByRole('button', { name: 'Due in 3 days' }));
  await expect.poll(() => rows.count()).toBe(1);
  await expect.poll(() => rows.first().textContent()).toContain('1 d left');
  expect(page.url()).toContain('need=due_soon');
  expect(clicks).toBeLessThanOrEqual(3);
});

browserTest('where it is worst now: open orders by subdistrict, each count with its orders', async () => {
  await begin();
  await click(zone('needs').getByRole('button', { name: 'By subdistrict' }));
  const first = zone('needs').locator('tbody tr').first();
  await expect.poll(() => first.locator('th').textContent()).toBe('Northeast');
  await click(first.locator('td a').first());
  await page.getByTestId('appeal-list').waitFor();
  await expect.poll(() => page.getByTestId('appeal').count()).toBe(2);
  expect(clicks).toBeLessThanOrEqual(3);
});

browserTest('which subdistrict and topic grow: the finding, its cell, and the orders in it', async () => {
  await begin();
  const { topic, subdistrict, appeals } = officialsDay.growth;
  await expect
    .poll(() => zone('growth').locator('h2').textContent())
    .toContain(`More about ${topic} in ${subdistrict}`);
  const marked = zone('growth').locator('.matrix-cell.beyond_chance a');
  await expect
    .poll(() => marked.first().getAttribute('aria-label'))
    .toMatch(new RegExp(`^${topic}, ${subdistrict}: .*Beyond chance`));
  await click(marked.first());
  await page.getByTestId('appeal-list').waitFor();
  await expect.poll(() => page.url()).toContain('subdistrict:north-west');
  await expect.poll(listed).toBeGreaterThanOrEqual(appeals);
  expect(clicks).toBeLessThanOrEqual(3);
});

browserTest('which unit is slow: the first in the list, with what it rests on', async () => {
  await begin();
  const first = zone('area-units').getByTestId('unit-row').first();
  await expect.poll(() => first.locator('th').textContent()).toBe(officialsDay.slowUnit);
  await click(first.locator('th a'));
  await page.waitForURL(/\/unit\/heating/);
  expect(clicks).toBeLessThanOrEqual(3);
});

browserTest('who calls again and again: the caller of an open order, and their newest appeal', async () => {
  await begin();
  const { order, calls } = officialsDay.again;
  await click(zone('needs').getByRole('button', { name: 'Called again' }));
  const row = zone('needs').getByTestId('need-row').first();
  await expect.poll(() => row.textContent()).toContain(`${calls} calls`);
  await click(row.locator('.need-matter'));
  await page.waitForURL(new RegExp(`/appeal/${order}`));
  expect(clicks).toBeLessThanOrEqual(3);
});

browserTest(
  'read the appeals of one place: from what repeats there to those that were counted, to one',
  async () => {
    await begin();
    const { topic, appeals } = officialsDay.growth;
    const place = zone('repeats').getByTestId('repetition').filter({ hasText: 'Mill Lane 4' }).first();
    await expect.poll(() => place.textContent()).toContain(topic);
    await click(place.locator('summary'));
    const counted = place.locator('details > ol > li');
    const told = Number(await place.locator('.repeat-count').textContent());
    expect([told, await counted.count()]).toEqual([appeals, appeals]);
    await click(counted.first().locator('a'));
    await expect.poll(() => page.locator('main').textContent()).toContain('The lift does not move');
    expect(clicks).toBeLessThanOrEqual(3);
  },
);

browserTest('send a colleague the link: what is copied opens the same list', async () => {
  await begin();
  await click(zone('needs').getByRole('button', { name: 'Reopened' }));
  await expect.poll(() => zone('needs').getByTestId('need-row').count()).toBe(1);
  await click(page.getByRole('button', { name: 'Copy link' }));
  const link = await page.evaluate(() => navigator.clipboard.readText());
  await page.goto(link);
  await settled();
  await expect.poll(() => zone('needs').getByTestId('need-row').count()).toBe(1);
  expect(clicks).toBeLessThanOrEqual(3);
});

browserTest('another district tells an official what is published, and no order', async () => {
  await page.goto(at('/area/south?lang=en'));
  await zone('published').waitFor();
  await expect.poll(() => zone('published').textContent()).toContain('Satisfaction rate');
  expect(await page.getByTestId('need-row').count()).toBe(0);
  expect(await violationsOf(page)).toEqual([]);
});

browserTest('no page threw', () => {
  expect(faults).toEqual([]);
});
