import { afterAll, beforeAll, expect, test } from 'vitest';
import { violationsOf } from './axe.ts';
import { executablePath } from './launch-browser.ts';
import { openRivertonPage, type RivertonPage } from './riverton-page.ts';

const browserTest = test.skipIf(!executablePath);

let opened: RivertonPage;

beforeAll(async () => {
  if (executablePath) opened = await openRivertonPage('browser_find', 3000);
});
afterAll(() => opened?.close());

browserTest('find: initials of pinyin lead to a district by keyboard alone, and are remembered', async () => {
  const { page, at } = opened;
  await page.goto(at('/overview?lang=zh'));
  await page.locator('.find-box').waitFor();
  await page.keyboard.press('Control+k');
  const field = page.getByTestId('find').getByRole('combobox');
  await field.fill('bq');
  await page.getByRole('option', { name: '北区', exact: true }).waitFor();
  expect(await violationsOf(page)).toEqual([]);
  await field.press('ArrowDown');
  await field.press('ArrowUp');
  expect(await page.getByRole('option', { selected: true }).textContent()).toBe('北区');
  await field.press('Enter');
  await page.waitForURL(/\/area\/north\?lang=zh/);
  expect(await page.title()).toContain('北区');

  await page.keyboard.press('/');
  await page.getByRole('group', { name: '最近打开' }).getByRole('option', { name: '北区' }).waitFor();
  await field.press('Escape');
  await page.getByTestId('find').waitFor({ state: 'detached' });
  await page.locator('.find-box').click();
  await field.fill('供暖');
  const words = page.getByRole('option', { name: '内容含“供暖”的诉求' });
  await words.waitFor();
  expect(await words.getAttribute('href')).toContain('/orders?');
  await field.press('Escape');
  expect(await page.evaluate(() => document.activeElement?.className)).toBe('find-box');
});

browserTest('a row filters, and the link beside it leads to the page of its name', async () => {
  const { page, at } = opened;
  await page.goto(at('/overview?lang=en&theme=dark&period=all'));
  const topics = page.getByTestId('panel-topics');
  const link = topics.getByRole('link', { name: 'Page of Housing' });
  await link.waitFor();
  expect(await link.getAttribute('href')).toBe('/topic/housing?period=all&lang=en&theme=dark');
  await topics.locator('button[data-code=housing]').click();
  await expect.poll(() => page.url()).toContain('where=topic1:housing');
  await page.getByRole('group', { name: 'Active filters' }).getByRole('link', { name: 'Housing' }).click();
  await page.getByTestId('topic-page').waitFor();
  await expect.poll(() => page.title()).toContain('Housing · Topic');
  await page.getByTestId('figure-appeals').waitFor();
  await topics.getByRole('link', { name: 'Page of Heating' }).press('Enter');
  await page.waitForURL(/\/topic\/housing\.heating/);
  await page
    .getByRole('navigation', { name: 'Where this stands' })
    .getByRole('link', { name: 'Housing' })
    .click();
  await page.waitForURL(/\/topic\/housing\?/);
});

browserTest('what nobody knows is said, with a way on', async () => {
  const { page, at } = opened;
  for (const [address, told] of [
    ['/area/999999?lang=en', 'No area has the code 999999'],
    ['/topic/nothing?lang=zh', '没有代码为nothing的分类'],
    ['/nowhere?lang=en', 'There is no page at /nowhere'],
    ['/alert/yesterday?lang=en', 'This alert is not there any more'],
  ] as const) {
    await page.goto(at(address));
    await page.getByTestId('missing').getByText(told).waitFor();
    expect(await violationsOf(page), address).toEqual([]);
  }
  await page.goto(at('/overview?where=district:999999&lang=en'));
  await page.getByTestId('unknown-areas').getByRole('button').click();
  await expect.poll(() => page.url()).not.toContain('999999');
});
