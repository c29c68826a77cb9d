/** Chance of a Poisson count as great as this or greater. */
function poissonTail(count: number, mean: number): number {
  let term = Math.exp(-mean);
  let below = 0;
  for (let value = 0; value < count; value++) {
    below += term;
    term *= mean / (value + 1);
  }
  return Math.max(0, 1 - below);
}

const surely = 0.01;
const clearly = 1.5;
/** Beyond, the sum underflows, and half as much again is more than chance. */
const largeMean = 600;

/** Whether a count is half as much again as expected, and too great for chance. */
export const isLasting = (count: number, expected: number): boolean =>
  count >= clearly * expected && count > 0 && (expected > largeMean || poissonTail(count, expected) < surely);
