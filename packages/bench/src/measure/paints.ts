import type { Page } from 'playwright-core';
import { rounded } from '../summary.ts';

/**
 * Observes paints and answers to clicks from the start of the page on; told afterwards, Chromium has
 * forgotten some.
 */
export const watchPage = `globalThis.largestPaint = 0;
globalThis.responses = new Map();
new PerformanceObserver((list) => {
  for (const { startTime } of list.getEntries()) globalThis.largestPaint = startTime;
}).observe({ type: 'largest-contentful-paint', buffered: true });
new PerformanceObserver((list) => {
  for (const { interactionId, duration } of list.getEntries())
    if (interactionId)
      globalThis.responses.set(interactionId, Math.max(duration, globalThis.responses.get(interactionId) ?? 0));
}).observe({ type: 'event', durationThreshold: 16, buffered: true });`;

const mostWaits = 50;

/**
 * Milliseconds to the largest contentful paint. Chromium tells of a paint once it is on the screen, which may
 * be long after the page is ready: asked for at once, there is none. So it is waited for until a second has
 * passed without another.
 * @returns null where Chromium told of none within ten seconds
 */
export async function largestPaint(page: Page): Promise<number | null> {
  let [paint, since] = [0, 0];
  for (let at = 0; at < mostWaits && (paint === 0 || at - since < 5); at++) {
    await page.waitForTimeout(200);
    const told = await page.evaluate<number>('globalThis.largestPaint');
    if (told !== paint) [paint, since] = [told, at];
  }
  return paint > 0 ? rounded(paint) : null;
}

/** Milliseconds from each click to the next frame, in steps of 8; what took less than 16 is not told of. */
export async function responseTimes(page: Page): Promise<number[]> {
  await page.waitForTimeout(500);
  return page.evaluate<number[]>('[...globalThis.responses.values()]');
}
