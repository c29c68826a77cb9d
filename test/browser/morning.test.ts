import { createApp, type Listening, listen } from '@hotline-atlas/api';
import { buildDashboard, dashboardFolder } from '@hotline-atlas/start';
import { openTestStore, type TestStore } from '@hotline-atlas/store/testing';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { burstCsv, burstDay } from '../burst.ts';
import { randomAppealsSql } from '../random-appeals.ts';
import { openRiverton, type Riverton } from '../riverton.ts';
import { executablePath, launchBrowser, patience } from './launch-browser.ts';

const browserTest = test.skipIf(!executablePath);

let riverton: Riverton;
let store: TestStore;
let listening: Listening;
let browser: Browser;
let page: Page;
const faults: string[] = [];
const at = (address: string) => `http://127.0.0.1:${listening.port}${address}`;

beforeAll(async () => {
  if (!executablePath) return;
  await buildDashboard();
  riverton = await openRiverton('morning');
  const { body } = await riverton.database.bytes({ sql: randomAppealsSql(6000) });
  await riverton.load([riverton.file('random.csv', body), riverton.file('burst.csv', burstCsv())]);
  store = await openTestStore('PGlite');
  const { database, city } = riverton;
  listening = await listen(
    createApp({ database, city, store, dashboard: dashboardFolder, log: () => undefined }),
    0,
  );
  browser = await launchBrowser();
  page = await browser.newPage({ viewport: { width: 1440, height: 1000 }, locale: 'en-GB' });
  page.setDefaultTimeout(patience);
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
});

afterAll(async () => {
  await browser?.close();
  await listening?.close();
  await store?.close();
  await riverton?.close();
});

browserTest(
  'Alarms: the failing plant comes first, with what was expected, and how that was computed',
  async () => {
    await page.goto(at(`/?page=alarms&day=${burstDay}&lang=en`));
    const first = page.getByTestId('alarm').first();
    await first.waitFor();
    await expect.poll(() => first.textContent()).toMatch(/Heating|Cold/i);
    await first.locator('button').first().click();
    const details = page.getByTestId('alarm-details');
    await expect.poll(() => details.textContent()).toContain('The radiators are cold');
    await expect.poll(() => details.textContent()).toMatch(/to be expected|hardly any are expected/);
    await expect.poll(() => page.url()).toContain('alarm=');
    await page.getByTestId('panel-alarms').getByRole('button', { name: 'How was this computed?' }).click();
    await expect.poll(() => page.getByTestId('how-judged').textContent()).toContain('Farrington');
    await page.keyboard.press('Escape');
    await page.getByTestId('how-judged').waitFor({ state: 'detached' });
  },
);

browserTest(
  'from the alarm to the map, to one place in it, to one appeal, and back to the alarms',
  async () => {
    await page.getByTestId('alarm').first().getByRole('link', { name: 'Show on the map' }).click();
    await page.getByTestId('map').waitFor();
    await expect.poll(() => page.url()).toContain('topic1:housing');
    await page.getByTestId('appeal-list').getByTestId('appeal').first().click();
    await expect
      .poll(() => page.getByTestId('appeal-sheet').textContent())
      .toContain('The radiators are cold');
    await page.keyboard.press('Escape');
    while (!page.url().includes('/alerts')) await page.goBack();
    await page.getByTestId('alarm-details').waitFor();
  },
);

browserTest(
  'Hot spots: a place in the list tells its course and its class; the address brings it back',
  async () => {
    await page.goto(at('/?page=map&shape=hotspots&period=all&lang=en'));
    await page.locator('.place-row').first().click();
    const sheet = page.getByTestId('place-sheet');
    await expect.poll(() => sheet.textContent()).toMatch(/hot in \d+ and cold in \d+ of \d+ months/);
    const told = await sheet.locator('p').first().textContent();
    await page.getByRole('slider', { name: 'Step shown' }).press('ArrowLeft');
    await expect.poll(() => page.url()).toContain('when=');
    const again = await browser.newPage({ locale: 'en-GB' });
    await again.goto(page.url());
    await expect.poll(() => again.getByTestId('place-sheet').locator('p').first().textContent()).toBe(told);
    await again.close();
    await page.getByRole('button', { name: 'Patterns' }).click();
    await expect.poll(() => page.url()).toContain('layer=classes');
  },
);

