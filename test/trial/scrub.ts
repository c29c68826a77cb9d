/**
 * Measures what a step of the map of hot spots costs while a reader scrubs through time, in a real Chromium.
 * `pnpm trial scrub http://localhost:8080 [rounds] [query of the address]`. Prints one JSON object, in
 * milliseconds of the main thread a step. A trial, not a test: nothing here passes or fails by time.
 */
import type { CDPSession, Page } from 'playwright-core';
import { launchBrowser } from '../browser/launch-browser.ts';

declare global {
  interface Window {
    /** Milliseconds spent in calls to the graphics, and in callbacks of frames, those calls included. */
    spent: { graphics: number; frames: number };
    addresses: number;
  }
}

/** What the main thread did, in milliseconds since the page was opened. */
interface Clock {
  task: number;
  script: number;
  style: number;
  graphics: number;
  frames: number;
}

/**
 * Times what the page hands to the graphics and to frames, and counts addresses written; runs before the
 * page's own scripts.
 */
function observe(): void {
  window.spent = { graphics: 0, frames: 0 };
  window.addresses = 0;
  const timed = (spender: 'graphics' | 'frames', work: (...sent: unknown[]) => unknown) =>
    function (this: unknown, ...sent: unknown[]) {
      const began = performance.now();
      try {
        return work.apply(this, sent);
      } finally {
        window.spent[spender] += performance.now() - began;
      }
    };
  const graphics = WebGL2RenderingContext.prototype as unknown as Record<string, unknown>;
  for (const name of Object.getOwnPropertyNames(graphics)) {
    const own = Object.getOwnPropertyDescriptor(graphics, name)?.value;
    if (typeof own === 'function' && name !== 'constructor') graphics[name] = timed('graphics', own);
  }
  const { requestAnimationFrame } = window;
  window.requestAnimationFrame = (callback) =>
    requestAnimationFrame(timed('frames', callback as (...sent: unknown[]) => unknown));
  for (const name of ['pushState', 'replaceState'] as const) {
    const write = history[name];
    history[name] = (...sent) => {
      window.addresses += 1;
      write.apply(history, sent);
    };
  }
}

async function readClock(page: Page, session: CDPSession): Promise<Clock> {
  const { graphics, frames } = await page.evaluate(() => window.spent);
  const { metrics } = await session.send('Performance.getMetrics');
  const of = (wanted: string) => (metrics.find(({ name }) => name === wanted)?.value ?? 0) * 1000;
  return {
    task: of('TaskDuration'),
    script: of('ScriptDuration'),
    style: of('LayoutDuration') + of('RecalcStyleDuration'),
    graphics,
    frames,
  };
}

/** Two frames later everything a step started is drawn. */
const untilDrawn = (page: Page) =>
  page.evaluate(
    () => new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))),
  );

async function cost(page: Page, session: CDPSession, act: () => Promise<void>): Promise<Clock> {
  const before = await readClock(page, session);
  await act();
  await untilDrawn(page);
  const after = await readClock(page, session);
  const spent = (part: keyof Clock) => after[part] - before[part];
  return {
    task: spent('task'),
    script: spent('script'),
    style: spent('style'),
    graphics: spent('graphics'),
    frames: spent('frames'),
  };
}

const rank = (numbers: number[], share: number) =>
  [...numbers].sort((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(numbers.length * share))] ?? 0;
const rounded = (value: number) => Math.round(Math.max(0, value) * 10) / 10;

/** The slider under a pressed pointer, and how to move that to a step. */
async function grab(page: Page) {
  const slider = page.locator('.step-slider input');
  const [box, last] = [await slider.boundingBox(), Number(await slider.getAttribute('max'))];
  if (!box) throw new Error('No slider on this page');
  const move = (step: number) =>
    page.mouse.move(box.x + 8 + ((box.width - 16) * step) / last, box.y + box.height / 2);
  await move(last);
  await page.mouse.down();
  return { last, move };
}

/** There and back again, some times: what each visit of each step cost. */
async function scrub(page: Page, session: CDPSession, rounds: number): Promise<Clock[][]> {
  const { last, move } = await grab(page);
  const visits: Clock[][] = Array.from({ length: last + 1 }, () => []);
  for (let turn = 1; turn <= rounds * 2 * last; turn += 1) {
    const step = Math.abs(last - (turn % (2 * last)));
    visits[step]?.push(await cost(page, session, () => move(step)));
  }
  return visits;
}

/**
 * Of each step the least any visit cost, so that what else the machine does is left out; and of all visits as
 * they were.
 */
function summary(visits: Clock[][], idle: Clock[]) {
  const both = (read: (clock: Clock) => number) => {
    const usual = rank(idle.map(read), 0.5);
    const least = visits.map((each) => Math.min(...each.map(read)) - usual);
    const all = visits.flat().map((each) => read(each) - usual);
    const told = (numbers: number[]) => ({
      p50: rounded(rank(numbers, 0.5)),
      p95: rounded(rank(numbers, 0.95)),
    });
    return { least: told(least), all: told(all) };
  };
  return {
    /** React and what it calls: everything but the frames of the map. */
    ours: both(({ script, frames }) => script - frames),
    /** deck.gl and luma.gl, without their calls to the graphics. */
    map: both(({ frames, graphics }) => frames - graphics),
    graphics: both(({ graphics }) => graphics),
    script: both(({ script }) => script),
    style: both(({ style }) => style),
    mainThread: both(({ task }) => task),
  };
}

/**
 * Opens the map and notes what it asks; that it looks for newer data once a minute has nothing to do with
 * steps.
 */
async function open(page: Page, address: string): Promise<string[]> {
  const requests: string[] = [];
  page.on('request', (request) => {
    const path = new URL(request.url()).pathname;
    if (path.startsWith('/api/') && path !== '/api/meta') requests.push(path);
  });
  await page.goto(address);
  await page.locator('.step-slider input').waitFor({ timeout: 120_000 });
  await page.waitForTimeout(5000);
  return requests;
}

const [
  address = 'http://localhost:8080',
  rounds = '3',
  query = 'page=map&shape=hotspots&period=2023-01-01..2025-01-01',
] = process.argv.slice(2);
const browser = await launchBrowser();
const page = await browser.newPage({ viewport: { width: 1440, height: 1000 }, locale: 'en-GB' });
// tsx wraps named functions in a call that the page does not know.
await page.addInitScript('window.__name = (named) => named');
await page.addInitScript(observe);
const requests = await open(page, `${address}/?${query}`);
const session = await page.context().newCDPSession(page);
await session.send('Performance.enable');
const idle: Clock[] = [];
for (let at = 0; at < 10; at += 1) idle.push(await cost(page, session, async () => undefined));
const addresses = () => page.evaluate(() => window.addresses);
const before = { requests: requests.length, addresses: await addresses() };
const visits = await scrub(page, session, Number(rounds));
const after = { requests: requests.length, addresses: await addresses() };
const legend = (await page.locator('.map-notes').first().textContent()) ?? '';
process.stdout.write(
  `${JSON.stringify(
    {
      places: Number(/([\d,]+) places/.exec(legend)?.[1]?.replaceAll(',', '') ?? 0),
      steps: visits.length,
      visits: visits.flat().length,
      ...summary(visits, idle),
      requests: after.requests - before.requests,
      addresses: after.addresses - before.addresses,
    },
    null,
    1,
  )}\n`,
);
await browser.close();
