import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { executablePath } from './launch-browser.ts';
import { openRivertonPage, type RivertonPage } from './riverton-page.ts';

const browserTest = test.skipIf(!executablePath);

let opened: RivertonPage;
let page: Page;

beforeAll(async () => {
  if (!executablePath) return;
  opened = await openRivertonPage('print', 4000);
  page = opened.page;
});

afterAll(async () => {
  await opened?.close();
});

/** CSS pixels of eight points. */
const eightPoints = (8 * 96) / 72;

/** Texts in sight that are smaller on paper than eight points: the size, and the beginning of the text. */
const smallTexts = () =>
  page.evaluate((least) => {
    const zoomOf = (element: Element | null): number =>
      element ? Number(getComputedStyle(element).zoom || 1) * zoomOf(element.parentElement) : 1;
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const small: string[] = [];
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const { parentElement: element, textContent } = text;
      if (!element || !textContent?.trim() || !element.checkVisibility() || element.closest('.hidden'))
        continue;
      const size = Number.parseFloat(getComputedStyle(element).fontSize);
      // A browser answers with the size before zoom; text of pictures is drawn as large as it says.
      // Marks are drawn, and their letters set at no size.
      if (size > 0 && size * zoomOf(element) < least)
        small.push(`${size} px ${textContent.trim().slice(0, 40)}`);
    }
    return [...new Set(small)];
  }, eightPoints);

/** The pages, and what the head of their paper says beside version and address. */
const printed: readonly (readonly [address: string, says: readonly (string | RegExp)[]])[] = [
  ['/city?lang=en', [/[A-Z][a-z]{2} \d{4}/]],
  ['/overview?period=year&compare=previous&lang=en', [/\d{4}/, 'Compared with', 'whole city, no filters']],
  ['/trend?lang=en', [/\d{4}–/]],
  ['/units?period=year&lang=en', [/\d{4}/]],
  ['/alerts?lang=en', [/\d{1,2} [A-Z][a-z]{2} \d{4}/]],
  ['/orders?period=year&lang=en', [/\d{4}/]],
  ['/area/north?lang=zh', [/\d{4}年/, '辖区']],
];

browserTest.each(printed)(
  '%s on paper: nothing under 8 pt, a head of its own, no controls',
  async (address, says) => {
    await page.goto(opened.at(address));
    await page.locator('main').waitFor();
    await page.waitForFunction(
      () =>
        !document.querySelector('.page-loading') &&
        [...document.querySelectorAll('[data-state]')].every(
          (panel) => panel.getAttribute('data-state') !== 'loading',
        ),
    );
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    const head = await page.locator('.print-head').textContent();
    for (const said of says) expect(head).toMatch(said);
    expect(head).toMatch(/Data version \d|数据版本\s*\d/);
    expect(head).toContain(opened.at(address));
    expect(await page.locator('.topbar').isVisible()).toBe(false);
    expect(await smallTexts()).toEqual([]);
    expect((await page.pdf({ preferCSSPageSize: true })).length).toBeGreaterThan(10_000);
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    await page.emulateMedia({ media: null });
  },
);