browserTest(
  'Hexagons are called by their place, never by their code: in lists, chips and titles',
  async () => {
    await page.goto(at('/map?shape=hotspots&period=all&lang=en'));
    const row = page.locator('.place-row').first();
    const place = /(North|South).* middle/;
    await expect.poll(() => row.locator('.place-name').textContent()).toMatch(place);
    const cell = String(await row.getAttribute('data-place'));
    await page.goto(at(`/map?shape=cells&period=all&lang=en&where=cell:${cell}`));
    await expect.poll(() => page.locator('.chip').first().textContent()).toMatch(place);
    await expect.poll(() => page.locator('#appeals-title').textContent()).toMatch(place);
    expect(await page.getByText(cell).filter({ visible: true }).count()).toBe(0);
  },
);

browserTest(
  'Hot spots: scrubbing asks nothing, and the address follows once the slider is let go',
  async () => {
    await page.goto(at('/?page=map&shape=hotspots&period=all&lang=en'));
    const slider = page.getByRole('slider', { name: 'Step shown' });
    const name = page.locator('.place-name').first();
    await expect.poll(() => name.textContent()).not.toBe('Hexagon');
    const box = await slider.boundingBox();
    if (!box) throw new Error('the slider is not on the screen');
    const asked: string[] = [];
    const note = (request: { url: () => string }) => asked.push(new URL(request.url()).pathname);
    page.on('request', note);
    const shown = page.locator('.step-slider output');
    const latest = await shown.textContent();
    await page.mouse.move(box.x + box.width - 10, box.y + box.height / 2);
    await page.mouse.down();
    for (const part of [0.8, 0.6, 0.4])
      await page.mouse.move(box.x + box.width * part, box.y + box.height / 2);
    await expect.poll(() => shown.textContent()).not.toBe(latest);
    await page.waitForTimeout(600);
    expect(page.url()).not.toContain('when=');
    expect(asked.filter((path) => path.startsWith('/api/') && path !== '/api/meta')).toEqual([]);
    await page.mouse.up();
    await expect.poll(() => page.url()).toContain('when=');
    page.off('request', note);
  },
);

browserTest(
  'on paper a chart has its whole room, and a map is a still picture in light colours',
  async () => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.goto(at('/?page=map&period=all&lang=en'));
    await page.getByTestId('map').locator('canvas').waitFor();
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    await page.locator('.on-paper').waitFor();
    expect(await page.evaluate(() => document.documentElement.style.colorScheme)).toBe('light');
    const drawn = await page.locator('.on-paper').evaluate((copy: HTMLCanvasElement) => {
      const { data = [] } = copy.getContext('2d')?.getImageData(0, 0, copy.width, copy.height) ?? {};
      return Array.from(data).some((value) => value > 0);
    });
    expect(drawn).toBe(true);
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    await page.locator('.on-paper').waitFor({ state: 'detached' });
    await page.goto(at('/?page=trend&lang=en'));
    const picture = page.locator('.panel-course .chart-canvas');
    await picture.locator('svg').waitFor();
    const gap = await page.evaluate(() => {
      window.dispatchEvent(new Event('beforeprint'));
      const [host, drawn] = ['', ' svg'].map((part) =>
        document.querySelector(`.panel-course .chart-canvas${part}`),
      );
      const width = (element?: Element | null) => element?.getBoundingClientRect().width ?? 0;
      return Math.abs(width(host) - width(drawn));
    });
    expect(gap).toBeLessThan(2);
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    await page.emulateMedia({ colorScheme: null });
  },
);

browserTest(
  'Clusters: the failing plant is one in place and time, with whom to call and its appeals',
  async () => {
    await page.goto(
      at(
        '/?page=map&shape=hotspots&layer=clusters&period=all&where=topic1:housing&where=subdistrict:south-east&lang=en',
      ),
    );
    const first = page.locator('.place-row').first();
    await first.waitFor({ timeout: 120_000 });
    await expect.poll(() => first.textContent()).toMatch(/Jul 2023/);
    await first.click();
    const sheet = page.getByTestId('cluster-sheet');
    await expect.poll(() => sheet.textContent()).toContain('The radiators are cold');
    await expect.poll(() => sheet.textContent()).toMatch(/open/);
  },
);

browserTest('Trend: taken apart and forecast, with the models and their errors', async () => {
  await page.goto(at('/?page=trend&lang=en&grain=week'));
  await expect.poll(() => page.getByTestId('panel-models').textContent()).toContain('Model');
  await expect.poll(() => page.getByTestId('panel-parts').textContent()).toMatch(/Remainder|too short/);
  await page.getByTestId('panel-course').getByRole('button', { name: 'Show as table' }).click();
  await expect
    .poll(() => page.getByTestId('panel-course').locator('table').textContent())
    .toContain('forecast');
});

browserTest('nothing went wrong in the console on the way', () => {
  expect(faults).toEqual([]);
});
