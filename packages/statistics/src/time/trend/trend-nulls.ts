import { seededRandom, type UniformRandom } from '../../random.ts';
import { seasonalTrend } from './seasonal-trend.ts';

/** For tests and trials: series with a season, dependence and gaps, and no trend. */
export interface TrendNull {
  steps: number;
  period: number;
  /** Height of the season; the standard deviation of what is left is 10. */
  season: number;
  /** Of neighbouring values. */
  correlation: number;
  /** Steps without a value, half-open. */
  gap?: readonly [from: number, to: number];
}

const normal = (random: UniformRandom): number =>
  Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random());

function draw({ steps, period, season, correlation, gap }: TrendNull, random: UniformRandom): Float64Array {
  const fresh = Math.sqrt(1 - correlation ** 2);
  let state = normal(random);
  return Float64Array.from({ length: steps }, (_, step) => {
    state = correlation * state + fresh * normal(random);
    const isMissing = gap !== undefined && step >= gap[0] && step < gap[1];
    return isMissing ? Number.NaN : 100 + 10 * state + season * Math.sin((2 * Math.PI * step) / period);
  });
}

/** The share of so many series without a trend in which the test calls one. */
export function shareCalled(one: TrendNull, series: number, seed: number, alpha = 0.05): number {
  const random = seededRandom(seed);
  let called = 0;
  for (let i = 0; i < series; i++) if (seasonalTrend(draw(one, random), one.period).p < alpha) called++;
  return called / series;
}
