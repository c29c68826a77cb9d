import { nelderMead } from '../nelder-mead.ts';
import { etsDeviance } from './deviance.ts';
import { type InitialState, initialState } from './initial-state.ts';
import type { EtsModel, EtsParameters } from './model.ts';
import { emptyPath, followEts } from './path.ts';

const smallest = 1e-4;

/**
 * Parameters of the greatest likelihood within the usual bounds: 0 < beta < alpha < 1, 0 < gamma < 1 − alpha,
 * 0.8 ≤ phi ≤ 0.98. The seasonal states sum to zero (A) or to the period (M).
 */
export function estimateParameters(values: Float64Array, model: EtsModel): EtsParameters {
  const path = emptyPath(values.length, model.period);
  const guess = initialState(values, model);
  const unpack = unpacker(model);
  const objective = (point: Float64Array) => {
    followEts(values, model, unpack(point), path);
    const deviance = etsDeviance(model, path);
    return Number.isFinite(deviance) ? deviance : Number.POSITIVE_INFINITY;
  };
  const scale = spread(values) || 1;
  const fits = [-1, -5].map((start) => search(objective, model, guess, scale, start));
  return unpack(fits.reduce((best, fit) => (objective(fit) < objective(best) ? fit : best)));
}

/** A search from a steady (−5) or a lively (−1) level: the likelihood often has a hill at either end. */
function search(
  objective: (point: Float64Array) => number,
  model: EtsModel,
  guess: InitialState,
  scale: number,
  start: number,
): Float64Array {
  const season = model.season === 'N' ? [] : [...guess.season.subarray(0, model.period - 1)];
  const seasonStep = model.season === 'A' ? scale / 4 : 0.05;
  const growthStep = model.trend === 'M' ? 0.01 : scale / 20;
  const first = Float64Array.of(start, -2, -2, 1, guess.level, guess.growth, ...season);
  const steps = Float64Array.of(1, 1, 1, 1, scale / 4, growthStep, ...season.map(() => seasonStep));
  const free = [
    0,
    ...(model.trend === 'N' ? [] : [1]),
    ...(model.season === 'N' ? [] : [2]),
    ...(model.damped ? [3] : []),
    4,
    ...(model.trend === 'N' ? [] : [5]),
  ];
  const rough = minimiseOver(objective, first, steps, free);
  const all = [...free, ...season.map((_, i) => 6 + i)];
  return season.length === 0 ? rough : minimiseOver(objective, rough, steps, all);
}

/** Minimises over some coordinates, the others staying as they are. */
function minimiseOver(
  objective: (point: Float64Array) => number,
  start: Float64Array,
  steps: Float64Array,
  coordinates: readonly number[],
): Float64Array {
  const point = start.slice();
  const place = (chosen: Float64Array) => {
    for (let i = 0; i < coordinates.length; i++) point[coordinates[i] ?? 0] = chosen[i] ?? 0;
    return point;
  };
  const pick = (values: Float64Array) =>
    Float64Array.from(coordinates, (coordinate) => values[coordinate] ?? 0);
  const { point: best } = nelderMead((chosen) => objective(place(chosen)), pick(start), {
    steps: pick(steps),
  });
  return place(best).slice();
}

/**
 * Coordinates without bounds → parameters within theirs. The arrays of the answer are used again by the next
 * call.
 */
function unpacker(model: EtsModel): (point: Float64Array) => EtsParameters {
  const { period } = model;
  const shared = new Float64Array(period);
  return (point) => {
    const alpha = between(smallest, 1 - smallest, point[0]);
    const season = shared;
    if (model.season !== 'N') {
      let rest = model.season === 'A' ? 0 : period;
      for (let i = 0; i < period - 1; i++) {
        season[i] = point[6 + i] ?? 0;
        rest -= season[i] ?? 0;
      }
      season[period - 1] = rest;
    }
    return {
      alpha,
      beta: model.trend === 'N' ? 0 : between(Math.min(smallest, alpha / 2), alpha, point[1]),
      gamma: model.season === 'N' ? 0 : between(Math.min(smallest, (1 - alpha) / 2), 1 - alpha, point[2]),
      phi: model.damped ? between(0.8, 0.98, point[3]) : 1,
      level: point[4] ?? 0,
      growth: model.trend === 'N' ? 0 : (point[5] ?? 0),
      season,
    };
  };
}

const between = (low: number, high: number, coordinate = 0): number =>
  low + (high - low) / (1 + Math.exp(-coordinate));

function spread(values: Float64Array): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
}
