import { type Access, createAccess } from '@hotline-atlas/access';
import { createApp, type Listening, listen } from '@hotline-atlas/api';
import { buildDashboard, dashboardFolder } from '@hotline-atlas/start';
import { openTestStore, type TestStore } from '@hotline-atlas/store/testing';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { randomAppealsSql } from '../random-appeals.ts';
import { openRiverton, type Riverton } from '../riverton.ts';
import { violationsOf } from './axe.ts';
import { executablePath, launchBrowser, patience } from './launch-browser.ts';

const browserTest = test.skipIf(!executablePath);

const password = 'four small green boats';
const secret = 'kT8vQ2mZ5xW9bN4cR7jL1pH6sD3fG0yA';

let riverton: Riverton;
let store: TestStore;
let access: Access;
let listening: Listening;
let browser: Browser;
const faults: string[] = [];

const at = (address: string): string => `http://127.0.0.1:${listening.port}${address}`;

/** A browser of somebody's own: cookies are theirs. */
const newPerson = (): Promise<BrowserContext> =>
  browser.newContext({ viewport: { width: 1440, height: 1000 }, locale: 'en-GB' });

async function newTab(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  page.setDefaultTimeout(patience);
  page.on('pageerror', (error) => faults.push(error.message));
  return page;
}

beforeAll(async () => {
  if (!executablePath) return;
  await buildDashboard();
  riverton = await openRiverton('people');
  const { body } = await riverton.database.bytes({ sql: randomAppealsSql(4000) });
  await riverton.load([riverton.file('random.csv', body)]);
  store = await openTestStore('PGlite');
  const { database, city } = riverton;
  access = await createAccess({ mode: 'accounts', store, city, secret, url: 'http://localhost:1' });
  const app = createApp({ database, city, store, access, dashboard: dashboardFolder, log: () => undefined });
  listening = await listen(app, 0);
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await listening?.close();
  await store?.close();
  await riverton?.close();
});

/** A one-time link as this server is reached in the test. */
const here = (link: string): string => at(`/sign-in${new URL(link).hash}`);

async function setPassword(page: Page, link: string): Promise<void> {
  await page.goto(here(link));
  await page.getByLabel('New password').fill(password);
  const invited = await page.getByTestId('invited').textContent();
  await page.getByRole('button', { name: 'Set the password' }).click();
  await page.getByText('The password is set.').waitFor();
  expect(await page.getByLabel('Account').inputValue()).toBe(invited);
}

async function signIn(page: Page, name: string): Promise<void> {
  await page.getByLabel('Account').fill(name);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

const settled = (page: Page, panel: string) =>
  page.getByTestId(`panel-${panel}`).and(page.locator('[data-state=ready]')).waitFor();

/** Nothing is asked any more: what waits is dimmed, which is no matter of contrast. */
const allSettled = (page: Page) =>
  page.waitForFunction(() =>
    [...document.querySelectorAll('[data-state]')].every(
      (panel) => panel.getAttribute('data-state') === 'ready',
    ),
  );

/** Appeals by district, as the server answers this page. */
const districtsOf = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const answer = await fetch('/api/query?metrics=appeals&by=district');
    const { rows } = (await answer.json()) as { rows: { district: string }[] };
    return rows.map(({ district }) => district).sort();
  });

let official: BrowserContext;
let own: Page;

browserTest(
  'the first administrator comes by a one-time link, and adds an official of one district',
  async () => {
    const administrator = await newTab(await newPerson());
    await administrator.goto(at('/?page=units'));
    await administrator.waitForURL(/sign-in\?to=/);
    expect(await violationsOf(administrator)).toEqual([]);
    const first = await access.accounts.inviteFirst();
    await setPassword(administrator, first?.link ?? '');
    expect(administrator.url()).not.toContain('invitation');
    await signIn(administrator, 'administrator');
    await administrator.waitForURL(/administration/);
    await administrator.getByTestId('accounts').waitFor();
    await administrator.getByRole('button', { name: 'Add an account' }).click();
    await administrator.getByLabel('Name to sign in with').fill('li.wei');
    await administrator.getByLabel('Name shown to others').fill('李伟');
    await administrator.getByLabel('Role').selectOption('official');
    await administrator.getByRole('button', { name: 'Add, and make a link' }).click();
    await administrator.getByText('Choose at least one district or unit.').waitFor();
    await administrator.getByRole('checkbox', { name: 'North' }).check();
    expect(await violationsOf(administrator)).toEqual([]);
    await administrator.getByRole('button', { name: 'Add, and make a link' }).click();
    const link = await administrator.getByLabel('One-time link', { exact: true }).inputValue();
    await administrator.getByRole('button', { name: 'Done' }).click();
    await administrator.locator('[data-account="li.wei"]').getByText('North').waitFor();
    await administrator.getByRole('button', { name: 'Audit' }).click();
    await administrator.getByTestId('audit').getByText('li.wei').first().waitFor();
    await administrator.goto(at('/?page=map'));
    await administrator.getByText('No appeals are shown to you').waitFor();

    official = await newPerson();
    own = await newTab(official);
    await setPassword(own, link);
    await signIn(own, 'li.wei');
    await own.waitForURL(/area.north/);
    await own.getByRole('link', { name: 'Today' }).waitFor();
    await own.goto(at('/overview'));
    await settled(own, 'areas');
  },
);

