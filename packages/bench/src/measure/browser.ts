import { existsSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { type Browser, chromium, type Page } from 'playwright-core';
import { median, quantile, rounded } from '../summary.ts';

/** What the page does in Chromium. */
export interface BrowserFigures {
  chromium: string;
  /** From a click on a district to every panel of the Overview redrawn. */
  clicks: number;
  click_median: number;
  click_p95: number;
  /** Largest contentful paint of a first visit; null where Chromium told of none. */
  largest_contentful_paint: number | null;
  initial_javascript_kilobytes: number;
  /** Requests to `/api/query` a click makes. */
  requests_per_click: number;
  /** Addresses the dashboard asked. */
  asked: string[];
}

const programs = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Where this machine has Chromium; null where it has none. */
export const findChromium = (): string | null => programs.find(existsSync) ?? null;

/** Offline, without a GPU, and without calls of the browser's own. */
const switches = [
  '--no-sandbox',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
];

/** The loader of TypeScript marks functions with their names by calling this, in the page too. */
const namesOfFunctions = 'globalThis.__name = (marked) => marked;';

const panels = '[data-testid^=panel-]';

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
 * Milliseconds from a click until every panel is ready and painted, measured inside the page: the first of five frames in a
 * row in which all are ready and the address holds the choice.
 */
const clickAndRedraw = (page: Page, code: string): Promise<number> =>
  page.evaluate(
    ({ code: chosen, selector }) =>
      new Promise<number>((resolve) => {
        const began = performance.now();
        let [frames, since] = [0, 0];
        const look = () => {
          const all = [...document.querySelectorAll(selector)];
          const done =
            location.search.includes(chosen) &&
            all.every((panel) => panel.getAttribute('data-state') === 'ready');
          frames = done ? frames + 1 : 0;
          if (frames === 1) since = performance.now() - began;
          if (frames >= 5 || performance.now() - began > 30_000) resolve(frames >= 5 ? since : 30_000);
          else requestAnimationFrame(look);
        };
        const row = document.querySelector(`[data-testid=panel-areas] [data-code="${chosen}"]`);
        if (row instanceof HTMLElement) row.click();
        requestAnimationFrame(look);
      }),
    { code, selector: panels },
  );

/** Observes from the start of the page: asked for afterwards, Chromium sometimes tells of no paint. */
const watchPaint = `globalThis.largestPaint = 0;
new PerformanceObserver((list) => {
  for (const { startTime } of list.getEntries()) globalThis.largestPaint = startTime;
}).observe({ type: 'largest-contentful-paint', buffered: true });`;

/** Null where Chromium told of none. */
async function firstPaint(page: Page): Promise<number | null> {
  const paint = await page.evaluate<number>('globalThis.largestPaint');
  return paint > 0 ? rounded(paint) : null;
}

async function initialJavaScript(page: Page, url: string): Promise<number> {
  const loaded = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .map(({ name }) => name)
      .filter((name) => /\.js(\?|$)/.test(name)),
  );
  let bytes = 0;
  for (const address of new Set(loaded.filter((name) => name.startsWith(url))))
    bytes += gzipSync(Buffer.from(await (await fetch(address)).arrayBuffer()), { level: 9 }).length;
  return rounded(bytes / 1000);
}

async function measurePage(browser: Browser, url: string, clicks: number): Promise<BrowserFigures> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 1000 }, locale: 'en-GB' });
  await page.addInitScript(namesOfFunctions);
  await page.addInitScript(watchPaint);
  const asked: string[] = [];
  page.on('request', (request) => {
    const [, address] = /\/api\/((?:query|appeals)\?.*)$/.exec(request.url()) ?? [];
    if (address !== undefined) asked.push(address);
  });
  await page.goto(`${url}/`);
  await settled(page);
  const paint = await firstPaint(page);
  const javascript = await initialJavaScript(page, url);
  const codes = await page
    .locator('[data-testid=panel-areas] [data-code]')
    .evaluateAll((rows) =>
      rows.map((row) => row.getAttribute('data-code') ?? '').filter((code) => code !== ''),
    );
  const before = asked.length;
  const times: number[] = [];
  for (let at = 0; at < Math.min(clicks, codes.length); at++) {
    times.push(await clickAndRedraw(page, codes[at] ?? ''));
    await settled(page);
    await page.waitForTimeout(200);
  }
  await page.close();
  return {
    chromium: browser.version(),
    clicks: times.length,
    click_median: rounded(median(times)),
    click_p95: rounded(quantile(times, 0.95)),
    largest_contentful_paint: paint,
    initial_javascript_kilobytes: javascript,
    requests_per_click: rounded((asked.length - before) / Math.max(times.length, 1)),
    asked: [...new Set(asked)],
  };
}

/** Opens the Overview and clicks on one district after the other. */
export async function measureBrowser(
  url: string,
  executablePath: string,
  clicks: number,
): Promise<BrowserFigures> {
  const browser = await chromium.launch({ executablePath, args: switches });
  try {
    return await measurePage(browser, url, clicks);
  } finally {
    await browser.close();
  }
}
