import { createApp, listen } from '@hotline-atlas/api';
import type { City } from '@hotline-atlas/city';
import { buildDashboard, dashboardFolder } from '@hotline-atlas/start';
import { openTestStore } from '@hotline-atlas/store/testing';
import type { Page } from 'playwright-core';
import { randomAppealsSql } from '../random-appeals.ts';
import { openRiverton } from '../riverton.ts';
import { launchBrowser, patience } from './launch-browser.ts';

/** A page of the dashboard of Riverton with random appeals, in a browser of its own. */
export interface RivertonPage {
  page: Page;
  city: City;
  /** The whole address of a path. */
  at: (address: string) => string;
  close: () => Promise<void>;
}

/** @param name of the database @param more files with further appeals, by name */
export async function openRivertonPage(
  name: string,
  appeals: number,
  more: Readonly<Record<string, string>> = {},
): Promise<RivertonPage> {
  await buildDashboard();
  const riverton = await openRiverton(name);
  const { body } = await riverton.database.bytes({ sql: randomAppealsSql(appeals) });
  const further = Object.entries(more).map(([file, content]) => riverton.file(file, content));
  await riverton.load([riverton.file('random.csv', body), ...further]);
  const store = await openTestStore('PGlite');
  const { database, city } = riverton;
  const app = createApp({ database, city, store, dashboard: dashboardFolder, log: () => undefined });
  const listening = await listen(app, 0);
  const browser = await launchBrowser();
  const page = await browser.newPage({ viewport: { width: 1440, height: 1000 }, locale: 'en-GB' });
  page.setDefaultTimeout(patience);
  return {
    page,
    city,
    at: (address) => `http://127.0.0.1:${listening.port}${address}`,
    close: async () => {
      await browser.close();
      await listening.close();
      await store.close();
      await riverton.close();
    },
  };
}
