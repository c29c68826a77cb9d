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
/** The same in standard deviations, for means whose sum would underflow. */
const surelyBeyond = 2.326;
const largeMean = 600;
const clearly = 1.1;

const isBeyondChance = (count: number, mean: number): boolean =>
  mean > largeMean ? count - mean > surelyBeyond * Math.sqrt(mean) : poissonTail(count, mean) < surely;

/** Whether a count is at least a tenth above what was expected, and too great for chance. */
export const isLasting = (count: number, expected: number): boolean =>
  count > 0 && count >= clearly * expected && isBeyondChance(count, expected);
