import { existsSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { type Browser, chromium, type Page } from 'playwright-core';
import type { Choices } from '../questions/choices.ts';
import { median, quantile, rounded } from '../summary.ts';
import { clickAndRedraw, panels, type Row } from './click.ts';
import { measurePages, type PageFigures } from './page-paints.ts';
import { largestPaint, responseTimes, watchPage } from './paints.ts';

/** What the page does in Chromium. */
export interface BrowserFigures {
  chromium: string;
  /** From a click on a district, topic or channel to every panel of the Overview redrawn. */
  clicks: number;
  click_median: number;
  click_p95: number;
  /** From a click to the next frame, the slowest but 2 %; null where Chromium told of none. */
  interaction_to_next_paint_p98: number | null;
  /** Largest contentful paint of a first visit; null where Chromium told of none. */
  largest_contentful_paint: number | null;
  initial_javascript_kilobytes: number;
  /** Questions a click asks, together in one request. */
  questions_per_click: number;
  /** How soon pages stand; runs of before there were pages have none. */
  pages?: PageFigures[];
  /** Addresses the dashboard asked. */
  asked: string[];
}

const programs = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Where this machine has Chromium; null where it has none. */
export const findChromium = (): string | null => programs.find(existsSync) ?? null;

/**
 * Offline, and without calls of the browser's own. No graphics card is imitated: the Overview needs none, and
 * painting through an imitated one took three times as long as Chromium's own way on a machine without.
 */
const switches = [
  '--no-sandbox',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The loader of TypeScript marks functions with their names by calling this, in the page too. */
const namesOfFunctions = 'globalThis.__name = (marked) => marked;';

const settled = (page: Page) =>
  page.waitForFunction(
    (selector) => {
      const all = [...document.querySelectorAll(selector)];
      return all.length > 3 && all.every((panel) => panel.getAttribute('data-state') === 'ready');
    },
    panels,
    { timeout: 60_000 },
  );

/**
 * The scripts a page names itself, compressed by gzip, in kB. A browser needs them before it shows anything;
 * charts and maps are fetched afterwards.
 */
async function initialJavaScript(url: string): Promise<number> {
  const page = await (await fetch(`${url}/`)).text();
  const scripts = new Set([...page.matchAll(/(?:src|href)="([^"]+\.js)"/g)].map(([, script = '']) => script));
  let bytes = 0;
  for (const script of scripts)
    bytes += gzipSync(Buffer.from(await (await fetch(new URL(script, url))).arrayBuffer())).length;
  return rounded(bytes / 1000);
}

/** Rows of the panels a reader clicks on, in turn: a district, a topic, a channel, the next district, … */
async function rowsToClick(page: Page): Promise<Row[]> {
  const lists = await Promise.all(
    ['areas', 'topics', 'channel'].map(async (panel) => {
      const codes = await page
        .locator(`[data-testid=panel-${panel}] [data-code]`)
        .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-code') ?? ''));
      return codes.filter((code) => code !== '').map((code) => ({ panel, code }));
    }),
  );
  const longest = Math.max(...lists.map(({ length }) => length));
  return Array.from({ length: longest }, (_, at) => lists.flatMap((list) => list[at] ?? [])).flat();
}

/** What a request asks for: one question, or several together. */
function questionsIn(address: string): string[] {
  const { pathname, search, searchParams } = new URL(address);
  if (pathname === '/api/answers') return searchParams.getAll('question').map((each) => `query?${each}`);
  return /^\/api\/(query|appeals)$/.test(pathname) ? [`${pathname.slice('/api/'.length)}${search}`] : [];
}

async function measurePage(browser: Browser, url: string, clicks: number): Promise<BrowserFigures> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 1000 }, locale: 'en-GB' });
  await page.addInitScript(namesOfFunctions);
  await page.addInitScript(watchPage);
  const asked: string[] = [];
  page.on('request', (request) => {
    asked.push(...questionsIn(request.url()));
  });
  await page.goto(`${url}/overview`);
  await settled(page);
  const paint = await largestPaint(page);
  const javascript = await initialJavaScript(url);
  const before = asked.length;
  const times: number[] = [];
  for (const row of (await rowsToClick(page)).slice(0, clicks)) {
    times.push(await clickAndRedraw(page, row));
    await settled(page);
    await page.waitForTimeout(200);
  }
  const responses = await responseTimes(page);
  await page.close();
  return {
    chromium: browser.version(),
    clicks: times.length,
    click_median: rounded(median(times)),
    click_p95: rounded(quantile(times, 0.95)),
    interaction_to_next_paint_p98: responses.length > 0 ? rounded(quantile(responses, 0.98)) : null,
    largest_contentful_paint: paint,
    initial_javascript_kilobytes: javascript,
    questions_per_click: rounded((asked.length - before) / Math.max(times.length, 1)),
    asked: [...new Set(asked)],
  };
}

/** Opens the Overview, clicks on districts, topics and channels in turn, then visits each page. */
export async function measureBrowser(
  url: string,
  executablePath: string,
  clicks: number,
  choices: Choices,
): Promise<BrowserFigures> {
  const browser = await chromium.launch({ executablePath, args: switches });
  try {
    const clicked = await measurePage(browser, url, clicks);
    return { ...clicked, pages: await measurePages(browser, url, choices) };
  } finally {
    await browser.close();
  }
}
