import type { UnitEvaluation } from '@hotline-atlas/model';
import { points, rateColumns, told } from '../answer/columns.ts';
import { growth, partOf, type Scored, unitsInPoint } from '../score/score-month.ts';

const sum = (values: Float64Array | undefined): number => values?.reduce((all, each) => all + each, 0) ?? 0;

/** Cases of all units of the group together, of so many. */
export const ofGroup = ({ totals: { base } }: Scored, indicator: number) => ({
  cases: sum(base.numerators[indicator]),
  all: sum(base.denominators[indicator]),
});

const difference = (one: number | null, other: number | null | undefined, decimals: number): number | null =>
  one === null || other === null || other === undefined ? null : told(one - other, decimals);

/** Each indicator of a unit beside what all units of the group together reach. */
export function unitRates(scored: Scored, unit: number): UnitEvaluation['indicators'] {
  const { scheme, measured } = scored;
  const grown = growth(scheme, measured);
  return scheme.indicators.map((indicator, at) => {
    const { name, label, weight, better } = indicator;
    const own = rateColumns(scored, [unit], at);
    const { cases, all } = ofGroup(scored, at);
    const isMeasured = measured.includes(at);
    const part =
      isMeasured && all > 0 ? partOf(indicator, cases / all, grown, unitsInPoint(scheme)) : undefined;
    const [rate = null, part_of_score = null] = [own.rate[0], own.points[0]];
    const [groupRate, groupPoints] = [told(cases / all, 6), points(part, scheme)];
    return {
      ...{ name, label, weight, better, measured: isMeasured },
      ...{ numerator: own.numerator[0] ?? 0, denominator: own.denominator[0] ?? 0, rate },
      ...{ lower: own.lower[0] ?? null, upper: own.upper[0] ?? null, points: part_of_score },
      ...{ group_numerator: cases, group_denominator: all, group_rate: groupRate, group_points: groupPoints },
      ...{
        gap: difference(rate, groupRate, 6),
        gap_points: difference(part_of_score, groupPoints, scheme.decimals),
      },
    };
  });
}