browserTest('the official sees their district and nothing of the others but what is published', async () => {
  expect(await own.getByTestId('scope-chip').textContent()).toContain('North only');
  expect(await districtsOf(own)).toEqual(['north']);
  const areas = own.getByTestId('panel-areas');
  await areas.locator('button[data-code=north]').waitFor();
  expect(await areas.locator('button[data-code=south]').count()).toBe(0);
  expect(await own.getByTestId('panel-topics').textContent()).toContain('North');
  await own.goto(at('/?page=appeals&where=district:south'));
  await own.getByTestId('appeal-list').getByText('No appeals match.').waitFor();
});

browserTest('a view that is shared opens for the leader, with the whole city in it', async () => {
  await own.goto(at('/?period=all&where=topic1:housing'));
  await settled(own, 'areas');
  await own.getByRole('button', { name: 'Save view' }).click();
  await own.getByTestId('save-view').getByLabel('Name').fill('Housing, all years');
  await own.getByRole('button', { name: 'everyone' }).click();
  await own.getByTestId('save-view').getByRole('button', { name: 'Save', exact: true }).click();
  await own.getByRole('button', { name: 'Housing, all years' }).waitFor();
  expect(own.url()).toContain('view=');

  const { invitation } = await access.accounts.add(
    { name: 'zhang.min', role: 'leader', districts: [], units: [], project: null },
    'console',
  );
  const leader = await newTab(await newPerson());
  await setPassword(leader, invitation.link);
  await signIn(leader, 'zhang.min');
  await leader.waitForURL(/city/);
  await leader.goto(at('/overview'));
  await settled(leader, 'areas');
  await leader.getByRole('button', { name: 'Views' }).click();
  await leader.getByRole('link', { name: 'Housing, all years' }).click();
  await expect.poll(() => leader.url()).toContain('topic1:housing');
  await settled(leader, 'areas');
  expect(await leader.getByTestId('scope-chip').count()).toBe(0);
  expect(await leader.getByTestId('view-note').count()).toBe(0);
  expect(await districtsOf(leader)).toEqual(['', 'north', 'south']);
  await allSettled(leader);
  await leader.getByRole('button', { name: 'Housing, all years' }).click();
  await leader.getByText('Shared with you').waitFor();
  expect(await violationsOf(leader)).toEqual([]);
  await leader.keyboard.press('Escape');

  await leader.getByRole('button', { name: 'Save view' }).click();
  await leader.getByTestId('save-view').getByLabel('Name').fill('Of the whole city');
  await leader.getByRole('button', { name: 'everyone' }).click();
  await leader.getByTestId('save-view').getByRole('button', { name: 'Save', exact: true }).click();
  await leader.getByRole('button', { name: 'Of the whole city' }).waitFor();
  const [, view = ''] = /view=([^&]+)/.exec(leader.url()) ?? [];
  await own.goto(at(`/?view=${view}`));
  await expect.poll(() => own.getByTestId('view-note').textContent()).toContain('sees more than you do');

  const long = `/overview?period=all&where=unit:${'x'.repeat(400)}`;
  await official.grantPermissions(['clipboard-read', 'clipboard-write']);
  await own.goto(at(long));
  await own.getByRole('button', { name: 'Copy link' }).click();
  await own.getByRole('button', { name: 'Copied' }).waitFor();
  const copied = await own.evaluate(() => navigator.clipboard.readText());
  expect(new URL(copied).pathname).toMatch(/^\/l\/[\w-]+$/);
  await own.goto(copied);
  expect(own.url()).toBe(at(long));
  await own.goto(at(`/?view=${view}`));

  await own.getByRole('button', { name: 'Of the whole city' }).click();
  await own.getByRole('button', { name: 'Change Housing, all years' }).click();
  await own.getByTestId('view-dialog').getByRole('button', { name: 'Remove' }).click();
  await own.getByText('“Housing, all years” is removed.').waitFor();
  await own.getByRole('button', { name: 'Undo', exact: true }).last().click();
  await own.getByRole('button', { name: 'Of the whole city' }).click();
  await own.getByRole('link', { name: 'Housing, all years' }).waitFor();
});

