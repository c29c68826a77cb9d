import type { Log } from './log.ts';

const span = 10_000;

/**
 * Counts refusals and logs one line for all within ten seconds: under overload a line each would cost too
 * much.
 */
export function createRefusalLog(log: Log): () => void {
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
