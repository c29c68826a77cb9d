export interface Minimum {
  point: Float64Array;
  value: number;
  /** Whether the simplex shrank to the tolerance before the steps were used up. */
  converged: boolean;
}

export interface NelderMeadOptions {
  /** Size of the first simplex along each coordinate. */
  steps: Float64Array;
  maxSteps?: number;
  /** Spread of the values in the simplex, relative, at which it stops. */
  tolerance?: number;
}

type Objective = (point: Float64Array) => number;
type Vertex = { point: Float64Array; value: number };

/**
 * Minimum of a function without derivatives. A value that is not a number counts as the worst.
 *
 * @param objective of d coordinates; must not keep the array it is given
 * @param start d coordinates
 *
 * Nelder & Mead (1965), Computer Journal 7; coefficients that suit many dimensions from Gao & Han (2012),
 * Computational Optimization and Applications 51. Started again from its result until that gains nothing, six
 * times at most.
 */
export function nelderMead(objective: Objective, start: Float64Array, options: NelderMeadOptions): Minimum {
  const { tolerance = 1e-8 } = options;
  let best = descend(objective, start, options);
  for (let restart = 0; restart < 6; restart++) {
    const next = descend(objective, best.point, options);
    if (!(next.value < best.value)) break;
    const gain = best.value - next.value;
    best = next;
    if (gain < 100 * tolerance * (1 + Math.abs(next.value))) break;
  }
  return best;
}

function descend(
  objective: Objective,
  start: Float64Array,
  { steps, maxSteps = 200 * start.length + 400, tolerance = 1e-8 }: NelderMeadOptions,
): Minimum {
  const measured = (point: Float64Array): Vertex => {
    const value = objective(point);
    return { point, value: Number.isNaN(value) ? Number.POSITIVE_INFINITY : value };
  };
  let best = measured(start.slice());
  const simplex = [best];
  for (let i = 0; i < start.length; i++)
    simplex.push(measured(start.with(i, (start[i] ?? 0) + (steps[i] ?? 1))));
  for (let step = 0; step < maxSteps; step++) {
    simplex.sort(byValue);
    best = simplex[0] ?? best;
    const worst = simplex[start.length] ?? best;
    if (worst.value - best.value <= tolerance * (1 + Math.abs(best.value)))
      return { ...best, converged: true };
    const better = replacement(simplex, best, worst, measured);
    if (better) simplex[start.length] = better;
    else shrinkTowards(best, simplex, measured);
  }
  return { ...(simplex.sort(byValue)[0] ?? best), converged: false };
}

const byValue = (a: Vertex, b: Vertex): number => (a.value < b.value ? -1 : a.value > b.value ? 1 : 0);

/**
 * What takes the worst vertex's place: its reflection, or that stretched or shortened; nothing where all are
 * worse.
 */
function replacement(
  simplex: readonly Vertex[],
  best: Vertex,
  worst: Vertex,
  measured: (point: Float64Array) => Vertex,
): Vertex | undefined {
  const d = worst.point.length;
  const centre = centroid(simplex, d);
  const along = (factor: number) => {
    const point = new Float64Array(d);
    for (let i = 0; i < d; i++)
      point[i] = (centre[i] ?? 0) + factor * ((centre[i] ?? 0) - (worst.point[i] ?? 0));
    return measured(point);
  };
  const reflected = along(1);
  if (reflected.value < best.value) {
    const expanded = along(1 + 2 / d);
    return expanded.value < reflected.value ? expanded : reflected;
  }
  if (reflected.value < (simplex[d - 1] ?? worst).value) return reflected;
  const contraction = d > 1 ? 0.75 - 1 / (2 * d) : 0.5;
  const contracted = along(reflected.value < worst.value ? contraction : -contraction);
  return contracted.value < Math.min(reflected.value, worst.value) ? contracted : undefined;
}

/** Mean of the d best of d + 1 sorted vertices. */
function centroid(simplex: readonly Vertex[], d: number): Float64Array {
  const centre = new Float64Array(d);
  for (let vertex = 0; vertex < d; vertex++) {
    const point = simplex[vertex]?.point ?? centre;
    for (let i = 0; i < d; i++) centre[i] = (centre[i] ?? 0) + (point[i] ?? 0) / d;
  }
  return centre;
}

function shrinkTowards(best: Vertex, simplex: Vertex[], measured: (point: Float64Array) => Vertex): void {
  const d = best.point.length;
  const factor = d > 1 ? 1 - 1 / d : 0.5;
  for (let v = 1; v <= d; v++) {
    const { point } = simplex[v] ?? best;
    simplex[v] = measured(best.point.map((b, i) => b + factor * ((point[i] ?? 0) - b)));
  }
}
