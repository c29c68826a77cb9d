import type { Alarms, MonthlyTopic } from '@hotline-atlas/model';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { burstCsv, burstDay } from '../burst.ts';
import { slippingCsv, slippingMonth } from '../slipping.ts';
import { violationsOf } from './axe.ts';
import { executablePath } from './launch-browser.ts';
import { openRivertonPage, type RivertonPage } from './riverton-page.ts';

const browserTest = test.skipIf(!executablePath);

let opened: RivertonPage;
let page: Page;
const faults: string[] = [];
/** An alarm, as addresses name it. */
let alert = '';
/** A topic of the month. */
let monthlyTopic = '';

/** A topic of the month that is worked on since 2023, with tasks. */
async function pickMonthlyTopic(): Promise<string> {
  const response = await fetch(opened.at('/api/monthly-topics'), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      ...{ month: '2023-02', level: 'topic2', topics: ['housing.lifts'], state: 'picked' },
      title: { en: 'Lifts that stand still', zh: '电梯停运' },
      ...{ picked_on: '2023-03-01', work_from: '2023-03-05', lead: 'works' },
      tasks: [{ text: 'Inspect all lifts', unit: 'works', due: '2023-06-30' }],
    }),
  });
  return ((await response.json()) as MonthlyTopic).id;
}

beforeAll(async () => {
  if (!executablePath) return;
  opened = await openRivertonPage('pages', 6000, { 'slipping.csv': slippingCsv(), 'burst.csv': burstCsv() });
  page = opened.page;
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  const response = await fetch(opened.at(`/api/alarms?as_of=${burstDay}`));
  const { alarms } = (await response.json()) as Alarms;
  alert = encodeURIComponent(alarms[0]?.id ?? '');
  monthlyTopic = await pickMonthlyTopic();
});

afterAll(async () => {
  await opened?.close();
});

/** Whether a part of the page still waits for its answer. */
const isWaiting = () =>
  page.evaluate(
    () =>
      document.querySelector('h1') === null ||
      document.querySelector('.skeleton, [data-state=loading], [data-state=stale]') !== null,
  );

async function visit(address: string): Promise<void> {
  faults.length = 0;
  await page.goto(opened.at(address));
  await expect.poll(isWaiting).toBe(false);
  await page.waitForTimeout(300);
  await expect.poll(isWaiting).toBe(false);
}

/** What stands beyond the right edge of the page, where that makes it scroll sideways. */
const wide = () =>
  page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    return [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
      .map(({ tagName, className }) => `${tagName}.${className}`)
      .slice(0, 8);
  });

/** Nothing stands beyond the right edge of a phone. Charts follow the window a moment later. */
async function fitsPhones(address: string): Promise<void> {
  for (const width of [390, 320]) {
    await page.setViewportSize({ width, height: 844 });
    await expect.poll(wide, { message: `${address} at ${width}`, timeout: 10_000 }).toEqual([]);
  }
}

/** What every page has to be, whatever it shows. */
async function look(address: string): Promise<void> {
  await page.setViewportSize({ width: 1440, height: 1000 });
  await visit(address);
  expect(await page.locator('h1').count(), address).toBe(1);
  expect(await violationsOf(page), address).toEqual([]);
  if (!address.includes('wall=1')) await fitsPhones(address);
  expect(faults, address).toEqual([]);
}

const hotspots = '/map?shape=hotspots&period=all';

/** Every page, and every shape of it. */
const addresses: readonly [name: string, address: () => string][] = [
  ['city', () => `/city?month=${slippingMonth}`],
  ['city, a story', () => `/city?month=${slippingMonth}&story=topic2:housing.lifts`],
  ['city, a brief', () => `/city?month=${slippingMonth}&ask=unit:works`],
  ['district', () => '/area/south?on=2023-06-15'],
  ['subdistrict', () => '/area/south-west?on=2023-06-15'],
  ['topic', () => '/topic/housing.lifts?period=all'],
  ['unit', () => '/unit/works?period=all'],
  [
    'evaluation of a unit',
    () => `/evaluation/south-west?group=subdistrict&month=${slippingMonth}&beside=north-east,south-east`,
  ],
  ['schemes of evaluation', () => '/schemes'],
  ['appeal', () => '/appeal/lift1'],
  ['alert', () => `/alert/${alert}`],
  ['orders', () => '/orders?period=all'],
  ['overdue orders', () => '/orders?where=due_state:overdue'],
  ['alerts', () => `/alerts?day=${burstDay}`],
  ['overview', () => '/overview?period=all'],
  ['candidates', () => '/monthly-topics?month=2023-06&candidate=housing.lifts'],
  ['candidates, to be picked', () => '/monthly-topics?month=2023-06&candidate=housing.lifts&over=pick'],
  ['topics of the month', () => '/monthly-topics?show=kept'],
  ['topic of the month', () => `/monthly-topics/${monthlyTopic}`],
  ['topic of the month, edited', () => `/monthly-topics/${monthlyTopic}?over=edit`],
  ['evaluation', () => '/evaluation?month=2023-06&group=subdistrict&chosen=south-west'],
  ['evaluation, tried weights', () => '/evaluation?month=2023-06&weights=resolution:10'],
  ['evaluation, exclusions', () => '/evaluation?month=2023-06&open=excluded'],
  ['evaluation, its life', () => '/evaluation?month=2023-06&open=month'],
  ['evaluation, objections', () => '/evaluation?month=2023-06&open=objections'],
  ['map of areas', () => '/map?period=all'],
  ['map of hexagons', () => '/map?shape=cells&period=all'],
  ['hot spots', () => hotspots],
  ['patterns of hot spots', () => `${hotspots}&layer=classes`],
  ['clusters', () => `${hotspots}&layer=clusters`],
  ['trend', () => '/trend?period=all'],
  ['units', () => '/units?groups=subdistrict&metric=on_time_rate&list=all&period=all'],
  ...['now', 'changed', 'districts', 'orders'].map(
    (screen) =>
      [`wall: ${screen}`, () => `/city?wall=1&still=1&month=${slippingMonth}&screen=${screen}`] as [
        string,
        () => string,
      ],
  ),
];

const english = 'lang=en&theme=light';
const chinese = 'lang=zh&theme=dark';
/** Maps take a machine without a graphics card half a minute: each shape is looked at once. */
const onlyIn: Readonly<Record<string, string>> = {
  'map of hexagons': chinese,
  'hot spots': english,
  'patterns of hot spots': chinese,
  clusters: english,
};

for (const [name, address] of addresses)
  browserTest(`${name}: axe 0, one heading, no fault, no scrolling sideways at 390 and 320 px`, async () => {
    const looks = onlyIn[name] ? [onlyIn[name]] : [english, chinese];
    for (const each of looks) await look(`${address()}${address().includes('?') ? '&' : '?'}${each}`);
  });

browserTest('find: the dialog passes axe, and leaves no scrolling sideways', async () => {
  await page.setViewportSize({ width: 1440, height: 1000 });
  await visit('/city?lang=en');
  await page.keyboard.press('Control+k');
  await page.getByTestId('find').getByRole('combobox').fill('south');
  await page.getByRole('option').first().waitFor();
  expect(await violationsOf(page)).toEqual([]);
  await fitsPhones('find');
  expect(faults).toEqual([]);
});
