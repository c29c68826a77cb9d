import type { Indicator, Scheme, Tally } from '@hotline-atlas/model';
import { seededRandom } from '@hotline-atlas/statistics';
import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';

const indicator = (
  name: string,
  weight: number,
  part: Pick<Indicator, 'numerator' | 'denominator'>,
): Indicator => ({
  ...{ name, label: { en: name }, weight, ...part, better: 'up' },
  ...{ scoring: { by: 'share', none: 0, full: 1 }, fewest: 1, optional: false },
});

/** Three rates, 30/35/35. */
export const threeRates: Scheme = {
  ...{ name: 'three', label: { en: 'Three' }, example: true, source: 'made up', from: '2020-01', to: null },
  ...{
    starts_on: 1,
    enters_by: 'received',
    sign_within: null,
    exclusions: 'all',
    case_mix: ['topic1'],
    decimals: 2,
    classes: [],
  },
  groups: [],
  indicators: [
    indicator('response', 30, { numerator: 'contacted', denominator: 'contact_asked' }),
    indicator('resolution', 35, { numerator: 'resolved', denominator: 'resolution_asked' }),
    indicator('satisfaction', 35, { numerator: 'satisfied', denominator: 'satisfaction_asked' }),
  ],
};

/** Units whose true rates are known. */
export interface MadeUpMonth {
  tally: Tally;
  /** True score of each unit, in points. */
  truth: Float64Array;
  /** Of the outcomes of one order, as they were made. */
  correlation: number[][];
}

const means = [0.985, 0.955, 0.96];
/** Outcomes of one order are normal with this correlation behind the line. */
const latent = 0.6;

/** Correlations of outcomes of one order, counted over all orders (phi). */
function phiOf(joint: Float64Array, count: number): number[][] {
  const share = (one: number, other: number) => (joint[3 * one + other] ?? 0) / count;
  return means.map((_, one) =>
    means.map((_, other) => {
      const [first, second] = [share(one, one), share(other, other)];
      return (share(one, other) - first * second) / Math.sqrt(first * (1 - first) * second * (1 - second));
    }),
  );
}

/**
 * A month of units whose true rates are drawn about common ones, with orders whose three outcomes go
 * together. One stratum, nothing excluded.
 * @param spread of the true rates between units, as a normal score
 */
export function madeUpMonth(units: number, seed: number, spread: number): MadeUpMonth {
  const random = seededRandom(seed);
  const normal = () => normalQuantile(random(), 0, 1);
  const sizes = Float64Array.from({ length: units }, () => Math.round(Math.exp(5.8 + 0.9 * normal())) + 30);
  const numerators = means.map(() => new Float64Array(units));
  const joint = new Float64Array(9);
  const truth = sizes.map((size, unit) => {
    const good = normal();
    const limits = means.map((mean) => normalQuantile(mean, 0, 1) + spread * (0.7 * good + 0.7 * normal()));
    for (let order = 0; order < size; order++) {
      const common = Math.sqrt(latent) * normal();
      const well = limits.map((limit) => common + Math.sqrt(1 - latent) * normal() < limit);
      well.forEach((one, at) => {
        if (!one) return;
        const column = numerators[at];
        if (column) column[unit] = (column[unit] ?? 0) + 1;
        well.forEach((other, beside) => {
          if (other) joint[3 * at + beside] = (joint[3 * at + beside] ?? 0) + 1;
        });
      });
    }
    return limits.reduce(
      (sum, limit, at) => sum + (threeRates.indicators[at]?.weight ?? 0) * normalCdf(limit, 0, 1),
      0,
    );
  });
  const tally: Tally = {
    units: Array.from({ length: units }, (_, unit) => `unit-${unit}`),
    ...{ strata: [''], reasons: [''], numerators, denominators: means.map(() => sizes) },
    unit: Int32Array.from({ length: units }, (_, unit) => unit),
    ...{ stratum: new Int32Array(units), reason: new Int32Array(units) },
    ...{ appeals: sizes, orders: sizes, visited: sizes },
  };
  return {
    tally,
    truth,
    correlation: phiOf(
      joint,
      sizes.reduce((sum, size) => sum + size, 0),
    ),
  };
}
