/**
 * Takes the pictures of the README from a running server with the synthetic history of Beijing:
 * `node --import tsx test/browser/pictures.ts http://localhost:8080`. Look at them before committing them.
 */
import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { launchBrowser, patience } from './launch-browser.ts';

const folder = fileURLToPath(new URL('../../docs/pictures', import.meta.url));

/** The pages, and what has to be there before a picture is taken. */
const pictures = [
  { name: 'city', address: '/city', ready: '[data-testid=city-figures]' },
  { name: 'district', address: '/area/110105', ready: '[data-testid^=panel-]' },
  { name: 'map', address: '/map?shape=cells', ready: 'canvas' },
];

/** Waits until no panel is asking or stale any more, and what is drawn has come to rest. */
async function settle(page: Page, ready: string): Promise<void> {
  await page.locator(ready).first().waitFor({ timeout: patience });
  await page.waitForFunction(
    () =>
      [...document.querySelectorAll('[data-state]')].every(
        (panel) => panel.getAttribute('data-state') === 'ready',
      ),
    undefined,
    { timeout: patience },
  );
  await page.waitForTimeout(3000);
}

const [url = 'http://localhost:8080'] = process.argv.slice(2);
const browser = await launchBrowser();
mkdirSync(folder, { recursive: true });
const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
for (const { name, address, ready } of pictures) {
  await page.goto(`${url}${address}`);
  await settle(page, ready);
  const path = join(folder, `${name}.jpg`);
  await page.screenshot({ path, type: 'jpeg', quality: 72 });
  process.stdout.write(`${path}: ${Math.round(statSync(path).size / 1000)} kB\n`);
}
await browser.close();
