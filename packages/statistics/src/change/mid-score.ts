import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';

/** Weights below are nothing beside that of the mode. */
const negligible = 1e-30;
/** Below, the library's normal quantile is no longer exact. */
const thinnest = 1e-14;

/** A distribution on whole numbers by the ratio of the weight of a value to that of the one before. */
export interface Weights {
  least: number;
  most: number;
  ratio: (value: number) => number;
}

/** Weights of the values below a value, of it, and of those above, relative to the mode. */
function tailsAt(value: number, { least, most, ratio }: Weights, mode: number) {
  const tails = { below: 0, at: 0, above: 0 };
  const add = (at: number, weight: number) => {
    tails[at < value ? 'below' : at > value ? 'above' : 'at'] += weight;
  };
  add(mode, 1);
  for (let [at, weight] = [mode + 1, 1]; at <= most; at++) {
    weight *= ratio(at);
    if (weight < negligible) break;
    add(at, weight);
  }
  for (let [at, weight] = [mode, 1]; at > least; at--) {
    weight /= ratio(at);
    if (weight < negligible) break;
    add(at - 1, weight);
  }
  return tails;
}

/**
 * The place of a value in its distribution as a standard normal score, by mid-p; NaN where its tail is too
 * thin to be told from none.
 */
export function midScore(value: number, weights: Weights, mode: number): number {
  const { below, at, above } = tailsAt(value, weights, mode);
  const all = below + at + above;
  const [low, high] = [(below + at / 2) / all, (above + at / 2) / all];
  const tail = Math.min(low, high);
  if (!(tail > thinnest)) return Number.NaN;
  return low < high ? normalQuantile(low, 0, 1) : -normalQuantile(high, 0, 1);
}

/** The nearest whole number below that is in the range of a distribution. */
export const within = (value: number, { least, most }: Pick<Weights, 'least' | 'most'>): number =>
  Math.max(least, Math.min(most, Math.floor(value)));