browserTest(
  'a note on days is written by keyboard, stands beside the chart, and can be taken back',
  async () => {
    await own.goto(at('/?period=all'));
    await settled(own, 'trend');
    const chart = own.getByTestId('panel-trend').getByRole('application');
    await chart.focus();
    await chart.press('ArrowRight');
    await chart.press('n');
    await own.getByTestId('notes').getByLabel('Note', { exact: true }).fill('Pipes burst');
    await own.getByTestId('notes').getByRole('button', { name: 'Save' }).click();
    await own.getByTestId('notes').getByText('Pipes burst').waitFor();
    expect(await violationsOf(own)).toEqual([]);
    await own.keyboard.press('Escape');
    expect(await chart.evaluate((element) => element === document.activeElement)).toBe(true);
    await own.getByRole('button', { name: 'Notes: 1' }).click();
    await own.getByRole('button', { name: 'Remove the note: Pipes burst' }).click();
    await own.getByTestId('notes').getByRole('button', { name: 'Undo' }).click();
    await own.getByTestId('notes').getByText('Pipes burst').waitFor();
    await own.keyboard.press('Escape');
  },
);

browserTest('signing out ends the other tab, which comes back to its address after signing in', async () => {
  const other = await newTab(official);
  await other.goto(at('/?page=appeals&where=topic1:housing'));
  await other.getByTestId('appeal-list').waitFor();
  await allSettled(own);
  await own.getByRole('button', { name: 'Account: 李伟' }).click();
  expect(await violationsOf(own)).toEqual([]);
  await own.getByRole('button', { name: 'Sign out' }).click();
  await own.waitForURL(/sign-in/);
  await other.waitForURL(/sign-in\?to=/);
  await signIn(other, 'li.wei');
  await other.waitForURL(/orders.where=topic1:housing/);
  await other.getByTestId('appeal-list').waitFor();
});

browserTest('a researcher is told what is not open, and whose view is not there', async () => {
  const { invitation } = await access.accounts.add(
    { name: 'wang', role: 'researcher', districts: [], units: [], project: null },
    'console',
  );
  const researcher = await newTab(await newPerson());
  await setPassword(researcher, invitation.link);
  await signIn(researcher, 'wang');
  await settled(researcher, 'areas');
  expect(await researcher.getByTestId('view-note').count()).toBe(0);
  await researcher.goto(at('/?page=map&q=pipes&view=5c6f0c1e-0000-4000-8000-000000000000'));
  const note = researcher.getByTestId('view-note');
  await note.getByText('There is no such view, or it is not shared with you.').waitFor();
  expect(await note.textContent()).toContain('Texts of appeals are not open to you');
  expect(await researcher.getByTestId('closed-chip').textContent()).toContain(
    'not open: texts, exact places, exact times',
  );
  await researcher.getByText('Places of single appeals are not open to you').waitFor();
  await researcher.goto(at('/?lang=zh'));
  await settled(researcher, 'areas');
  await researcher.getByRole('button', { name: /wang/ }).click();
  await researcher.getByRole('button', { name: '修改密码' }).click();
  await researcher.getByLabel('当前密码').fill(password);
  await researcher.getByLabel('新密码').fill('one wang two three');
  await researcher.getByText('含有账户名，请去掉').waitFor();
  await researcher.locator('dialog button[type=submit]').click();
  await researcher.getByText('密码中含有账户名，请去掉。').waitFor();
  await researcher.keyboard.press('Escape');
  await researcher.getByRole('button', { name: /wang/ }).click();
  await researcher.getByRole('button', { name: '两步验证' }).click();
  await researcher.getByLabel('密码').fill(password);
  await researcher.locator('dialog button[type=submit]').click();
  const groupsShown = researcher.getByTestId('secret').locator('span');
  await groupsShown.first().waitFor();
  const groups = await groupsShown.allTextContents();
  expect(groups.join('')).toMatch(/^[A-Z2-7]{32,}$/);
  await groupsShown.first().click();
  expect(await researcher.evaluate(() => String(getSelection()))).toBe(groups.join(''));
});

browserTest('a wrong name or password is told in one sentence', async () => {
  const stranger = await newTab(await newPerson());
  await stranger.goto(at('/sign-in'));
  await signIn(stranger, 'nobody');
  await stranger.getByText('Account, password or code is wrong.').waitFor();
});

browserTest('nothing went wrong on the way', () => {
  expect(faults).toEqual([]);
});
