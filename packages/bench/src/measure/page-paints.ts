import type { Browser } from 'playwright-core';
import type { Choices } from '../questions/choices.ts';
import { rounded } from '../summary.ts';
import { largestPaint, watchPage } from './paints.ts';

/** How soon a page stands on a first visit, in milliseconds; null where that was not seen in time. */
export interface PageFigures {
  name: string;
  path: string;
  largest_contentful_paint: number | null;
  /** Until every part of it is answered and drawn. */
  ready: number | null;
}

/** The pages people begin their day with, and the tools behind them. */
const pages = ({ district, unit, topic1 }: Choices): { name: string; path: string }[] => [
  { name: 'City', path: '/city' },
  ...(district ? [{ name: 'District', path: `/area/${encodeURIComponent(district)}` }] : []),
  { name: 'Orders', path: '/orders' },
  { name: 'Overdue orders', path: '/orders?where=due_state:overdue' },
  ...(unit ? [{ name: 'Unit', path: `/unit/${encodeURIComponent(unit)}` }] : []),
  ...(topic1 ? [{ name: 'Topic', path: `/topic/${encodeURIComponent(topic1)}` }] : []),
  { name: 'Overview', path: '/overview' },
];

const patience = 60_000;

/** Every part that says its state is ready, in two looks a quarter of a second apart. */
const isReady = `(() => {
  const parts = [...document.querySelectorAll('main [data-state]')];
  const ready = parts.length > 0 && parts.every((part) => part.getAttribute('data-state') === 'ready');
  globalThis.readySince = ready ? (globalThis.readySince ?? performance.now()) : undefined;
  return ready && performance.now() - globalThis.readySince > 250;
})()`;

async function measureVisit(
  browser: Browser,
  url: string,
  { name, path }: { name: string; path: string },
): Promise<PageFigures> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
  const page = await context.newPage();
  await page.addInitScript(watchPage);
  await page.goto(url + path);
  const ready = await page.waitForFunction(isReady, undefined, { timeout: patience }).then(
    () => page.evaluate<number>('globalThis.readySince'),
    () => null,
  );
  const paint = await largestPaint(page);
  await context.close();
  return { name, path, largest_contentful_paint: paint, ready: ready === null ? null : rounded(ready) };
}

/** Visits each page once to warm what is shared, and once to measure, with empty caches of the browser. */
export async function measurePages(browser: Browser, url: string, choices: Choices): Promise<PageFigures[]> {
  const figures: PageFigures[] = [];
  for (const each of pages(choices)) {
    await measureVisit(browser, url, each);
    figures.push(await measureVisit(browser, url, each));
  }
  return figures;
}
