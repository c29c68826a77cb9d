import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { executablePath } from './launch-browser.ts';
import { openRivertonPage, type RivertonPage } from './riverton-page.ts';

const browserTest = test.skipIf(!executablePath);

let opened: RivertonPage;
let page: Page;

/**
 * Six months of 2023 against the same of 2022, of which the data knows those from 15 March on; without
 * February 2023: Riverton's flood.
 */
const address = '/?period=2023-01-01..2023-07-01&regimes=out&compare=year&grain=month&lang=en';
const panel = () => page.getByTestId('panel-trend');

beforeAll(async () => {
  if (!executablePath) return;
  opened = await openRivertonPage('regimes', 6000);
  page = opened.page;
});

afterAll(async () => {
  await opened?.close();
});

browserTest('a year that is left out is a gap in the chart, and the subtitle says so', async () => {
  await page.goto(opened.at(address));
  await panel().locator('.chart-canvas svg').waitFor();
  await expect.poll(() => panel().textContent()).toContain('without The great flood');
  await panel().getByRole('application').focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => panel().textContent()).toMatch(/Feb 2023–/);
  expect(await panel().textContent()).not.toContain('100.0%');
});

browserTest('the table, the file and the method say the same', async () => {
  await panel().getByRole('button', { name: 'Show as table' }).click();
  const february = panel().locator('tr', { hasText: 'Feb 2023' });
  await expect.poll(() => february.textContent()).toMatch(/^Feb 2023–+$/);
  const saving = page.waitForEvent('download');
  await panel().getByRole('button', { name: 'Download CSV' }).click();
  const file = await (await saving).path();
  const lines = readFileSync(file, 'utf8').split('\r\n');
  expect(lines.find((line) => line.includes('2023-02'))).toMatch(/2023-02(-01)?,+("?Feb 2023"?,*)?$/);
  expect(lines.join('\n')).toContain('without The great flood');
  expect(lines.join('\n')).toMatch(/data on 153 of 181 days; The great flood \(Feb 2023\)/);
  await panel().getByRole('button', { name: 'How this is computed' }).click();
  const how = page.getByRole('dialog');
  await expect.poll(() => how.textContent()).toContain('data on 153 of 181 days');
  await expect.poll(() => how.textContent()).toContain('108 of 181 days are compared');
  await page.keyboard.press('Escape');
});

browserTest('so does the paper, in Chinese as well', async () => {
  await page.emulateMedia({ media: 'print' });
  const head = page.locator('.print-head');
  await expect.poll(() => head.textContent()).toContain('without The great flood');
  await page.goto(opened.at(address.replace('lang=en', 'lang=zh')));
  await expect.poll(() => head.textContent()).toContain('不含大洪水');
  await page.emulateMedia({ media: 'screen' });
});
