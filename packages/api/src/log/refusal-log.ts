import type { Log } from './log.ts';

const span = 10_000;

/**
 * Counts those who were refused and logs one line for all within ten seconds: in a rush a line each would take the time of
 * those who are answered.
 */
export function createRushLog(log: Log): () => void {
  let refused = 0;
  return () => {
    refused += 1;
    if (refused > 1) return;
    setTimeout(() => {
      log({ event: 'busy', refused, seconds: span / 1000 });
      refused = 0;
    }, span).unref();
  };
}
