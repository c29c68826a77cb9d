import type { MonthlyTopic, MonthlyTopics } from '@hotline-atlas/model';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { candidatesFile } from '../monthly-topics-riverton.ts';
import { violationsOf } from './axe.ts';
import { executablePath } from './launch-browser.ts';
import { openRivertonPage, type RivertonPage } from './riverton-page.ts';

const browserTest = test.skipIf(!executablePath);

let opened: RivertonPage;
let page: Page;
const faults: string[] = [];

beforeAll(async () => {
  if (!executablePath) return;
  opened = await openRivertonPage('monthly_topics_page', 50, { 'story.csv': candidatesFile() });
  page = opened.page;
  page.on('pageerror', (error) => faults.push(error.message));
});

afterAll(async () => {
  await opened?.close();
});

/** The month of the story: 40 appeals about parking, of which 24 are solved. */
const april = 'month=2024-04&lang=en';
const part = (name: string) => page.getByTestId(name);
const candidate = (topic: string) => page.locator(`[data-testid=candidate][data-topic="${topic}"]`);

async function kept(): Promise<MonthlyTopics['topics']> {
  const response = await fetch(opened.at('/api/monthly-topics'));
  return ((await response.json()) as MonthlyTopics).topics;
}

/** Somebody else saves another state of a topic. */
async function changeElsewhere(id: string, change: Partial<MonthlyTopic>): Promise<void> {
  const address = opened.at(`/api/monthly-topics/${id}`);
  const { frozen, created, created_by, updated, updated_by, candidates, intact, ...topic } = (await (
    await fetch(address)
  ).json()) as MonthlyTopic;
  const { id: _, ...content } = topic;
  const body = JSON.stringify({ ...content, ...change });
  const response = await fetch(address, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body,
  });
  expect(response.status).toBe(200);
}

browserTest('an evaluator finds the candidate that is solved least, and looks behind it', async () => {
  await page.goto(opened.at(`/monthly-topics?${april}`));
  await part('candidates').getByRole('button', { name: 'Resolution' }).click();
  await expect.poll(() => page.url()).toContain('sort=resolution');
  const first = part('candidate').first();
  expect(await first.getAttribute('data-topic')).toBe('transport.parking');
  expect(await first.textContent()).toContain('24 of 40');
  await candidate('transport.parking').getByRole('button').first().click();
  await expect.poll(() => part('behind').textContent()).toContain('20');
  expect(await violationsOf(page)).toEqual([]);
});

browserTest('the evaluator picks it, gives it tasks, and is told what is overdue', async () => {
  await candidate('transport.parking').getByRole('button', { name: /^Pick/ }).click();
  await part('pick-dialog').getByLabel('Title in English').fill('Room to park');
  await part('pick-dialog')
    .getByRole('button', { name: /Pick as topic/ })
    .click();
  await expect.poll(() => part('monthly-topic').locator('h2').first().textContent()).toBe('Room to park');
  await part('topic-tasks').getByRole('button', { name: 'Add a task' }).click();
  await part('task-form').getByLabel('Task').fill('Count the places');
  await part('task-form').getByLabel('Due').fill('2024-05-01');
  await part('task-form').getByRole('button', { name: 'Add' }).click();
  await expect.poll(() => part('task').textContent()).toContain('overdue by');
  await part('task').getByRole('checkbox').click();
  await expect.poll(() => part('topic-tasks').textContent()).toContain('1 of 1 done');
  expect((await kept())[0]?.tasks).toMatchObject([{ text: 'Count the places', state: 'done' }]);
});

browserTest(
  'a stale edit is told, loses nothing that was typed, and keeps what the other saved',
  async () => {
    const id = (await kept())[0]?.id ?? '';
    await page.getByRole('button', { name: 'Edit', exact: true }).click();
    const form = part('edit-topic');
    await form.getByLabel('Title in English').fill('Places to park');
    await changeElsewhere(id, { review_on: '2024-12-01' });
    await form.getByRole('button', { name: 'Save' }).click();
    await expect.poll(() => form.getByRole('alert').textContent()).toContain('saved another state');
    expect(await form.getByLabel('Title in English').inputValue()).toBe('Places to park');
    await form.getByRole('button', { name: 'Save' }).click();
    await expect.poll(() => form.count()).toBe(0);
    expect((await kept())[0]).toMatchObject({ title: { en: 'Places to park' }, review_on: '2024-12-01' });
  },
);

browserTest('frozen candidates keep their hash, and an effect of one month is not claimed', async () => {
  await part('topic-states').getByRole('button', { name: 'Freeze' }).click();
  await part('topic-step').getByRole('button', { name: 'Freeze now' }).click();
  await expect.poll(() => part('topic-frozen').locator('code').textContent()).toMatch(/^[0-9a-f]{64}$/);
  const [topic] = await kept();
  expect(await part('topic-frozen').locator('code').textContent()).toBe(topic?.frozen?.hash);
  expect(await part('topic-states').getByRole('button', { name: 'Take away' }).count()).toBe(0);
  await part('topic-states').getByRole('button', { name: 'Begin the work' }).click();
  await part('topic-step').getByLabel('The work began on').fill('2024-05-01');
  await part('topic-step').getByRole('button', { name: 'Begin' }).click();
  await expect
    .poll(() => part('topic-states').locator('[aria-current]').textContent())
    .toContain('under way');
  await expect
    .poll(() => part('effect-verdict').textContent())
    .toContain('Nothing can be said of the effect');
  expect((await part('effect-obstacle').textContent())?.length).toBeGreaterThan(10);
  expect(await violationsOf(page)).toEqual([]);
  await page.goto(opened.at('/topic/transport.parking?lang=en&period=all'));
  await page.getByRole('link', { name: /Topic of the month, Apr 2024/ }).click();
  await part('topic-frozen').waitFor();
});

browserTest('a topic that was taken away is put back, with its history', async () => {
  await page.goto(opened.at(`/monthly-topics?${april}`));
  await candidate('housing.lifts').getByRole('button', { name: /^Pick/ }).click();
  await part('pick-dialog')
    .getByRole('button', { name: /Pick as topic/ })
    .click();
  await part('topic-states').getByRole('button', { name: 'Take away' }).click();
  await expect.poll(() => part('kept-topic').count()).toBe(1);
  await page.getByRole('button', { name: 'Put it back' }).click();
  await part('topic-states').waitFor();
  await page.getByRole('button', { name: 'History' }).click();
  await expect.poll(() => part('topic-history').locator('li').count()).toBe(3);
  expect(await part('topic-history').locator('li').first().textContent()).toContain('put back');
  expect(await kept()).toHaveLength(2);
});

browserTest('no page threw', () => {
  expect(faults).toEqual([]);
});
