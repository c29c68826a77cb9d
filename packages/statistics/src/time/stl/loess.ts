/**
 * How a series is smoothed by loess: neighbours in the window, degree of the local line, distance between
 * exact estimates.
 */
export interface LoessSetting {
  /** Values in the window: any whole number of at least 2; more than the series has widens the weights. */
  window: number;
  degree: 0 | 1;
  /** Values are estimated at every `jump`-th position and joined by lines in between. */
  jump: number;
}

/**
 * Loess of equally spaced values (Cleveland's `ess`), tricube weights times optional robustness weights.
 *
 * @param values n values from `start` on; positions count from 1
 * @param weights robustness weights of the same positions, or undefined for all 1
 * @param smoothed where n smoothed values go, from its beginning
 *
 * Cleveland, Cleveland, McRae & Terpenning (1990), Journal of Official Statistics 6(1); their Fortran to the
 * last digit.
 */
export function loess(
  values: Float64Array,
  setting: LoessSetting,
  weights: Float64Array | undefined,
  smoothed: Float64Array,
): void {
  const n = values.length;
  if (n < 2) {
    smoothed.set(values);
    return;
  }
  const jump = Math.min(setting.jump, n - 1);
  const kernel = new Float64Array(n);
  const estimate = (position: number) => {
    const left = leftOf(position, n, setting.window, jump);
    const right = Math.min(left + setting.window - 1, n);
    const at = loessAt(values, position, left, right, setting, weights, kernel);
    smoothed[position - 1] = Number.isNaN(at) ? (values[position - 1] ?? 0) : at;
  };
  let position = 1;
  for (; position <= n; position += jump) estimate(position);
  for (let end = 1 + jump; end <= n; end += jump) joinByLine(smoothed, end - jump, end);
  const last = position - jump;
  if (last === n) return;
  estimate(n);
  joinByLine(smoothed, last, n);
}

/** First position of the window around a position: the window stays inside the series. */
function leftOf(position: number, n: number, window: number, jump: number): number {
  if (window >= n) return 1;
  const half = jump === 1 ? Math.floor((window + 2) / 2) : Math.floor((window + 1) / 2);
  return Math.max(1, Math.min(position - half + 1, n - window + 1));
}

function joinByLine(values: Float64Array, from: number, to: number): void {
  const start = values[from - 1] ?? 0;
  const slope = ((values[to - 1] ?? 0) - start) / (to - from);
  for (let position = from + 1; position < to; position++)
    values[position - 1] = start + slope * (position - from);
}

/**
 * Loess at one position, which may lie outside the series (0 and n+1 extend a subseries by one step).
 *
 * @param position, left, right counted from 1, the window's ends included
 * @param kernel room for n weights
 * @returns NaN where all weights are zero
 */
export function loessAt(
  values: Float64Array,
  position: number,
  left: number,
  right: number,
  { window, degree }: LoessSetting,
  weights: Float64Array | undefined,
  kernel: Float64Array,
): number {
  const n = values.length;
  const widening = window > n ? Math.floor((window - n) / 2) : 0;
  const reach = Math.max(position - left, right - position) + widening;
  const total = tricube(kernel, position, left, right, reach, weights);
  if (total <= 0) return Number.NaN;
  for (let j = left - 1; j < right; j++) kernel[j] = (kernel[j] ?? 0) / total;
  if (reach > 0 && degree > 0) tilt(kernel, position, left, right, n);
  let sum = 0;
  for (let j = left - 1; j < right; j++) sum += (kernel[j] ?? 0) * (values[j] ?? 0);
  return sum;
}

function tricube(
  kernel: Float64Array,
  position: number,
  left: number,
  right: number,
  reach: number,
  weights: Float64Array | undefined,
): number {
  const far = 0.999 * reach;
  const near = 0.001 * reach;
  let total = 0;
  for (let j = left - 1; j < right; j++) {
    const distance = Math.abs(j + 1 - position);
    const ratio = distance / reach;
    const rest = 1 - ratio * ratio * ratio;
    const weight = distance > far ? 0 : distance <= near ? 1 : rest * rest * rest;
    kernel[j] = weights ? weight * (weights[j] ?? 0) : weight;
    total += kernel[j] ?? 0;
  }
  return total;
}

/**
 * Turns the weights of a local mean into those of a local line, unless the window is too narrow to tell a
 * slope.
 */
function tilt(kernel: Float64Array, position: number, left: number, right: number, n: number): void {
  let centre = 0;
  for (let j = left - 1; j < right; j++) centre += (kernel[j] ?? 0) * (j + 1);
  let spread = 0;
  for (let j = left - 1; j < right; j++) spread += (kernel[j] ?? 0) * (j + 1 - centre) ** 2;
  if (Math.sqrt(spread) <= 0.001 * (n - 1)) return;
  const slope = (position - centre) / spread;
  for (let j = left - 1; j < right; j++) kernel[j] = (kernel[j] ?? 0) * (slope * (j + 1 - centre) + 1);
}
