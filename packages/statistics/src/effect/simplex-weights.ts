/** The search ends where no shift of weight would gain more than this share of the largest squared length. */
const tolerance = 1e-7;
/** Shifts after which the search ends, at the most. */
const mostShifts = 200_000;
/** Curvatures below this share of the scale are taken for it. */
const leastCurvature = 1e-12;

/** A shift of weight from one point to another. */
interface Shift {
  from: number;
  to: number;
  amount: number;
}

/** What a search knows: inner products, weights, and the slope of each weight. */
interface Search {
  size: number;
  products: Float64Array;
  ridge: number;
  scale: number;
  weights: Float64Array;
  slopes: Float64Array;
}

const lowest = (values: Float64Array): number =>
  values.reduce((best, value, at) => (value < (values[best] ?? 0) ? at : best), 0);

/** Squared distance of two points, with what the ridge adds. */
function curvatureOf({ size, products, ridge, scale }: Search, one: number, other: number): number {
  const of = (row: number, column: number) => products[row * size + column] ?? 0;
  const squared = of(one, one) + of(other, other) - 2 * of(one, other) + 2 * ridge;
  return Math.max(squared, leastCurvature * scale);
}

/** The shift towards the steepest point that gains most; null where none gains enough. */
function bestShift(search: Search): Shift | null {
  const { size, weights, slopes, scale } = search;
  const to = lowest(slopes);
  let best: Shift | null = null;
  let most = 0;
  for (let from = 0; from < size; from++) {
    const weight = weights[from] ?? 0;
    const gain = (slopes[from] ?? 0) - (slopes[to] ?? 0);
    if (weight === 0 || gain <= tolerance * scale) continue;
    const curvature = curvatureOf(search, from, to);
    if (gain ** 2 / curvature <= most) continue;
    most = gain ** 2 / curvature;
    best = { from, to, amount: Math.min(weight, gain / curvature) };
  }
  return best;
}

/** Shifts weight, and with it the slopes. */
function apply({ size, products, ridge, weights, slopes }: Search, { from, to, amount }: Shift): void {
  const left = (weights[from] ?? 0) - amount;
  weights[from] = left;
  weights[to] = (weights[to] ?? 0) + amount;
  for (let at = 0; at < size; at++)
    slopes[at] =
      (slopes[at] ?? 0) + amount * ((products[to * size + at] ?? 0) - (products[from * size + at] ?? 0));
  slopes[from] = (slopes[from] ?? 0) - ridge * amount;
  slopes[to] = (slopes[to] ?? 0) + ridge * amount;
}

/**
 * Weights, none below 0 and together 1, that bring a weighted sum of points nearest to nought: the least of
 * w'Gw + ridge · w'w. Weight is shifted between two points at a time, those that gain most (Fan, Chen & Lin
 * 2005, Journal of Machine Learning Research 6, 1889-1918), until no shift gains: the problem is convex, so
 * that is the least there is. The same each time.
 *
 * @param size how many points
 * @param products inner products of the points: index = point · size + point
 * @param ridge above 0 draws the weights together, and makes them the only ones
 */
export function simplexWeights(size: number, products: Float64Array, ridge = 0): Float64Array {
  const lengths = Float64Array.from({ length: size }, (_, point) => products[point * size + point] ?? 0);
  const first = lowest(lengths);
  const search: Search = {
    ...{ size, products, ridge },
    scale: Math.max(...lengths, Number.MIN_VALUE) + ridge,
    weights: new Float64Array(size),
    slopes: products.slice(first * size, (first + 1) * size),
  };
  search.weights[first] = 1;
  search.slopes[first] = (search.slopes[first] ?? 0) + ridge;
  for (let step = 0; step < mostShifts; step++) {
    const shift = bestShift(search);
    if (!shift) break;
    apply(search, shift);
  }
  return search.weights;
}
