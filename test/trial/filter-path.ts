/**
 * Counts the functions a value of a filter passes, from the click to the option of the chart and back: every
 * function of the packages notes itself once an argument holds the value, in the page and in the server. The
 * page holds one panel, the trend.
 *
 * The value is one that no appeal has, chosen beside a real district, so that it occurs in no data. Counted
 * are functions with a name; what is written inline counts as part of the function it stands in. A function
 * that reaches for the value without being handed it (a component that reads it from a context) is not
 * counted. The count is told by how deep in an argument the value stands: 0 the value or a text with it, 2 a
 * clause, 4 a selection or a question, more: a plan, a screen and whatever else carries questions along.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import type { Page } from 'playwright-core';
import { launchBrowser, patience } from '../browser/launch-browser.ts';
import { copyInstrumented } from './filter-path/copy-checkout.ts';
import type { NamedFunction } from './filter-path/instrument.ts';

interface Options {
  checkout: string;
  data: string;
  port: number;
  district: string;
  out?: string;
}

declare global {
  var passing: { marker: string; depths: Map<number, number> };
}

/** Functions by number, and how deep in their arguments the value stood. */
type Passed = [id: number, depth: number][];

const marker = 'nowhere-8341';
const beside = (name: string): string => fileURLToPath(new URL(`filter-path/${name}`, import.meta.url));

const begin = (folder: string, { data, port }: Options, out: string): ChildProcess =>
  spawn(
    process.execPath,
    ['--import', beside('note-in-server.mjs'), '--import', 'tsx', 'packages/start/src/cli.ts'],
    {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'inherit'],
      env: {
        ...process.env,
        DATA_DIR: resolve(data),
        PORT: String(port),
        FILTER_PATH_MARKER: marker,
        FILTER_PATH_OUT: out,
      },
    },
  );

async function untilReady(server: ChildProcess, url: string): Promise<void> {
  while (server.exitCode === null) {
    const page = await fetch(url).catch(() => null);
    if (page?.ok && (await fetch(`${url}/api/health`)).ok) return;
    await pause(500);
  }
  throw new Error(`The server ended with ${server.exitCode}.`);
}

const ready = '[data-testid=panel-trend][data-state=ready]';

/** Chooses a district, and then the value beside it, and waits until the panel shows both. */
async function choose(page: Page, url: string, district: string): Promise<Passed> {
  await page.goto(`${url}/?period=all&lang=en`);
  await page.locator(ready).waitFor({ timeout: patience });
  const asked = () =>
    page.waitForResponse((response) => response.url().includes('/api/'), { timeout: patience });
  await Promise.all([asked(), page.getByRole('button', { name: district, exact: true }).click()]);
  await page.locator(ready).waitFor({ timeout: patience });
  await page.waitForTimeout(3000);
  await page.evaluate((value) => {
    globalThis.passing.marker = value;
  }, marker);
  await Promise.all([asked(), page.getByRole('button', { name: marker, exact: true }).click()]);
  await page.waitForTimeout(3000);
  await page.locator(ready).waitFor({ timeout: patience });
  return page.evaluate(() => [...globalThis.passing.depths]);
}

async function inBrowser(url: string, district: string): Promise<Passed> {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 1000 }, locale: 'en-GB' });
    await page.addInitScript({ path: beside('note.js') });
    return await choose(page, url, district);
  } finally {
    await browser.close();
  }
}

async function stop(server: ChildProcess): Promise<void> {
  const ended = new Promise((done) => server.once('exit', done));
  server.kill('SIGTERM');
  await ended;
}

/** The nearest of both sides: what runs in the page and in the server counts once. */
function nearest(passed: Passed): Map<number, number> {
  const depths = new Map<number, number>();
  for (const [id, depth] of passed) depths.set(id, Math.min(depth, depths.get(id) ?? depth));
  return depths;
}

/** Files with the functions in them that were passed, each with its depth and line. */
function listed(
  depths: ReadonlyMap<number, number>,
  functions: readonly NamedFunction[],
): Map<string, string[]> {
  const files = new Map<string, string[]>();
  for (const [id, depth] of [...depths].sort(([a], [b]) => a - b)) {
    const found = functions[id];
    if (found)
      files.set(found.path, [...(files.get(found.path) ?? []), `${found.name}:${found.line}(${depth})`]);
  }
  return files;
}

/** How many functions and files there are up to each depth. */
function counts(depths: ReadonlyMap<number, number>, functions: readonly NamedFunction[]): string[] {
  const deepest = Math.max(0, ...depths.values());
  return Array.from({ length: deepest + 1 }, (_, depth) => {
    const ids = [...depths].filter(([, own]) => own <= depth).map(([id]) => id);
    return `at most ${depth} deep: ${ids.length} functions in ${new Set(ids.map((id) => functions[id]?.path)).size} files`;
  });
}

async function trial(options: Options): Promise<void> {
  const checkout = resolve(options.checkout);
  const { folder, functions } = copyInstrumented(checkout, 'TrendPanel', [options.district, marker]);
  const out = join(folder, 'passed.json');
  const server = begin(folder, options, out);
  const url = `http://127.0.0.1:${options.port}`;
  try {
    await untilReady(server, url);
    const page = await inBrowser(url, options.district);
    await stop(server);
    const inServer = JSON.parse(readFileSync(out, 'utf8')) as Passed;
    const depths = nearest([...page, ...inServer]);
    const lines = [
      ...counts(depths, functions),
      ...[...listed(depths, functions)].map(([path, names]) => `${path}: ${names.join(' ')}`),
    ];
    process.stdout.write(`${lines.join('\n')}\n`);
    if (options.out) writeFileSync(options.out, `${lines.join('\n')}\n`);
  } finally {
    if (server.exitCode === null && server.signalCode === null) await stop(server);
    rmSync(folder, { recursive: true, force: true });
  }
}

await new Command('filter-path')
  .description('Counts the functions a value of a filter passes from a click to the chart.')
  .option('--checkout <folder>', 'root of the checkout to look at', '.')
  .requiredOption('--data <folder>', 'data folder with a history; use a copy')
  .option('--port <number>', 'port of the server', Number, 8080)
  .option('--district <code>', 'a district of the history', '110105')
  .option('--out <file>', 'where to write the list, too')
  .action(trial)
  .parseAsync();
