import { requireFinite, requireLength } from '../unusable-series.ts';
import { etsDeviance } from './deviance.ts';
import { estimateParameters } from './estimate.ts';
import { type EtsModel, type EtsParameters, freeParameters, requireModel } from './model.ts';
import { type EtsPath, emptyPath, followEts } from './path.ts';

export interface EtsFit {
  model: EtsModel;
  parameters: EtsParameters;
  path: EtsPath;
  /** Up to a constant that all models of a series share, as in R. */
  logLikelihood: number;
  /** Corrected Akaike criterion: the smaller the better, comparable between models of the same series. */
  aicc: number;
  /** Variance of the errors (relative errors with M), over n less the parameters but this one. */
  variance: number;
}

/**
 * Fits an exponential smoothing state space model by maximum likelihood.
 *
 * @param values n finite values at equal steps, at least four more than the model's parameters and two
 *   periods
 * @throws UnusableSeries where they are fewer, not finite, or not positive under multiplicative parts
 *
 * Hyndman, Koehler, Ord & Snyder (2008), Forecasting with Exponential Smoothing; parameters within the usual
 * bounds.
 */
export function fitEts(values: Float64Array, model: EtsModel): EtsFit {
  requireFinite(values, 'ETS');
  requireModel(model, values);
  requireLength(values, leastLength(model), 'This ETS model');
  return evaluateEts(values, model, estimateParameters(values, model));
}

/** Values a model needs: enough for its parameters, and two periods for its season. */
export const leastLength = (model: EtsModel): number =>
  Math.max(freeParameters(model) + 2, model.season === 'N' ? 0 : 2 * model.period);

/** What a model with given parameters makes of a series. */
export function evaluateEts(values: Float64Array, model: EtsModel, parameters: EtsParameters): EtsFit {
  const path = emptyPath(values.length, model.period);
  followEts(values, model, parameters, path);
  const n = values.length;
  const k = freeParameters(model);
  const deviance = etsDeviance(model, path);
  const squares = path.errors.reduce((sum, error) => sum + error * error, 0);
  return {
    model,
    parameters,
    path,
    logLikelihood: -deviance / 2,
    aicc: deviance + 2 * k + (2 * k * (k + 1)) / (n - k - 1),
    variance: squares / (n - k + 1),
  };
}
