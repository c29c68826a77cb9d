import type { Change, Findings } from '@hotline-atlas/model';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { slippingCsv, slippingMonth } from '../slipping.ts';
import { executablePath } from './launch-browser.ts';
import { openRivertonPage, type RivertonPage } from './riverton-page.ts';

const browserTest = test.skipIf(!executablePath);

let opened: RivertonPage;
let page: Page;
const faults: string[] = [];
const june = 'from=2023-06-01&to=2023-07-01';

const asked = async <Body>(address: string): Promise<Body> =>
  (await (await fetch(opened.at(`/api/${address}`))).json()) as Body;

/** A part of the page once its answers are here. */
async function settled(name: string) {
  const part = page.getByTestId(name);
  await expect.poll(() => part.getAttribute('data-state')).toBe('ready');
  return part;
}

const open = async (address: string) => {
  await page.goto(opened.at(address));
  await settled('city-figures');
};

beforeAll(async () => {
  if (!executablePath) return;
  opened = await openRivertonPage('leader', 15_000, { 'slipping.csv': slippingCsv() });
  page = opened.page;
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
});

afterAll(async () => {
  await opened?.close();
});

browserTest('the state of the city this month: the first page says it, without a click', async () => {
  await page.goto(opened.at('/?lang=en'));
  await settled('city-sentences');
  expect(new URL(page.url()).pathname).toBe('/city');
  expect(await page.getByTestId('city-month').textContent()).toBe('Jun 2023');
  const { sentences } = await asked<Findings>(`findings?${june}`);
  expect(sentences.length).toBeGreaterThan(0);
  const told = await page.getByTestId('city-sentence').locator('.city-finding').allTextContents();
  sentences.forEach(({ text }, at) => {
    expect(told[at]).toContain(text.en);
  });
  const appeals = await settled('city-figures');
  await expect.poll(() => appeals.getByTestId('city-appeals').textContent()).toMatch(/in 30 days/);
  await page.getByTestId('city-sentence').first().getByRole('button', { name: /^How/ }).click();
  await expect.poll(() => page.getByTestId('how-judged').textContent()).toContain('Appeals a day');
  await page.keyboard.press('Escape');
});

browserTest(
  'what changed most against last month, and why: its topic first, its story in one click',
  async () => {
    await open(`/city?month=${slippingMonth}&lang=en`);
    const changed = await settled('city-changed');
    const rows = changed.locator('tbody tr[data-code]');
    const first = rows.first();
    expect(await first.getAttribute('data-code')).toBe('housing.lifts');
    expect(await first.getAttribute('data-mark')).toBe('beyond_chance');
    const numbers = (
      await changed.locator('tbody td:nth-child(3), tfoot td:nth-child(3)').allTextContents()
    ).map((text) => Number(text.replace('\u2212', '-').replaceAll(',', '')));
    const whole = numbers.pop();
    expect(numbers.reduce((sum, each) => sum + each, 0)).toBe(whole);
    await first.getByRole('button').click();
    const story = page.getByTestId('city-story');
    for (const by of ['district', 'channel', 'unit']) await settled(`story-${by}`);
    const where = story.getByTestId('story-district').locator('tbody tr').first();
    expect(await where.getAttribute('data-code')).toBe('south');
    expect(await where.getAttribute('data-mark')).toBe('beyond_chance');
    const link = where.getByRole('link');
    expect(await link.getAttribute('href')).toMatch(/^\/area\/south\?/);
    const unit = story.getByTestId('story-unit').locator('tbody tr').first();
    expect(await unit.getAttribute('data-code')).toBe('works');
    await page.keyboard.press('Escape');
    await story.waitFor({ state: 'detached' });
  },
);

browserTest(
  'which district got worse in satisfaction, and is it real: the first row of the strip',
  async () => {
    await open(`/city?month=${slippingMonth}&lang=en`);
    const strip = await settled('city-districts');
    const first = strip.locator('tbody tr').first();
    expect(await first.getAttribute('data-code')).toBe('south');
    const change = await asked<Change>(
      `change?metric=satisfaction_rate&by=district&compare=previous&${june}`,
    );
    const mark = change.groups.mark[change.groups.group.indexOf('south')];
    const q = change.groups.q[change.groups.group.indexOf('south')] ?? 1;
    // Nothing tells how long return visits take in Riverton: what is beyond chance stays provisional.
    expect([mark, q < 0.05]).toEqual(['provisional', true]);
    expect(await first.getAttribute('data-mark')).toBe('provisional');
    expect(await strip.locator('[data-code=north]').getAttribute('data-mark')).toBe('chance');
    expect(await strip.getByRole('heading').textContent()).toBe(
      'Satisfied: changed beyond chance in South only, so far',
    );
    await strip
      .getByRole('columnheader', { name: /^District/ })
      .getByRole('button')
      .click();
    await expect.poll(() => page.url()).toContain('rank=name');
    await expect.poll(() => strip.locator('tbody tr').first().getAttribute('data-code')).toBe('north');
  },
);

browserTest('what to ask whom about: the name, the matter, and a brief in one click', async () => {
  await open(`/city?month=${slippingMonth}&lang=en`);
  const { ask } = await asked<Findings>(`findings?${june}`);
  const [first] = ask;
  expect(ask.length).toBeGreaterThan(0);
  await settled('city-asked');
  const shown = page.getByTestId('city-ask').first();
  const reason = first?.reason.en ?? '';
  const who = `${first?.about.dimension}:${first?.about.value}`;
  expect(await shown.textContent()).toContain(first?.about.label.en);
  expect(await shown.textContent()).toContain(reason);
  expect(await shown.getByRole('link', { name: /^Orders/ }).getAttribute('href')).toContain(who);
  await shown.getByRole('link', { name: /^Brief/ }).click();
  const brief = page.getByTestId('city-brief');
  await expect.poll(() => brief.textContent()).toContain(reason);
  await expect.poll(() => page.url()).toContain(`ask=${who}`);
  await expect.poll(() => brief.locator('.brief-address').textContent()).toBe(page.url());
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  expect(await page.locator('.city').isVisible()).toBe(false);
  expect(await brief.isVisible()).toBe(true);
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await page.emulateMedia({ media: null });
  await page.keyboard.press('Escape');
  await brief.waitFor({ state: 'detached' });
});

browserTest('months go by buttons and arrow keys; the one under way says so', async () => {
  await open('/city?lang=en');
  await page.getByRole('button', { name: 'Month before' }).click();
  await expect.poll(() => page.url()).toContain('month=2023-05');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => page.url()).toContain('month=2023-07');
  await expect.poll(() => page.locator('.so-far').textContent()).toBe('this month so far');
});

browserTest('nothing failed on the way', () => {
  expect(faults).toEqual([]);
});
