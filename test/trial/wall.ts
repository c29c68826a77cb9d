/**
 * Breaks the world around a wall, again and again, and looks whether it comes back by itself:
 * `pnpm trial wall [address] [--minutes 60] [--seed 1]`. The server goes away, fails, stalls, sends rubbish, loses parts
 * of the page. After each fault the wall has three minutes to show figures, its age and the next screen.
 */
import { parseArgs } from 'node:util';
import type { CDPSession, Page, Route } from 'playwright-core';
import { launchBrowser } from '../browser/launch-browser.ts';

const {
  values,
  positionals: [address = 'http://localhost:8080'],
} = parseArgs({
  allowPositionals: true,
  options: { minutes: { type: 'string', default: '60' }, seed: { type: 'string', default: '1' } },
});
const end = Date.now() + Number(values.minutes) * 60_000;
const mended = 180_000;

let drawn = Number(values.seed);
/** The next of a repeatable series of numbers between 0 and 1 (Park and Miller). */
const draw = (): number => {
  drawn = (drawn * 48_271) % 2_147_483_647;
  return drawn / 2_147_483_647;
};
const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** What is done to every request of figures while a fault lasts; reloads where the page is loaded meanwhile. */
interface Fault {
  name: string;
  onRequest: (route: Route) => Promise<void>;
  pattern?: RegExp;
  reloads?: boolean;
}

const api = /\/api\//;
const faults: Fault[] = [
  { name: 'the server is away', onRequest: (route) => route.abort('connectionrefused') },
  {
    name: 'the server is away while the page is loaded',
    onRequest: (route) => route.abort('connectionrefused'),
    reloads: true,
  },
  { name: 'every answer is 500', onRequest: (route) => route.fulfill({ status: 500, body: '<html>oops' }) },
  {
    name: 'every answer is 503',
    onRequest: (route) => route.fulfill({ status: 503, headers: { 'retry-after': '5' } }),
  },
  {
    name: 'answers stall',
    onRequest: async (route) => {
      await sleep(20_000);
      await route.continue().catch(() => undefined);
    },
  },
  {
    name: 'answers are cut off',
    onRequest: (route) => route.fulfill({ status: 200, contentType: 'application/json', body: '{"meta":' }),
  },
  {
    name: 'findings have no sentences',
    pattern: /\/api\/findings/,
    onRequest: (route) =>
      route.fulfill({ status: 200, contentType: 'application/json', body: '{"meta":{}}' }),
    reloads: true,
  },
  {
    name: 'parts of the page are gone',
    pattern: /\/assets\/.*\.js/,
    onRequest: (route) => route.fulfill({ status: 404 }),
    reloads: true,
  },
];

const browser = await launchBrowser();
const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
const cdp: CDPSession = await page.context().newCDPSession(page);

async function heapMegabytes(): Promise<number> {
  await cdp.send('HeapProfiler.collectGarbage');
  const { usedSize } = (await cdp.send('Runtime.getHeapUsage')) as { usedSize: number };
  return usedSize / 1e6;
}

const screenNow = async (on: Page): Promise<string> => new URL(on.url()).searchParams.get('screen') ?? 'now';

/** What is wrong with the wall at this moment; empty where it is sound. */
async function wrongNow(): Promise<string> {
  const asOf = page.getByTestId('wall-as-of');
  if (!(await asOf.isVisible().catch(() => false))) return 'no wall';
  if (/No connection/.test((await asOf.textContent()) ?? '')) return 'no connection';
  if (await page.getByTestId('part-lost').count()) return 'a part is lost';
  if (await page.locator('.wall-screen .problem').count()) return 'a problem stands on the wall';
  if (await page.locator('.wall-screen .skeleton').count()) return 'nothing is drawn';
  return '';
}

/** Milliseconds until the wall is sound; null where it does not become so in time. */
async function untilSound(): Promise<number | null> {
  const from = Date.now();
  let wrong = await wrongNow();
  while (wrong !== '' && Date.now() - from < mended) {
    await sleep(1000);
    wrong = await wrongNow();
  }
  if (wrong !== '') console.log(`    ${wrong}`);
  return wrong === '' ? Date.now() - from : null;
}

/** Whether another screen comes by itself. */
async function turns(): Promise<boolean> {
  const before = await screenNow(page);
  for (let second = 0; second < 70; second++) {
    if ((await screenNow(page)) !== before) return true;
    await sleep(1000);
  }
  return false;
}

await page.goto(`${address}/city?wall=1&lang=en`);
let failures = (await untilSound()) === null ? 1 : 0;
const heapBefore = await heapMegabytes();
let told = 0;
while (Date.now() < end) {
  const fault = faults[Math.floor(draw() * faults.length)];
  if (!fault) break;
  const lasts = 15_000 + draw() * 75_000;
  const pattern = fault.pattern ?? api;
  await page.route(pattern, fault.onRequest);
  if (fault.reloads) await page.reload().catch(() => undefined);
  await sleep(lasts);
  const during = await page
    .getByTestId('wall-as-of')
    .textContent({ timeout: 1000 })
    .catch(() => null);
  await page.unroute(pattern, fault.onRequest);
  const took = await untilSound();
  const turned = took !== null && (await turns());
  if (took === null || !turned) failures++;
  told++;
  console.log(
    `${fault.name}, ${(lasts / 1000).toFixed(0)} s: ${took === null ? 'NOT MENDED' : `sound after ${(took / 1000).toFixed(0)} s`}${turned ? '' : ', DOES NOT TURN'}; meanwhile it said: ${during ?? 'nothing'}`,
  );
}
const heapAfter = await heapMegabytes();
console.log(
  `${told} faults, ${failures} failures; heap ${heapBefore.toFixed(1)} MB, then ${heapAfter.toFixed(1)} MB`,
);
await browser.close();
process.exit(failures > 0 ? 1 : 0);
