/**
 * Chance that rank `x` (0 to 1 of the pool) is drawn when the rank is a uniform draw to the power of `bend`,
 * relative to an even draw.
 */
const density = (x: number, bend: number): number => x ** (1 / bend - 1) / bend;

/** Different callers among the appeals of a year, per appeal, when the pool has `pool` ranks an appeal. */
export function differentCallers(pool: number, bend: number): number {
  const steps = 2000;
  let called = 0;
  for (let step = 0; step < steps; step += 1) {
    const x = ((step + 0.5) / steps) ** bend;
    const width = ((step + 1) / steps) ** bend - (step / steps) ** bend;
    called += width * (1 - Math.exp(-density(x, bend) / pool));
  }
  return pool * called;
}

/** Ranks an appeal the pool must have so that `share` different callers an appeal come about. */
export function poolFor(share: number, bend: number): number {
  let [low, high] = [share, 100];
  for (let round = 0; round < 60; round += 1) {
    const middle = (low + high) / 2;
    if (differentCallers(middle, bend) < share) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
