import { type EvaluationIndicator, wilsonScoreInterval } from '@hotline-atlas/model';

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Standard deviations to either side of an interval of 95 %. */
const reach = 1.959963984540054;

/** A rate of all units of a group together, with Wilson's interval of 95 %. */
export interface RateOfAll {
  numerator: number;
  denominator: number;
  rate: number;
  lower: number;
  upper: number;
}

/** The rate of all units together; null where nobody was asked. */
export function rateOfAll({ numerator, denominator }: EvaluationIndicator): RateOfAll | null {
  const [cases, all] = [sum(numerator), sum(denominator)];
  if (all === 0) return null;
  return {
    ...{ numerator: cases, denominator: all, rate: cases / all },
    ...wilsonScoreInterval(cases, all, reach),
  };
}
