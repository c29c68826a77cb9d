import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** The Chromium of this machine; undefined where there is none. */
export const executablePath = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find(existsSync);

/**
 * Offline, and without calls of the browser's own. No graphics card is imitated for the whole page, which
 * takes two to three times as long: only maps are drawn by one, as Chromium does by itself on a machine
 * without.
 */
const switches = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--enable-unsafe-swiftshader',
];

/** Starts the Chromium of this machine. */
export function launchBrowser(): Promise<Browser> {
  if (!executablePath) throw new Error('No Chromium on this machine: apt-get install chromium');
  return chromium.launch({ executablePath, args: switches });
}

/** Milliseconds a loaded machine may take for a step; a test says nothing of speed. */
export const patience = 120_000;
