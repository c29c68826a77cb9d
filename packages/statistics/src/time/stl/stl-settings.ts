import { requireWhole, UnusableSeries } from '../unusable-series.ts';
import type { LoessSetting } from './loess.ts';

export interface StlOptions {
  /** Steps in a season: 7 for days in weeks, 12 for months in years. */
  period: number;
  /**
   * Years (periods) a seasonal value is smoothed over, odd and at least 3; or the same season in all of them.
   */
  seasonalWindow: number | 'periodic';
  /** Odd; by default the next odd number from 1.5·period / (1 − 1.5/seasonal window). */
  trendWindow?: number;
  /** Odd; by default the next odd number from the period. */
  lowPassWindow?: number;
  seasonalDegree?: 0 | 1;
  trendDegree?: 0 | 1;
  lowPassDegree?: 0 | 1;
  /** By default a tenth of the window, rounded up. */
  seasonalJump?: number;
  trendJump?: number;
  lowPassJump?: number;
  /** Weigh down outliers: 15 outer and 1 inner iteration instead of 0 and 2. */
  robust?: boolean;
  innerIterations?: number;
  outerIterations?: number;
}

export interface StlSettings {
  period: number;
  periodic: boolean;
  seasonal: LoessSetting;
  trend: LoessSetting;
  lowPass: LoessSetting;
  innerIterations: number;
  outerIterations: number;
}

/** Fills in the defaults of R's `stl` and refuses what cannot be. */
export function stlSettings(options: StlOptions, n: number): StlSettings {
  const { period, robust = false } = options;
  requireWhole(period, 2, 'The period');
  const periodic = options.seasonalWindow === 'periodic';
  const seasonalWindow = options.seasonalWindow === 'periodic' ? 10 * n + 1 : options.seasonalWindow;
  const trendWindow = options.trendWindow ?? nextOdd((1.5 * period) / (1 - 1.5 / seasonalWindow));
  const trendDegree = options.trendDegree ?? 1;
  return {
    period,
    periodic,
    seasonal: setting('seasonal', seasonalWindow, options.seasonalDegree ?? 0, options.seasonalJump),
    trend: setting('trend', trendWindow, trendDegree, options.trendJump),
    lowPass: setting(
      'low-pass',
      options.lowPassWindow ?? nextOdd(period),
      options.lowPassDegree ?? trendDegree,
      options.lowPassJump,
    ),
    innerIterations: options.innerIterations ?? (robust ? 1 : 2),
    outerIterations: options.outerIterations ?? (robust ? 15 : 0),
  };
}

const nextOdd = (value: number): number => {
  const whole = Math.ceil(value);
  return whole % 2 === 1 ? whole : whole + 1;
};

function setting(name: string, window: number, degree: 0 | 1, jump = Math.ceil(window / 10)): LoessSetting {
  requireWhole(window, 3, `The ${name} window`);
  requireWhole(jump, 1, `The ${name} jump`);
  if (window % 2 === 0)
    throw new UnusableSeries(
      'parameter',
      `The ${name} window has to be odd, not ${window}; take ${window + 1}.`,
    );
  return { window, degree, jump };
}
