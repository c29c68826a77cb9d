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
  { name: 'Evaluation', path: '/evaluation' },
  { name: 'Overview', path: '/overview' },
];

const patience = 60_000;

/** Runs in the page: since when every part that says its state is ready; null while one is not. */
function readySince(): number | null {
  const kept = window as unknown as { readySince?: number | undefined };
  const parts = [...document.querySelectorAll('main [data-state]')];
  const ready = parts.length > 0 && parts.every((part) => part.getAttribute('data-state') === 'ready');
  kept.readySince = ready ? (kept.readySince ?? performance.now()) : undefined;
  return kept.readySince === undefined || performance.now() - kept.readySince < 250 ? null : kept.readySince;
}

async function measureVisit(
  browser: Browser,
  url: string,
  { name, path }: { name: string; path: string },
): Promise<PageFigures> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
  const page = await context.newPage();
  // The loader of TypeScript marks functions with their names by calling this, in the page too.
  await page.addInitScript('globalThis.__name = (marked) => marked;');
  await page.addInitScript(watchPage);
  await page.goto(url + path);
  const ready = await page.waitForFunction(readySince, undefined, { timeout: patience }).then(
    (found) => found.jsonValue(),
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
