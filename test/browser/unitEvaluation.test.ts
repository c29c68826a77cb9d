import { createApp, type Listening, listen } from '@hotline-atlas/api';
import { buildDashboard, dashboardFolder } from '@hotline-atlas/start';
import { openTestStore, type TestStore } from '@hotline-atlas/store/testing';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { storyFile } from '../evaluated-riverton.ts';
import { openRiverton, type Riverton } from '../riverton.ts';
import { openAccounts, signedIn } from '../signed-in.ts';
import { violationsOf } from './axe.ts';
import { executablePath, launchBrowser, patience } from './launch-browser.ts';

const browserTest = test.skipIf(!executablePath);

let riverton: Riverton;
let store: TestStore;
let open: Listening;
let guarded: Listening;
let browser: Browser;
/** The page of a unit's head, and that of an official of the north. */
let page: Page;
let official: Page;
let clicks = 0;
const faults: string[] = [];

beforeAll(async () => {
  if (!executablePath) return;
  await buildDashboard();
  riverton = await openRiverton('unit_evaluation');
  await riverton.load([riverton.file('story.csv', storyFile())]);
  store = await openTestStore('PGlite');
  const { database, city } = riverton;
  const app = { database, city, store, dashboard: dashboardFolder, log: () => undefined };
  const access = await openAccounts(store, city);
  open = await listen(createApp(app), 0);
  guarded = await listen(createApp({ ...app, access }), 0);
  browser = await launchBrowser();
  page = await newPage(open, '');
  const { Cookie = '' } = await signedIn(access, 'wang.fang', 'official', { districts: ['north'] });
  official = await newPage(guarded, Cookie);
});

afterAll(async () => {
  await browser?.close();
  await open?.close();
  await guarded?.close();
  await store?.close();
  await riverton?.close();
});

async function newPage({ port }: Listening, cookies: string): Promise<Page> {
  const baseURL = `http://127.0.0.1:${port}`;
  const context = await browser.newContext({
    baseURL,
    viewport: { width: 1440, height: 1000 },
    locale: 'en-GB',
  });
  const pairs = cookies === '' ? [] : cookies.split('; ').map((each) => each.split(/=(.*)/s));
  await context.addCookies(pairs.map(([name = '', value = '']) => ({ name, value, url: baseURL })));
  const opened = await context.newPage();
  opened.setDefaultTimeout(patience);
  opened.on('pageerror', (error) => faults.push(error.message));
  return opened;
}

async function click(what: ReturnType<Page['locator']>): Promise<void> {
  clicks += 1;
  await what.click();
}

/** Every part of the page has its answer. */
const settled = (shown: Page) =>
  shown.waitForFunction(() => {
    const parts = [...document.querySelectorAll('.unit-evaluation, .unit-part')];
    return parts.length > 5 && parts.every((part) => part.getAttribute('data-state') === 'ready');
  });

const month = 'group=subdistrict&month=2024-03&lang=en';

browserTest('why did we fall, and which orders made it: three clicks from the ranking', async () => {
  clicks = 0;
  await page.goto(`/evaluation?${month}`);
  await click(page.getByRole('main').getByRole('link', { name: 'Southwest' }).first());
  await settled(page);
  const moved = page.getByTestId('unit-moved');
  expect(await moved.locator('h2').textContent()).toBe(
    'Down 3 places, mostly: orders of the same kind were handled worse',
  );
  // Four of ten were not resolved, and five not satisfied.
  const missed = page.getByTestId('unit-missed');
  await expect.poll(() => page.getByTestId('missed-order').count()).toBe(4);
  await click(missed.getByRole('button', { name: 'Dissatisfied 5' }));
  await expect.poll(() => page.getByTestId('missed-order').count()).toBe(5);
  await click(missed.getByRole('link', { name: /All 5 in the list/ }));
  await page.getByTestId('appeal-list').waitFor();
  await expect.poll(() => page.getByTestId('appeal').count()).toBe(5);
  expect(clicks).toBeLessThanOrEqual(3);
  expect(faults).toEqual([]);
});

browserTest('the way from rank 1 to rank 4 closes on the screen', async () => {
  await page.goto(`/evaluation/south-west?${month}`);
  await settled(page);
  const numbers = await page
    .getByTestId('way-places')
    .locator('td.number')
    .evaluateAll((cells) => cells.map(({ textContent }) => Number(textContent?.replace('\u2212', '-'))));
  const [from = 0, ...parts] = numbers;
  const to = parts.pop();
  expect([from, to]).toEqual([1, 4]);
  expect(parts.reduce((sum, part) => sum + part, from)).toBeCloseTo(4, 6);
});

browserTest('thirteen months: the line breaks where the rules changed, and both are named', async () => {
  await page.goto(`/evaluation/south-west?${month}`);
  await settled(page);
  const course = page.getByTestId('unit-course');
  expect(await course.locator('.months-changes').textContent()).toContain(
    'Mar 2024: rules change from First rules to Second rules',
  );
  expect(await course.locator('.months-chart').first().locator('path.rules').count()).toBe(1);
  await course.getByRole('slider').focus();
  await page.keyboard.press('ArrowLeft');
  expect(await course.getByRole('slider').getAttribute('aria-valuetext')).toMatch(/Feb 2024.*Score: 96/);
  await page.keyboard.press('Enter');
  await page.waitForURL(/month=2024-02/);
});

browserTest(
  'units set beside it: pairs are judged, the address holds them, a button removes one',
  async () => {
    await page.goto(`/evaluation/south-west?${month}&beside=north-east,north-west`);
    await settled(page);
    const beside = page.getByTestId('unit-beside');
    await expect.poll(() => beside.getByTestId('pairs').locator('tbody tr').count()).toBe(3);
    expect(await violationsOf(page)).toEqual([]);
    await beside.getByRole('button', { name: 'Remove Northeast' }).click();
    await expect.poll(() => beside.getByTestId('pairs').locator('tbody tr').count()).toBe(1);
    expect(new URL(page.url()).searchParams.get('beside')).toBe('north-west');
  },
);

browserTest('an official sees of a unit that is not theirs what the ranking tells, and no more', async () => {
  await official.goto('/evaluation/south?group=district&month=2024-03&lang=en');
  await official.getByTestId('unit-finding').waitFor();
  await official.getByTestId('unit-neighbours').waitFor();
  expect(await official.getByTestId('unit-moved').count()).toBe(0);
  expect(await official.getByTestId('unit-missed').count()).toBe(0);
  expect(await official.getByTestId('unit-topics').count()).toBe(0);
  await official.goto('/evaluation/north?group=district&month=2024-03&lang=en');
  await official.getByTestId('unit-moved').waitFor();
  await official.getByTestId('unit-missed').waitFor();
});

browserTest('schemes: rules in words, what changed, and the same month by both', async () => {
  await page.goto('/schemes?lang=en');
  await expect.poll(() => page.getByTestId('scheme').count()).toBe(2);
  const change = page.getByTestId('scheme-change');
  expect(await change.locator('h2').textContent()).toBe('What changed in Mar 2024');
  const rows = await change.locator('.scheme-differences tbody th').allTextContents();
  expect(rows).toEqual(expect.arrayContaining(['Responsegone', 'On timenew', 'Resolutionpoints']));
  await page.getByTestId('same-month').waitFor();
  expect(await page.getByTestId('same-month').locator('tbody tr').count()).toBeGreaterThan(0);
  expect(faults).toEqual([]);
});
