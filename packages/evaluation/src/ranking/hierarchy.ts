/** A possible spread of the true scores between units, and how likely it is. */
export interface Spread {
  /** Standard deviation between units. */
  between: number;
  /** Mean of the true scores, if that is the spread. */
  mean: number;
  /** Its standard error. */
  meanError: number;
  probability: number;
}

const steps = 48;

/** The mean at a spread, and the logarithm of how likely the spread is. */
function at(between: number, scores: Float64Array, variances: Float64Array) {
  let [precision, weighted, likelihood] = [0, 0, 0];
  for (let unit = 0; unit < scores.length; unit++) {
    const variance = (variances[unit] ?? 0) + between ** 2;
    precision += 1 / variance;
    weighted += (scores[unit] ?? 0) / variance;
  }
  const mean = weighted / precision;
  for (let unit = 0; unit < scores.length; unit++) {
    const variance = (variances[unit] ?? 0) + between ** 2;
    likelihood -= (Math.log(variance) + ((scores[unit] ?? 0) - mean) ** 2 / variance) / 2;
  }
  return { between, mean, meanError: Math.sqrt(1 / precision), log: likelihood - Math.log(precision) / 2 };
}

/**
 * How far apart the true scores of units may lie, given what was measured and how sure each is: the posterior
 * distribution of the standard deviation between units, on a grid, with a flat prior. With few units it is
 * wide, so ranks of few units are as unsure as they are.
 *
 * Gelman, A. et al. (2013), Bayesian Data Analysis, 3rd ed., 5.4 (eq. 5.21).
 *
 * @param scores shape units
 * @param variances shape units, above 0: of the measurement
 */
export function spreadsOf(scores: Float64Array, variances: Float64Array): Spread[] {
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  const square = scores.reduce((sum, score) => sum + (score - mean) ** 2, 0) / Math.max(1, scores.length - 1);
  const most = 3 * Math.sqrt(square + variances.reduce((sum, each) => sum + each, 0) / variances.length);
  const grid = Array.from({ length: steps }, (_, step) =>
    at((most * (step + 0.5)) / steps, scores, variances),
  );
  const highest = Math.max(...grid.map(({ log }) => log));
  const weights = grid.map(({ log }) => Math.exp(log - highest));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  return grid.map(({ log: _, ...spread }, step) => ({ ...spread, probability: (weights[step] ?? 0) / all }));
}
