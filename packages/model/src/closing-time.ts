const hour = 1;
const day = 24 * hour;

/** Edges between two anchors, evenly spaced on a logarithmic scale, rounded to whole seconds. */
function between(from: number, to: number, steps: number): number[] {
  return Array.from({ length: steps }, (_, step) => {
    const hours = from * (to / from) ** (step / steps);
    return Math.round(hours * 3600) / 3600;
  });
}

/**
 * Lower edges, in hours, of the classes times to close are counted in. The statutory limits (2 h, 24 h, 7 d,
 * 15 d) are edges, so shares within a limit are exact; quantiles are interpolated inside a class. Class i
 * (from 1) covers [edges[i-1], edges[i]); the last is open. `sql/history/002_appeal.sql` holds the same
 * numbers; a test compares them.
 */
export const closingTimeEdges: readonly number[] = [
  0,
  ...between(hour / 12, 2 * hour, 10),
  ...between(2 * hour, day, 12),
  ...between(day, 7 * day, 14),
  ...between(7 * day, 15 * day, 8),
  ...between(15 * day, 120 * day, 12),
  ...between(120 * day, 5 * 365 * day, 6),
  5 * 365 * day,
];
