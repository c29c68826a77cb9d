import { requireFinite, requireWhole, UnusableSeries } from '../unusable-series.ts';
import { type EtsFit, fitEts, leastLength } from './fit.ts';
import type { EtsModel } from './model.ts';

/** Seasons longer than this have too many states to estimate; decompose them with STL instead. */
export const longestEtsPeriod = 24;

/**
 * Fits every sensible model and keeps the one with the smallest AICc: errors A or M, trend none, additive or
 * damped, season none, A or M; multiplicative parts only above zero, and no multiplicative season with
 * additive errors (unstable), as R's `ets` by default.
 *
 * @param values n finite values at equal steps
 * @param period steps in a season; 1, or one too long for the series or for ETS (over 24), leaves out
 *   seasonal models
 * @throws UnusableSeries where not even a level can be fitted (fewer than five values), or a value is not
 *   finite
 */
export function selectEts(values: Float64Array, period: number): EtsFit {
  requireFinite(values, 'ETS');
  requireWhole(period, 1, 'The period');
  const fits = candidates(values, period).map((model) => fitEts(values, model));
  const [first, ...rest] = fits;
  if (!first)
    throw new UnusableSeries('too-short', `ETS needs at least five values and was given ${values.length}.`);
  return rest.reduce((best, fit) => (fit.aicc < best.aicc ? fit : best), first);
}

function candidates(values: Float64Array, period: number): EtsModel[] {
  const positive = values.every((value) => value > 0);
  const seasonal = period > 1 && period <= longestEtsPeriod;
  const errors = positive ? (['A', 'M'] as const) : (['A'] as const);
  const seasons = !seasonal
    ? (['N'] as const)
    : positive
      ? (['N', 'A', 'M'] as const)
      : (['N', 'A'] as const);
  const models = errors.flatMap((error) =>
    seasons.flatMap((season) =>
      [...trends].map(
        (trend): EtsModel => ({ error, season, ...trend, period: season === 'N' ? 1 : period }),
      ),
    ),
  );
  return models
    .filter(({ error, season }) => !(error === 'A' && season === 'M'))
    .filter((model) => values.length >= leastLength(model));
}

const trends = [
  { trend: 'N', damped: false },
  { trend: 'A', damped: false },
  { trend: 'A', damped: true },
] as const;
