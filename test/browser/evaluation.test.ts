import type { Evaluation } from '@hotline-atlas/model';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { storyFile } from '../evaluated-riverton.ts';
import { violationsOf } from './axe.ts';
import { executablePath } from './launch-browser.ts';
import { openRivertonPage, type RivertonPage } from './riverton-page.ts';

const browserTest = test.skipIf(!executablePath);

let opened: RivertonPage;
let page: Page;
const faults: string[] = [];

/** The month of the story whose last unit is the southwest, and how the page names its group. */
const march = 'month=2024-03&group=subdistrict';
/** An order of the southwest that was neither resolved nor on time. */
const order = '2024-03-south-west-509';

beforeAll(async () => {
  if (!executablePath) return;
  opened = await openRivertonPage('evaluation_page', 100, { 'story.csv': storyFile() });
  page = opened.page;
  page.on('pageerror', (error) => faults.push(error.message));
});

afterAll(async () => {
  await opened?.close();
});

const open = async (address: string): Promise<void> => {
  await page.goto(opened.at(address));
  await page.getByTestId('ranking').waitFor();
};

const answerNow = async (): Promise<Evaluation> =>
  (await (await fetch(opened.at(`/api/evaluation?${march}`))).json()) as Evaluation;

const row = (code: string) => page.locator(`[data-testid=ranking-row][data-code=${code}]`);
const dialog = (name: string) => page.getByTestId(name);

browserTest('a leader asks who is truly at the bottom, and whether that is certain', async () => {
  await open(`/evaluation?${march}&lang=en`);
  const { units } = await answerNow();
  const last = units.unit.indexOf('south-west');
  const isSure = units.called_in_sure[last];
  await expect
    .poll(() => page.getByTestId('called-in').textContent())
    .toContain(isSure ? 'every rank' : 'for none of them is it beyond chance');
  await page.getByTestId('called-in').getByRole('button').click();
  await expect
    .poll(() => page.getByTestId('ranking-row').first().getAttribute('data-code'))
    .toBe('south-west');
  const said = row('south-west');
  expect(await said.locator('.rank-button').textContent()).toBe(
    units.rank_first[last] === units.rank_last[last]
      ? String(units.rank_first[last])
      : `${units.rank_first[last]}–${units.rank_last[last]}`,
  );
  expect(await said.textContent()).toContain(isSure ? 'certain' : 'not certain');
  await said.locator('.rank-button').click();
  await expect.poll(() => page.url()).toContain('chosen=south-west');
  await expect.poll(() => page.getByTestId('moved-rank').locator('h3').textContent()).toContain('What moved');
  expect(await violationsOf(page)).toEqual([]);
});

browserTest('the keyboard walks the funnel and chooses a unit', async () => {
  await open(`/evaluation?${march}&lang=en`);
  await page.getByRole('application').focus();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.url()).toContain('chosen=');
  await page.getByTestId('chosen-unit').waitFor();
});

browserTest('other weights are tried beside the rules, and the address holds them', async () => {
  await open(`/evaluation?${march}&lang=en`);
  await page.getByRole('button', { name: /What if/ }).click();
  const fields = page.getByTestId('what-if');
  await fields.getByLabel(/Resolution/).fill('0');
  await fields.getByLabel(/Satisfaction/).fill('0');
  await fields.getByRole('button', { name: 'Try' }).click();
  await expect.poll(() => page.url()).toContain('weights=resolution:0,satisfaction:0,on_time:10');
  await page.getByTestId('tried-moves').waitFor();
  // By on time alone, northwest, southeast: 10 of 10; northeast 8 of 11; southwest 5 of 10. Nobody moves.
  await expect.poll(() => page.getByTestId('tried-moves').textContent()).toBe('no rank moves');
  await fields.getByRole('button', { name: 'Back to the rules' }).click();
  await expect.poll(() => page.url()).not.toContain('weights');
});

browserTest('an evaluator opens the month, an objection is upheld, and the month becomes final', async () => {
  await open(`/evaluation?${march}&lang=en&chosen=south-west`);
  const life = page.getByTestId('life');
  expect(await row('south-west').locator('.col-score').textContent()).toBe('56.00');
  await life.getByRole('button').first().click();
  await dialog('month-dialog').getByRole('button', { name: 'Open for objections' }).click();
  await dialog('step-form').getByRole('button', { name: 'Open for objections' }).click();
  await expect.poll(() => life.getAttribute('data-month-state')).toBe('objections');
  await dialog('month-dialog').getByRole('button', { name: 'Close' }).click();

  await life.getByRole('button', { name: 'Objections' }).last().click();
  await page.getByRole('button', { name: 'Object by number of an order' }).click();
  const form = dialog('objection-form');
  await form.getByLabel('Number of the order').fill(order);
  await form.getByLabel(/What is wrong/).fill('The pipe belongs to the city.');
  await form.getByRole('button', { name: 'Object', exact: true }).click();
  await dialog('objection').getByRole('button', { name: 'Decide' }).click();
  expect(await violationsOf(page)).toEqual([]);
  await dialog('decision-form').getByLabel('Why it is decided so').fill('It does.');
  await dialog('decision-form').getByRole('button', { name: 'Uphold' }).last().click();
  await expect.poll(() => dialog('objection').getAttribute('data-state')).toBe('upheld');
  await dialog('objections-dialog').getByRole('button', { name: 'Close' }).click();

  // 6 of 9 resolved, 5 of 9 satisfied, 5 of 9 on time: 40 + 16.67 + 5.56.
  await expect.poll(() => row('south-west').locator('.col-score').textContent()).toBe('62.23');
  expect(await page.getByTestId('evaluation-base').textContent()).toContain('Upheld objections: 1.');

  await life.getByRole('button').first().click();
  await dialog('month-dialog').getByRole('button', { name: 'Make final' }).click();
  for (const consent of await dialog('step-form').getByRole('checkbox').all()) await consent.check();
  await dialog('step-form').getByRole('button', { name: 'Make final' }).click();
  await expect.poll(() => life.getAttribute('data-month-state')).toBe('final');
  expect(await dialog('month-dialog').locator('.month-steps-taken li').count()).toBe(2);
  await expect.poll(() => dialog('month-dialog').textContent()).toContain('no figure differs');
});

browserTest('a month before all rules says so, and leads on', async () => {
  await page.goto(opened.at('/evaluation?month=2022-05&lang=en'));
  await expect.poll(() => page.getByTestId('evaluation-page').textContent()).toContain('Nobody is evaluated');
  await page.getByRole('link', { name: /newest month/ }).click();
  await page.getByTestId('ranking').waitFor();
});

browserTest('no page threw', () => {
  expect(faults).toEqual([]);
});
