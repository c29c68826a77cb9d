import type { WindowSums } from './space-time-search.ts';

/** Steps in a row: `steps` of them, the last before position `end`. */
export interface Window {
  end: number;
  steps: number;
}

/**
 * All windows of up to `mostSteps` steps that end with the last step, or with any; by end, the latest first,
 * then by length.
 */
export function windowsOf(steps: number, mostSteps: number, ends: 'last' | 'any'): Window[] {
  const last = Array.from(
    { length: ends === 'last' ? Math.min(1, steps) : steps },
    (_, back) => steps - back,
  );
  return last.flatMap((end) =>
    Array.from({ length: Math.min(mostSteps, end) }, (_, index) => ({ end, steps: index + 1 })),
  );
}

/** Sums over windows in the order of `windowsOf`; `values` of shape steps × places, oldest first. */
export function sumsOver(values: Float64Array, places: number, windows: readonly Window[]): WindowSums {
  const sums = new Float64Array(windows.length * places);
  windows.forEach(({ end, steps }, window) => {
    const added = (end - steps) * places;
    const own = window * places;
    const shorter = steps > 1 ? own - places : -1;
    for (let place = 0; place < places; place++)
      sums[own + place] = (shorter < 0 ? 0 : (sums[shorter + place] ?? 0)) + (values[added + place] ?? 0);
  });
  return { values: sums, places, windows: windows.length };
}
