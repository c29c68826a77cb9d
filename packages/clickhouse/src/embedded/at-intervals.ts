/**
 * Does something again and again for as long as the process lives, never twice at once; what failed is tried
 * again.
 */
export function atIntervals(milliseconds: number, work: () => Promise<unknown>): void {
  let busy = false;
  setInterval(() => {
    if (busy) return;
    busy = true;
    work()
      .catch(() => undefined)
      .finally(() => {
        busy = false;
      });
  }, milliseconds);
}
