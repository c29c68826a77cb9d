/**
 * Measures how long a click takes until every panel shows the new filter, in a real Chromium. `pnpm trial
 * click http://localhost:8080 [rounds] [trace.json]`. Prints one JSON line a click, and one with medians. A
 * trial, not a test: nothing here passes or fails by time.
 */
import { writeFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { launchBrowser } from '../browser/launch-browser.ts';

/** What one click cost, in milliseconds since the browser took the event. */
interface Click {
  what: string;
  /** First frame that shows something changed. */
  answered: number;
  /** Frame in which every panel shows the new filter. */
  settled: number;
  requests: number;
  /** First request sent, last answer whole. */
  firstSent: number;
  lastReceived: number;
  /** Time the main thread was busy in tasks longer than 50 ms. */
  longTasks: number;
  /** The slowest answers: address, sent, first byte, whole. */
  slowest: string[];
}

declare global {
  interface Window {
    inFlight: number;
    longTasks: { start: number; duration: number }[];
    clickedAt: number;
  }
}

/**
 * Counts requests nobody has answered yet (panels say whether they wait for the rest of an answer), long
 * tasks, and the time of the newest click; runs before the page's own scripts.
 */
function observe(): void {
  window.inFlight = 0;
  window.longTasks = [];
  const { fetch } = window;
  window.fetch = async (...sent) => {
    window.inFlight += 1;
    try {
      return await fetch(...sent);
    } finally {
      window.inFlight -= 1;
    }
  };
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries())
      window.longTasks.push({ start: startTime, duration });
  }).observe({ type: 'longtask' });
  window.addEventListener(
    'pointerdown',
    ({ timeStamp }) => {
      window.clickedAt = timeStamp;
      performance.clearResourceTimings();
    },
    true,
  );
}

/** Waits, frame by frame, until nothing is under way and every panel is ready, and tells when that was. */
function untilSettled(): Promise<{ answered: number; settled: number }> {
  return new Promise((resolve) => {
    const began = window.clickedAt;
    const busy = () =>
      window.inFlight > 0 ||
      document.querySelector('[data-testid^=panel-]:not([data-state=ready]), [aria-busy=true]') !== null;
    let answered = 0;
    let settled = 0;
    const look = () => {
      const now = performance.now();
      if (answered === 0) answered = now;
      if (busy()) settled = 0;
      else if (settled === 0) settled = now;
      if (settled > 0 && now - settled > 400)
        resolve({ answered: answered - began, settled: settled - began });
      else requestAnimationFrame(() => setTimeout(look));
    };
    requestAnimationFrame(() => setTimeout(look));
  });
}

function readCost(): Omit<Click, 'what' | 'answered' | 'settled'> {
  const began = window.clickedAt;
  const entries = performance
    .getEntriesByType('resource')
    .filter(({ name }) => name.includes('/api/')) as PerformanceResourceTiming[];
  const at = (time: number) => Math.round(time - began);
  return {
    requests: entries.length,
    firstSent: at(Math.min(...entries.map(({ requestStart }) => requestStart))),
    lastReceived: at(Math.max(...entries.map(({ responseEnd }) => responseEnd))),
    longTasks: Math.round(
      window.longTasks
        .filter(({ start }) => start >= began - 20)
        .reduce((sum, { duration }) => sum + duration, 0),
    ),
    slowest: entries
      .sort((a, b) => a.fetchStart - b.fetchStart)
      .map(
        ({ name, fetchStart, requestStart, responseStart, responseEnd }) =>
          `${at(fetchStart)} ${at(requestStart)} ${at(responseStart)} ${at(responseEnd)} ${decodeURIComponent(name.split('/api/')[1] ?? '').slice(0, 110)}`,
      ),
  };
}

async function measure(page: Page, what: string, click: () => Promise<void>): Promise<Click> {
  await click();
  const { answered, settled } = await page.evaluate(untilSettled);
  const cost = await page.evaluate(readCost);
  return { what, answered: Math.round(answered), settled: Math.round(settled), ...cost };
}

const median = (numbers: number[]) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

/** A district, a topic in it, days of the trend, a metric: what a reader does on the overview. */
async function clicks(page: Page, round: number): Promise<Click[]> {
  const row = (panel: string, at: number) =>
    page.getByTestId(`panel-${panel}`).locator('button.row:not(.below)').nth(at);
  const tile = page.locator('.figures .tile').nth(1 + (round % 3));
  const made: Click[] = [];
  for (const [what, target] of [
    ['district', row('areas', round % 12)],
    ['topic', row('topics', round % 10)],
    ['channel', row('channel', 1)],
    ['metric', tile],
  ] as const)
    made.push(await measure(page, what, () => target.click({ delay: 0 })));
  return made;
}

const [address = 'http://localhost:8080', rounds = '5', trace] = process.argv.slice(2);
const browser = await launchBrowser();
const page = await browser.newPage({ viewport: { width: 1440, height: 1000 }, locale: 'en-GB' });
// tsx wraps named functions in a call that the page does not know.
await page.addInitScript('window.__name = (named) => named');
await page.addInitScript(observe);
const open = async () => {
  await page.goto(`${address}/?period=12months`);
  await page.getByTestId('panel-areas').and(page.locator('[data-state=ready]')).waitFor();
  await page.waitForTimeout(1500);
};
const all: Click[] = [];
for (let round = 0; round < Number(rounds); round += 1) {
  await open();
  if (trace && round === Number(rounds) - 1) await browser.startTracing(page, { screenshots: false });
  all.push(...(await clicks(page, round)));
  if (trace && round === Number(rounds) - 1) writeFileSync(trace, await browser.stopTracing());
}
for (const each of all) process.stdout.write(`${JSON.stringify(each)}\n`);
const summary = Object.fromEntries(
  [...new Set(all.map(({ what }) => what))].map((what) => {
    const own = all.filter((each) => each.what === what);
    const of = (read: (each: Click) => number) => median(own.map(read));
    return [
      what,
      {
        answered: of((each) => each.answered),
        settled: of((each) => each.settled),
        worst: Math.max(...own.map(({ settled }) => settled)),
        requests: of((each) => each.requests),
        received: of((each) => each.lastReceived),
        longTasks: of((each) => each.longTasks),
      },
    ];
  }),
);
process.stdout.write(`${JSON.stringify(summary, null, 1)}\n`);
await browser.close();
