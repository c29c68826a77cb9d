import type { Page, Request } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { executablePath, patience } from './launch-browser.ts';
import { openRivertonPage, type RivertonPage } from './riverton-page.ts';

const browserTest = test.skipIf(!executablePath);

let opened: RivertonPage;
let page: Page;
const at = (address: string) => opened.at(address);

beforeAll(async () => {
  if (!executablePath) return;
  opened = await openRivertonPage('screen', 4000);
  page = opened.page;
});

afterAll(async () => {
  await opened?.close();
});

const settled = (panel: string) =>
  page.getByTestId(`panel-${panel}`).and(page.locator('[data-state=ready]')).waitFor();
/** What has the focus: its role or tag, and what it is called. */
const focused = () =>
  page.evaluate(() => {
    const { activeElement } = document;
    return `${activeElement?.tagName} ${activeElement?.getAttribute('aria-label') ?? activeElement?.textContent}`;
  });
const viewNow = (part: number) =>
  Number(new URL(page.url()).searchParams.get('at')?.split(',')[part] ?? Number.NaN);
const zoomNow = () => viewNow(2);

browserTest('Map: plus zooms in, minus out, arrows keep to the city, lost graphics come back', async () => {
  const [west, south] = opened.city.bounds;
  await page.goto(at(`/?page=map&period=all&lang=en&at=${west},${south},9`));
  const canvas = page.locator('.deck canvas').first();
  await canvas.waitFor();
  await canvas.focus();
  for (const [key, zoom] of [
    ['=', 10],
    ['NumpadAdd', 11],
    ['-', 10],
    ['NumpadSubtract', 9],
  ] as const) {
    await page.keyboard.press(key);
    await expect.poll(zoomNow).toBeCloseTo(zoom, 1);
  }
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('+');
  await expect.poll(zoomNow).toBeCloseTo(10, 1);
  expect(viewNow(1)).toBeCloseTo(south, 4);
  await page.evaluate(() => {
    const drawn = document.querySelector<HTMLCanvasElement>('.deck canvas');
    drawn?.setAttribute('data-lost', 'yes');
    drawn?.getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext();
  });
  await page.locator('.deck canvas:not([data-lost])').first().waitFor();
});

browserTest('the focus returns after a dialog, and stays near a filter that was removed', async () => {
  await page.goto(at('/?period=all&lang=en&where=district:north&where=kind:complaint'));
  await settled('areas');
  const how = page.getByTestId('panel-areas').getByRole('button', { name: 'How this is computed' });
  await how.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
  await expect.poll(focused).toBe('BUTTON How this is computed');
  await page.getByRole('button', { name: /^Remove filter Area/ }).focus();
  await page.keyboard.press('Enter');
  await expect.poll(focused).toMatch(/^BUTTON Remove filter Kind/);
  await page.keyboard.press('Enter');
  await expect.poll(focused).not.toMatch(/^BODY/);
});

browserTest('forced colours leave bars, pressed buttons and the chosen row in sight', async () => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto(at('/?period=all&lang=en&where=district:north'));
  await settled('areas');
  const styleOf = (selector: string, property: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);
  const surface = await styleOf('.panel', 'background-color');
  expect(await styleOf('.panel-areas .track-bar', 'background-color')).not.toBe(surface);
  expect(await styleOf('.segmented [aria-pressed=true]', 'background-color')).not.toBe(surface);
  expect(await styleOf('.panel-areas .row.chosen', 'outline-style')).toBe('solid');
  await page.emulateMedia({ forcedColors: 'none' });
});

browserTest('a server that is away takes no picture away, and is asked again by itself', async () => {
  await page.goto(at('/?period=all&lang=zh'));
  await settled('areas');
  const areas = page.getByTestId('panel-areas');
  const before = await areas.locator('.panel-body').textContent();
  await page.route(/api\/(query|answers)/, (route) => route.abort());
  await page.getByTestId('panel-channel').locator('[data-code=phone]').click();
  await expect.poll(() => areas.getByTestId('failed').textContent()).toContain('无法连接服务器');
  expect(await areas.locator('.panel-body').textContent()).toBe(before);
  expect(await page.locator('body').textContent()).not.toMatch(/Failed to fetch|HTTP/);
  await page.unroute(/api\/(query|answers)/);
  await page.route(/api\/(query|answers)/, (route) =>
    route.fulfill({ status: 200, contentType: 'text/html', body: '<!doctype html><title>Sign in</title>' }),
  );
  await expect.poll(() => areas.getByTestId('failed').textContent()).toContain('登录');
  await page.unroute(/api\/(query|answers)/);
  await settled('areas');
  expect(await areas.locator('.panel-body').textContent()).not.toBe(before);
});

browserTest(
  'a part of the page that an upgrade took away is loaded with the page anew, which says so',
  async () => {
    await page.goto(at('/?period=all&lang=en'));
    await settled('areas');
    let isGone = true;
    const loadedAnew = (request: Request) => {
      if (request.isNavigationRequest()) isGone = false;
    };
    page.on('request', loadedAnew);
    await page.route(/assets\/AlarmsPage.*\.js/, (route) =>
      isGone ? route.fulfill({ status: 404 }) : route.continue(),
    );
    await page.getByRole('link', { name: 'Alerts' }).click();
    // The note stands for some seconds, and the alarms of a busy machine take longer.
    await expect.poll(() => page.locator('body').textContent()).toContain('loaded anew');
    await settled('alarms');
    page.off('request', loadedAnew);
    await page.unroute(/assets\/AlarmsPage.*\.js/);
  },
);

browserTest('what is still being summed up is said in both languages, and goes by itself', async () => {
  const share = { done: 28, of: 28 };
  const completeness = { tables: share, years: share, months: { done: 3, of: 72 }, complete: false };
  let summingUp = true;
  await page.route('**/api/meta', async (route) => {
    const response = await route.fetch();
    const meta: object = await response.json();
    await route.fulfill({ response, json: summingUp ? { ...meta, completeness } : meta });
  });
  const note = page.getByTestId('standing-note');
  await page.goto(at('/?period=all&lang=zh'));
  await expect.poll(() => note.textContent()).toContain('3/72个月的全文索引');
  await page.goto(at('/?period=all&lang=en'));
  await expect.poll(() => note.textContent()).toContain('3 of 72 months of texts indexed');
  summingUp = false;
  await expect.poll(() => note.textContent(), { timeout: patience }).toBe('');
  await page.unroute('**/api/meta');
});
