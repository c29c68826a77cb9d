import { requireWhole, UnusableSeries } from '../unusable-series.ts';

/** N: none, A: additive, M: multiplicative. */
export interface EtsModel {
  error: 'A' | 'M';
  trend: 'N' | 'A' | 'M';
  damped: boolean;
  season: 'N' | 'A' | 'M';
  /** Steps in a season; 1 without one. */
  period: number;
}

/** Smoothing parameters and the state before the first value. */
export interface EtsParameters {
  /** Of the level, in (0, 1). */
  alpha: number;
  /** Of the growth, in (0, alpha); 0 without a trend. */
  beta: number;
  /** Of the season, in (0, 1 − alpha); 0 without one. */
  gamma: number;
  /** Damping in (0, 1]; 1 without. */
  phi: number;
  level: number;
  /** Change a step (additive) or ratio of a step (multiplicative). */
  growth: number;
  /** One a step of the season, the first for the first value; of length 1, unused, without a season. */
  season: Float64Array;
}

/** The usual short name: "M,Ad,A". */
export const etsName = ({ error, trend, damped, season }: EtsModel): string =>
  `${error},${trend}${damped ? 'd' : ''},${season}`;

/** Parameters that are estimated, the variance of the errors with them. */
export const freeParameters = ({ trend, damped, season, period }: EtsModel): number =>
  3 + (trend === 'N' ? 0 : 2) + (damped ? 1 : 0) + (season === 'N' ? 0 : period);

/**
 * Refuses a model that makes no sense, and multiplicative parts of a series that is not positive throughout.
 */
export function requireModel(model: EtsModel, values: Float64Array): void {
  requireWhole(model.period, model.season === 'N' ? 1 : 2, 'The period');
  if (model.damped && model.trend === 'N')
    throw new UnusableSeries('parameter', 'Only a trend can be damped.');
  const multiplicative = model.error === 'M' || model.trend === 'M' || model.season === 'M';
  if (multiplicative && values.some((value) => value <= 0))
    throw new UnusableSeries(
      'not-positive',
      `ETS(${etsName(model)}) needs values above zero; take additive parts for this series.`,
    );
}
